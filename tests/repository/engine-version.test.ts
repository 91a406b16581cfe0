import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_PROCESS, engineVersion } from '../../tools/engine-version.mjs';

const ROOT = path.join(import.meta.dirname, '../..');

/** A small tree of the same shape: the engine, a library of ours below it, and a package of others. */
const TREE: Readonly<Record<string, string>> = {
  'packages/engine/package.json': json({
    version: '0.3.0',
    dependencies: { '@reident/letters': '0.3.0', sharp: '1.0.0' },
  }),
  'packages/engine/index.ts': `import { letters } from '@reident/letters';
export function judge(text: string): boolean {
  const wanted = letters(text);
  return wanted.length > LIMIT;
}
/** Measured. */
const LIMIT = 12;
`,
  [ENGINE_PROCESS]: `import sharp from 'sharp';\nexport const read = (bytes: Uint8Array) => sharp(bytes);\n`,
  'packages/engine/judge.test.ts': `export {};\n`,
  'packages/engine/weights/glyphs.json': '[0.25, 0.5]\n',
  'packages/letters/package.json': json({ name: '@reident/letters', type: 'module', exports: './index.ts' }),
  'packages/letters/index.ts': `export * from './letters.ts';\nexport * from './sentences.ts';\n`,
  'packages/letters/letters.ts': `export const letters = (text: string) => text.replace(/[^A-Z]/g, '');\n`,
  'packages/letters/sentences.ts': `export const SENTENCES = { sorry: sentence('Sorry.') };
function sentence(text: string) {
  return { text };
}
`,
  'package-lock.json': json({
    packages: { 'node_modules/sharp': { version: '1.0.0', integrity: 'sha512-aaaa' } },
  }),
};

let root: string;
let before: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'reident-engine-version-'));
  for (const [file, text] of Object.entries(TREE)) write(file, text);
  mkdirSync(path.join(root, 'node_modules/@reident'), { recursive: true });
  symlinkSync(path.join(root, 'packages/letters'), path.join(root, 'node_modules/@reident/letters'));
  before = await engineVersion(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The version of the tree with one place of one file written otherwise. */
async function versionWith(file: string, was: string, is: string): Promise<string> {
  const text = TREE[file]!;
  expect(text).toContain(was);
  write(file, text.replaceAll(was, is));
  try {
    return await engineVersion(root);
  } finally {
    write(file, text);
  }
}

describe('the version of the engine', () => {
  it('is the version of the release and a fingerprint, the same each time', async () => {
    expect(before).toMatch(/^0\.3\.0\+[0-9a-f]{12}$/);
    expect(await engineVersion(root)).toBe(before);
  });

  // biome-ignore format: a table
  it.each([
    // what changes                             file                                   was                 is
    ['a limit',                                 'packages/engine/index.ts',            'LIMIT = 12',       'LIMIT = 13'],
    ['what the process does with a picture',    ENGINE_PROCESS,                        'sharp(bytes)',     'sharp(bytes, {})'],
    ['a weight',                                'packages/engine/weights/glyphs.json', '0.25',             '0.26'],
    ['a package that it computes with',         'package-lock.json',                   '"1.0.0"',          '"1.0.1"'],
    ['the bytes of such a package',             'package-lock.json',                   'sha512-aaaa',      'sha512-bbbb'],
    ['what it uses of another workspace',       'packages/letters/letters.ts',         '[^A-Z]',           '[^A-Z0-9]'],
  ])('changes with %s', async (_, file, was, is) => {
    expect(await versionWith(file, was, is)).not.toBe(before);
  });

  // biome-ignore format: a table
  it.each([
    // what changes                             file                                   was                 is
    ['a comment',                               'packages/engine/index.ts',            '/** Measured. */', '/** Ours. */\n\n'],
    ['a type',                                  ENGINE_PROCESS,                        'Uint8Array',       'Buffer'],
    ['another way to write the same',           'packages/engine/index.ts',            '> LIMIT',          '>\n    LIMIT'],
    ['a test',                                  'packages/engine/judge.test.ts',       'export {}',        'export const tested = true'],
    ['what it does not use of other workspaces', 'packages/letters/sentences.ts',      'Sorry.',           'We are sorry.'],
  ])('stays with %s', async (_, file, was, is) => {
    expect(await versionWith(file, was, is)).toBe(before);
  });

  it('keeps its fingerprint when only the release is another', async () => {
    const released = await versionWith('packages/engine/package.json', '"version": "0.3.0"', '"version": "0.4.0"');
    expect(released).toBe(before.replace('0.3.0', '0.4.0'));
  });

  it('refuses to name an engine whose packages are not locked', async () => {
    await expect(versionWith('package-lock.json', 'node_modules/sharp', 'node_modules/blunt')).rejects.toThrow(
      /sharp is not in package-lock\.json/,
    );
  });

  it('of this tree is made the same way', async () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'packages/engine/package.json'), 'utf8'));
    expect(await engineVersion()).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')}\\+[0-9a-f]{12}$`));
  });
});
