import type { MrzFormat } from '@reident/mrz';
import type { DocumentReading } from '../readings/document.ts';
import type { Quad } from '../readings/quad.ts';
import { outlineAroundPortrait, type SeenFace } from './outline-around-portrait.ts';
import { outlineAround, outlineFromMrz } from './outline-from-mrz.ts';

/** Where a document lies in a picture, in its pixels. */
export interface LocatedDocument {
  corners: Quad;
  foundBy: DocumentReading['foundBy'];
}

/**
 * An MRZ that was read tells which of several shapes the document is, which way up it lies, and where it is if none fits. Where
 * none was read, the portrait tells the first two.
 *
 * @param outlines  the likeliest first
 * @param mrz  in pixels of the picture; null where none was read for certain
 * @param faces  seen anywhere in the picture
 */
export function locateDocument(
  outlines: readonly Quad[],
  mrz: { quad: Quad; format: MrzFormat } | null,
  faces: readonly SeenFace[] = [],
): LocatedDocument | null {
  if (mrz) {
    const around = outlineAround(mrz.quad, outlines);
    return around
      ? { corners: around, foundBy: 'edges' }
      : { corners: outlineFromMrz(mrz.quad, mrz.format), foundBy: 'mrz' };
  }
  const corners = outlineAroundPortrait(faces, outlines) ?? outlines[0];
  return corners ? { corners, foundBy: 'edges' } : null;
}
