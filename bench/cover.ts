/**
 * Whether eyes, nose and mouth are uncovered: what is measured on bare and on covered faces, and what the check says.
 *
 * Faces of people stand in the group photographs inside the installed `@vladmandic/face-api` package, read where they lie; lenses
 * and masks are painted over them by their landmarks. Drawn faces come from the samples.
 *
 * `npx tsx bench/cover.ts calibration 10` repeats what thresholds rest on; `evaluation` draws other faces. The photographs are the same.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { drawSelfie } from '@reident/samples';
import sharp, { type Sharp } from 'sharp';
import type { Quad } from '../packages/engine/capture-reading.ts';
import { faceUncovered } from '../packages/engine/checks/face-uncovered.ts';
import type { RgbImage } from '../packages/engine/evidence/faces/crop-square.ts';
import { type FoundFace, findFaces, loadFaceModels } from '../packages/engine/evidence/faces/find-faces.ts';
import { gatherEvidence } from '../packages/engine/evidence/gather-evidence.ts';
import { goodReading } from '../packages/engine/test-support/good-readings.ts';

const seeds = process.argv[2] ?? 'evaluation';
const count = Number(process.argv[3] ?? 10);
const models = await loadFaceModels();

// biome-ignore format: a table
const PAINTED = [
  // what               over     colour
  ['black lenses',     'eyes',  [22, 22, 24]],
  ['brown lenses',     'eyes',  [70, 48, 36]],
  ['blue mask',        'lower', [165, 200, 222]],
  ['white mask',       'lower', [226, 226, 224]],
  ['black mask',       'lower', [34, 34, 38]],
  ['beige mask',       'lower', [205, 178, 150]],
] as const satisfies readonly (readonly [string, 'eyes' | 'lower', readonly [number, number, number]])[];

interface Row {
  faces: FoundFace[];
  /** Faces that were there and in which no landmarks were found: the case is stopped by another question. */
  lost: number;
}

async function toRgb(picture: Sharp): Promise<RgbImage> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { rgb: data, width: info.width, height: info.height };
}

/** Paints each face in turn, shaded from left to right, with a little noise. */
function paint(image: RgbImage, face: FoundFace, over: 'eyes' | 'lower', colour: readonly number[]): RgbImage {
  const rgb = Uint8Array.from(image.rgb);
  const quads = over === 'eyes' ? lensesOn(face.cover.eyesCorners) : [maskOn(face)];
  const [left, , right] = face.corners.map(([x]) => x) as [number, number, number, number];
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      if (!quads.some((inside) => inside(x, y))) continue;
      const shade = 0.8 + (0.25 * (x - left)) / Math.max(1, right - left);
      for (let channel = 0; channel < 3; channel++)
        rgb[3 * (y * image.width + x) + channel] = Math.max(
          0,
          Math.min(255, colour[channel]! * shade + ((x * 7 + y * 13) % 5)),
        );
    }
  }
  return { ...image, rgb };
}

type Inside = (x: number, y: number) => boolean;

function lensesOn([[left, top], [right], [, bottom]]: Quad): Inside[] {
  const width = right - left;
  return [0.24, 0.76].map((along) => {
    const [cx, cy] = [left + width * along, (top + bottom) / 2 + width * 0.02];
    return (x, y) => ((x - cx) / (0.21 * width)) ** 2 + ((y - cy) / (0.165 * width)) ** 2 < 1;
  });
}

/** From under the eyes to the chin, rounded as a mask is. */
function maskOn({ cover, corners }: FoundFace): Inside {
  const [[left, lowerTop], [right], [, bottom]] = cover.lowerCorners;
  const top = lowerTop - (corners[2][1] - corners[0][1]) * 0.08;
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  return (x, y) =>
    Math.abs((x - cx) / (0.45 * (right - left))) ** 3 + Math.abs((y - cy) / (0.52 * (bottom - top))) ** 3 < 1;
}

const rows = new Map<string, Row>();
function note(name: string, image: RgbImage, there: number): FoundFace[] {
  const { faces } = findFaces(models, image);
  const row = rows.get(name) ?? { faces: [], lost: 0 };
  rows.set(name, { faces: [...row.faces, ...faces], lost: row.lost + Math.max(0, there - faces.length) });
  return faces;
}

const folder = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
for (const number of [1, 2, 3, 4, 5, 6]) {
  const photo = await toRgb(sharp(path.join(folder, 'demo', `sample${number}.jpg`)));
  const faces = note('people, bare', photo, 0);
  for (const [name, over, colour] of PAINTED) {
    const covered = faces.reduce((image, face) => paint(image, face, over, colour), photo);
    note(`people, ${name}`, covered, faces.length);
  }
}
for (let i = 0; i < count; i++) {
  for (const cover of [undefined, 'sunglasses', 'mask', 'hand'] as const) {
    const { jpeg } = await drawSelfie({ seed: `${seeds} ${i}`, cover });
    note(`drawn, ${cover ?? 'bare'}`, await toRgb(sharp(jpeg)), 1);
  }
}

function spread(values: number[]): string {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(2) ?? '–';
  return [0, 0.1, 0.5, 0.9, 1].map(at).join(' ');
}

function outcomeOf({ corners, cover: { eyesCorners, lowerCorners, ...cover }, ...face }: FoundFace): string {
  const reading = { ...face, quad: corners, cover: { ...cover, eyesQuad: eyesCorners, lowerQuad: lowerCorners } };
  const captured = { step: 'selfie', source: 'sample', capturedAt: '' } as const;
  const evidence = gatherEvidence([{ ...captured, reading: goodReading('selfie', { faces: [reading] }) }], {
    person: {},
    capturedOn: '',
    minimumAgeYears: 0,
  });
  return faceUncovered.answer(evidence).outcome;
}

console.log(`${seeds} seeds; least, tenth, median, nine tenths, most`);
for (const [name, { faces, lost }] of rows) {
  const outcomes = faces.map(outcomeOf);
  const share = (outcome: string) => outcomes.filter((found) => found === outcome).length;
  console.log(
    [
      `${name}: n = ${faces.length}, lost ${lost}`,
      `pass ${share('pass')}, inconclusive ${share('inconclusive')}, fail ${share('fail')}`,
      ...(['eyeLuma', 'eyeVariation', 'lowerHue', 'lowerVariation'] as const).map(
        (measure) => `${measure} ${spread(faces.map(({ cover }) => cover[measure]))}`,
      ),
    ].join('\t'),
  );
}
