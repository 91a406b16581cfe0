import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type EngineHost, type EngineHostOptions, startEngineHost } from '../host/start-engine-host.ts';

const engineDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
let building: Promise<string> | undefined;

/** The engine host as it is shipped, bundled from the sources as they are now. */
export async function startBuiltHost(options: Partial<EngineHostOptions> = {}): Promise<EngineHost> {
  const entry = await builtHost();
  // Several test files share two cores: time limits are told by their own tests.
  return startEngineHost({
    entry,
    assetsDir: engineDir,
    log: silent,
    timeoutSeconds: 120,
    decodeSeconds: 60,
    ...options,
  });
}

/** Where the program lies, built once. */
export function builtHost(): Promise<string> {
  building ??= bundle();
  return building;
}

/** Inside the project, so that the packages it keeps external are found. */
async function bundle(): Promise<string> {
  const manifest = JSON.parse(readFileSync(path.join(engineDir, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const external = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@reident/'));
  const outfile = path.join(engineDir, '../../dist/test/engine-host.mjs');
  await build({
    entryPoints: [path.join(engineDir, 'host/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: external.flatMap((name) => [name, `${name}/*`]),
    logLevel: 'warning',
  });
  return outfile;
}

const silent = { info() {}, warn() {}, error() {} };
