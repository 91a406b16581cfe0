/** The catalogue of requirements, the ids that the repository names, and the tests that prove them: each against the others. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  citations,
  idsIn,
  KINDS,
  PAGE,
  prefixOf,
  proofsIn,
  readRequirements,
  root,
  sourceFiles,
} from '../../tools/requirements.ts';
import { requirementsPage, untestedOn } from '../../tools/requirements-page.ts';

const requirements = readRequirements();
const ids = requirements.map(({ id }) => id);
const files = sourceFiles();
const page = readFileSync(path.join(root, PAGE), 'utf8');

describe('the catalogue', () => {
  it('has every id once, in order, and one area for each prefix', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const prefixes = [...new Set(ids.map(prefixOf))];
    const counted = prefixes.flatMap((prefix) =>
      ids.filter((id) => prefixOf(id) === prefix).map((_, n) => `${prefix}-${n + 1}`),
    );
    expect(ids).toEqual(counted);
    expect(new Set(requirements.map(({ area }) => area)).size).toBe(prefixes.length);
    for (const { id, area } of requirements) {
      expect(area, id).toBe(requirements.find((other) => prefixOf(other.id) === prefixOf(id))?.area);
    }
  });

  it('says each duty in a whole sentence, of which kind it is and where it comes from', () => {
    for (const { id, kind, sentence, source } of requirements) {
      expect(sentence, id).toMatch(/^[A-Z].{20,}\.$/);
      expect(Object.keys(KINDS), id).toContain(kind);
      expect(source, id).not.toBe('');
    }
  });

  it('has every id that the repository names', () => {
    const unknown = [...citations(files)].filter(([id]) => !ids.includes(id));
    expect(unknown).toEqual([]);
  });
});

describe('the page of the requirements', () => {
  it('says what the catalogue and the tests say today; if not, run npm run docs', () => {
    expect(page).toBe(requirementsPage());
  });

  it('has every requirement with its tests, and lists exactly those as untested that no test names', () => {
    const proven = new Set(files.flatMap(proofsIn).map(({ id }) => id));
    expect(untestedOn(page)).toEqual(ids.filter((id) => !proven.has(id)));
    for (const id of ids) {
      const [, entry = ''] = page.split(`\n### ${id}\n`);
      expect(entry.split('\n#')[0]!.includes('No test yet.'), id).toBe(!proven.has(id));
    }
  });
});

describe('what names a requirement', () => {
  // Put together here, because this file is searched for unknown ids like every other.
  const unknown = ['WHO', 1].join('-');

  it.each([
    ['an id in brackets', 'signed [WH-1]', ['WH-1']],
    ['several in one pair of brackets', '[REL-1, REL-2]', ['REL-1', 'REL-2']],
    ['or in a pair each', '[WH-1] [WH-2]', ['WH-1', 'WH-2']],
    ['an id in a table or a sentence', "error(409, 'ours', 'HTTP; API-6')", ['API-6']],
    ['an unknown prefix in brackets, which is a slip', `[${unknown}]`, [unknown]],
  ])('is %s', (_, text, found) => expect(idsIn(text)).toEqual(found));

  it.each(['SHA-256', 'ID-1', 'an AES-256 key', '[A-Z0-9]', 'WH-', 'XWH-1'])('is not %s', (text) =>
    expect(idsIn(text)).toEqual([]),
  );
});

describe('what proves a requirement', () => {
  const proofs = (text: string) =>
    proofsIn({ file: 'x.test.ts', text }).map(({ id, scope, names }) => [id, scope, ...names].join(' '));

  it.each([
    ['the name of a test', `it('signs [WH-1]', () => {});`, ['WH-1 test signs']],
    [
      'the name of a describe',
      `describe('a call [WH-1]', () => { it('signs', () => {}); });`,
      ['WH-1 describe a call'],
    ],
    [
      'a name beneath others',
      `describe('“a” call', () => { it('signs [WH-1]', () => {}); });`,
      ['WH-1 test “a” call signs'],
    ],
    ['a name that a table fills', `it.each(rows)('%s signs [WH-1]', () => {});`, ['WH-1 test … signs']],
    ['a name that is computed', `test.skipIf(slow)(\`\${n} calls [WH-1]\`, () => {});`, ['WH-1 test … calls']],
    [
      'the comment above a test',
      `/** As published [WH-1]. */\n// And so on.\nit('signs', () => {});`,
      ['WH-1 test signs'],
    ],
    ['a comment inside a test', `it('signs', () => {\n  // [WH-1]\n});`, ['WH-1 test signs']],
    [
      'the head of the file',
      `/** Signing [WH-1]. */\nimport 'x';\nit('signs [WH-1] [WH-2]', () => {});`,
      ['WH-1 file', 'WH-2 test signs'],
    ],
  ])('is %s', (_, text, found) => expect(proofs(text)).toEqual(found));

  it.each([
    ['the comment of a helper', `import 'x';\n/** Signs [WH-1]. */\nfunction sign() {}\nit('signs', sign);`],
    ['a value', `const expected = '[WH-1]';\nit('signs', () => {});`],
    ['a test that is skipped', `it.skip('signs [WH-1]', () => {});`],
    ['a test that is only planned', `it.todo('signs [WH-1]');`],
    ['a test of a describe that is skipped', `describe.skip('a call', () => { it('signs [WH-1]', () => {}); });`],
    ['a call upon something else named test', `const test = open();\ntest.database.inTenant('[WH-1]', () => {});`],
  ])('is not %s', (_, text) => expect(proofs(text)).toEqual([]));
});
