import { fileURLToPath } from 'node:url';
import { parseMrz } from '@reident/mrz';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, drawSample, SAMPLES, type SampleSpec } from '../../../samples/index.ts';
import type { Random } from '../../../samples/random.ts';
import { captured, GOOD_ORDER, goodMrz } from '../../../tests/fixtures/engine/good-readings.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import type { GreyImage } from '../image/pixels.ts';
import { distance } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import type { GlyphWeights } from './glyph-network.ts';
import { loadGlyphWeights } from './glyph-weights.ts';
import { MINIMUM_CONFIDENCE, type RawMrzReading, readMrz } from './read-mrz.ts';

let weights: GlyphWeights;

beforeAll(() => {
  weights = loadGlyphWeights(fileURLToPath(new URL('..', import.meta.url)));
});

// biome-ignore format: a table
const FORMAT_SAMPLES = [
  // format  specification                                                                  degrees
  ['TD1',    { seed: 'test/td1', kind: 'identity_card', side: 'back' },                     7],
  ['TD2',    { seed: 'test/td2', kind: 'identity_card_td2', side: 'front', issuer: 'FRA' }, -11],
  ['TD3',    { seed: 'test/td3', kind: 'passport', side: 'data_page', issuer: 'POL' },      4],
  ['MRV_A',  { seed: 'test/visa-a', kind: 'visa_a', side: 'data_page' },                    -6],
  ['MRV_B',  { seed: 'test/visa-b', kind: 'visa_b', side: 'data_page', issuer: 'FRA' },     9],
  ['FRA_ID', { seed: 'test/french', kind: 'french_card', side: 'front', issuer: 'FRA' },    -5],
] as const;

describe('an MRZ in a photo', () => {
  test.each(FORMAT_SAMPLES)('of format %s is read exactly at an angle', async (format, spec, rotationDegrees) => {
    const { reading, truth } = await photographAndRead({ ...spec, photo: { rotationDegrees, perspective: 0.05 } });
    expect(reading).toMatchObject({ format, lines: truth.lines, valid: true, accepted: true, repaired: 0 });
  });

  test.each(FORMAT_SAMPLES.flatMap(([format, spec], i) => [[format, spec, [90, 270][i % 2]!] as const]))(
    'of format %s is read exactly after a quarter turn',
    async (format, spec, rotationDegrees) => {
      const { reading, truth } = await photographAndRead({ ...spec, photo: { rotationDegrees: rotationDegrees + 3 } });
      expect(reading).toMatchObject({ format, lines: truth.lines, accepted: true });
    },
  );

  test('names Germany by one letter and two fillers', async () => {
    const { reading } = await photographAndRead(SAMPLES.passport);
    expect(
      reading?.lines.map((line, row) =>
        line.slice(
          ...(
            [
              [2, 5],
              [10, 13],
            ] as const
          )[row]!,
        ),
      ),
    ).toEqual(['D<<', 'D<<']);
  });

  test.each([
    ['MRV_A', 'fail', 'ID_NOT_SUPPORTED'],
    ['MRV_B', 'fail', 'ID_NOT_SUPPORTED'],
    ['FRA_ID', 'pass', null],
  ] as const)('of format %s tells whether the document is accepted', async (format, outcome, reason) => {
    const [, spec] = FORMAT_SAMPLES.find(([name]) => name === format)!;
    const { reading } = await photographAndRead(spec);
    const mrz = goodMrz({}, { ...parseMrz(reading!.lines), confidence: reading!.confidence });
    const findings = evaluateChecks(gatherEvidence([captured('document_data_page', { mrz })], GOOD_ORDER));
    expect(findings.find(({ check }) => check === 'document-supported')).toMatchObject({ outcome, reason });
  });

  test('is read upside down', async () => {
    const { reading, truth } = await photographAndRead({ ...FORMAT_SAMPLES[2][1], photo: { rotationDegrees: 180 } });
    expect(reading?.lines).toEqual(truth.lines);
  });

  test('is found among other printed matter', async () => {
    const { reading, truth } = await photographAndRead(SAMPLES.cluttered);
    expect(reading?.lines).toEqual(truth.lines);
  });

  test('is read where the picture is out of focus and its background dark and full of noise', async () => {
    const { reading, truth } = await photographAndRead({
      seed: 'test/noisy 2',
      kind: 'identity_card',
      side: 'back',
      photo: {
        width: 1280,
        height: 720,
        coverage: 0.8,
        rotationDegrees: 4,
        perspective: 0.1,
        lightFallOff: 0.5,
        defocusPixels: 2.8,
        noise: 16,
        jpegQuality: 50,
        background: 'cluttered',
      },
    });
    expect(reading).toMatchObject({ lines: truth.lines, accepted: true, repaired: 0 });
  });

  test('is located to within half a character', async () => {
    const { reading, truth } = await photographAndRead(SAMPLES.passport);
    const corners = truth.quad.map(({ x, y }): Point => [x, y]);
    const pitch = distance(corners[0]!, corners[1]!) / 44;
    reading!.quad.forEach((corner, i) => {
      expect(distance(corner, corners[i]!)).toBeLessThan(pitch);
    });
    const first = reading!.characters[0]!;
    expect(first).toMatchObject({ line: 1, position: 1, character: 'P' });
    expect(Math.abs(first.x - truth.quad[0].x - pitch / 2)).toBeLessThan(pitch / 2);
  });
});

