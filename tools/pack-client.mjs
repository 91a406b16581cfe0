/** `npm run client`: the client as a package for others, in `dist/client`: one module, its types, no dependencies. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from './build.mjs';

const source = path.join(root, 'packages/client');

export async function packClient(target = path.join(root, 'dist/client')) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await Promise.all([bundle(target), declare(path.join(target, 'types'))]);
  const { name, version, description, license } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    engines: { node: '>=20' },
    exports: { '.': { types: './types/index.d.ts', default: './index.js' } },
    sideEffects: false,
  };
  writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(path.join(source, 'README.md'), path.join(target, 'README.md'));
  cpSync(path.join(root, 'LICENSE'), path.join(target, 'LICENSE'));
  return target;
}

async function bundle(target) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(source, 'index.ts')],
    outfile: path.join(target, 'index.js'),
    bundle: true,
    platform: 'neutral',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
  });
}

/** The types of each file. Among declarations a neighbour is named as the module that it describes. */
async function declare(target) {
  const options =
    '--ignoreConfig --declaration --emitDeclarationOnly --rewriteRelativeImportExtensions --strict --skipLibCheck';
  const language =
    '--target ES2022 --lib ES2023,DOM,DOM.Iterable --module ESNext --moduleResolution bundler --types node';
  const args = [...`${options} ${language}`.split(' '), '--outDir', target, path.join(source, 'index.ts')];
  await promisify(execFile)(path.join(root, 'node_modules/.bin/tsc'), args, { cwd: root });
  for (const file of readdirSync(target, { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(path.join(target, file), 'utf8');
    writeFileSync(path.join(target, file), text.replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packClient());
