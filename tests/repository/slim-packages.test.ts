import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { slimPackages } from '../../tools/slim-packages.mjs';

let packages: string;

beforeEach(() => {
  packages = mkdtempSync(path.join(tmpdir(), 'reident-packages-'));
});
afterEach(() => rmSync(packages, { recursive: true, force: true }));

function put(...files: string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(packages, file)), { recursive: true });
    writeFileSync(path.join(packages, file), '');
  }
}
const has = (file: string) => existsSync(path.join(packages, file));
const library = (system: string) => `onnxruntime-node/bin/napi-v6/${system}/libonnxruntime`;

it('the libraries of this system stay, those of others go', () => {
  put(...['linux/x64', 'linux/arm64', 'darwin/arm64', 'win32/x64'].map(library));
  slimPackages(packages, { platform: 'linux', arch: 'arm64' });
  expect(['linux/x64', 'linux/arm64', 'darwin/arm64', 'win32/x64'].filter((system) => has(library(system)))).toEqual([
    'linux/arm64',
  ]);
});

it('on a system for which there is none nothing goes, so that the package can say what it lacks', () => {
  put(library('linux/x64'), library('darwin/arm64'));
  expect(slimPackages(packages, { platform: 'freebsd', arch: 'x64' })).toEqual([]);
});

it('maps go and code stays, however deep', () => {
  put('@tensorflow/tfjs-core/dist/tf-core.node.js', '@tensorflow/tfjs-core/dist/a/b.js.map');
  slimPackages(packages);
  expect([has('@tensorflow/tfjs-core/dist/tf-core.node.js'), has('@tensorflow/tfjs-core/dist/a/b.js.map')]).toEqual([
    true,
    false,
  ]);
});

it('a second time, and where a package is not installed, there is nothing to do', () => {
  put(library('linux/x64'), library('win32/x64'));
  const system = { platform: 'linux', arch: 'x64' };
  expect(slimPackages(packages, system)).toHaveLength(1);
  expect(slimPackages(packages, system)).toEqual([]);
});
