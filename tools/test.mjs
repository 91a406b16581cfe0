/**
 * `npm test`: build, types, lint, then every test. The last line counts them.
 * `npm run test:unit` and so on: the tests of one project, after a build if it runs what was built. What follows `--` goes to Vitest.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfStale, root } from './build.mjs';
import { committedTree, rememberTested } from './tested-tree.mjs';

/** Projects that run nothing of `dist/`. */
const FROM_SOURCES = ['unit'];

const bin = (name) => path.join(root, 'node_modules/.bin', name);
const work = mkdtempSync(path.join(tmpdir(), 'reident-test-'));
const results = path.join(work, 'results.json');
const [flag, name, ...rest] = process.argv.slice(2);
const only = flag === '--only' ? name : undefined;
const forVitest = only === undefined ? process.argv.slice(2) : rest;

const tree = committedTree(root);

if (!FROM_SOURCES.includes(only)) await buildIfStale();
const statics =
  only === undefined
    ? await Promise.all([run(bin('tsc'), ['--noEmit'], 'types'), run(bin('biome'), ['check', '.'], 'lint')])
    : [];
const tests = await run(
  bin('vitest'),
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...(only === undefined ? [] : ['--project', only]),
    ...forVitest,
  ],
  'tests',
);

let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 0 };
try {
  counts = JSON.parse(readFileSync(results, 'utf8'));
} catch {
  console.error('The test runner left no results.');
}
rmSync(work, { recursive: true, force: true });
const failed =
  counts.numFailedTests +
  statics.filter((code) => code !== 0).length +
  (tests !== 0 && counts.numFailedTests === 0 ? 1 : 0);
console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`);
const everything = process.argv.length === 2;
if (everything && failed === 0 && tests === 0 && tree !== null && committedTree(root) === tree)
  rememberTested(root, tree);
process.exit(failed === 0 && tests === 0 ? 0 : 1);

function run(command, args, name) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    child.on('error', (error) => {
      console.error(`${name}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      console.log(`${name}: ${code === 0 ? 'ok' : 'FAILED'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
      resolve(code ?? 1);
    });
  });
}
