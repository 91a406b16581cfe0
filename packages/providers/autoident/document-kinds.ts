/** What a customer may show, in the order in which it is offered. */
// prettier-ignore
export const DOCUMENT_KINDS = [
  // kind                 sides to show                     certainty    source
  ['identity_card',      ['front', 'back'],                'published', 'guide, user journey: ID card'],
  ['passport',           ['data_page'],                    'published', 'guide, user journey: passport'],
  ['driving_licence',    ['front', 'back'],                'published', "guide, user journey: driver's license"],
  ['residence_permit',   ['front', 'back'],                'seen',      'document types of the provider\'s app'],
] as const satisfies readonly (readonly [kind: string, sides: readonly DocumentSide[], certainty: string, source: string])[];

export type DocumentSide = 'front' | 'back' | 'data_page';
export type DocumentKind = (typeof DOCUMENT_KINDS)[number][0];

/** Sides of a kind, or null for a kind that is not in the table. */
export function sidesOf(kind: string): readonly DocumentSide[] | null {
  return DOCUMENT_KINDS.find(([known]) => known === kind)?.[1] ?? null;
}

export function isDocumentKind(kind: string): kind is DocumentKind {
  return sidesOf(kind) !== null;
}
