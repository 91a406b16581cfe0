/**
 * `npm run engine-version`: which engine these sources make, as it is kept with every reading, finding and decision of it.
 *
 * It is the version of the release and a fingerprint of all that decides what is read and how it is judged: the code as it
 * is shipped, without comments and types and with what it uses of other workspaces; the weights; and the packages that it
 * computes with, as the lockfile has them. See docs/decisions/0125-the-version-of-the-engine.md.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const ENGINE = 'packages/engine';

/** The program of the process that reads pictures; `index.ts` beside it has what judges the readings. */
export const ENGINE_PROCESS = `${ENGINE}/process/main.ts`;

/** 48 bits: two engines of one release that differ never share a version by chance, and people can still compare it by eye. */
const DIGITS = 12;

/** The tree may be another one than this tool's, for tests. */
export async function engineVersion(root = ROOT) {
  const manifest = readJson(root, `${ENGINE}/package.json`);
  const { code, packages } = await shippedCode(root);
  const hash = createHash('sha256');
  for (const text of code) hash.update(text).update('\0');
  for (const file of filesBelow(path.join(root, ENGINE, 'weights'))) {
    hash.update(`${path.basename(file)}\0`).update(readFileSync(file));
  }
  const locked = readJson(root, 'package-lock.json').packages;
  const names = new Set([...Object.keys(manifest.dependencies ?? {}).filter(isThirdParty), ...packages]);
  for (const name of [...names].sort()) {
    const { version, integrity } = lockedPackage(locked, name);
    hash.update(`${name}\0${version}\0${integrity}\0`);
  }
  return `${manifest.version}+${hash.digest('hex').slice(0, DIGITS)}`;
}

/** Both entries as one text each without comments, types and spaces, and the packages of others that they import. */
async function shippedCode(root) {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${ENGINE}/index.ts`, ENGINE_PROCESS],
    outdir: 'dist',
    write: false,
    metafile: true,
    bundle: true,
    // Not the identifiers: short names are given by how often letters occur in the sources, those of types and comments too.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    plugins: [onlyWhatIsUsed(path.join(root, ENGINE))],
    logLevel: 'warning',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return {
    code: outputFiles.map(({ text }) => text),
    packages: imports.filter(({ path: name }) => !name.startsWith('node:')).map(({ path: name }) => packageName(name)),
  };
}

/**
 * Packages of others stay outside, and of other workspaces only the files come in from which something is used: their files
 * are tables and functions and do nothing when they are loaded, so that a sentence for customers makes no new engine.
 */
function onlyWhatIsUsed(engine) {
  return {
    name: 'only what is used',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path: wanted, pluginData, ...from }) => {
        if (pluginData === 'resolved' || from.kind === 'entry-point') return undefined;
        if (!wanted.startsWith('.') && isThirdParty(wanted)) return { path: wanted, external: true };
        const found = await build.resolve(wanted, { ...from, pluginData: 'resolved' });
        if (found.errors.length > 0) return found;
        return { path: found.path, sideEffects: found.path.startsWith(`${engine}${path.sep}`) };
      });
    },
  };
}

function isThirdParty(name) {
  return !name.startsWith('@reident/');
}

/** `@scope/name` of `@scope/name/some/file.js`. */
function packageName(imported) {
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
}

function lockedPackage(locked, name) {
  const found = locked[`${ENGINE}/node_modules/${name}`] ?? locked[`node_modules/${name}`];
  if (!found) throw new Error(`${name} is not in package-lock.json: run npm install`);
  return found;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function readJson(root, file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await engineVersion());
