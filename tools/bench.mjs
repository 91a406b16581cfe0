/** `npm run bench [name …]`: runs the measurements of benchmarks/ one after the other and prints method and figures. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale, root } from './build.mjs';

await buildIfStale();
const names = process.argv.slice(2);
const files = ['speed', 'accuracy'].flatMap((folder) =>
  readdirSync(path.join(root, 'benchmarks', folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(root, 'benchmarks', folder, file)),
);
const all = new Map(files.map((file) => [path.basename(file, '.ts'), file]));
for (const name of names.length > 0 ? names : all.keys()) {
  const file = all.get(name);
  if (file === undefined) {
    console.error(`There is no benchmark called ${name}. There are: ${[...all.keys()].join(', ')}.`);
    process.exit(1);
  }
  console.log(`\n=== ${name} ===`);
  const { status } = spawnSync(path.join(root, 'node_modules/.bin/tsx'), [file], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
