/**
 * What tells values that were printed anew from those that were not, and a device around a document from a table, measured on drawn
 * sides with a portrait: `npx tsx bench/altered.ts training 12 [species,…]` repeats what thresholds rest on; other words draw other seeds.
 *
 * Outlines are found as always; where several are, the one nearest to the truth is taken, as the zone would tell. A side takes two
 * to three CPU seconds.
 */
import { appendFileSync } from 'node:fs';
import { drawCase, type SpeciesName } from '@reident/samples';
import type { Quad, TextLine } from '../packages/engine/capture-reading.ts';
import { type BezelReading, measureBezel } from '../packages/engine/evidence/bezel.ts';
import { decodePicture } from '../packages/engine/evidence/decode-picture.ts';
import { findOutlines } from '../packages/engine/evidence/find-outline.ts';
import { loadOpenCv } from '../packages/engine/evidence/open-cv.ts';
import { startAt } from '../packages/engine/evidence/quad-geometry.ts';
import { comparePrints, type PrintTrait } from '../packages/engine/evidence/viz/compare-prints.ts';
import { readText } from '../packages/engine/evidence/viz/read-text.ts';
import { loadTextModels } from '../packages/engine/evidence/viz/text-models.ts';

const GOOD = 'clean,tilted,slight_blur,noisy,much_compressed,dusk,warm_light,td2_card,pale_page,dark_folder';
const REPRINTED = 'reprinted_type,reprinted_size,reprinted_line,reprinted_ground';
const [seeds = 'evaluation', count = '2', list = `${GOOD},${REPRINTED},device_screen,fine_screen`, keep] =
  process.argv.slice(2);
const [cv, models] = [await loadOpenCv(), await loadTextModels()];
if (!models) throw new Error('the runtime of the text models has no program for this platform');

const TRAITS = ['stroke', 'lean', 'size', 'shape', 'ground', 'foot'] as const satisfies readonly PrintTrait[];
const measured = new Map<string, Side[]>();

interface Side {
  oddities: ReturnType<typeof comparePrints>;
  bezel: BezelReading | null;
}

for (let i = 0; i < Number(count); i++)
  for (const species of list.split(',') as SpeciesName[]) {
    const side = await measureSide(species, `${seeds} ${i}`);
    measured.set(species, [...(measured.get(species) ?? []), side]);
  }
for (const [species, sides] of measured) {
  const framed = sides.map(({ bezel }) => bezel?.sides ?? 'none');
  console.log(`${species}\tn = ${sides.length}\tsides with a frame ${framed.join(' ')}`);
  for (const trait of TRAITS) row(trait, sides);
}

async function measureSide(species: SpeciesName, seed: string): Promise<Side> {
  let step: 'document_data_page' | 'document_front' = 'document_data_page';
  let [capture] = (await drawCase(species, seed, { step })).captures;
  if (!capture) {
    step = 'document_front';
    [capture] = (await drawCase(species, seed, { step })).captures;
  }
  const picture = await decodePicture(capture!.jpeg);
  const scale = picture.width / picture.original.width;
  const truth = capture!.truth!.quad.map(({ x, y }) => [x * scale, y * scale]) as unknown as Quad;
  const candidates = findOutlines(cv, picture).flatMap((quad) => [0, 1, 2, 3].map((turn) => startAt(quad, turn)));
  const [nearest] = candidates.sort((a, b) => apart(a, truth) - apart(b, truth));
  const corners = nearest && apart(nearest, truth) < 0.05 * picture.width ? nearest : truth;
  const text: TextLine[] = await readText(models!, picture, corners, zoneOf(capture!.truth!.mrz?.quad, scale));
  const [likeliest] = findOutlines(cv, picture);
  const side = { oddities: comparePrints(text), bezel: likeliest ? measureBezel(picture, likeliest) : null };
  if (keep) {
    const { reprinted } = capture!.truth!.document;
    appendFileSync(keep, `${JSON.stringify({ species, seed, reprinted, text, ...side })}\n`);
  }
  return side;
}

function zoneOf(quad: readonly { x: number; y: number }[] | undefined, scale: number): Quad | null {
  return quad ? (quad.map(({ x, y }) => [x * scale, y * scale]) as unknown as Quad) : null;
}

function apart(one: Quad, other: Quad): number {
  return Math.max(...one.map(([x, y], i) => Math.hypot(x - other[i]![0], y - other[i]![1])));
}

function row(trait: PrintTrait, sides: readonly Side[]): void {
  const values = sides.flatMap(({ oddities }) => oddities[trait]?.measured ?? []).sort((a, b) => a - b);
  console.log(`  ${trait}\tn = ${values.length}\t${values.map((value) => value.toFixed(3)).join(' ')}`);
}
