/**
 * The face comparison, measured.
 *
 * Different people: faces that stand side by side in the group photographs inside the installed `@vladmandic/face-api`
 * package, read where they lie and never copied. The same people: only each face against a simulated print and capture of
 * the same photograph, which is optimistic: no other day, light or camera. Drawn faces are reported apart.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FaceCurve, FaceReading } from '@reident/engine';
import { drawSelfie } from '@reident/samples';
import sharp from 'sharp';
import { openReader, type Reader } from '../../../packages/engine/capture-reader/read-capture.ts';
import { faceDistance } from '../../../packages/engine/face/embedding-distance.ts';
import { curveOf, openTally } from './face-curve.ts';

const DRAWN_FACES = 24;

export interface FaceMeasurement {
  photographs: FaceCurve;
  drawn: FaceCurve;
}

export async function measureFaces(): Promise<FaceMeasurement> {
  const reader = openReader({ assetsDir: path.join(import.meta.dirname, '../../../packages/engine') });
  const genuine: number[] = [];
  const impostor: number[] = [];
  let people = 0;
  for (const photograph of groupPhotographs()) {
    const faces = await facesIn(reader, photograph);
    people += faces.length;
    impostor.push(...pairs(faces).map(distanceOf));
    for (const face of faces) {
      const [again] = await facesIn(reader, await printAndCapture(photograph, face));
      if (again) genuine.push(distanceOf([face, again]));
    }
  }
  const drawn: FaceReading[] = [];
  for (let i = 0; i < DRAWN_FACES; i++) {
    const [face] = await facesIn(reader, (await drawSelfie({ seed: `drawn face ${i}` })).jpeg);
    if (face) drawn.push(face);
  }
  return {
    photographs: curveOf(openTally(genuine), openTally(impostor), {
      method: 'group photographs of @vladmandic/face-api; genuine pairs are simulated prints of the same photograph',
      optimistic: true,
      people,
    }),
    drawn: curveOf(openTally(), openTally(pairs(drawn).map(distanceOf)), {
      method: 'drawn faces, which resemble each other far more than people do',
      optimistic: true,
      people: drawn.length,
    }),
  };
}

/** Of two faces that were described just now, by one version of the network. */
function distanceOf([a, b]: readonly [FaceReading, FaceReading]): number {
  const distance = faceDistance(a, b);
  if (distance === 'not_comparable') throw new Error('without onnxruntime-node no face can be compared');
  return distance;
}

function groupPhotographs(): Buffer[] {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
    'demo',
  );
  return readdirSync(folder)
    .filter((name) => /^sample\d+\.jpg$/.test(name))
    .map((name) => readFileSync(path.join(folder, name)));
}

async function facesIn(reader: Reader, bytes: Uint8Array): Promise<FaceReading[]> {
  const { faces } = await reader.read({ step: 'selfie', bytes, contentType: 'image/jpeg' }, () => {});
  return faces ?? [];
}

/** As small and pale as on a card, photographed a little out of focus. */
async function printAndCapture(photograph: Buffer, { quad }: FaceReading): Promise<Buffer> {
  const { width, height } = await sharp(photograph).metadata();
  const [xs, ys] = [quad.map(([x]) => x * width), quad.map(([, y]) => y * height)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = (right - left) * 0.5;
  const x = Math.max(0, Math.round(left - margin));
  const y = Math.max(0, Math.round(top - margin));
  const printed = await sharp(photograph)
    .extract({
      left: x,
      top: y,
      width: Math.min(width - x, Math.round(right - left + 2 * margin)),
      height: Math.min(height - y, Math.round(bottom - top + 2 * margin)),
    })
    .resize(295)
    .modulate({ saturation: 0.6 })
    .jpeg({ quality: 70 })
    .toBuffer();
  return sharp(printed)
    .resize(520)
    .blur(1.2)
    .linear(0.88, 14)
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#d8dde0' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}
