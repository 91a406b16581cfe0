import type { Prompt } from '../camera/record.ts';

/** How long each prompt is asked for where nobody can tell whether it was answered. Whoever asks for more time gets twice as much. */
// biome-ignore format: a table
const TIMES: Readonly<Record<string, { leastMs: number; timedMs: number }>> = {
  flat:   { leastMs: 1_000, timedMs: 1_500 },
  tilt:   { leastMs: 3_000, timedMs: 4_500 },
  center: { leastMs: 1_000, timedMs: 1_800 },
  left:   { leastMs: 1_500, timedMs: 2_600 },
  right:  { leastMs: 1_500, timedMs: 2_600 },
};

/** The prompts of the server as the recorder takes them. With more time, four turns take less than the 30 seconds of a recording. */
export function timed(prompts: readonly string[], slow: boolean): Prompt[] {
  return prompts.map((id) => {
    const { leastMs, timedMs } = TIMES[id] ?? { leastMs: 1_000, timedMs: 2_000 };
    return { id, leastMs, timedMs: slow ? 2 * timedMs : timedMs };
  });
}
