import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One import as it is written: from a file to a file, both relative to the root of the project. */
export interface Import {
  from: string;
  to: string;
  /** As the file spells it. */
  specifier: string;
}

export interface ImportGraph {
  files: readonly string[];
  imports: readonly Import[];
  /** Specifiers that lead to no file of the project although they begin like one. */
  broken: readonly string[];
}

const SOURCE = /\.(ts|tsx|mjs|mts)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);
/** Static and dynamic imports, types too, and workers that are named by their address. */
const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])([^'"\n]+)\1/g;

/**
 * Every import between files of the project: relative ones and those by the name of a package, types included.
 *
 * @param root  folder with the root package.json
 */
export function readImports(root: string): ImportGraph {
  const files = sourceFiles(root);
  const known = new Set(files);
  const doors = packageDoors(root);
  const imports: Import[] = [];
  const broken: string[] = [];
  for (const from of files) {
    for (const [, , written = ''] of readFileSync(path.join(root, from), 'utf8').matchAll(SPECIFIER)) {
      const specifier = written.replace(/\?.*$/, '');
      const to = specifier.startsWith('.')
        ? path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier))
        : doors.get(specifier);
      if (to !== undefined && known.has(to)) imports.push({ from, to, specifier });
      else if (/^\..*\.tsx?$/.test(specifier) && !existsSync(path.join(root, to ?? '')))
        broken.push(`${from}: ${specifier}`);
    }
  }
  return { files, imports, broken };
}

/**
 * Groups of nodes that reach each other: Tarjan's strongly connected components with more than one member.
 *
 * @see R. Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function circles(nodes: Iterable<string>, next: (node: string) => Iterable<string>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    onStack.add(node);
    for (const other of next(node)) {
      if (!index.has(other)) {
        visit(other);
        low.set(node, Math.min(low.get(node)!, low.get(other)!));
      } else if (onStack.has(other)) low.set(node, Math.min(low.get(node)!, index.get(other)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const group: string[] = [];
    for (let member: string | undefined; member !== node; ) {
      member = stack.pop()!;
      onStack.delete(member);
      group.push(member);
    }
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found;
}

/** What git would commit, or every file where the sources came without git. */
function sourceFiles(root: string): string[] {
  const listed = gitFiles(root) ?? walk(root, '');
  return listed.filter((file) => SOURCE.test(file) && !/\.d\.m?ts$/.test(file) && existsSync(path.join(root, file)));
}

function gitFiles(root: string): string[] | null {
  if (!existsSync(path.join(root, '.git'))) return null;
  try {
    const output = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
    return output.split('\0').filter(Boolean);
  } catch {
    return null;
  }
}

function walk(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(root, name);
    return [name];
  });
}

/** `@reident/store` and `@reident/engine/live` to the files behind them, from the `exports` of each package. */
function packageDoors(root: string): Map<string, string> {
  const doors = new Map<string, string>();
  const folders = ['packages', 'apps'].flatMap((kind) =>
    readdirSync(path.join(root, kind)).map((name) => `${kind}/${name}`),
  );
  for (const folder of [...folders, 'samples', 'tools/sdkgen']) {
    const manifest = path.join(root, folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, exports = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      name: string;
      exports?: Record<string, string>;
    };
    for (const [entry, file] of Object.entries(exports))
      doors.set(path.posix.join(name, entry), path.posix.join(folder, file));
  }
  return doors;
}
