import type { PromptId } from '../../shared/protocol.ts';
import type { Prompt } from '../camera/record.ts';

/**
 * How long each prompt is asked for: where nobody can tell whether it was answered (`timedMs`), and where the page sees the head
 * and waits for it to follow (`mostMs`). Whoever asks for more time gets twice as much, and the page waits as long as a recording can.
 */
// biome-ignore format: a table
const TIMES: Readonly<Record<PromptId, Omit<Prompt, 'id'>>> = {
  flat:   { leastMs: 1_000, timedMs: 1_500 },
  tilt:   { leastMs: 3_000, timedMs: 4_500 },
  center: { leastMs: 1_000, timedMs: 1_800, mostMs: 5_000 },
  left:   { leastMs: 1_500, timedMs: 2_600, mostMs: 6_000 },
  right:  { leastMs: 1_500, timedMs: 2_600, mostMs: 6_000 },
};

/** The prompts of the server as the recorder takes them. With more time, four turns take less than the 30 seconds of a recording. */
export function timed(prompts: readonly PromptId[], slow: boolean): Prompt[] {
  return prompts.map((id) => {
    const times = TIMES[id];
    return slow ? { id, leastMs: times.leastMs, timedMs: 2 * times.timedMs } : { id, ...times };
  });
}
