/**
 * `npm run release -- 0.2.0 [--dry-run]` makes a release of what is checked out: one version everywhere, a date for what the
 * changelog has under "Unreleased", one commit and one annotated tag. It never pushes; what to push is its last line.
 *
 * `npm run release -- --notes 0.2.0` prints what the changelog says about a version. The rules are in docs/releases.md.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineVersion } from './engine-version.mjs';
import { committedTree, testedTree } from './tested-tree.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const BRANCH = 'main';
const CHANGELOG = 'CHANGELOG.md';
const CLIENT = 'packages/client/user-agent.ts';

/**
 * @param {{ version: string, root?: string, today?: Date, dryRun?: boolean, log?: (line: string) => void,
 *   engine?: (root: string) => Promise<string> }} options  all but the version are for tests
 * @returns the tag and its message, made or only described
 * @throws Error that names everything that stands in the way, one line each
 */
export async function release({
  version,
  root = ROOT,
  today = new Date(),
  dryRun = false,
  log = console.log,
  engine = engineVersion,
}) {
  const problems = obstacles(root, version);
  if (problems.length > 0) throw new Error(problems.join('\n'));

  const tag = `v${version}`;
  const changed = new Map([
    ...withVersion(root, version),
    [CHANGELOG, dated(read(root, CHANGELOG), version, today.toISOString().slice(0, 10))],
  ]);
  // A release alone makes no other engine: only what stands before the fingerprint changes.
  const engineThen = (await engine(root)).replace(/^[^+]+/, version);
  const message = `Reident ${version}\n\nEngine ${engineThen}\n\n${sectionOf(changed.get(CHANGELOG), version)}\n`;
  for (const file of changed.keys()) log(`  ${file}`);
  if (dryRun) {
    log(`Would be committed and tagged ${tag} with this message:\n\n${message}`);
    return { tag, message };
  }
  for (const [file, text] of changed) writeFileSync(path.join(root, file), text);
  git(root, ['add', ...changed.keys()]);
  git(root, ['commit', '--quiet', '--message', `Release ${version}`]);
  // Lines that begin with # are headings here, and no comments.
  git(root, ['tag', '--annotate', '--cleanup=whitespace', '--file=-', tag], message);
  log(`Committed and tagged. To publish it: git push origin ${BRANCH} ${tag}`);
  return { tag, message };
}

/** What stands in the way, as sentences to act on. */
function obstacles(root, version) {
  if (!isVersion(version)) return [`"${version}" is no version: write three numbers, such as 0.2.0.`];
  const current = JSON.parse(read(root, 'package.json')).version;
  const tags = git(root, ['tag', '--list', 'v*']).split('\n');
  const released = tags.map((tag) => tag.slice(1)).filter(isVersion);
  const newest = released.sort(compareVersions).at(-1);
  const branch = git(root, ['branch', '--show-current']);
  const tree = committedTree(root);
  const others = [...versions(root)].filter(([, found]) => found !== current);
  // biome-ignore format: a table
  return [
    // stands in the way                                          say
    [branch !== BRANCH,                                           `Releases are made of ${BRANCH}; this is ${branch || 'no branch'}.`],
    [tree === null,                                               'There are changes that are not committed.'],
    [tree !== null && testedTree(root) !== tree,                  'What is checked out was not tested: run npm test, all of it.'],
    [newest !== undefined && compareVersions(version, newest) <= 0, `${newest} is released already: ${version} does not come after it.`],
    [compareVersions(version, current) < 0,                       `The packages say ${current} already: ${version} comes before it.`],
    [others.length > 0,                                           `Not everything says ${current}: ${others.map(([file, found]) => `${file} says ${found}`).join(', ')}.`],
    [sectionOf(read(root, CHANGELOG), 'Unreleased') === '',       `${CHANGELOG} has nothing under "## Unreleased".`],
  ]
    .filter(([stands]) => stands)
    .map(([, say]) => say);
}

/** Which version each place names. */
export function versions(root = ROOT) {
  const lock = JSON.parse(read(root, 'package-lock.json'));
  return new Map([
    ...manifests(root).map((file) => [file, JSON.parse(read(root, file)).version]),
    ...ownEntries(lock).map(([name, { version }]) => [`package-lock.json, ${name || 'root'}`, version]),
    [CLIENT, /CLIENT_VERSION = '([^']*)'/.exec(read(root, CLIENT))?.[1]],
  ]);
}

/** The new texts of all files that name the version. */
function withVersion(root, version) {
  const lock = JSON.parse(read(root, 'package-lock.json'));
  lock.version = version;
  for (const [, entry] of ownEntries(lock)) raise(entry, version);
  return [
    ...manifests(root).map((file) => [file, json(raise(JSON.parse(read(root, file)), version))]),
    ['package-lock.json', json(lock)],
    [CLIENT, read(root, CLIENT).replace(/(CLIENT_VERSION = ')[^']*/, `$1${version}`)],
  ];
}

/** The version of a package of ours, and of those that it depends on. */
function raise(manifest, version) {
  manifest.version = version;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    for (const name of Object.keys(manifest[kind] ?? {})) if (isOurs(name)) manifest[kind][name] = version;
  }
  return manifest;
}

function manifests(root) {
  return git(root, ['ls-files', 'package.json', '**/package.json'])
    .split('\n')
    .filter((file) => file && isOurs(JSON.parse(read(root, file)).name));
}

/** Of the lockfile: the root and the workspaces. What lies in node_modules is others', or a link to ours. */
function ownEntries(lock) {
  return Object.entries(lock.packages).filter(([name, { version }]) => version && !name.includes('node_modules/'));
}

function isOurs(name) {
  return name === 'reident' || /^@reident\//.test(name);
}

function dated(changelog, version, day) {
  return changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} - ${day}`);
}

/** What the changelog says about a version, without its heading; empty where that is nothing. */
export function sectionOf(changelog, version) {
  const [, ...sections] = changelog.split(/^## /m);
  const found = sections.find((section) => section.split(/\s/, 1)[0] === version);
  return found ? found.slice(found.indexOf('\n')).trim() : '';
}

function isVersion(text) {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(text);
}

function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

function read(root, file) {
  return readFileSync(path.join(root, file), 'utf8');
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function git(root, args, input = '') {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'inherit'] }).trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const [version = ''] = args.filter((arg) => !arg.startsWith('--'));
  try {
    if (args.includes('--notes')) console.log(notesOf(version));
    else await release({ version, dryRun: args.includes('--dry-run') });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

function notesOf(version) {
  const notes = sectionOf(read(ROOT, CHANGELOG), version);
  if (notes === '') throw new Error(`${CHANGELOG} says nothing about "${version}".`);
  return notes;
}
