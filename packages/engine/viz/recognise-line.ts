import { valueBetween } from '../image/bilinear.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import { clamp } from '../image/statistics.ts';
import { type TextBox, toTensor } from './find-text.ts';
import type { TextModels } from './text-models.ts';

/** Height in pixels at which the network reads. */
const LINE_HEIGHT = 48;
const LEAST_WIDTH = 32;
const MOST_WIDTH = 1200;

export interface RecognisedLine {
  text: string;
  /** Mean probability of its characters, 0 to 1. */
  confidence: number;
}

/** What one line says; null when nothing legible stands there. */
export async function recogniseLine(
  { onnx, recogniser, alphabet }: TextModels,
  flat: RectifiedDocument,
  box: TextBox,
): Promise<RecognisedLine | null> {
  const width = Math.round((LINE_HEIGHT * (box.right - box.left)) / (box.bottom - box.top));
  const lineWidth = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
  const input = toTensor(cut(flat, box, lineWidth), lineWidth * LINE_HEIGHT, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]);
  const output = await recogniser.run({
    [recogniser.inputNames[0]!]: new onnx.Tensor('float32', input, [1, 3, LINE_HEIGHT, lineWidth]),
  });
  const { data, dims } = output[recogniser.outputNames[0]!]!;
  return decodeLine(data as Float32Array, Number(dims[2]), alphabet);
}

/**
 * The likeliest character of each step; repetitions without a gap between them are one character (CTC).
 *
 * @param probabilities  steps × classes, row by row; class 0 is the gap
 */
export function decodeLine(
  probabilities: Float32Array,
  classes: number,
  alphabet: readonly string[],
): RecognisedLine | null {
  let text = '';
  let total = 0;
  let last = 0;
  for (let step = 0; step * classes < probabilities.length; step++) {
    let best = 0;
    for (let i = 1; i < classes; i++) {
      if (alphabet[i] && probabilities[step * classes + i]! > probabilities[step * classes + best]!) best = i;
    }
    if (best !== 0 && best !== last) {
      text += alphabet[best]!;
      total += probabilities[step * classes + best]!;
    }
    last = best;
  }
  return text.trim() === '' ? null : { text: text.trim(), confidence: total / text.length };
}

function cut({ rgb, width, height }: RectifiedDocument, box: TextBox, lineWidth: number): Uint8Array {
  const line = new Uint8Array(lineWidth * LINE_HEIGHT * 3);
  for (let row = 0; row < LINE_HEIGHT; row++) {
    for (let column = 0; column < lineWidth; column++) {
      const x = box.left + ((column + 0.5) / lineWidth) * (box.right - box.left) - 0.5;
      const y = box.top + ((row + 0.5) / LINE_HEIGHT) * (box.bottom - box.top) + box.slope * x - 0.5;
      const left = clamp(Math.floor(x), 0, width - 2);
      const top = clamp(Math.floor(y), 0, height - 2);
      const [right, below] = [clamp(x - left, 0, 1), clamp(y - top, 0, 1)];
      const [from, to] = [(top * width + left) * 3, (row * lineWidth + column) * 3];
      for (let channel = 0; channel < 3; channel++)
        line[to + channel] = valueBetween(rgb, from + channel, 3, width * 3, right, below);
    }
  }
  return line;
}
