/** `npm run bench [name …]`: runs the measurements of bench/ one after the other and prints method and figures. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale, root } from './build.mjs';

await buildIfStale();
const names = process.argv.slice(2);
const all = readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.ts') && file !== 'support.ts')
  .map((file) => file.slice(0, -3));
for (const name of names.length > 0 ? names : all) {
  const file = path.join(root, 'bench', `${name}.ts`);
  if (!existsSync(file)) {
    console.error(`There is no bench called ${name}. There are: ${all.join(', ')}.`);
    process.exit(1);
  }
  console.log(`\n=== ${name} ===`);
  const { status } = spawnSync(path.join(root, 'node_modules/.bin/tsx'), [file], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
