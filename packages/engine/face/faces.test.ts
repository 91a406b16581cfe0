/**
 * The group photographs of an installed package give pairs of different people; they are read from there and kept nowhere.
 * Pairs of one person can only be made by copying a picture, which says nothing about real error rates.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { RgbImage } from '../image/pixels.ts';
import { THRESHOLDS } from '../thresholds/thresholds.ts';
import { ANCHOR_COUNT, decodeBoxes } from './decode-boxes.ts';
import { type FaceModels, findFaces, loadFaceModels } from './detect.ts';
import { descriptorDistance } from './embedding-distance.ts';
import { poseOf } from './pose.ts';

const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);
const PHOTOS = [1, 2, 3, 4, 5, 6];

let models: FaceModels;
const photos: RgbImage[] = [];
beforeAll(async () => {
  models = await loadFaceModels(path.join(import.meta.dirname, '..'));
  for (const number of PHOTOS) photos.push(await toRgb(sharp(path.join(folder, `sample${number}.jpg`))));
});

async function toRgb(picture: Sharp): Promise<RgbImage> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { rgb: data, width: info.width, height: info.height };
}

test('no two people in one photograph are taken for one another: 0 of at least 25 pairs', () => {
  const distances = photos.flatMap((photo) => {
    const { faces } = findFaces(models, photo);
    return faces.flatMap((face, i) =>
      faces.slice(i + 1).map((other) => descriptorDistance(face.descriptor, other.descriptor)),
    );
  });
  expect(distances.length).toBeGreaterThanOrEqual(25);
  expect(distances.filter((distance) => distance <= THRESHOLDS.faceDistanceSame.value)).toEqual([]);
});

test('a smaller, paler, softer copy of a face is taken for the same face', async () => {
  const [photo] = photos;
  const copy = await sharp(photo!.rgb, { raw: { width: photo!.width, height: photo!.height, channels: 3 } })
    .resize(Math.round(photo!.width * 0.7))
    .modulate({ saturation: 0.4 })
    .blur(0.8)
    .jpeg({ quality: 60 })
    .toBuffer();
  const originals = findFaces(models, photo!).faces;
  const copies = findFaces(models, await toRgb(sharp(copy))).faces;
  expect(copies).toHaveLength(originals.length);
  for (const face of copies) {
    const nearest = Math.min(...originals.map(({ descriptor }) => descriptorDistance(descriptor, face.descriptor)));
    expect(nearest).toBeLessThan(0.35);
  }
});

test('a picture without people shows no face', async () => {
  const wall = await toRgb(sharp({ create: { width: 800, height: 600, channels: 3, background: '#a0906f' } }));
  expect(findFaces(models, wall)).toEqual({ faces: [], unclear: 0 });
});

test('a tilted face is found, with its tilt', async () => {
  const turned = await toRgb(sharp(path.join(folder, 'sample1.jpg')).rotate(20));
  const { faces } = findFaces(models, turned);
  expect(faces.length).toBeGreaterThanOrEqual(2);
  const rolls = faces.map(({ pose }) => pose.rollDegrees).sort((a, b) => a - b);
  expect(rolls[rolls.length >> 1]).toBeGreaterThan(8);
});

test('a descriptor is compared with one of its own length only', () => {
  expect(descriptorDistance([0, 3], [4, 0])).toBe(5);
  expect(() => descriptorDistance([1], [1, 2])).toThrow(RangeError);
});

test('the detector answers one face once, the surest first', () => {
  const output = new Float32Array(ANCHOR_COUNT * 17);
  const put = (anchor: number, logit: number, dx = 0) => output.set([logit, dx, 0, 40, 40], anchor * 17);
  for (let anchor = 0; anchor < ANCHOR_COUNT; anchor++) put(anchor, -9);
  put(0, 2);
  put(1, 3);
  put(300, 1);
  const found = decodeBoxes(output);
  expect(found.map(({ score }) => score.toFixed(2))).toEqual(['0.95', '0.73']);
  expect(found[0]!.centre).toEqual([8, 8]);
});

test.each([
  ['straight on', 0, 0],
  ['to the right', 30, 0],
  ['to the left', -45, 0],
  ['down', 0, 20],
  ['up', 0, -20],
])('a face that looks %s has that pose', (_, yaw, pitch) => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const turn = ([x, y, z]: readonly [number, number, number]) => {
    // Depth grows away from the camera: looking down takes the chin away from it.
    const [down, away] = [
      y * Math.cos(radians(pitch)) - z * Math.sin(radians(pitch)),
      y * Math.sin(radians(pitch)) + z * Math.cos(radians(pitch)),
    ];
    return [
      x * Math.cos(radians(yaw)) - away * Math.sin(radians(yaw)),
      down,
      x * Math.sin(radians(yaw)) + away * Math.cos(radians(yaw)),
    ] as const;
  };
  const pose = poseOf(turn([0, -1, 0]), turn([0, 1, 0]), turn([-0.8, 0, 0]), turn([0.8, 0, 0]));
  expect(Math.abs(pose.yawDegrees)).toBeCloseTo(Math.abs(yaw), 0);
  expect(pose.pitchDegrees).toBeCloseTo(pitch, 0);
});
