/**
 * Builds what is missing or older than its sources: the server, the engine host, both sets of pages and the script for partners' pages.
 *
 * Freshness is a hash over the sources, not their times, so a fresh clone and a copied tree behave alike.
 * A production install without dev tools may carry a finished `dist`; then nothing here is loaded.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINE_PROCESS, engineVersion } from './engine-version.mjs';
import { slimPackages } from './slim-packages.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const stamp = path.join(dist, 'sources.sha256');

export const PAGES = {
  'customer pages': 'apps/capture/vite.config.ts',
  console: 'apps/console/vite.config.ts',
};
const ENTRIES = {
  server: 'apps/server/main.ts',
  'engine-host': ENGINE_PROCESS,
  'draw-sample': 'samples/draw-main.ts',
  'draw-letter': 'samples/documents/letter/draw-main.ts',
};
const COMMAND_LINE = 'apps/cli/main.ts';

export async function buildIfStale({ log = console.error } = {}) {
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const startedAt = Date.now();
  log('Building …');
  forgetBuild();
  mkdirSync(dist, { recursive: true });
  await Promise.all([buildPrograms(), buildCommandLine(), buildPages(), buildEmbed()]);
  slim();
  writeFileSync(stamp, wanted);
  log(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  return true;
}

/** Somebody else's folder of packages may be read-only; then it only stays larger than it must be. */
function slim() {
  try {
    slimPackages(path.join(root, 'node_modules'));
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

async function buildPrograms() {
  const { build } = await import('esbuild');
  await build(await programs());
}

/** The server and the programs that it starts: what they use of others stays in node_modules. */
export async function programs() {
  return {
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    external: thirdPartyPackages(),
    define: { BUILT_ENGINE_VERSION: JSON.stringify(await engineVersion()) },
    logLevel: 'warning',
  };
}

export async function buildCommandLine(outfile) {
  const { build } = await import('esbuild');
  await build(commandLine(outfile));
}

/** One file with everything in it: another version of its option parser lies in the root's node_modules. */
export function commandLine(outfile = path.join(dist, 'reident.mjs')) {
  return {
    absWorkingDir: root,
    entryPoints: [COMMAND_LINE],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  };
}

export async function buildEmbed(outfile) {
  const { build } = await import('esbuild');
  await build(embed(outfile));
}

/** The script that partners' pages load; it leaves one name, `ReidentEmbed`. */
export function embed(outfile = path.join(dist, 'embed.js')) {
  return {
    absWorkingDir: root,
    entryPoints: ['packages/capture-embed/index.ts'],
    outfile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    globalName: 'ReidentEmbed',
    logLevel: 'warning',
  };
}

async function buildPages() {
  const { build } = await import('vite');
  for (const configFile of Object.values(PAGES))
    await build({ configFile: path.join(root, configFile), logLevel: 'warn' });
}

/** What lies in `dist/` is not what a build of these sources makes: the next `npm start` builds it. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** Everything that a workspace depends on and that is not ours stays in node_modules. */
function thirdPartyPackages() {
  const names = new Set();
  for (const file of workspaceManifests()) {
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies'])
      for (const name of Object.keys(manifest[kind] ?? {})) if (!name.startsWith('@reident/')) names.add(name);
  }
  return [...names].flatMap((name) => [name, `${name}/*`]);
}

function workspaceManifests() {
  const folders = [
    '',
    'samples',
    'tools/sdkgen',
    ...['packages', 'apps'].flatMap((kind) => readdirSync(path.join(root, kind)).map((n) => `${kind}/${n}`)),
  ];
  return folders.map((folder) => path.join(root, folder, 'package.json')).filter(existsSync);
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of [
    'package.json',
    'package-lock.json',
    ...['apps', 'packages', 'samples', 'tools'].flatMap((d) => sourceFiles(d)),
  ]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : sourceFiles(name);
      return isSource(folder, entry.name) ? [name] : [];
    });
}

/** Weights are read where they lie, but pages carry some of them, and the engine's version is a fingerprint of all. */
function isSource(folder, name) {
  if (/\/weights(\/|$)/.test(folder)) return true;
  return /\.(ts|tsx|mjs|css|html|json|svg)$/.test(name) && !/\.test\.tsx?$/.test(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildIfStale();
  if (!built) console.error('Nothing to build.');
}
