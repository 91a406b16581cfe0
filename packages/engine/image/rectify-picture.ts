import type { Quad } from '../readings/capture.ts';
import type { Picture } from './decode.ts';
import { type FlatDocument, layFlat } from './rectify.ts';

export type { FlatDocument } from './rectify.ts';

/** Lays the quad of a picture flat at a fixed width; the height is a multiple of `step`. */
export function rectify({ rgb, width, height }: Picture, quad: Quad, flatWidth: number, step = 1): FlatDocument {
  return layFlat({ data: rgb, channels: 3, width, height }, quad, flatWidth, step);
}
