/**
 * At most so many of the frames, spread as evenly as they came. The first and the last stay: the last shows what was asked for.
 */
export function thinFrames<Frame extends { atMs: number }>(frames: readonly Frame[], most: number): Frame[] {
  const kept = [...frames];
  while (kept.length > Math.max(2, most)) {
    const gaps = kept.slice(1, -1).map((_, i) => kept[i + 2]!.atMs - kept[i]!.atMs);
    kept.splice(gaps.indexOf(Math.min(...gaps)) + 1, 1);
  }
  return kept;
}
