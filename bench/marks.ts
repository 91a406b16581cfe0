/**
 * What tells a forged or changed document, and a picture in place of a head, measured on drawn sittings: seams of the portrait, strokes of
 * a pen, likeness of video and picture, colours under tilt, solidity of the head.
 *
 * `npx tsx bench/marks.ts training 6` repeats what thresholds rest on; `evaluation` uses other seeds. A sitting takes about ten CPU seconds.
 */
import path from 'node:path';
import { type DrawnCase, drawCase, type SpeciesName } from '@reident/samples';
import type { CaptureReading } from '../packages/engine/capture-reading.ts';
import { unpackAppearance } from '../packages/engine/evidence/appearance.ts';
import { compareAppearances } from '../packages/engine/evidence/compare-appearances.ts';
import { planarityResidual } from '../packages/engine/evidence/faces/planarity.ts';
import { openReader } from '../packages/engine/evidence/read-capture.ts';
import { RECORDING_TYPE, writeRecording } from '../packages/engine/recording.ts';

const seeds = process.argv[2] ?? 'evaluation';
const count = Number(process.argv[3] ?? 3);
const reader = openReader({ assetsDir: path.join(import.meta.dirname, '../packages/engine') });

const STILLS = [
  'clean',
  'cluttered',
  'dusk',
  'noisy',
  'tilted',
  'slight_blur',
  'much_compressed',
  'pasted_portrait',
  'writing',
];
const VIDEOS = ['clean', 'video_exchanged', 'video_dull'];
const HEADS = ['clean', 'turned_photo', 'still_photo'];

console.log(`${seeds} seeds: lowest / median / highest`);
for (const species of STILLS as SpeciesName[]) {
  const sides = await Promise.all((await drawn(species)).map((one) => readSide(one)));
  row(
    `${species}: grain`,
    sides.flatMap(({ portraitSeams }) => portraitSeams?.grainRatio ?? []),
  );
  row(
    `${species}: turn of the frame`,
    sides.flatMap(({ portraitSeams }) => portraitSeams?.frameTurnDegrees ?? []),
  );
  row(
    `${species}: longest stroke`,
    sides.flatMap(({ penStrokes = [] }) => Math.max(0, ...penStrokes.map(({ length }) => length))),
  );
}
for (const species of VIDEOS as SpeciesName[]) {
  const likePicture: number[] = [];
  const alike: number[] = [];
  const colours: number[] = [];
  for (const one of await drawn(species, { securityVideo: true })) {
    const { frames = [] } = await readRecording('security_video', one.securityVideo);
    const [picture, moment] = [
      (await readSide(one)).appearance,
      frames.find(({ appearance }) => appearance)?.appearance,
    ];
    const [still, flat] = [picture, moment].map((packed) => (packed ? unpackAppearance(packed) : null));
    if (still && flat) likePicture.push(compareAppearances(still, flat).alike);
    alike.push(...second(frames.flatMap(({ comparison }) => comparison?.alike ?? [])));
    colours.push(
      ...second(frames.flatMap(({ comparison }) => -(comparison?.colourChange ?? 0))).map((value) => -value),
    );
  }
  row(`${species}: flat moment like the picture`, likePicture);
  row(`${species}: second least like moment`, alike);
  row(`${species}: second largest change of colour`, colours);
}
for (const species of HEADS as SpeciesName[]) {
  const residuals: number[] = [];
  for (const one of await drawn(species, { liveness: true, framesPerPrompt: 1 })) {
    const { frames = [] } = await readRecording('liveness', one.liveness);
    const faces = frames.map(({ faces: [face] = [], image: { width, height } }) => ({
      eyeDistance: face?.eyeDistance ?? 0,
      points: (face?.landmarks ?? []).map(([x, y]) => [x * width, y * height] as const),
    }));
    for (const turned of faces.slice(1))
      residuals.push(planarityResidual(faces[0]!.points, turned.points, turned.eyeDistance) ?? Number.NaN);
  }
  row(`${species}: what planarity leaves`, residuals);
}

async function drawn(species: SpeciesName, options: Parameters<typeof drawCase>[2] = {}): Promise<DrawnCase[]> {
  const cases: DrawnCase[] = [];
  for (let i = 0; i < count; i++) cases.push(await drawCase(species, `${seeds} ${i}`, options));
  return cases;
}

/** The side with the portrait. */
function readSide({ captures: [side] }: DrawnCase): Promise<CaptureReading> {
  return reader.read({ step: side!.step, bytes: side!.jpeg, contentType: 'image/jpeg' }, () => {});
}

function readRecording(step: 'security_video' | 'liveness', frames: DrawnCase['liveness']): Promise<CaptureReading> {
  const bytes = writeRecording({ frames: frames ?? [], clip: null });
  return reader.read({ step, bytes, contentType: RECORDING_TYPE }, () => {});
}

/** The second smallest: one moment may be blurred. */
function second(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b).slice(1, 2);
}

function row(name: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const shown = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((value) => value?.toFixed(3));
  console.log(`${name}\tn = ${sorted.length}\t${shown.join(' / ')}`);
}
