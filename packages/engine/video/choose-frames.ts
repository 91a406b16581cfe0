/**
 * Which frames of a recording are looked at: of each stretch under one prompt evenly many, its last always, because a customer
 * follows a prompt after a while.
 *
 * @param most  never more than so many in all
 */
export function chooseFrames<T extends { prompt: string | null }>(frames: readonly T[], most: number): T[] {
  const stretches = stretchesOf(frames);
  const each = Math.floor(most / stretches.length);
  if (each === 0)
    return spread(
      stretches.map((stretch) => stretch.at(-1)!),
      most,
    );
  return stretches.flatMap((stretch) => spread(stretch, each));
}

/** Consecutive frames under one prompt. */
export function stretchesOf<T extends { prompt: string | null }>(frames: readonly T[]): T[][] {
  const stretches: T[][] = [];
  for (const frame of frames) {
    const last = stretches.at(-1);
    if (last && last[0]!.prompt === frame.prompt) last.push(frame);
    else stretches.push([frame]);
  }
  return stretches;
}

/** At most `count` of them, evenly, ending with the last. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.ceil(((i + 1) * items.length) / count) - 1]!);
}
