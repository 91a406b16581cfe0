/**
 * A smaller copy, every pixel the mean of the area it stands for; a picture that is small enough already is only copied.
 *
 * By hand and not by OpenCV: there the whole picture would have to be copied into memory that never shrinks again.
 *
 * @param channels  values a pixel, row by row
 */
export function shrinkPicture(
  { data, width, height }: { data: Uint8Array; width: number; height: number },
  channels: number,
  longSide: number,
): { data: Uint8Array; width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height));
  const to = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const across = sharesOf(width, to.width);
  const down = sharesOf(height, to.height);
  const stride = to.width * channels;
  const sums = new Float32Array(stride * (to.height + 1));
  const row = new Float32Array(stride + channels);
  for (let y = 0, from = 0; y < height; y++) {
    row.fill(0);
    for (let x = 0; x < width; x++) {
      const at = across.first[x]! * channels;
      const share = across.share[x]!;
      for (let channel = 0; channel < channels; channel++, from++) {
        const value = data[from]!;
        row[at + channel]! += value * share;
        if (share < 1) row[at + channels + channel]! += value * (1 - share);
      }
    }
    const upper = down.first[y]! * stride;
    const share = down.share[y]!;
    for (let i = 0; i < stride; i++) {
      sums[upper + i]! += row[i]! * share;
      if (share < 1) sums[upper + stride + i]! += row[i]! * (1 - share);
    }
  }
  const area = (to.width / width) * (to.height / height);
  const result = new Uint8Array(stride * to.height);
  for (let i = 0; i < result.length; i++) result[i] = sums[i]! * area + 0.5;
  return { data: result, ...to };
}

/** Of each of `from` pixels: the first of `to` larger ones in which it lies, and with which part of it; the rest lies in the next. */
function sharesOf(from: number, to: number): { first: Uint16Array; share: Float32Array } {
  const first = new Uint16Array(from);
  const share = new Float32Array(from);
  for (let i = 0; i < from; i++) {
    const begins = (i * to) / from;
    const ends = ((i + 1) * to) / from;
    first[i] = Math.min(to - 1, Math.floor(begins + 1e-9));
    const edge = first[i]! + 1;
    share[i] = ends <= edge + 1e-9 || edge >= to ? 1 : (edge - begins) / (ends - begins);
  }
  return { first, share };
}
