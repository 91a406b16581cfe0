/**
 * `npm run slim`: removes from packages what nobody here can use. Nothing is fetched. The build runs it as well, because npm
 * runs no script at install here (`.npmrc`), and an install that keeps everything is only larger.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// biome-ignore format: a table
const UNUSED = [
  // package                           unused                       why
  ['onnxruntime-node',                 otherPlatforms,              'one package holds the libraries of every system'],
  ['@tensorflow/tfjs-core',            files(/\.map$/),             'maps of code that nobody steps through'],
  ['@tensorflow/tfjs-converter',       files(/\.map$/),             'as above'],
  ['@tensorflow/tfjs-backend-wasm',    files(/\.map$/),             'as above'],
  ['@tensorflow/tfjs-backend-cpu',     files(/\.map$/),             'as above'],
];

/** @returns what was removed, as paths below the packages' folder */
export function slimPackages(packages, { platform = process.platform, arch = process.arch } = {}) {
  const removed = UNUSED.flatMap(([name, unused]) =>
    existsSync(path.join(packages, name))
      ? unused(path.join(packages, name), { platform, arch }).map((place) => path.join(name, place))
      : [],
  );
  for (const place of removed) rmSync(path.join(packages, place), { recursive: true, force: true });
  return removed;
}

/** `bin/napi-v6/<platform>/<arch>`; where there is none for this system, everything stays, and the package says what it lacks. */
function otherPlatforms(folder, { platform, arch }) {
  const bin = path.join(folder, 'bin');
  if (!existsSync(bin)) return [];
  return readdirSync(bin).flatMap((version) => {
    const systems = readdirSync(path.join(bin, version)).flatMap((system) =>
      readdirSync(path.join(bin, version, system)).map((kind) => path.join(system, kind)),
    );
    const own = path.join(platform, arch);
    return systems.includes(own)
      ? systems.filter((system) => system !== own).map((system) => path.join('bin', version, system))
      : [];
  });
}

function files(pattern) {
  return (folder) => readdirSync(folder, { recursive: true }).filter((name) => pattern.test(name));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  slimPackages(path.join(path.dirname(fileURLToPath(import.meta.url)), '../node_modules'));
