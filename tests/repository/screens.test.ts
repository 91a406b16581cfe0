import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contactSheet, KEPT, OVERVIEW } from '../../tools/screens.mjs';
import { testFilesByProject } from '../projects.ts';

const ROOT = path.join(import.meta.dirname, '../..');

it('the pictures in the repository are those of the table, thirteen at most', () => {
  expect(readdirSync(path.join(ROOT, 'docs/screens')).sort()).toEqual(
    Object.keys(KEPT)
      .map((name) => `${name}.png`)
      .sort(),
  );
  expect(Object.keys(KEPT).length).toBeLessThanOrEqual(13);
});

it.each(Object.entries(KEPT))('%s is shown by %s', (name, document) => {
  expect(readFileSync(path.join(ROOT, document), 'utf8')).toContain(`screens/${name}.png`);
});

describe('a test takes', () => {
  const taken = testFilesByProject().browser.flatMap((file) => namesTaken(readFileSync(path.join(ROOT, file), 'utf8')));

  it.each([...Object.keys(KEPT).filter((name) => name !== 'customer-overview'), ...OVERVIEW])('%s', (name) => {
    expect(taken).toContain(name);
  });

  it('only what its rows say, so that a name which nobody takes any more is seen here', () => {
    const test = `
      it.each([
        ['de', 'phone', PHONE],
        ['en', 'desktop', DESKTOP],
      ] as const)('…', async (language, device, size) => {
        const keep = keepAs(\`\${language}-\${device}\`);
        await keepScreen(page, 'camera-hold', keep);
      });
      it('…', async () => {
        await takeScreen(page, 'console-case');
      });`;
    expect(namesTaken(test)).toEqual(['camera-hold-de-phone', 'camera-hold-en-desktop', 'console-case']);
  });
});

/** A name, or the expression that makes one. */
const SAID = /('[^']*'|`[^`]*`|keepAs\([^)]*\)|\w+)/.source;

const TAKES = new RegExp(`\\b(?:takeScreen|keepScreen|arriveAt(?:InBoth)?)\\([\\w.]+, ${SAID}(?:, ${SAID})?\\)`, 'g');

/**
 * The names by which the tests of a file take pictures. What a template or a parameter stands for is said by the rows of `it.each`; a name
 * that is put together in another way is left out.
 */
function namesTaken(text: string): string[] {
  const [head = '', ...tests] = text.split(/^(?= *(?:it|describe)[.(])/m);
  const names = tests.flatMap((test) => {
    const [table = '', parameters = ''] = test.split(/\(([^()]*)\) =>/);
    const groups = [...table.matchAll(/\[([^[\]]*)\]/g)].map(([, group = '']) => group.split(', '));
    const rows = /\.each\(\[\s*'/.test(table) ? groups.flat().map((value) => [value]) : groups;
    return [[], ...rows].flatMap((row) =>
      namesOf(test, head, new Map(parameters.split(', ').map((p, i) => [p, row[i]]))),
    );
  });
  return [...new Set(names)];
}

/** @param row  what the parameters of the test stand for */
function namesOf(test: string, head: string, row: ReadonlyMap<string, string | undefined>): string[] {
  const meaningOf = (said: string): string | undefined => {
    if (said.startsWith("'")) return said.slice(1, -1);
    if (said.startsWith('keepAs(')) return meaningOf(said.slice('keepAs('.length, -1));
    if (said.startsWith('`')) {
      const parts = said.slice(1, -1).split(/\$\{(.*?)\}/);
      const filled = parts.map((part, i) => (i % 2 === 0 ? part : meaningOf(part)));
      return filled.includes(undefined) ? undefined : filled.join('');
    }
    const meant = row.get(said) ?? new RegExp(`\\bconst ${said} = ${SAID}`).exec(`${test}\n${head}`)?.[1];
    return meant === undefined || meant === said ? undefined : meaningOf(meant);
  };
  return [...test.matchAll(TAKES)].flatMap(([, screen = '', suffix]) => {
    const parts = [screen, ...(suffix === undefined ? [] : [suffix])].map(meaningOf);
    return parts.includes(undefined) ? [] : [parts.join('-')];
  });
}

it('the page of all pictures has each of them once', () => {
  const names = ['start-link-en-phone', 'camera-en-phone', 'camera-glare-de-phone', 'console-case', 'quit-dialog'];
  const page = contactSheet(names);
  for (const name of names) expect(page.split(`src="${name}.png"`), name).toHaveLength(2);
});
