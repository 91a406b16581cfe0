/**
 * What tells a copy in shades of grey from the thing itself, measured on synthetic pictures: hue, bare paper, a sheet around it.
 *
 * `npx tsx bench/copies.ts calibration 6` repeats what thresholds rest on; `evaluation` uses other seeds and counts what the check says.
 */
import path from 'node:path';
import { drawCase, type SpeciesName } from '@reident/samples';
import { evaluateChecks } from '../packages/engine/checks/evaluate-checks.ts';
import { gatherEvidence } from '../packages/engine/evidence/gather-evidence.ts';
import { openReader } from '../packages/engine/evidence/read-capture.ts';

const seeds = process.argv[2] ?? 'evaluation';
const count = Number(process.argv[3] ?? 6);
const chosen = process.argv[4]?.split(',');
const reader = openReader({ assetsDir: path.join(import.meta.dirname, '../packages/engine') });

const SHOWN = [
  'clean',
  'dusk',
  'noisy',
  'much_compressed',
  'warm_light',
  'engraved',
  'pale_page',
  'grey_copy',
  'cut_copy',
  'warm_copy',
] as const satisfies readonly SpeciesName[];

const STEPS = ['document_data_page', 'document_front', 'document_back'] as const;

function spread(values: (number | null)[]): string {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const shown = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((value) => value?.toFixed(3) ?? '–');
  return `${shown.join(' / ')}${sorted.length < values.length ? ` (${values.length - sorted.length} not measured)` : ''}`;
}

console.log(`${seeds} seeds, n = ${count} a row: lowest / median / highest`);
for (const species of SHOWN) {
  if (chosen && !chosen.includes(species)) continue;
  const colours = [];
  const outcomes = { pass: 0, inconclusive: 0, fail: 0, not_applicable: 0 };
  for (let i = 0; i < count; i++) {
    const step = species === 'pale_page' ? STEPS[0] : STEPS[i % STEPS.length]!;
    const kind = step === 'document_data_page' ? 'passport' : 'identity_card';
    const drawn = await drawCase(species, `${seeds} ${i}`, { kind, step });
    for (const { step: shown, jpeg } of drawn.captures) {
      const reading = await reader.read({ step: shown, bytes: jpeg, contentType: 'image/jpeg' }, () => undefined);
      if (reading.colour) colours.push(reading.colour);
      const evidence = gatherEvidence([{ step: shown, reading, source: 'sample', capturedAt: '' }], {
        person: {},
        capturedOn: drawn.day,
        minimumAgeYears: 18,
      });
      const finding = evaluateChecks(evidence).find(({ check }) => check === 'document-not-a-copy');
      outcomes[finding?.outcome ?? 'not_applicable']++;
    }
  }
  console.log(
    `${species}\tmeasured ${colours.length}\thue ${spread(colours.map((c) => c.spread))}\tsheet ${spread(colours.map((c) => c.sheetFraction))}\t${JSON.stringify(outcomes)}`,
  );
}
