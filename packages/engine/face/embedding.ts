import type * as Onnx from 'onnxruntime-node';
import type { RgbImage } from '../image/pixels.ts';
import { round } from '../image/statistics.ts';
import { loadOnnxRuntime, SESSION_OPTIONS } from '../models/onnx-runtime.ts';
import { EMBEDDING_SIZE } from './alignment.ts';
import { cropSquare, type Square } from './crop-square.ts';
import { toUnitLength } from './embedding-distance.ts';

/** MobileFaceNet: 192 numbers for a face, alike for one person, unlike for two. */
export interface EmbeddingNetwork {
  onnx: typeof Onnx;
  session: Onnx.InferenceSession;
}

/** Null on a platform for which the runtime has no program. */
export async function loadEmbeddingNetwork(file: string): Promise<EmbeddingNetwork | null> {
  const onnx = loadOnnxRuntime();
  return onnx && { onnx, session: await onnx.InferenceSession.create(file, SESSION_OPTIONS) };
}

/** @param alignment  where the face lies, as `alignmentOf` puts it */
export async function describeFace(
  { onnx, session }: EmbeddingNetwork,
  image: RgbImage,
  alignment: Square,
): Promise<number[]> {
  // Red, green and blue of a pixel side by side, from −1 to 1.
  const values = cropSquare(image, alignment, EMBEDDING_SIZE).map((value) => (value - 127.5) / 128);
  const input = new onnx.Tensor('float32', values, [1, EMBEDDING_SIZE, EMBEDDING_SIZE, 3]);
  const { output } = await session.run({ input });
  return toUnitLength([...(output!.data as Float32Array)]).map((value) => round(value, 5));
}
