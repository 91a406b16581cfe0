import { randomInt } from 'node:crypto';
import type { StepId } from './steps.ts';

/** What the customer may be asked to do; the frames of a recording are labelled with it. */
export type PromptId = 'flat' | 'tilt' | 'center' | 'left' | 'right';

/**
 * What the customer may be asked for while the camera records, by step. One row of a step is drawn at random and bound to the
 * number of the recording, so that nothing recorded beforehand fits for certain [CAP-5].
 *
 * Every row of `liveness` has both turns, and begins with a look straight ahead to compare them with.
 */
// biome-ignore format: a table
export const PROMPTS: Readonly<Partial<Record<StepId, readonly (readonly PromptId[])[]>>> = {
  security_video: [
    ['flat', 'tilt'],
  ],
  liveness: [
    ['center', 'left', 'right'],
    ['center', 'right', 'left'],
    ['center', 'left', 'center', 'right'],
    ['center', 'right', 'center', 'left'],
    ['center', 'left', 'right', 'center'],
    ['center', 'right', 'left', 'center'],
    ['center', 'left', 'right', 'left'],
    ['center', 'right', 'left', 'right'],
  ],
};

/** A row for the step, drawn at random; null for a picture. */
export function drawPrompts(step: string): PromptId[] | null {
  const rows = PROMPTS[step as StepId];
  const drawn = rows?.[randomInt(rows.length)];
  return drawn === undefined ? null : [...drawn];
}

/** Whether the frames show what was asked for, in that order: each at least once, one after the other, nothing else between. */
export function followsPrompts(asked: readonly string[], frames: readonly { prompt: string | null }[]): boolean {
  const shown = frames.map(({ prompt }) => prompt).filter((prompt, index, all) => prompt !== all[index - 1]);
  return shown.length === asked.length && shown.every((prompt, index) => prompt === asked[index]);
}
