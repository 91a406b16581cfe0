/**
 * What a specialist has to have looked at before a case may become successful: groups of features, each with the
 * captures that must exist for the question to make sense. At least three groups are always asked [CON-7].
 */
// biome-ignore format: a table
export const CHECKLIST = [
  // id                 asked when one of these was captured; empty = always
  { id: 'document',      steps: [] },
  { id: 'data',          steps: [] },
  { id: 'face',          steps: [] },
  { id: 'manipulation',  steps: [] },
  { id: 'security',      steps: ['security_video'] },
  { id: 'address',       steps: ['proof_of_address'] },
] as const satisfies readonly { id: string; steps: readonly string[] }[];

export type ChecklistId = (typeof CHECKLIST)[number]['id'];

/** The groups of one case, by what was captured. */
export function checklistFor(capturedSteps: readonly string[]): ChecklistId[] {
  return CHECKLIST.filter(({ steps }) => steps.length === 0 || steps.some((step) => capturedSteps.includes(step))).map(
    ({ id }) => id,
  );
}
