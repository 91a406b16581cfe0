/**
 * What the engine makes of synthetic documents: the MRZ read exactly, the outline found, the quality measured, the reason told.
 *
 * Method: for every scenario of photo, documents drawn from seeds that were used for nothing else, read by the reader that
 * the engine host runs. `npm run bench engine` measures; with `calibration` before it, on the seeds that thresholds rest on:
 * `npx tsx benchmarks/accuracy/engine.ts calibration [documents per scenario]`.
 */
import path from 'node:path';
import type { CaptureStep } from '@reident/engine';
import { type CaptureReading, feedbackFor } from '@reident/engine';
import { drawSample, type PhotoSpec, type Sample, type SampleSpec } from '@reident/samples';
import { openReader } from '../../packages/engine/capture-reader/read-capture.ts';
import { isLegible } from '../../packages/engine/evidence/legible-mrz.ts';
import { STANDARD_THRESHOLDS } from '../../packages/engine/thresholds/thresholds.ts';

type Scenario = readonly [name: string, photo: Partial<PhotoSpec>, expected: string | null];

// biome-ignore format: a table
const SCENARIOS: readonly Scenario[] = [
  // name             photo                                                       reason that it should be told, null for none
  ['clean',           {},                                                         null],
  ['tilted',          { perspective: 0.15, rotationDegrees: 9, noise: 4 },        null],
  ['upside down',     { rotationDegrees: 180 },                                   null],
  ['quarter turn',    { rotationDegrees: 90, width: 1080, height: 1920 },         null],
  ['cluttered',       { background: 'cluttered', perspective: 0.08 },             null],
  ['12 megapixels',   { width: 4000, height: 3000, coverage: 0.7 },               null],
  ['720p',            { width: 1280, height: 720 },                               null],
  ['noisy',           { noise: 14, lightFallOff: 0.4 },                           null],
  ['slight blur',     { defocusPixels: 2 },                                       null],
  ['blurred',         { defocusPixels: 7 },                                       'ID_BLURRY'],
  ['shaken',          { motionPixels: 30 },                                       'ID_BLURRY'],
  ['dusk',            { exposure: 0.3 },                                          null],
  ['dark',            { exposure: 0.05, noise: 8 },                               'ID_DARKNESS'],
  ['glare',           { glare: [{ x: 0.45, y: 0.85, radius: 0.16 }] },            'ID_GLARE'],
  ['glare elsewhere', { glare: [{ x: 0.8, y: 0.3, radius: 0.1 }] },               null],
  ['finger',          { fingers: [{ x: 0.5, y: 0.8 }] },                          'ID_DATA_COVERED'],
];

// biome-ignore format: a table
const DOCUMENTS = [
  // kind                side         shown as
  ['passport',           'data_page', 'document_data_page'],
  ['identity_card',      'back',      'document_back'],
] as const satisfies readonly (readonly [SampleSpec['kind'], SampleSpec['side'], CaptureStep])[];

interface Row {
  scenario: string;
  expected: string | null;
  sample: Sample;
  reading: CaptureReading;
  told: string | null;
  milliseconds: number;
}

const calibration = process.argv[2] === 'calibration';
const perScenario = Number(process.argv[3] ?? 4);
const reader = openReader({ assetsDir: path.join(import.meta.dirname, '../../packages/engine') });
const rows: Row[] = [];
for (const [scenario, photo, expected] of SCENARIOS) {
  for (let i = 0; i < perScenario; i++) {
    const [kind, side, step] = DOCUMENTS[i % DOCUMENTS.length]!;
    const seed = `${calibration ? 'calibration' : 'evaluation'} ${scenario} ${i}`;
    const sample = await drawSample({ seed, kind, side, photo });
    const startedAt = performance.now();
    const reading = await reader.read({ step, bytes: sample.jpeg, contentType: 'image/jpeg' }, () => {});
    const milliseconds = performance.now() - startedAt;
    rows.push({ scenario, expected, sample, reading, told: feedbackFor(step, reading).reason, milliseconds });
  }
}

