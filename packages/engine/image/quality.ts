import type { QualityReading } from '../readings/capture.ts';
import type { Quad } from '../readings/quad.ts';
import { chromaOf } from './luma.ts';
import { type GreyImage, pixelsOf, type RgbImage } from './pixels.ts';
import { type Box, boxAround, mapQuad, pointInQuad, quadOf, WHOLE, wholeOf } from './quad.ts';
import { type RectifiedDocument, rectify } from './rectify.ts';
import { countedQuantile, mean, round } from './statistics.ts';

/** From which luma on a pixel counts as burnt out, and how much of a tile must be so. */
const BURNT_OUT = 250;
const BURNT_TILE = 0.88;
const TILES_ACROSS = 32;

/**
 * Measures sharpness, brightness, glare and fingers on a rectified document.
 *
 * Sharpness is the variance of the Laplacian after a blur of one pixel, with the contrast stretched between the 2nd and
 * 98th percentile: noise would else count as detail, and darkness as blur.
 *
 * @param quad  where the document lies in the picture, as fractions
 */
export function measureQuality(flat: RectifiedDocument, quad: Quad): Omit<QualityReading, 'measuredOn'> {
  const { grey, width, height } = flat;
  const glare = findGlare(flat);
  return {
    sharpness: round(sharpnessOf({ data: grey, width, height }), 1),
    brightness: round(mean(grey), 1),
    glareFraction: round(glare.fraction, 4),
    glareQuad: glare.box && boxInQuad(glare.box, quad),
    occludedFraction: round(skinInLowerThird(flat), 4),
  };
}

/** The same of a picture in which no document was found or looked for. */
export function measurePicture(picture: RgbImage): QualityReading {
  return { measuredOn: 'picture', ...measureQuality(rectify(pixelsOf(picture), wholeOf(picture)), WHOLE) };
}

/** Edge energy of a picture, or of a part of it, as `measureQuality` takes it. */
export function sharpnessOf({ data, width, height }: GreyImage): number {
  return laplacianVariance(stretch(blur(data, width, height)), width, height);
}

/** Binomial blur, close to a Gaussian of one pixel: weights 1 4 6 4 1 both ways. The outermost two pixels stay as they are. */
function blur(grey: Uint8Array, width: number, height: number): Float32Array {
  const across = new Float32Array(grey);
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width - 2;
    for (let i = y * width + 2; i < end; i++)
      across[i] = (grey[i - 2]! + 4 * grey[i - 1]! + 6 * grey[i]! + 4 * grey[i + 1]! + grey[i + 2]!) / 16;
  }
  const both = new Float32Array(across);
  const two = 2 * width;
  for (let i = two; i < (height - 2) * width; i++)
    both[i] =
      (across[i - two]! + 4 * across[i - width]! + 6 * across[i]! + 4 * across[i + width]! + across[i + two]!) / 16;
  return both;
}

/** Takes the 2nd percentile to 0 and the 98th to 255; flat grey stays flat. */
function stretch(values: Float32Array): Float32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < values.length; i++) counts[(values[i]! + 0.5) | 0]!++;
  const [low, high] = [countedQuantile(counts, 0.02), countedQuantile(counts, 0.98)];
  const scale = 255 / Math.max(LEAST_CONTRAST, high - low);
  const stretched = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = (values[i]! - low) * scale;
    stretched[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
  return stretched;
}

/** Grey levels: a picture with less contrast shows nothing, and stretching it further would only show noise. */
const LEAST_CONTRAST = 30;

function laplacianVariance(values: Float32Array, width: number, height: number): number {
  let sum = 0;
  let sumOfSquares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const bend = 4 * values[i]! - values[i - 1]! - values[i + 1]! - values[i - width]! - values[i + width]!;
      sum += bend;
      sumOfSquares += bend * bend;
    }
  }
  const count = Math.max(1, (width - 2) * (height - 2));
  return sumOfSquares / count - (sum / count) ** 2;
}

/** The share of burnt-out tiles, and the box around them as fractions of the document. */
function findGlare({ grey, width, height }: RectifiedDocument): { fraction: number; box: Box | null } {
  const size = Math.max(4, Math.round(width / TILES_ACROSS));
  const columns = Math.floor(width / size);
  const rows = Math.floor(height / size);
  const burnt: Box[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isBurntOut(grey, width, column * size, row * size, size)) continue;
      burnt.push({ left: column / columns, top: row / rows, right: (column + 1) / columns, bottom: (row + 1) / rows });
    }
  }
  return {
    fraction: burnt.length / Math.max(1, rows * columns),
    box: burnt.length > 0 ? boxAround(burnt.flatMap(quadOf)) : null,
  };
}

function isBurntOut(grey: Uint8Array, width: number, left: number, top: number, size: number): boolean {
  let count = 0;
  for (let y = top; y < top + size; y++)
    for (let x = left; x < left + size; x++) if (grey[y * width + x]! >= BURNT_OUT) count++;
  return count >= size * size * BURNT_TILE;
}

/** Chrominance of skin of every shade under common light, as ranges of Cr and Cb, 0 being grey. */
const SKIN = { leastCr: 12, mostCr: 45, leastCb: -51, mostCb: -6, leastLuma: 50 } as const;

function skinInLowerThird({ rgb, grey, width, height }: RectifiedDocument): number {
  const from = Math.floor((height * 2) / 3) * width;
  let skin = 0;
  for (let i = from; i < width * height; i++) {
    const luma = grey[i]!;
    if (luma < SKIN.leastLuma) continue;
    const { cb, cr } = chromaOf(rgb[3 * i]!, rgb[3 * i + 2]!, luma);
    if (cr >= SKIN.leastCr && cr <= SKIN.mostCr && cb >= SKIN.leastCb && cb <= SKIN.mostCb) skin++;
  }
  return skin / Math.max(1, width * height - from);
}

function boxInQuad(box: Box, quad: Quad): Quad {
  return mapQuad(quadOf(box), ([x, y]) => pointInQuad(quad, x, y));
}
