/** `npm run sdk`: writes the generated files of the client. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateClient } from './generate-client.ts';

const client = path.join(import.meta.dirname, '../../packages/client');
for (const [name, text] of await generateClient()) {
  mkdirSync(path.dirname(path.join(client, name)), { recursive: true });
  writeFileSync(path.join(client, name), text);
  console.log(`packages/client/${name}`);
}
