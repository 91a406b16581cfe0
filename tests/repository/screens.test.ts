import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { contactSheet, KEPT } from '../../tools/screens.mjs';

const ROOT = path.join(import.meta.dirname, '../..');

it('the pictures in the repository are those of the table, a dozen at most', () => {
  expect(readdirSync(path.join(ROOT, 'docs/screens')).sort()).toEqual(
    Object.keys(KEPT)
      .map((name) => `${name}.png`)
      .sort(),
  );
  expect(Object.keys(KEPT).length).toBeLessThanOrEqual(12);
});

it.each(Object.entries(KEPT))('%s is shown by %s', (name, document) => {
  expect(readFileSync(path.join(ROOT, document), 'utf8')).toContain(`screens/${name}.png`);
});

it('the page of all pictures has each of them once', () => {
  const names = ['start-link-en-phone', 'camera-en-phone', 'camera-glare-de-phone', 'console-case', 'quit-dialog'];
  const page = contactSheet(names);
  for (const name of names) expect(page.split(`src="${name}.png"`), name).toHaveLength(2);
});