describe('paper and what lies around it', () => {
  test.each([
    ['up', -0.9],
    ['down', 0.9],
  ] as const)('lines that bend %s by a capital are read exactly', async (_, capitals) => {
    const { grey, truth } = await flatPage();
    const [left, right] = [truth.quad[0].x, truth.quad[1].x];
    const height = capitals * 0.95 * ((right - left) / 44);
    const bent = moved(grey, (x) => height * (1 - ((2 * (x - left)) / (right - left) - 1) ** 2));
    expect(readMrz(bent, { weights })).toMatchObject({ lines: truth.lines, accepted: true, repaired: 0 });
  });

  test('print that runs on beside the page, line by line, is told from the MRZ', async () => {
    const { grey, truth } = await flatPage();
    const [topLeft, topRight, , bottomLeft] = truth.quad;
    const pitch = (topRight.x - topLeft.x) / 44;
    const random = createRandom('print beside the page');
    for (const y of [topLeft.y, bottomLeft.y - 0.95 * pitch]) {
      printLetters(grey, { from: 4, to: topLeft.x - 0.8 * pitch, y, height: 0.95 * pitch, random });
      printLetters(grey, { from: topRight.x + 0.8 * pitch, to: grey.width - 4, y, height: 0.95 * pitch, random });
    }
    expect(readMrz(grey, { weights })).toMatchObject({ lines: truth.lines, accepted: true });
  });

  test('a table that is taken for the document first does not hide the page on it', async () => {
    const { jpeg, truth } = await drawSample({
      ...SAMPLES.cluttered,
      photo: { width: 1280, height: 720, coverage: 0.4 },
    });
    const page = truth.quad.map(({ x, y }): Point => [x, y]) as unknown as Quad;
    const table: Quad = [
      [10, 10],
      [1270, 30],
      [1260, 700],
      [20, 690],
    ];
    const reading = readMrz(await greyOf(jpeg), { weights, outlines: [table, page] });
    expect(reading).toMatchObject({ lines: truth.mrz!.lines, accepted: true });
  });
});

describe('a picture as a mirror shows it', () => {
  test.each([
    ...[1, 2, 5].map((i) => ['left is right', FORMAT_SAMPLES[i]![1], (jpeg: Buffer) => sharp(jpeg).flop()] as const),
    ['above is below', FORMAT_SAMPLES[0][1], (jpeg: Buffer) => sharp(jpeg).flip()],
    ['after a quarter turn', FORMAT_SAMPLES[2][1], (jpeg: Buffer) => sharp(jpeg).rotate(90).flop()],
  ] as const)('is read all the same, and marked: %s', async (_, spec, inMirror) => {
    const { jpeg, truth } = await drawSample({ ...spec, photo: { width: 1280, height: 720 } });
    const reading = await read(await inMirror(jpeg).jpeg({ quality: 95 }).toBuffer());
    expect(reading).toMatchObject({ lines: truth.mrz!.lines, accepted: true, mirrored: true });
    // The corners go round clockwise, as those of every place do.
    const [a, b, c] = reading!.quad;
    expect((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])).toBeGreaterThan(0);
  });

  test('is none when it can be read as it is', async () => {
    expect((await photographAndRead(SAMPLES.passport)).reading).toMatchObject({ accepted: true, mirrored: false });
  });
});

