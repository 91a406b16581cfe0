/**
 * Which project each test file belongs to. Nobody writes it down: it follows from where the file lies and from what it imports,
 * directly or through others, so that a file which begins to need the database moves by itself.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');

const FOLDERS = ['packages', 'apps', 'samples', 'tests', 'benchmarks'] as const;

/** The first row that fits decides. Looked for is what the test or a fixture that it loads says itself, not what the product does. */
// biome-ignore format: a table
const PROJECTS = [
  // project       lies in               or says
  ['reliability', 'tests/reliability/', null],
  ['browser',     null,                 /^(import\b.*|\} )from 'playwright-core'/m],
  ['database',    null,                 /\binject\('postgres'\)|\bstartEmbeddedPostgres\(|'tools\/start\.mjs'/],
  ['integration', null,                 /^(import\b.*|\} )from 'node:child_process'|\b(startEngineHost|openReader|loadFaceModels|draw(Sample|Case|Selfie|Tilt|Turn|Liveness)|letterOf|generateClient)\(/m],
  ['unit',        '',                   null],
] as const satisfies readonly (readonly [string, string | null, RegExp | null])[];

export type ProjectName = (typeof PROJECTS)[number][0];

export const PROJECT_NAMES = PROJECTS.map(([name]) => name);

/** Paths from the root, with slashes, in the order of the alphabet. */
export function testFilesByProject(root = ROOT): Record<ProjectName, string[]> {
  const sources = new Sources(root);
  const files = Object.fromEntries(PROJECT_NAMES.map((name) => [name, []])) as unknown as Record<ProjectName, string[]>;
  for (const file of FOLDERS.flatMap((folder) => testFilesIn(root, folder))) {
    const ours = [...sources.reachedFrom(file)].filter((one) => /^tests\/|\.test\.ts$/.test(one));
    const row = PROJECTS.find(
      ([, folder, words]) =>
        (folder !== null && file.startsWith(folder)) ||
        (words !== null && ours.some((one) => words.test(sources.textOf(one)))),
    );
    files[row?.[0] ?? 'unit'].push(file);
  }
  return files;
}

function testFilesIn(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFilesIn(root, name);
      return entry.name.endsWith('.test.ts') ? [name] : [];
    });
}

/** What is there at run time: an import of types alone leads nowhere. */
const IMPORT =
  /(?:^|[\n;}])\s*(?:import|export)\s+(?!type\b)(?:[\w*{][^'";]*?\bfrom\s*)?'([^'\n]+)'|\bimport\('([^'\n]+)'\)/g;

export class Sources {
  readonly #root: string;
  readonly #texts = new Map<string, string>();
  readonly #imports = new Map<string, string[]>();
  readonly #packages: ReadonlyMap<string, string>;

  constructor(root = ROOT) {
    this.#root = root;
    this.#packages = packageEntries(root);
  }

  /** Every file of ours that a file loads, itself included. */
  reachedFrom(file: string): ReadonlySet<string> {
    const reached = new Set([file]);
    for (const next of reached) for (const imported of this.#importsOf(next)) reached.add(imported);
    return reached;
  }

  textOf(file: string): string {
    const text = this.#texts.get(file) ?? readFileSync(path.join(this.#root, file), 'utf8');
    this.#texts.set(file, text);
    return text;
  }

  #importsOf(file: string): string[] {
    const known = this.#imports.get(file);
    if (known) return known;
    const targets = [...this.textOf(file).matchAll(IMPORT)].map(([, fixed, dynamic]) =>
      this.#resolve(file, (fixed ?? dynamic) as string),
    );
    const found = targets.filter((target) => target !== null);
    this.#imports.set(file, found);
    return found;
  }

  #resolve(from: string, specifier: string): string | null {
    if (!specifier.startsWith('.')) return this.#packages.get(specifier) ?? null;
    const target = path.posix.join(path.posix.dirname(from), specifier);
    return /\.(ts|tsx|mjs)$/.test(target) && existsSync(path.join(this.#root, target)) ? target : null;
  }
}

/** `@reident/domain/browser` → `packages/domain/browser.ts`, from the manifests of the workspaces. */
function packageEntries(root: string): Map<string, string> {
  const entries = new Map<string, string>();
  const folders = ['packages', 'apps']
    .filter((kind) => existsSync(path.join(root, kind)))
    .flatMap((kind) => readdirSync(path.join(root, kind)).map((name) => `${kind}/${name}`));
  for (const folder of [...folders, 'samples']) {
    const manifest = path.join(root, folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, exports = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
    for (const [entry, file] of Object.entries(exports))
      entries.set(path.posix.join(name, entry), path.posix.join(folder, file));
  }
  return entries;
}

interface Manifest {
  name: string;
  exports?: Record<string, string>;
}
