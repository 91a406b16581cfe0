import type { Picture } from './decode.ts';
import { sumBoxes } from './downscale.ts';

/**
 * A hash of how light changes across a picture: the same picture, made smaller or coded anew, has nearly the same one.
 *
 * It describes the whole picture with its background and its angle, not what is on it: another photograph of the same card or face
 * has another hash, so it is no likeness of anybody and finds nobody [CAP-7].
 */
export const HASH_BITS = 256;

/** The hash in bands, each of which a small change leaves alone or spoils as a whole: two pictures are compared by how many they share. */
export const HASH_BANDS = 16;

const ACROSS = 17;
const DOWN = 16;
/** Grey levels between neighbours that count as light: less is what coding makes of an even background. */
const LEAST_CHANGE = 2;

/** From one bit of a band to its next: five rows and nine columns. Odd, so that each bit is taken once. */
const STRIDE = 89;

/** @returns 64 hexadecimal digits; each band's bits lie all over the picture */
export function perceptualHash(picture: Pick<Picture, 'grey' | 'width' | 'height'>): string {
  const cells = meansOfCells(picture);
  const bits = Array.from({ length: HASH_BITS }, (_, at) => {
    const cell = Math.floor(at / (ACROSS - 1)) * ACROSS + (at % (ACROSS - 1));
    return cells[cell + 1]! - cells[cell]! > LEAST_CHANGE;
  });
  const perBand = HASH_BITS / HASH_BANDS;
  return Array.from({ length: HASH_BANDS }, (_, band) => {
    let value = 0;
    for (let i = 0; i < perBand; i++) value = value * 2 + Number(bits[((band * perBand + i) * STRIDE) % HASH_BITS]);
    return value.toString(16).padStart(perBand / 4, '0');
  }).join('');
}

export function hashBandsOf(hash: string): string[] {
  const length = HASH_BITS / HASH_BANDS / 4;
  return Array.from({ length: HASH_BANDS }, (_, band) => hash.slice(band * length, (band + 1) * length));
}

/** Mean luma of the cells of an even grid. Hashes are kept and compared for years: the edges of the cells must never move. */
function meansOfCells({ grey, width, height }: Pick<Picture, 'grey' | 'width' | 'height'>): Float64Array {
  const { sums, counts } = sumBoxes({ data: grey, width, height }, 1, { width: ACROSS, height: DOWN }, 'ceil');
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell]!));
}
