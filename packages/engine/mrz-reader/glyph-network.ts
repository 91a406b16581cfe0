import { CELL_HEIGHT, CELL_WIDTH } from './glyph-cell.ts';

/** What a cell may show. The last class stands for no character at all: paper, a smear, the gap between two. */
export const GLYPHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789< ';
export const NOTHING = GLYPHS.length - 1;

/** A convolution of one layer of maps, `channels` values at each place; stride 2 halves the map. */
interface Convolution {
  width: number;
  height: number;
  channels: number;
  inputChannels: number;
  /** For each output place: index of an input place, index of the kernel's tap, and so on in pairs. */
  taps: readonly Int32Array[];
  tapCount: number;
}

const FIRST = convolution({
  inputWidth: CELL_WIDTH,
  inputHeight: CELL_HEIGHT,
  inputChannels: 1,
  channels: 12,
  kernel: 5,
});
const SECOND = convolution({
  inputWidth: FIRST.width,
  inputHeight: FIRST.height,
  inputChannels: FIRST.channels,
  channels: 28,
  kernel: 3,
});
const FLAT = SECOND.width * SECOND.height * SECOND.channels;
const HIDDEN = 64;
const CLASSES = GLYPHS.length;

/**
 * The network's weights, layer by layer: first and second convolution, hidden layer, classes; of each the matrix and
 * the bias. A convolution's matrix is stored tap by tap with the output channel running fastest; the others row by
 * output.
 */
// prettier-ignore
export const WEIGHT_SHAPES = [
  // name            rows (outputs)    inputs of each
  ['first', FIRST.channels, FIRST.tapCount],
  ['firstBias', FIRST.channels, 1],
  ['second', SECOND.channels, SECOND.tapCount * FIRST.channels],
  ['secondBias', SECOND.channels, 1],
  ['hidden', HIDDEN, FLAT],
  ['hiddenBias', HIDDEN, 1],
  ['classes', CLASSES, HIDDEN],
  ['classesBias', CLASSES, 1],
] as const;

export type WeightName = (typeof WEIGHT_SHAPES)[number][0];
export type GlyphWeights = Record<WeightName, Float32Array>;

/** A negative sum passes weakened, so that no unit dies while learning. */
export const LEAK = 0.05;

/** What the layers answered to one cell; the trainer reads them, the reader only `probabilities`. */
export interface Activations {
  first: Float32Array;
  second: Float32Array;
  hidden: Float32Array;
  probabilities: Float32Array;
}

export function emptyActivations(): Activations {
  return {
    first: new Float32Array(FIRST.width * FIRST.height * FIRST.channels),
    second: new Float32Array(FLAT),
    hidden: new Float32Array(HIDDEN),
    probabilities: new Float32Array(CLASSES),
  };
}

export const GLYPH_LAYERS = { first: FIRST, second: SECOND, flat: FLAT, hidden: HIDDEN, classes: CLASSES } as const;

/** Fills `into.probabilities` with how likely each of `GLYPHS` is; they add up to 1. */
export function classify(weights: GlyphWeights, cells: Float32Array, offset: number, into: Activations): Float32Array {
  convolve(FIRST, cells, offset, weights.first, weights.firstBias, into.first);
  convolve(SECOND, into.first, 0, weights.second, weights.secondBias, into.second);
  connect(into.second, weights.hidden, weights.hiddenBias, into.hidden);
  leak(into.hidden);
  connect(into.hidden, weights.classes, weights.classesBias, into.probabilities);
  return softmax(into.probabilities);
}

function convolution(shape: {
  inputWidth: number;
  inputHeight: number;
  inputChannels: number;
  channels: number;
  kernel: number;
}): Convolution {
  const { inputWidth, inputHeight, inputChannels, channels, kernel } = shape;
  const reach = (kernel - 1) / 2;
  const width = Math.ceil(inputWidth / 2);
  const height = Math.ceil(inputHeight / 2);
  const taps = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pairs = [];
      for (let down = 0; down < kernel; down++) {
        for (let across = 0; across < kernel; across++) {
          const row = 2 * y + down - reach;
          const column = 2 * x + across - reach;
          if (row < 0 || column < 0 || row >= inputHeight || column >= inputWidth) continue;
          pairs.push(row * inputWidth + column, down * kernel + across);
        }
      }
      taps.push(Int32Array.from(pairs));
    }
  }
  return { width, height, channels, inputChannels, taps, tapCount: kernel * kernel };
}

/*
 * Sums of neighbouring outputs are kept in variables side by side: none waits for another or for memory, which halves the time.
 * Every layer has an even number of outputs, and every convolution a multiple of four.
 */

function convolve(
  { taps, channels, inputChannels }: Convolution,
  input: Float32Array,
  offset: number,
  matrix: Float32Array,
  bias: Float32Array,
  output: Float32Array,
): void {
  for (let place = 0; place < taps.length; place++) {
    const pairs = taps[place]!;
    for (let channel = 0; channel < channels; channel += 4) {
      let a = bias[channel]!;
      let b = bias[channel + 1]!;
      let c = bias[channel + 2]!;
      let d = bias[channel + 3]!;
      for (let i = 0; i < pairs.length; i += 2) {
        const from = offset + pairs[i]! * inputChannels;
        let weight = pairs[i + 1]! * inputChannels * channels + channel;
        for (let source = 0; source < inputChannels; source++) {
          const value = input[from + source]!;
          a += value * matrix[weight]!;
          b += value * matrix[weight + 1]!;
          c += value * matrix[weight + 2]!;
          d += value * matrix[weight + 3]!;
          weight += channels;
        }
      }
      const to = place * channels + channel;
      output[to] = a;
      output[to + 1] = b;
      output[to + 2] = c;
      output[to + 3] = d;
    }
  }
  leak(output);
}

function connect(input: Float32Array, matrix: Float32Array, bias: Float32Array, output: Float32Array): void {
  for (let to = 0; to < output.length; to += 2) {
    const row = to * input.length;
    const below = row + input.length;
    let a = bias[to]!;
    let b = bias[to + 1]!;
    for (let from = 0; from < input.length; from++) {
      const value = input[from]!;
      a += matrix[row + from]! * value;
      b += matrix[below + from]! * value;
    }
    output[to] = a;
    output[to + 1] = b;
  }
}

function leak(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i]! *= LEAK;
}

function softmax(values: Float32Array): Float32Array {
  let highest = -Infinity;
  for (const value of values) if (value > highest) highest = value;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.exp(values[i]! - highest);
    sum += values[i]!;
  }
  for (let i = 0; i < values.length; i++) values[i]! /= sum;
  return values;
}
