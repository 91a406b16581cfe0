import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { numberFits, REASONS } from '@reident/domain';
import { parseMrz } from '@reident/mrz';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { composeMrz } from './documents/mrz.ts';
import {
  CAMERA_FRAME,
  drawCase,
  drawSample,
  drawSelfie,
  drawTilt,
  drawTurn,
  SAMPLES,
  SCENARIOS,
  SELFIES,
  writeCameraFile,
} from './index.ts';
import { GIVEN_NAMES, SURNAMES } from './people/persons.ts';
import type { Scenario } from './scenarios.ts';

test('the same specification always gives the same picture', async () => {
  const [one, other] = [await drawSample(SAMPLES.card_front), await drawSample(SAMPLES.card_front)];
  const digest = (jpeg: Buffer) => createHash('sha256').update(jpeg).digest('hex');
  expect(digest(one.jpeg)).toBe(digest(other.jpeg));
  expect(digest((await drawSample({ ...SAMPLES.card_front, seed: 'another' })).jpeg)).not.toBe(digest(one.jpeg));
});

test('front and back of a card belong to the same holder and number', async () => {
  const [front, back] = [await drawSample(SAMPLES.card_front), await drawSample(SAMPLES.card_back)];
  const mrz = parseMrz(back.truth.mrz!.lines);
  expect(mrz.valid).toBe(true);
  expect(mrz.fields.documentNumber).toBe(front.truth.fields.documentNumber!.text);
  expect(back.truth.document.holder).toEqual(front.truth.document.holder);
});

test('every name makes an MRZ whose check digits are right', () => {
  for (const lastName of SURNAMES) {
    for (const firstName of [...GIVEN_NAMES.F, ...GIVEN_NAMES.M]) {
      for (const format of ['TD1', 'TD2', 'TD3'] as const) {
        const holder = { lastName, firstName, sex: 'F', birthDate: '1984-03-17' } as const;
        const lines = composeMrz(format, { holder, issuer: 'DEU', number: 'C01X00T47', expiresOn: '2031-02-28' });
        expect(parseMrz(lines)).toMatchObject({ format, valid: true });
      }
    }
  }
});

test('a broken check digit is the one of the birth date, and nothing else is wrong', async () => {
  const { truth } = await drawSample(SAMPLES.broken_check_digit);
  const wrong = parseMrz(truth.mrz!.lines).checkDigits.filter(({ valid }) => !valid);
  expect(wrong.map(({ check }) => check)).toEqual(['birthDate', 'composite']);
});

test('the truth says where the document and its fields lie in the picture', async () => {
  const { truth, width, height } = await drawSample(SAMPLES.passport);
  for (const { x, y } of [...truth.quad, ...truth.mrz!.quad, ...truth.fields.lastName!.quad]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
  }
  expect(truth.mrz!.quad[0].y).toBeGreaterThan(truth.fields.lastName!.quad[2].y);
});

test('only published reasons are expected of the engine', () => {
  for (const { raises } of [...Object.values(SAMPLES), ...Object.values(SELFIES)]) {
    for (const reason of raises) expect(REASONS).toHaveProperty(reason);
  }
});

test('a selfie shows someone, a dark one is dark, and an empty one shows nobody', async () => {
  const [good, dark, empty] = await Promise.all(
    [SELFIES.selfie, SELFIES.selfie_dark, SELFIES.selfie_empty].map(async (spec) =>
      sharp((await drawSelfie(spec)).jpeg).stats(),
    ),
  );
  expect(dark!.channels[0]!.mean).toBeLessThan(good!.channels[0]!.mean / 4);
  expect(empty!.entropy).toBeLessThan(good!.entropy);
});

test('every scenario means published reasons, and only what is good means none', () => {
  for (const { group, means } of Object.values(SCENARIOS)) {
    for (const reason of means) expect(REASONS).toHaveProperty(reason);
    expect(means.length === 0).toBe(group === 'good');
  }
});

test('every scenario shows something else than the clean case of the same seed', () => {
  for (const [name, row] of Object.entries<Scenario>(SCENARIOS)) {
    if (name === 'clean') continue;
    const { group, document, selfie, tilt, turn, sides, kinds, onFile, letter } = row;
    const special = document?.('seed') ?? selfie?.('seed') ?? tilt ?? turn ?? sides ?? onFile ?? letter ?? kinds;
    expect([name, group, special], name).not.toContain(undefined);
  }
});

