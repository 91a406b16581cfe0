/**
 * The requirements of `spec/requirements.tsv`: where the repository names them, and which tests prove them.
 *
 * A test proves a requirement when it bears the id: in its own name, in the name of a `describe` around it, in the
 * comment directly above either, in a comment inside the test, or in the comment at the head of its file (then the
 * whole file does). An id beside a helper or a fixture is a mention, not a proof, and so is one on a test that is
 * skipped or only planned.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

export const root = path.join(import.meta.dirname, '..');
export const CATALOGUE = 'spec/requirements.tsv';
export const PAGE = 'docs/requirements.md';

export const KINDS = {
  rule: 'it holds or it does not',
  figure: 'a number to reach on a known machine, to be measured rather than asserted',
  process: 'how we release and what we claim',
} as const;

export interface Requirement {
  id: string;
  area: string;
  kind: keyof typeof KINDS;
  sentence: string;
  /** What would convince us in full; empty where the sentence says it already. */
  proof: string;
  source: string;
}

/** A test, a `describe` or a whole file that bears the id of a requirement. */
export interface Proof {
  id: string;
  file: string;
  scope: 'test' | 'describe' | 'file';
  /** The names from the outermost `describe` inwards; none for a whole file. */
  names: string[];
}

export interface SourceFile {
  file: string;
  text: string;
}

export function readRequirements(): Requirement[] {
  const lines = readFileSync(path.join(root, CATALOGUE), 'utf8').split('\n');
  const [head = [], ...rows] = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  return rows.map((cells) => Object.fromEntries(head.map((column, n) => [column, cells[n] ?? ''])) as never);
}

/**
 * Every text file that people write, by its path from the root, sorted. The folders are walked, not asked of git, so
 * that an unpacked archive and a clone answer the same; what is installed, built or stored is left out.
 */
export function sourceFiles(): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !/^\.|^(node_modules|dist|coverage)$/.test(entry.name) && file !== 'data') walk(file);
      else if (entry.isFile() && TEXT.test(file) && file !== CATALOGUE && file !== PAGE)
        found.push({ file, text: readFileSync(path.join(root, file), 'utf8') });
    }
  };
  walk('');
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

const TEXT = /\.(ts|tsx|mts|js|mjs|cjs|sql|css|html|md|tsv|ya?ml|sh)$/;

/**
 * The ids that a text names. In brackets whatever is shaped like an id counts, so that a slip of the pen is noticed;
 * without brackets, as in the column of a table, only the prefixes of the catalogue do.
 */
export function idsIn(text: string): string[] {
  const bracketed = [...text.matchAll(BRACKETS)].flatMap(([inside]) => inside.match(/[A-Z]{2,4}-\d+/g) ?? []);
  return [...new Set([...bracketed, ...(text.match(BARE) ?? [])])];
}

const BRACKETS = /\[[A-Z]{2,4}-\d+[^\]\n]*\]/g;
const BARE = new RegExp(
  `\\b(?:${[...new Set(readRequirements().map(({ id }) => prefixOf(id)))].join('|')})-\\d+\\b`,
  'g',
);

export function prefixOf(id: string): string {
  return id.split('-')[0]!;
}

/** The files that name each id, as they come. */
export function citations(files: readonly SourceFile[]): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  for (const { file, text } of files) {
    for (const id of idsIn(text)) cited.set(id, [...(cited.get(id) ?? []), file]);
  }
  return cited;
}

