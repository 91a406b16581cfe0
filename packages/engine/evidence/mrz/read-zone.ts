import { type DecodedZone, decodeZone, type ZoneLikelihoods } from './decode-zone.ts';
import { fitGrid } from './fit-grid.ts';
import { CELL_SIZE, type CharacterPlace, cutCell } from './glyph-cell.ts';
import { classify, emptyActivations, GLYPHS, type GlyphWeights, NOTHING } from './glyph-network.ts';
import { type InkMap, inkMap } from './ink-map.ts';
import { STRIP_PITCH, type ZoneStrip } from './zone-strip.ts';

/** A strip with its characters located, before they are all read. */
export interface LocatedZone {
  strip: ZoneStrip;
  ink: InkMap;
  places: CharacterPlace[][];
  /** Mean logarithm of the likeliest character of some cells: near 0 for print, far below for anything else. */
  promise: number;
}

/** Cells are looked at here and slightly beside, as fractions of pitch and height, and the answers averaged. */
const OFFSETS = [
  [0, 0],
  [-0.07, 0],
  [0.07, 0],
  [0, -0.06],
  [0, 0.06],
] as const;

/** Finds the characters and reads every fourth: enough to see whether this is a zone, and which way up. */
export function locateZone(strip: ZoneStrip, weights: GlyphWeights): LocatedZone {
  const ink = inkMap(strip.image, Math.round(STRIP_PITCH * 0.9));
  const places = fitGrid(ink, strip);
  const some = places.flatMap((line, row) => line.filter((_, column) => (column + 2 * row) % 4 === 0));
  let sum = 0;
  for (const place of some) {
    const likelihoods = lookAt(ink, place, weights, 1);
    let best = -Infinity;
    for (let glyph = 0; glyph < NOTHING; glyph++) best = Math.max(best, likelihoods[glyph]!);
    sum += Math.max(-6, best);
  }
  return { strip, ink, places, promise: sum / some.length };
}

export function decodeLocated({ strip, ink, places }: LocatedZone, weights: GlyphWeights): DecodedZone | null {
  const likelihoods: ZoneLikelihoods = places.map((line) =>
    line.map((place) => lookAt(ink, place, weights, OFFSETS.length)),
  );
  return decodeZone(likelihoods, strip.shape);
}

const cells = new Float32Array(CELL_SIZE);
const activations = emptyActivations();

/** Mean of the logarithms over the first so many offsets. */
function lookAt(ink: InkMap, place: CharacterPlace, weights: GlyphWeights, looks: number): Float32Array {
  const likelihoods = new Float32Array(GLYPHS.length);
  for (const [across, down] of OFFSETS.slice(0, looks)) {
    const beside = { ...place, x: place.x + across * place.pitch, y: place.y + down * place.capHeight };
    cutCell(ink, beside, cells);
    const probabilities = classify(weights, cells, 0, activations);
    for (let glyph = 0; glyph < likelihoods.length; glyph++) {
      likelihoods[glyph]! += Math.log(probabilities[glyph]! + 1e-7) / looks;
    }
  }
  return likelihoods;
}
