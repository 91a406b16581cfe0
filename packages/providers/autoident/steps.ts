import { DOCUMENT_KINDS, type DocumentKindRow, isDocumentKind } from '@reident/identification';

/** What decides whether a step is asked for. */
export interface StepFacts {
  /** Sides of the chosen document. */
  sides: DocumentKindRow['sides'];
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

// biome-ignore format: a table
export const STEPS = [
  //    id                    when                                                     produces   lens           frame
  step('document_front',     ({ sides }) => sides.includes('document_front'),     'picture', 'environment', 'card'),
  step('document_back',      ({ sides }) => sides.includes('document_back'),      'picture', 'environment', 'card'),
  step('document_data_page', ({ sides }) => sides.includes('document_data_page'), 'picture', 'environment', 'page'),
  step('selfie',             () => true,                                          'picture', 'user',        'face'),
] as const;

export type StepId = (typeof STEPS)[number]['id'];

/** The steps of a session, in order; none before the document is chosen. */
export function stepsFor(documentKind: string | null): readonly (typeof STEPS)[number][] {
  if (!isDocumentKind(documentKind)) return [];
  const { sides } = DOCUMENT_KINDS[documentKind];
  return STEPS.filter(({ when }) => when({ sides }));
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
