/**
 * How well the VIZ of documents is read and compared with their MRZ, by `npx tsx benchmarks/accuracy/viz.ts [set] [documents a scenario]`.
 *
 * Documents and photos are drawn from seeds of the set: `calibration`, which thresholds rest on, or `measurement`, which none does.
 */
import { drawSample, type FieldName, type PhotoSpec, type Sample, type SampleSpec } from '@reident/samples';
import { evaluateChecks } from '../../packages/engine/checks/evaluate-checks.ts';
import { gatherEvidence } from '../../packages/engine/evidence/gather.ts';
import type { CaptureReading, CaptureStep } from '../../packages/engine/index.ts';
import { distanceInside, folded } from '../../packages/engine/viz/normalise-text.ts';
import { startBuiltHost } from '../../tests/fixtures/engine/engine-host.ts';

const [set = 'measurement', count = '12'] = process.argv.slice(2);

// biome-ignore format: a table
const LEVELS: Record<string, Partial<PhotoSpec>> = {
  clean:   {},
  good:    { width: 1920, height: 1080, perspective: 0.06, defocusPixels: 0.9, noise: 4, jpegQuality: 85, rotationDegrees: 4, background: 'textured' },
  medium:  { width: 1920, height: 1080, perspective: 0.1,  defocusPixels: 1.3, noise: 7, jpegQuality: 75, rotationDegrees: -7, background: 'cluttered', lightFallOff: 0.3 },
  small:   { width: 1280, height: 720,  perspective: 0.06, defocusPixels: 0.9, noise: 5, jpegQuality: 80 },
};

/** What one printed field may be altered to, in the alteration scenario. */
// biome-ignore format: a table
const ALTERED: Partial<Record<FieldName, string>>[] = [
  { birthDate: '03.11.1971' },
  { lastName: 'WOLFERSDORF' },
  { documentNumber: 'X7K2M9R4T' },
  { expiresOn: '19.07.2035' },
];

const FIELDS = ['lastName', 'firstName', 'documentNumber', 'birthDate', 'expiresOn'] as const;

const host = await startBuiltHost();
const rows: string[] = [];
for (const [level, photo] of Object.entries(LEVELS)) {
  const tally = Object.fromEntries(FIELDS.map((field) => [field, [0, 0]])) as Record<string, [number, number]>;
  const outcomes: Record<string, number> = {};
  const altered: Record<string, number> = {};
  for (let i = 0; i < Number(count); i++) {
    const spec = specOf(level, i, photo);
    const honest = await read(spec);
    for (const field of FIELDS) score(tally[field]!, honest, field);
    add(outcomes, comparisonOf(honest.reading));
    const forged = await read({ ...spec, document: { printedOtherwise: ALTERED[i % ALTERED.length] } });
    add(altered, comparisonOf(forged.reading));
  }
  rows.push(
    `| ${[level, count, ...FIELDS.map((field) => tally[field]!.join('/')), words(outcomes), words(altered)].join(' | ')} |`,
  );
  process.stderr.write(`${rows.at(-1)}\n`);
}
await host.stop();
process.stdout.write(
  [
    `| Level | n | ${FIELDS.join(' | ')} | honest: VIZ against the MRZ | altered: VIZ against the MRZ |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'Fields: exact / within one character, marks folded.',
    '',
  ].join('\n'),
);

function specOf(level: string, i: number, photo: Partial<PhotoSpec>): SampleSpec {
  const issuer = (['DEU', 'AUT', 'NLD', 'POL', 'ESP', 'FRA'] as const)[i % 6]!;
  const td2 = i % 4 === 3;
  return {
    seed: `viz/${set}/${level}/${i}`,
    kind: td2 ? 'identity_card_td2' : 'passport',
    side: td2 ? 'front' : 'data_page',
    issuer,
    photo,
  };
}

async function read(spec: SampleSpec): Promise<{ sample: Sample; reading: CaptureReading }> {
  const sample = await drawSample(spec);
  const step: CaptureStep = spec.side === 'front' ? 'document_front' : 'document_data_page';
  return { sample, reading: await host.read({ step, bytes: sample.jpeg, contentType: 'image/jpeg' }) };
}

function score(tally: [number, number], { sample, reading }: Awaited<ReturnType<typeof read>>, field: FieldName): void {
  const sought = folded(sample.truth.fields[field]?.text ?? '');
  const apart = Math.min(
    ...(reading.text ?? []).map(({ text }) => distanceInside(sought, folded(text))),
    sought.length,
  );
  if (apart === 0) tally[0]++;
  if (apart <= 1) tally[1]++;
}

function comparisonOf(reading: CaptureReading): string {
  const evidence = gatherEvidence([{ step: reading.step, reading, source: 'sample', capturedAt: '' }], {
    person: {},
    capturedOn: '2026-06-15',
    minimumAgeYears: 18,
  });
  const finding = evaluateChecks(evidence).find(({ check }) => check === 'mrz-matches-viz')!;
  return finding.missing ? 'MRZ not read' : finding.outcome;
}

function add(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}

function words(counts: Record<string, number>): string {
  return Object.entries(counts)
    .sort()
    .map(([what, n]) => `${what} ${n}`)
    .join(', ');
}
