import type { Certainty } from './certainty.ts';

/** The kinds of identity document that a customer may show, and what has to be photographed of each. */
// biome-ignore format: a table
export const DOCUMENT_KINDS = {
  //                         machine-readable zone     pictures                                certainty    source
  passport:           kind(['TD3'],                    ['document_data_page'],                 'published', 'guide, user journey'),
  identity_card:      kind(['TD1', 'TD2', 'FRA_ID'],   ['document_front', 'document_back'],    'published', 'guide, user journey'),
  residence_permit:   kind(['TD1', 'TD2'],             ['document_front', 'document_back'],    'inferred',  'IDnow gateway, document type'),
  driving_licence:    kind([],                         ['document_front', 'document_back'],    'published', 'guide, user journey'),
} as const satisfies Record<string, DocumentKindRow>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export interface DocumentKindRow {
  /** Formats of `@reident/mrz` that documents of this kind carry; empty when they have no such MRZ. */
  mrzFormats: readonly string[];
  /** Capture steps, in the order in which they are asked for. */
  sides: readonly ('document_front' | 'document_back' | 'document_data_page')[];
  certainty: Certainty;
  source: string;
}

export const DOCUMENT_KIND_CODES = Object.keys(DOCUMENT_KINDS) as DocumentKind[];

export function isDocumentKind(value: unknown): value is DocumentKind {
  return typeof value === 'string' && Object.hasOwn(DOCUMENT_KINDS, value);
}

function kind(
  mrzFormats: DocumentKindRow['mrzFormats'],
  sides: DocumentKindRow['sides'],
  certainty: Certainty,
  source: string,
): DocumentKindRow {
  return { mrzFormats, sides, certainty, source };
}
