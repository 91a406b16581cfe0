import { expect, test } from 'vitest';
import { drawnAppearance } from '../../../tests/fixtures/engine/good-readings.ts';
import { THRESHOLDS } from '../checks/thresholds.ts';
import { type Appearance, packAppearance, unpackAppearance } from '../document/template.ts';
import { compareAppearances } from './same-document.ts';

const document = drawnAppearance();

test('a document is like itself', () => {
  const { alike, blocks } = compareAppearances(document, document);
  expect(alike).toBe(1);
  expect(blocks).toBeGreaterThan(THRESHOLDS.videoBlocks.value);
});

test.each([2, 7, 99, 4711, 123456])('another text (%d) in the same lines is another document', (seed) => {
  expect(compareAppearances(document, drawnAppearance(seed)).alike).toBeLessThan(THRESHOLDS.videoLikePicture.value);
});

test.each([
  [10, 0],
  [-10, 8],
  [3, -8],
])('an outline that was found %d and %d places off does not make it another document', (right, down) => {
  expect(compareAppearances(document, drawnAppearance(1, [right, down])).alike).toBeGreaterThan(0.95);
});

test('neither does less light or less contrast', () => {
  const darker = { luma: document.luma.map((luma) => 30 + luma / 3), chroma: null };
  expect(compareAppearances(document, darker).alike).toBeGreaterThan(0.95);
});

test('an empty sheet has no print to be found', () => {
  const sheet = { luma: new Uint8Array(document.luma.length).fill(240), chroma: null };
  expect(compareAppearances(sheet, document)).toEqual({ alike: 0, blocks: 0, colourChange: null });
});

test('a patch that changes its colour is told apart from a change of the whole light', () => {
  const coloured = (cb: (i: number) => number): Appearance => ({
    luma: document.luma,
    chroma: { cb: document.luma.map((_, i) => cb(i)), cr: new Uint8Array(document.luma.length).fill(128) },
  });
  const inPatch = (i: number) => i % 240 > 50 && i % 240 < 90 && i > 240 * 60 && i < 240 * 100;
  const grey = coloured(() => 128);
  expect(
    compareAppearances(
      grey,
      coloured(() => 140),
    ).colourChange,
  ).toBe(0);
  expect(
    compareAppearances(
      grey,
      coloured((i) => (inPatch(i) ? 170 : 128)),
    ).colourChange,
  ).toBeGreaterThan(30);
});

test('what is kept of an appearance is its brightness, and nothing else is taken for one', () => {
  expect(unpackAppearance(packAppearance(document))).toEqual(document);
  for (const other of ['', 'AAAA', 'no base64 at all']) expect(unpackAppearance(other)).toBeNull();
});
