import { readdirSync, readFileSync } from 'node:fs';
import { generateClient } from '@reident/sdkgen';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);

describe('the generated files of the client', () => {
  it('say what the OpenAPI document says today; if not, run npm run sdk', async () => {
    const files = await generateClient();
    const present = readdirSync(new URL('generated/', folder)).map((name) => `generated/${name}`);
    expect(present.sort()).toEqual([...files.keys()].sort());
    const stale = [...files].filter(([name, text]) => readFileSync(new URL(name, folder), 'utf8') !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });
});
