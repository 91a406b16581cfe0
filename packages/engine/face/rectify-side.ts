import type { Picture } from '../image/decode.ts';
import { pixelsOf } from '../image/pixels.ts';
import { startAt } from '../image/quad.ts';
import { type RectifiedDocument, rectify } from '../image/rectify.ts';
import type { Quad } from '../readings/quad.ts';
import { type FaceModels, type FoundFace, findFaces } from './detect.ts';

/** A side of a document rectified, and the faces on it. */
export interface RectifiedSide {
  /** In pixels of the picture, beginning at the corner that is the upper left one of the flat side. */
  corners: Quad;
  flat: RectifiedDocument;
  /** In pixels of the flat side. */
  faces: FoundFace[];
}

export async function rectifySide(models: FaceModels, picture: Picture, corners: Quad): Promise<RectifiedSide> {
  const flat = rectify(pixelsOf(picture), corners);
  return { corners, flat, faces: (await findFaces(models, flat)).faces };
}

/** As found, upside down, and both ways on its side: by quarter turns of the corners. */
export const ALL_TURNS = [0, 2, 1, 3] as const;

/**
 * Lays a side one way up after the other until a face shows on it: without an MRZ only the portrait tells which way is right.
 *
 * @returns everything that was tried; a face is on the last or on none
 */
export async function rectifyTurned(
  models: FaceModels,
  picture: Picture,
  corners: Quad,
  turns: readonly number[],
): Promise<readonly [RectifiedSide, ...RectifiedSide[]]> {
  const [first = 0, ...others] = turns;
  const tried: [RectifiedSide, ...RectifiedSide[]] = [await rectifySide(models, picture, startAt(corners, first))];
  for (const turn of others) {
    if (tried.at(-1)!.faces.length > 0) break;
    tried.push(await rectifySide(models, picture, startAt(corners, turn)));
  }
  return tried;
}

/** The way up at which a face shows, or as the corners have it where none does. */
export async function rectifyUpright(models: FaceModels, picture: Picture, corners: Quad): Promise<RectifiedSide> {
  const tried = await rectifyTurned(models, picture, corners, ALL_TURNS);
  return tried.find(({ faces }) => faces.length > 0) ?? tried[0];
}
