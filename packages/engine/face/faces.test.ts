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
import { alignmentOf, EMBEDDING_SIZE } from './alignment.ts';
import { ANCHOR_COUNT, decodeBoxes } from './decode-boxes.ts';
import { type FaceModels, findFaces, loadFaceModels } from './detect.ts';
import { type Described, EMBEDDING_VERSION, faceDistance, templateOf } from './embedding-distance.ts';
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

const distanceOf = (a: Described, b: Described) => {
  const distance = faceDistance(a, b);
  if (distance === 'not_comparable') throw new Error('both were described just now');
  return distance;
};

test('no two people in one photograph are taken for one another: 0 of at least 25 pairs', async () => {
  const distances: number[] = [];
  for (const photo of photos) {
    const { faces } = await findFaces(models, photo);
    for (const [i, face] of faces.entries())
      distances.push(...faces.slice(i + 1).map((other) => distanceOf(face, other)));
  }
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
  const originals = (await findFaces(models, photo!)).faces;
  const copies = (await findFaces(models, await toRgb(sharp(copy)))).faces;
  expect(copies).toHaveLength(originals.length);
  for (const face of copies) {
    const nearest = Math.min(...originals.map((original) => distanceOf(original, face)));
    expect(nearest).toBeLessThan(THRESHOLDS.faceDistanceSame.value);
  }
});

test('a face is described by 192 numbers of length one, under the version of today', async () => {
  const { faces } = await findFaces(models, photos[0]!);
  expect(faces.length).toBeGreaterThan(0);
  for (const { descriptor, descriptorVersion } of faces) {
    expect(descriptorVersion).toBe(EMBEDDING_VERSION);
    expect(descriptor).toHaveLength(192);
    expect(Math.hypot(...descriptor)).toBeCloseTo(1, 3);
  }
});

test('where the network cannot run, faces are found and left to a person to compare', async () => {
  const { faces } = await findFaces({ ...models, embedding: null }, photos[0]!);
  expect(faces.length).toBeGreaterThan(0);
  expect(faceDistance(faces[0]!, faces[0]!)).toBe('not_comparable');
});

test('a picture without people shows no face', async () => {
  const wall = await toRgb(sharp({ create: { width: 800, height: 600, channels: 3, background: '#a0906f' } }));
  expect(await findFaces(models, wall)).toEqual({ faces: [], unclear: 0 });
});

test('a tilted face is found, with its tilt', async () => {
  const turned = await toRgb(sharp(path.join(folder, 'sample1.jpg')).rotate(20));
  const { faces } = await findFaces(models, turned);
  expect(faces.length).toBeGreaterThanOrEqual(2);
  const rolls = faces.map(({ pose }) => pose.rollDegrees).sort((a, b) => a - b);
  expect(rolls[rolls.length >> 1]).toBeGreaterThan(8);
});

test('five points are brought to where the network wants them, however the face lies', () => {
  const wanted = [
    [38.2946, 51.6963],
    [73.5318, 51.5014],
    [56.0252, 71.7366],
    [41.5493, 92.3655],
    [70.7299, 92.2041],
  ] as const;
  const [scale, angle] = [2.5, 0.4];
  const put = ([x, y]: readonly [number, number]): [number, number] => [
    300 + scale * ((x + 0.5) * Math.cos(angle) - (y + 0.5) * Math.sin(angle)),
    90 + scale * ((x + 0.5) * Math.sin(angle) + (y + 0.5) * Math.cos(angle)),
  ];
  const [leftEye, rightEye, nose, leftMouth, rightMouth] = wanted.map(put);
  const square = alignmentOf([leftEye!, rightEye!, nose!, leftMouth!, rightMouth!]);
  expect(square.side).toBeCloseTo(scale * EMBEDDING_SIZE, 6);
  expect(square.angle).toBeCloseTo(angle, 6);
  const middle = put([EMBEDDING_SIZE / 2 - 0.5, EMBEDDING_SIZE / 2 - 0.5]);
  expect(square.centre[0]).toBeCloseTo(middle[0], 6);
  expect(square.centre[1]).toBeCloseTo(middle[1], 6);
});

const described = (descriptor: number[], descriptorVersion: string | undefined = EMBEDDING_VERSION): Described => ({
  descriptor,
  descriptorVersion,
});

test('descriptors are compared within the version of today only: any other distance would be wrong', () => {
  expect(faceDistance(described([1, 0]), described([0, 1]))).toBeCloseTo(Math.SQRT2, 9);
  const old: Described = { descriptor: [1, 0] };
  expect(faceDistance(old, old)).toBe('not_comparable');
  expect(faceDistance(described([1, 0]), old)).toBe('not_comparable');
  expect(faceDistance(described([1, 0], 'another'), described([1, 0], 'another'))).toBe('not_comparable');
  expect(faceDistance(described([1]), described([1, 0]))).toBe('not_comparable');
  expect(faceDistance(described([]), described([]))).toBe('not_comparable');
});

test('several pictures of one face make one template, which leaves out those of another version', () => {
  const template = templateOf([described([1, 0]), described([0, 1]), { descriptor: [-1, 0] }]);
  expect(template.descriptor.map((value) => value.toFixed(3))).toEqual(['0.707', '0.707']);
  expect(faceDistance(template, described([1, 0]))).toBeCloseTo(Math.sqrt(2 - Math.SQRT2), 6);
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
