/**
 * What tells an attack from a genuine capture, measured on synthetic pictures: how far a document that is held still seems to tilt,
 * and how much the spectrum of a screen or a print stands out.
 *
 * `npx tsx bench/attacks.ts calibration 12` repeats what thresholds rest on; `evaluation` uses other seeds.
 */
import { drawSample } from '@reident/samples';
import type { Quad } from '../packages/engine/capture-reading.ts';
import { shapeOf, tiltOf } from '../packages/engine/checks/security-video-tilted.ts';
import { decodePicture } from '../packages/engine/evidence/decode-picture.ts';
import { findOutlines } from '../packages/engine/evidence/find-outline.ts';
import { loadOpenCv } from '../packages/engine/evidence/open-cv.ts';
import { measureSpectrumPeak } from '../packages/engine/evidence/spectrum-peak.ts';

const seeds = process.argv[2] ?? 'evaluation';
const count = Number(process.argv[3] ?? 6);
const cv = await loadOpenCv();

function row(name: string, values: number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  console.log(
    `${name}\tn = ${sorted.length}\t${[sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((v) => v?.toFixed(3)).join(' / ')}`,
  );
}

console.log(`${seeds} seeds: lowest / median / highest`);

/** Eight moments of one document; every moment has its own noise and, where it is tilted, its own angle. */
async function tilt(kind: 'still' | 'tilted', i: number): Promise<number[]> {
  const shapes = [];
  for (let moment = 0; moment < 8; moment++) {
    const photo = {
      width: 1280,
      height: 720,
      noise: 3,
      coverage: 0.7 + 0.02 * (moment % 3),
      rotationDegrees: kind === 'still' ? (moment % 4) - 1.5 : 0,
      perspective: kind === 'still' ? 0 : 0.25 * (moment / 7),
    };
    const sample = await drawSample({
      seed: `${seeds} ${kind} ${i} ${moment}`,
      kind: 'identity_card',
      side: 'front',
      photo,
    });
    const picture = await decodePicture(sample.jpeg);
    const [quad] = findOutlines(cv, picture);
    if (!quad) continue;
    const fractions = quad.map(([x, y]) => [x / picture.width, y / picture.height]) as unknown as Quad;
    shapes.push(shapeOf(fractions, picture.original));
  }
  return shapes.length < 4 ? [] : [tiltOf(shapes)];
}

for (const kind of process.argv[4] === 'spectrum' ? [] : (['still', 'tilted'] as const)) {
  const values: number[] = [];
  for (let i = 0; i < count; i++) values.push(...(await tilt(kind, i)));
  row(`tilt, ${kind}`, values);
}

for (const presentation of ['original', 'screen', 'paper_print'] as const) {
  const peaks: { luma: number; colour: number }[] = [];
  for (let i = 0; i < count; i++) {
    const photo = {
      noise: 2 + (i % 3),
      defocusPixels: 0.4 + 0.3 * (i % 4),
      rotationDegrees: (i % 5) * 2 - 4,
      perspective: 0.03,
      coverage: 0.65 + 0.05 * (i % 5),
    };
    const sample = await drawSample({
      seed: `${seeds} ${presentation} ${i}`,
      kind: 'passport',
      side: 'data_page',
      presentation,
      photo,
    });
    const picture = await decodePicture(sample.jpeg);
    const [x, y] = [picture.width / 2, picture.height / 2];
    const peak = measureSpectrumPeak(picture, [x, y]);
    if (peak) peaks.push(peak);
  }
  row(
    `luma peak, ${presentation}`,
    peaks.map(({ luma }) => luma),
  );
  row(
    `colour peak, ${presentation}`,
    peaks.map(({ colour }) => colour),
  );
}