describe('what cannot be read is never accepted', () => {
  test('a wrong check digit stays wrong: it is neither accepted nor repaired', async () => {
    const { reading, truth } = await photographAndRead(SAMPLES.broken_check_digit);
    expect(reading).toMatchObject({ lines: truth.lines, valid: false, accepted: false, repaired: 0 });
  });

  test.each(['blurred', 'shaken', 'glare_on_mrz', 'occluded_mrz'] as const)('%s', async (name) => {
    const { reading } = await photographAndRead(SAMPLES[name]);
    expect(reading?.accepted ?? false).toBe(false);
  });

  test('a document without an MRZ', async () => {
    const { jpeg } = await drawSample(SAMPLES.driving_licence);
    const reading = await read(jpeg);
    expect(reading?.accepted ?? false).toBe(false);
  });

  test('an empty picture and one of a few pixels have no MRZ', () => {
    for (const [width, height] of [
      [640, 480],
      [3, 2],
      [1, 1],
    ] as const) {
      expect(readMrz({ data: new Uint8Array(width * height).fill(200), width, height }, { weights })).toBeNull();
    }
  });
});

test('the same picture always gives the same reading', async () => {
  const { jpeg } = await drawSample(SAMPLES.card_back);
  expect(await read(jpeg)).toEqual(await read(jpeg));
});

test('an accepted reading is valid and above the gate in every character', async () => {
  const { reading } = await photographAndRead(SAMPLES.card_back);
  expect(reading!.accepted).toBe(true);
  expect(Math.min(...reading!.characters.map(({ confidence }) => confidence))).toBe(reading!.confidence);
  expect(reading!.confidence).toBeGreaterThanOrEqual(MINIMUM_CONFIDENCE);
});

async function photographAndRead(spec: SampleSpec) {
  const { jpeg, truth } = await drawSample({ ...spec, photo: { width: 1280, height: 720, ...spec.photo } });
  return { reading: await read(jpeg), truth: truth.mrz! };
}

async function read(jpeg: Buffer): Promise<RawMrzReading | null> {
  return readMrz(await greyOf(jpeg), { weights });
}

async function greyOf(jpeg: Buffer): Promise<GreyImage> {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A page that lies level and straight, with room left and right. */
async function flatPage() {
  const photo = { width: 1600, height: 1000, coverage: 0.7, rotationDegrees: 0, perspective: 0 };
  const { jpeg, truth } = await drawSample({ seed: 'test/flat page', kind: 'passport', side: 'data_page', photo });
  return { grey: await greyOf(jpeg), truth: truth.mrz! };
}

/** The picture with every column moved down by so many pixels. */
function moved({ data, width, height }: GreyImage, downAt: (x: number) => number): GreyImage {
  const bent = new Uint8Array(data.length);
  for (let x = 0; x < width; x++) {
    const down = downAt(x);
    for (let y = 0; y < height; y++) {
      const from = Math.min(height - 2, Math.max(0, y - down));
      const [above, part] = [Math.floor(from), from - Math.floor(from)];
      bent[y * width + x] = data[above * width + x]! * (1 - part) + data[(above + 1) * width + x]! * part;
    }
  }
  return { data: bent, width, height };
}

/** Dark shapes a letter high and of many widths, as print has them: no font is needed to be no MRZ. */
function printLetters(
  { data, width }: GreyImage,
  { from, to, y, height, random }: { from: number; to: number; y: number; height: number; random: Random },
): void {
  for (let x = from; x < to; ) {
    const letter = height * (0.25 + 0.8 * random.next());
    for (const part of [0, 0.75])
      for (let column = x + part * letter; column < Math.min(to, x + (part + 0.25) * letter); column++)
        for (let row = Math.round(y); row < y + height; row++) data[row * width + Math.round(column)] = 40;
    x += letter + height * 0.2;
  }
}
