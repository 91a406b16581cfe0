import { type DocumentSide, sidesOf } from './document-kinds.ts';

/** What decides whether a step is asked for. */
export interface StepFacts {
  sides: readonly DocumentSide[];
}

/** One thing that the customer shows. The server walks down the rows; the page only draws the one it is told. */
export interface Step {
  id: string;
  when(facts: StepFacts): boolean;
  produces: 'picture';
  /** Which camera, and which frame lies over its picture. */
  lens: 'environment' | 'user';
  frame: 'card' | 'page' | 'face';
}

// prettier-ignore
export const STEPS = [
  //  id                     when                                          produces     lens           frame
  step('document_front',     ({ sides }) => sides.includes('front'),      'picture',  'environment', 'card'),
  step('document_back',      ({ sides }) => sides.includes('back'),       'picture',  'environment', 'card'),
  step('document_data_page', ({ sides }) => sides.includes('data_page'),  'picture',  'environment', 'page'),
  step('selfie',             () => true,                                  'picture',  'user',        'face'),
] as const;

export type StepId = (typeof STEPS)[number]['id'];

/** The steps of a session, in order; none before the document is chosen. */
export function stepsFor(documentKind: string | null): readonly (typeof STEPS)[number][] {
  const sides = documentKind === null ? null : sidesOf(documentKind);
  return sides === null ? [] : STEPS.filter(({ when }) => when({ sides }));
}

function step<Id extends string>(
  id: Id,
  when: Step['when'],
  produces: Step['produces'],
  lens: Step['lens'],
  frame: Step['frame'],
): Step & { id: Id } {
  return { id, when, produces, lens, frame };
}
