import path from 'node:path';
import { drawSelfie, type SelfieSpec } from '@reident/samples';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { cropSquare, fromSquare } from '../face/crop-square.ts';
import { type FaceModels, findFaces, loadFaceModels } from '../face/detect.ts';
import type { Pixels } from '../image/pixels.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { type FaceFrame, openFaceAnalyser } from './analyse-face-frame.ts';

const { isBad } = STANDARD_THRESHOLDS;

const SIZE = { width: 720, height: 960 };
const SHRUNK = 2;

let models: FaceModels;
beforeAll(async () => {
  models = await loadFaceModels(path.join(import.meta.dirname, '..'));
});

async function pixelsOf(jpeg: Uint8Array, scale = 1): Promise<Pixels> {
  const { data, info } = await sharp(jpeg)
    .resize(Math.round(SIZE.width * scale))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, channels: 4, width: info.width, height: info.height };
}

/** What a camera held upright shows, as the page hands it to the worker. */
async function frameOf(spec: Partial<SelfieSpec>): Promise<FaceFrame> {
  const { jpeg } = await drawSelfie({ seed: 'holder', ...SIZE, ...spec });
  return { ...(await pixelsOf(jpeg, 1 / SHRUNK)), shrunk: SHRUNK };
}

describe('a live frame of a face', () => {
  // biome-ignore format: a table
  it.each([
    ['good',     {},                                        []],
    ['turned',   { yawDegrees: 28 },                        ['liveFaceTurn']],
    ['dark',     { camera: { exposure: 0.12, noise: 6 } },  ['selfieBrightness']],
    ['blurred',  { camera: { defocusPixels: 12 } },         ['selfieSharpness']],
  ] as const)('is measured by the rows of the server: %s', async (_, spec, expected) => {
    const { faces, unclear } = openFaceAnalyser(models)(await frameOf(spec));
    const [{ pose, ...face }] = faces as [(typeof faces)[0]];
    const bad = [
      isBad('liveFaceTurn', Math.max(Math.abs(pose.yawDegrees), Math.abs(pose.pitchDegrees))) && 'liveFaceTurn',
      isBad('liveFaceTilt', Math.abs(pose.rollDegrees)) && 'liveFaceTilt',
      isBad('selfieEyeDistance', face.eyeDistance) && 'selfieEyeDistance',
      isBad('selfieBrightness', face.brightness) && 'selfieBrightness',
      isBad('selfieSharpness', face.sharpness) && 'selfieSharpness',
      isBad('portraitGlare', face.glareFraction) && 'portraitGlare',
    ].filter(Boolean);
    expect({ faces: faces.length, unclear, bad }).toEqual({ faces: 1, unclear: 0, bad: expected });
  });

  it('shows nobody, or everybody who is there', async () => {
    const watch = openFaceAnalyser(models);
    expect(watch(await frameOf({ people: 0 }))).toMatchObject({ faces: [], unclear: 0 });
    expect(watch(await frameOf({ people: 2 })).faces).toHaveLength(2);
  });

  it.each([-28, 0, 15, 28])(
    'is measured as the picture is that will be taken, however often it is followed: turned by %i',
    async (yawDegrees) => {
      const { jpeg } = await drawSelfie({ seed: 'holder', ...SIZE, yawDegrees });
      const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const [picture] = (await findFaces(models, { rgb: data, width: info.width, height: info.height })).faces;
      const watch = openFaceAnalyser(models);
      const frame = await frameOf({ yawDegrees });
      for (let look = 0; look < 8; look++) {
        const [face] = watch(frame).faces;
        expect(Math.abs(face!.pose.yawDegrees - picture!.pose.yawDegrees)).toBeLessThan(6);
        expect(face!.eyeDistance / picture!.eyeDistance).toBeGreaterThan(0.93);
        expect(face!.eyeDistance / picture!.eyeDistance).toBeLessThan(1.07);
      }
    },
  );

  it('turns towards the picture’s right with a positive yaw: the customer’s own left, because frames are not mirrored', async () => {
    const watch = openFaceAnalyser(models);
    expect(watch(await frameOf({ yawDegrees: 28 })).faces[0]!.pose.yawDegrees).toBeGreaterThan(15);
    expect(watch(await frameOf({ yawDegrees: -28 })).faces[0]!.pose.yawDegrees).toBeLessThan(-15);
  });

  it('tells when somebody comes into the picture or leaves it, within six frames', async () => {
    const watch = openFaceAnalyser(models);
    const [one, two, none] = [await frameOf({}), await frameOf({ people: 2 }), await frameOf({ people: 0 })];
    watch(one);
    const seen = Array.from({ length: 6 }, () => watch(two).faces.length);
    expect(seen.at(-1)).toBe(2);
    expect(watch(none).faces).toEqual([]);
  });
});

describe('a square cut out of a picture', () => {
  it('is the picture itself when it is the whole, and black outside', () => {
    const rgb = Uint8Array.from({ length: 8 * 8 * 3 }, (_, i) => (i * 37) % 256);
    const image = { rgb, width: 8, height: 8 };
    expect([...cropSquare(image, { centre: [4, 4], side: 8, angle: 0 }, 8)]).toEqual([...rgb]);
    expect(new Set(cropSquare(image, { centre: [40, 40], side: 8, angle: 1 }, 4))).toEqual(new Set([0]));
  });

  it('keeps brightness while it shrinks, and turns about its middle', () => {
    const rgb = new Uint8Array(60 * 60 * 3).fill(90);
    const small = cropSquare({ rgb, width: 60, height: 60 }, { centre: [30, 30], side: 30, angle: 0.7 }, 10);
    for (const value of small) expect(value).toBeCloseTo(90, 3);
    expect(fromSquare({ centre: [30, 20], side: 30, angle: 0.7 }, [0.5, 0.5])).toEqual([30, 20]);
  });
});
