import { expect, test } from 'vitest';
import { drawnTemplate } from '../../../tests/fixtures/engine/good-readings.ts';
import { type DocumentTemplate, packTemplate, unpackTemplate } from '../document/template.ts';
import { THRESHOLDS } from '../thresholds/thresholds.ts';
import { matchTemplates } from './same-document.ts';

const document = drawnTemplate();

test('a document is like itself', () => {
  const { alike, blocks } = matchTemplates(document, document);
  expect(alike).toBe(1);
  expect(blocks).toBeGreaterThan(THRESHOLDS.videoBlocks.value);
});

test.each([2, 7, 99, 4711, 123456])('another text (%d) in the same lines is another document', (seed) => {
  expect(matchTemplates(document, drawnTemplate(seed)).alike).toBeLessThan(THRESHOLDS.videoLikePicture.value);
});

test.each([
  [10, 0],
  [-10, 8],
  [3, -8],
])('an outline that was found %d and %d places off does not make it another document', (right, down) => {
  expect(matchTemplates(document, drawnTemplate(1, [right, down])).alike).toBeGreaterThan(0.95);
});

test('neither does less light or less contrast', () => {
  const darker = { luma: document.luma.map((luma) => 30 + luma / 3), chroma: null };
  expect(matchTemplates(document, darker).alike).toBeGreaterThan(0.95);
});

test('an empty sheet has no text to be found', () => {
  const sheet = { luma: new Uint8Array(document.luma.length).fill(240), chroma: null };
  expect(matchTemplates(sheet, document)).toEqual({ alike: 0, blocks: 0, colourChange: null });
});

test('a patch that changes its colour is told apart from a change of the whole light', () => {
  const coloured = (cb: (i: number) => number): DocumentTemplate => ({
    luma: document.luma,
    chroma: { cb: document.luma.map((_, i) => cb(i)), cr: new Uint8Array(document.luma.length).fill(128) },
  });
  const inPatch = (i: number) => i % 240 > 50 && i % 240 < 90 && i > 240 * 60 && i < 240 * 100;
  const grey = coloured(() => 128);
  expect(
    matchTemplates(
      grey,
      coloured(() => 140),
    ).colourChange,
  ).toBe(0);
  expect(
    matchTemplates(
      grey,
      coloured((i) => (inPatch(i) ? 170 : 128)),
    ).colourChange,
  ).toBeGreaterThan(30);
});

test('what is kept of a template is its brightness, and nothing else is taken for one', () => {
  expect(unpackTemplate(packTemplate(document))).toEqual(document);
  for (const other of ['', 'AAAA', 'no base64 at all']) expect(unpackTemplate(other)).toBeNull();
});
