import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { Tf } from './load-tensorflow.ts';

/** Side of the face crop in pixels. */
export const DESCRIPTOR_SIZE = 150;

/** Means of red, green and blue over the pictures that the network was trained on. */
const MEAN_COLOUR = [122.782, 117.001, 104.298];

/** Blocks of the network in order: name, and whether it halves the picture. */
// biome-ignore format: a table
const BLOCKS = [
  // block              halves
  ['conv32_1',          false],
  ['conv32_2',          false],
  ['conv32_3',          false],
  ['conv64_down',       true],
  ['conv64_1',          false],
  ['conv64_2',          false],
  ['conv64_3',          false],
  ['conv128_down',      true],
  ['conv128_1',         false],
  ['conv128_2',         false],
  ['conv256_down',      true],
  ['conv256_1',         false],
  ['conv256_2',         false],
  ['conv256_down_out',  true],
] as const;

/**
 * The residual network of dlib's face recognition: a face crop becomes 128 numbers, near for one person, far for two.
 *
 * @param weights  by name, as the package has them: `conv32_1/conv1/conv/filters` …
 * @param crop  `DESCRIPTOR_SIZE` squared, red green blue, 0 to 255
 */
export function describeFace(tf: Tf, weights: Record<string, Tensor>, crop: Float32Array): number[] {
  const weight = <T extends Tensor>(name: string): T => {
    const found = weights[name];
    if (!found) throw new Error(`the network has no weights called ${name}`);
    return found as T;
  };
  const convolve = (x: Tensor4D, name: string, stride: number, padding: 'same' | 'valid'): Tensor4D => {
    const filtered = tf.conv2d(x, weight<Tensor4D>(`${name}/conv/filters`), stride, padding);
    const biased = tf.add(filtered, weight<Tensor1D>(`${name}/conv/bias`));
    const scaled = tf.mul(biased, weight<Tensor1D>(`${name}/scale/weights`));
    return tf.add(scaled, weight<Tensor1D>(`${name}/scale/biases`));
  };
  const block = (x: Tensor4D, name: string, halves: boolean): Tensor4D => {
    const first = tf.relu(halves ? convolve(x, `${name}/conv1`, 2, 'valid') : convolve(x, `${name}/conv1`, 1, 'same'));
    const second = convolve(first, `${name}/conv2`, 1, 'same');
    if (!halves) return tf.relu(tf.add(second, x));
    // The short cut is halved by averaging; missing channels and a missing last row and column count as zero.
    const shortcut = tf.avgPool(x, 2, 2, 'valid');
    const [, height, width, channels] = shortcut.shape;
    const [, ownHeight, ownWidth, ownChannels] = second.shape;
    const padded = tf.pad(second, [
      [0, 0],
      [0, height - ownHeight],
      [0, width - ownWidth],
      [0, 0],
    ]);
    const widened = tf.pad(shortcut, [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, ownChannels - channels],
    ]);
    return tf.relu(tf.add(padded, widened));
  };
  return tf.tidy(() => {
    const face = tf.tensor4d(crop, [1, DESCRIPTOR_SIZE, DESCRIPTOR_SIZE, 3]);
    const centred = tf.div(tf.sub(face, MEAN_COLOUR), 255) as Tensor4D;
    let x = tf.relu(convolve(centred, 'conv32_down', 2, 'valid'));
    x = tf.maxPool(x, 3, 2, 'valid');
    for (const [name, halves] of BLOCKS) x = block(x, name, halves);
    const pooled = tf.mean(x, [1, 2]) as Tensor2D;
    return [...tf.matMul(pooled, weight<Tensor2D>('fc')).dataSync()];
  });
}
