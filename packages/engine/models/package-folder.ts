import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Where a package lies. Asked of the folders, because some packages do not let their own files be resolved. */
export function packageFolder(name: string): string {
  const folders = require.resolve.paths(name) ?? [];
  const found = folders
    .map((folder) => path.join(folder, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')));
  if (!found) throw new Error(`the package ${name} is not installed`);
  return found;
}