test('a session repeats itself, and its sides belong to one document', async () => {
  const options = { kind: 'identity_card' } as const;
  const [one, other] = [await drawCase('clean', 'a seed', options), await drawCase('clean', 'a seed', options)];
  expect(one.captures.map(({ step }) => step)).toEqual(['document_front', 'document_back', 'selfie']);
  expect(one.captures.every(({ jpeg }, index) => jpeg.equals(other.captures[index]!.jpeg))).toBe(true);
  expect(one.captures[0]!.truth!.document).toEqual(one.captures[1]!.truth!.document);
  expect(parseMrz(one.captures[1]!.truth!.mrz!.lines).valid).toBe(true);
});

test('a mirrored document lies where it lay, seen from the other side', async () => {
  const [plain, mirrored] = [
    await drawSample(SAMPLES.passport),
    await drawSample({ ...SAMPLES.passport, photo: { ...SAMPLES.passport.photo, mirrored: true } }),
  ];
  for (const [index, { x, y }] of plain.truth.quad.entries()) {
    expect(mirrored.truth.quad[index]!.x).toBeCloseTo(plain.width - x);
    expect(mirrored.truth.quad[index]!.y).toBeCloseTo(y);
  }
});

test('an odd number has the shape of no State that it may come from, and its check digits are right', async () => {
  for (const seed of ['a seed', 'another', 'a third']) {
    const { captures, issuer, kind } = await drawCase('odd_number', seed, {
      kind: 'passport',
      step: 'document_data_page',
    });
    const mrz = parseMrz(captures[0]!.truth!.mrz!.lines);
    expect(mrz.valid).toBe(true);
    expect(numberFits(kind, issuer, mrz.fields.documentNumber)).toBe(false);
  }
});

test('altered data stands in the VIZ only, and what was pasted leaves the rest of the side alone', async () => {
  const { captures } = await drawCase('altered_birth_date', 'a seed');
  const { mrz, fields, document } = captures[0]!.truth!;
  expect(fields.birthDate!.text).toBe('17.03.1994');
  expect(parseMrz(mrz!.lines).fields.birthDate).toBe(document.holder.birthDate.slice(2).replaceAll('-', ''));
});

test('a tilted document moves, a still one does not, and the prompts come in order', async () => {
  const spec = { seed: 'a seed', kind: 'passport', side: 'data_page', frames: 4 } as const;
  const [tilted, still] = [await drawTilt(spec), await drawTilt({ ...spec, manner: 'still' })];
  expect(tilted.map(({ prompt }) => prompt)).toEqual(['flat', 'tilt', 'tilt', 'tilt']);
  expect(new Set(tilted.map(({ jpeg }) => jpeg.toString('base64'))).size).toBeGreaterThan(2);
  expect(new Set(still.map(({ jpeg }) => jpeg.toString('base64'))).size).toBe(1);
});

test('a turning head answers each prompt, and its frames follow each other', async () => {
  const frames = await drawTurn({ seed: 'a seed', prompts: ['center', 'right', 'left'], framesPerPrompt: 1 });
  expect(frames.map(({ prompt }) => prompt)).toEqual(['center', 'right', 'left']);
  expect(frames.map(({ atMs }) => atMs)).toEqual([0, 270, 540]);
});

test('the camera file is baseline pictures of the frame size, one after another', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reident-camera-'));
  try {
    const file = path.join(folder, 'camera.mjpeg');
    await writeCameraFile(file, [(await drawSelfie(SELFIES.selfie)).jpeg]);
    const bytes = await readFile(file);
    const starts = positionsOf(bytes, Buffer.from([0xff, 0xd8, 0xff]));
    expect(starts.length).toBeGreaterThanOrEqual(4);
    const first = bytes.subarray(0, starts[1]);
    expect(await sharp(first).metadata()).toMatchObject({
      ...CAMERA_FRAME,
      format: 'jpeg',
      chromaSubsampling: '4:2:0',
      isProgressive: false,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

function positionsOf(bytes: Buffer, pattern: Buffer): number[] {
  const positions = [];
  for (let at = bytes.indexOf(pattern); at !== -1; at = bytes.indexOf(pattern, at + 1)) positions.push(at);
  return positions;
}
