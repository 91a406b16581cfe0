import sharp from 'sharp';
import type { Random } from '../random.ts';
import type { Raster } from './render.ts';

/** What light, lens and sensor do to a picture. */
export interface CameraSpec {
  /** How much darker the far corner is than the light: 0 even, 0.5 half as bright. */
  lightFallOff: number;
  /** Brightness of the whole picture: 1 normal, 0.2 dark. */
  exposure: number;
  /** Colour of the light that the camera did not take out: 0 white, 1 a bulb. */
  warmth?: number;
  /** Standard deviation of the blur, in pixels. */
  defocusPixels: number;
  /** Length of the smear of a shaking hand, in pixels. */
  motionPixels: number;
  /** Standard deviation, in grey levels. */
  noise: number;
  jpegQuality: number;
}

/** Blur, noise and compression, in the order in which a camera adds them. */
export async function exposeFilm(canvas: Raster, spec: CameraSpec, random: Random): Promise<Buffer> {
  const blurred = await blur(canvas, spec, random.fork('motion'));
  addNoise(blurred, spec.noise, random.fork('noise'));
  return sharp(blurred.data, { raw: { width: blurred.width, height: blurred.height, channels: 3 } })
    .jpeg({ quality: spec.jpegQuality })
    .toBuffer();
}

/** One light that stands somewhere over the picture. */
export function shine(canvas: Raster, { exposure, lightFallOff, warmth = 0 }: CameraSpec, random: Random): void {
  if (exposure === 1 && lightFallOff === 0 && warmth === 0) return;
  const colour = [1 + 0.08 * warmth, 1 - 0.04 * warmth, 1 - 0.3 * warmth] as const;
  const light = { x: random.next() * canvas.width, y: random.next() * canvas.height };
  const diagonal = Math.hypot(canvas.width, canvas.height);
  forEachPixel(canvas, (x, y, at) => {
    const brightness = exposure * (1 - (lightFallOff * Math.hypot(x - light.x, y - light.y)) / diagonal);
    for (let channel = 0; channel < 3; channel++) {
      canvas.data[at + channel] = Math.min(255, canvas.data[at + channel]! * brightness * colour[channel]!);
    }
  });
}

export function forEachPixel(canvas: Raster, visit: (x: number, y: number, at: number) => void): void {
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) visit(x, y, (y * canvas.width + x) * 3);
  }
}

async function blur(canvas: Raster, { defocusPixels, motionPixels }: CameraSpec, random: Random): Promise<Raster> {
  const { width, height } = canvas;
  let picture = sharp(canvas.data, { raw: { width, height, channels: 3 } });
  if (motionPixels >= 2) {
    const { size, kernel } = motionKernel(motionPixels, random.between(0, Math.PI));
    picture = picture.convolve({ width: size, height: size, kernel });
  }
  if (defocusPixels >= 0.3) picture = picture.blur(defocusPixels);
  return { channels: 3, data: await picture.raw().toBuffer(), width, height };
}

function motionKernel(length: number, angle: number) {
  const reach = Math.ceil(length / 2);
  const size = 2 * reach + 1;
  const kernel = new Array<number>(size * size).fill(0);
  const steps = 4 * size;
  for (let step = 0; step <= steps; step++) {
    const along = (step / steps - 0.5) * length;
    const column = Math.round(reach + along * Math.cos(angle));
    const row = Math.round(reach + along * Math.sin(angle));
    kernel[row * size + column]! += 1;
  }
  return { size, kernel };
}

/** Draws from a table of normal deviates: a fresh one for each of twelve million pixels would take seconds. */
function addNoise(canvas: Raster, strength: number, random: Random): void {
  if (strength === 0) return;
  const deviates = Float32Array.from({ length: 1 << 14 }, () => random.gaussian() * strength);
  let state = Math.floor(random.next() * 2 ** 31) | 1;
  const { data } = canvas;
  for (let i = 0; i < data.length; i += 3) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const grey = deviates[state & 0x3fff]!;
    for (let channel = 0; channel < 3; channel++) {
      const value = data[i + channel]! + grey + 0.4 * deviates[(state >>> (6 + 4 * channel)) & 0x3fff]!;
      data[i + channel] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
}
