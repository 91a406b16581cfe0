import type { DocumentKind as AcceptedKind } from '@reident/domain';
import type { Quad } from './quad.ts';

/** What a document may turn out to be: one of the kinds that customers may show, or one of those that they show all the same. */
export type DocumentKind = AcceptedKind | 'visa' | 'other';

export interface DocumentReading {
  quad: Quad;
  /** By its edges, or worked out from its MRZ where no edge stands out: then good for marking, not for judging angles. */
  foundBy: 'edges' | 'mrz';
  /** Longer over shorter side as seen: 1.59 for a card, 1.42 for a data page, other numbers by perspective. */
  aspectRatio: number;
  /** Shorter over longer of opposite sides, the worse pair: 1 is seen straight on. */
  sideRatio: number;
  /** Share of the picture's area that the document covers. */
  coverage: number;
  /** Whether a corner lies on the picture's edge or beyond it. */
  cutOff: boolean;
}

/** What one look at a document has in common with another. */
export interface Comparison {
  /** Share of the blocks with text in them that are found in the same place, 0 to 1. */
  alike: number;
  /** How many blocks that were. */
  blocks: number;
  /** How far the colour of the few places that changed most has moved, beyond what all changed; null without colours. */
  colourChange: number | null;
}
