import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GlyphWeights, WEIGHT_SHAPES, type WeightName } from './glyph-network.ts';

/** In the assets folder of the engine, beside the fonts. Written by `tools/train-glyphs.ts`. */
export const GLYPH_WEIGHTS_FILE = 'weights/ocr-b-glyphs.json';

/** Eight bits a weight and one scale a row: a quarter of the size, and no difference that the validation set shows. */
export interface StoredWeights {
  trainedBy: string;
  validation: string;
  layers: Record<WeightName, { scales: string; values: string }>;
}

/** @param assetsDir  the folder that holds `weights/` */
export function loadGlyphWeights(assetsDir: string): GlyphWeights {
  const stored = JSON.parse(readFileSync(path.join(assetsDir, GLYPH_WEIGHTS_FILE), 'utf8')) as StoredWeights;
  const weights = {} as GlyphWeights;
  for (const [name, rows, inputs] of WEIGHT_SHAPES) {
    const { scales, values } = stored.layers[name];
    weights[name] = restore(floats(scales), bytes(values), rows, inputs, isTapByTap(name));
  }
  return weights;
}

export function storeGlyphWeights(weights: GlyphWeights): StoredWeights['layers'] {
  const layers = {} as StoredWeights['layers'];
  for (const [name, rows, inputs] of WEIGHT_SHAPES) {
    const scales = new Float32Array(rows);
    const values = new Int8Array(rows * inputs);
    for (let row = 0; row < rows; row++) {
      let largest = 1e-9;
      for (let i = 0; i < inputs; i++) {
        largest = Math.max(largest, Math.abs(weights[name][indexOf(row, i, rows, inputs, isTapByTap(name))]!));
      }
      scales[row] = largest / 127;
      for (let i = 0; i < inputs; i++) {
        const at = indexOf(row, i, rows, inputs, isTapByTap(name));
        values[at] = Math.round(weights[name][at]! / scales[row]!);
      }
    }
    layers[name] = { scales: base64(scales), values: base64(values) };
  }
  return layers;
}

function restore(
  scales: Float32Array,
  values: Int8Array,
  rows: number,
  inputs: number,
  tapByTap: boolean,
): Float32Array {
  const weights = new Float32Array(rows * inputs);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < inputs; i++) {
      const at = indexOf(row, i, rows, inputs, tapByTap);
      weights[at] = values[at]! * scales[row]!;
    }
  }
  return weights;
}

function isTapByTap(name: WeightName): boolean {
  return name === 'first' || name === 'second';
}

function indexOf(row: number, input: number, rows: number, inputs: number, tapByTap: boolean): number {
  return tapByTap ? input * rows + row : row * inputs + input;
}

function base64(array: Float32Array | Int8Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

function bytes(text: string): Int8Array {
  return Int8Array.from(Buffer.from(text, 'base64'));
}

function floats(text: string): Float32Array {
  const raw = Buffer.from(text, 'base64');
  return Float32Array.from({ length: raw.length / 4 }, (_, i) => raw.readFloatLE(i * 4));
}