console.log(`synthetic documents, ${calibration ? 'calibration' : 'evaluation'} seeds, ${perScenario} per scenario\n`);
console.log(
  [
    'scenario',
    'outline',
    'exact',
    'legible',
    'sharpness',
    'brightness',
    'glare',
    'covered',
    'weakest',
    'told as expected',
    'ms',
  ].join('\t'),
);
for (const [scenario] of SCENARIOS) {
  const of = rows.filter((row) => row.scenario === scenario);
  const range = (value: (row: Row) => number | undefined, digits = 0) => {
    const values = of.flatMap((row) => value(row) ?? []).sort((a, b) => a - b);
    return values.length
      ? [values[0], values[values.length >> 1], values.at(-1)].map((v) => v!.toFixed(digits)).join('/')
      : '–';
  };
  const count = (holds: (row: Row) => boolean) => `${of.filter(holds).length}/${of.length}`;
  console.log(
    [
      scenario.padEnd(15),
      count(outlineRight),
      count(exact),
      count(({ reading }) => reading.mrz !== undefined && isLegible(reading.mrz, STANDARD_THRESHOLDS)),
      range(({ reading }) => reading.quality?.sharpness),
      range(({ reading }) => reading.quality?.brightness),
      range(({ reading }) => reading.quality?.glareFraction, 3),
      range(({ reading }) => reading.quality?.occludedFraction, 3),
      range(({ reading }) => reading.mrz?.confidence, 2),
      `${count(({ told, expected }) => told === expected)} ${[...new Set(of.map(({ told }) => told))].join(' ')}`,
      range(({ milliseconds }) => milliseconds),
    ].join('\t'),
  );
}

const read = rows.filter(({ reading }) => reading.mrz && isLegible(reading.mrz, STANDARD_THRESHOLDS));
const wrong = read.filter((row) => !exact(row));
console.log(
  `\nlegible but not exact: ${wrong.length} of ${read.length} (95 % bound ${bound(wrong.length, read.length)})`,
);
for (const { scenario, reading, sample } of wrong)
  console.log(
    `  ${scenario}: ${reading.mrz!.lines.join(' ')}\n  was ${sample.truth.mrz!.lines.join(' ')} ${reading.mrz!.valid} ${reading.mrz!.confidence}`,
  );
const misread = rows
  .filter((row) => row.reading.mrz && !row.reading.mrz.valid)
  .map(({ reading }) => reading.mrz!.confidence);
console.log(
  `misread MRZs that do not fit: ${misread.length}, the surest at ${misread.length ? Math.max(...misread).toFixed(3) : '–'}`,
);
const times = rows.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
console.log(
  `milliseconds per picture: median ${times[times.length >> 1]!.toFixed(0)}, 95 % ${times[Math.floor(times.length * 0.95)]!.toFixed(0)}; resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB, this process draws the samples too`,
);

function exact({ reading, sample }: Row): boolean {
  return reading.mrz?.lines.join() === sample.truth.mrz?.lines.join();
}

/** Every corner within 3 % of the picture's width, whichever corner comes first. */
function outlineRight({ reading, sample }: Row): boolean {
  const found = reading.document?.quad.map(([x, y]) => ({ x: x * sample.width, y: y * sample.height }));
  return (
    found !== undefined &&
    sample.truth.quad.every((corner) =>
      found.some(({ x, y }) => Math.hypot(x - corner.x, y - corner.y) < 0.03 * sample.width),
    )
  );
}

/** Upper end of the 95 % interval: 3/n for none, else Wilson. */
function bound(hits: number, n: number): string {
  if (n === 0) return '–';
  if (hits === 0) return `${(300 / n).toFixed(1)} %`;
  const [p, z] = [hits / n, 1.96];
  return `${((100 * (p + (z * z) / (2 * n) + z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n)))) / (1 + (z * z) / n)).toFixed(1)} %`;
}