/** The proofs that a test file holds, in the order of the file; none for any other file. */
export function proofsIn({ file, text }: SourceFile): Proof[] {
  if (!/\.test\.tsx?$/.test(file) || idsIn(text).length === 0) return [];
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]!.message}`);
  const blocks = blocksIn(program, text);
  const proofs: (Proof & { at: number })[] = [];

  for (const { title, start, scope, names, skipped } of blocks) {
    if (!skipped) for (const id of idsIn(title)) proofs.push({ id, file, scope, names, at: start });
  }
  for (const comment of comments) {
    const ids = idsIn(comment.value);
    if (ids.length === 0) continue;
    const block = blocks.find(
      ({ start, end, scope }) => scope === 'test' && start < comment.start && comment.end < end,
    );
    const below = blocks.find(({ start }) => start >= comment.end);
    const owner = block ?? (below && ONLY_COMMENTS.test(text.slice(comment.end, below.start)) ? below : undefined);
    if (owner?.skipped) continue;
    const atHead = owner === undefined && comment.end <= (program.body[0]?.start ?? 0);
    const { scope, names, start } = owner ?? { scope: 'file' as const, names: [], start: 0 };
    if (owner || atHead) for (const id of ids) proofs.push({ id, file, scope, names, at: start });
  }

  const byWholeFile = new Set(proofs.filter(({ scope }) => scope === 'file').map(({ id }) => id));
  return proofs
    .filter(({ id, scope }) => scope === 'file' || !byWholeFile.has(id))
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...proof }) => proof);
}

const ONLY_COMMENTS = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*$/;

interface Block {
  scope: 'test' | 'describe';
  /** As it stands in the file. */
  title: string;
  names: string[];
  skipped: boolean;
  start: number;
  end: number;
}

/** The calls of `describe`, `it` and `test` that bear a name, in the order of the file. */
function blocksIn(program: ESTree.Program, text: string): Block[] {
  const blocks: Block[] = [];
  const around: Block[] = [];
  new Visitor({
    CallExpression(node) {
      const chain = chainOf(node.callee);
      const [first] = node.arguments;
      if (first === undefined || !namesBlock(node.callee, chain)) return;
      const outer = around.at(-1);
      const name = nameOf(first, chain.some(takesTable));
      const block: Block = {
        scope: chain[0] === 'describe' ? 'describe' : 'test',
        title: text.slice(first.start, first.end),
        names: [...(outer?.names ?? []), name],
        skipped: (outer?.skipped ?? false) || chain.includes('skip') || chain.includes('todo'),
        start: node.start,
        end: node.end,
      };
      blocks.push(block);
      around.push(block);
    },
    'CallExpression:exit'(node) {
      if (around.at(-1)?.start === node.start && around.at(-1)?.end === node.end) around.pop();
    },
  }).visit(program);
  return blocks;
}

/** `it.each(rows)` as `['it', 'each']`; a link that is no plain name ends up as an empty one. */
function chainOf(callee: ESTree.Expression | ESTree.Super): string[] {
  if (callee.type === 'Identifier') return [callee.name];
  if (callee.type === 'CallExpression') return chainOf(callee.callee);
  if (callee.type === 'TaggedTemplateExpression') return chainOf(callee.tag);
  if (callee.type !== 'MemberExpression') return [''];
  return [...chainOf(callee.object), callee.property.type === 'Identifier' ? callee.property.name : ''];
}

/** `it.each(rows)('…')` names a block, `it.each(rows)` alone does not yet, and `test.database.inTenant(…)` is something else. */
function namesBlock(callee: ESTree.Expression | ESTree.Super, [first = '', ...rest]: string[]): boolean {
  const called = callee.type === 'CallExpression' || callee.type === 'TaggedTemplateExpression';
  const last = rest.at(-1) ?? '';
  return (
    ['describe', 'it', 'test'].includes(first) &&
    rest.every((link) => MODIFIERS.includes(link)) &&
    called === (takesTable(last) || ['skipIf', 'runIf'].includes(last))
  );
}

const MODIFIERS = ['concurrent', 'each', 'fails', 'for', 'only', 'runIf', 'sequential', 'skip', 'skipIf', 'todo'];

function takesTable(link: string): boolean {
  return link === 'each' || link === 'for';
}

/** The name without its ids, with an ellipsis for what only the run knows. */
function nameOf(argument: ESTree.Argument, fromTable: boolean): string {
  const text = literalText(argument).replaceAll(/\s*\[[A-Z]{2,4}-\d+[^\]\n]*\]/g, '');
  return fromTable ? text.replaceAll(/%[sdifjoO#]|\$[a-zA-Z_][\w.]*/g, '…') : text;
}

function literalText(argument: ESTree.Argument): string {
  if (argument.type === 'Literal' && typeof argument.value === 'string') return argument.value;
  if (argument.type === 'TemplateLiteral') return argument.quasis.map(({ value }) => value.cooked ?? '').join('…');
  return '…';
}
