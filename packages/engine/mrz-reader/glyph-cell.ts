import { fractionBetween } from '../image/bilinear.ts';
import type { InkMap } from './ink-map.ts';

export const CELL_WIDTH = 18;
export const CELL_HEIGHT = 24;
export const CELL_SIZE = CELL_WIDTH * CELL_HEIGHT;

/** Where one character stands in an ink map, in pixels. */
export interface CharacterPlace {
  x: number;
  y: number;
  pitch: number;
  capHeight: number;
  /** Rise of the line per pixel to the right. */
  slope: number;
}

/**
 * Cuts one character out, a little wider than its pitch and half as high again as a capital, and evens out its contrast.
 *
 * @param into  receives `CELL_SIZE` values from `offset` on, row by row, mean 0 and deviation about 1
 */
export function cutCell(ink: InkMap, place: CharacterPlace, into: Float32Array, offset = 0): void {
  const { data, width, height } = ink;
  const spanX = place.pitch * 1.2;
  const spanY = place.capHeight * 1.5;
  let sum = 0;
  for (let row = 0; row < CELL_HEIGHT; row++) {
    const down = ((row + 0.5) / CELL_HEIGHT - 0.5) * spanY;
    for (let column = 0; column < CELL_WIDTH; column++) {
      const across = ((column + 0.5) / CELL_WIDTH - 0.5) * spanX;
      const x = place.x + across - place.slope * down;
      const y = place.y + down + place.slope * across;
      let value = 0;
      if (x >= 0 && y >= 0 && x < width - 1 && y < height - 1) {
        const left = Math.floor(x);
        const top = Math.floor(y);
        value = fractionBetween(data, top * width + left, width, x - left, y - top);
      }
      into[offset + row * CELL_WIDTH + column] = value;
      sum += value;
    }
  }
  const mean = sum / CELL_SIZE;
  let squares = 0;
  for (let i = offset; i < offset + CELL_SIZE; i++) squares += (into[i]! - mean) ** 2;
  const scale = 1 / (Math.sqrt(squares / CELL_SIZE) + 0.05);
  for (let i = offset; i < offset + CELL_SIZE; i++) into[i] = (into[i]! - mean) * scale;
}
