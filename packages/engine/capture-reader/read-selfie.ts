import { measureHalftone } from '../authenticity/halftone.ts';
import { findFaces } from '../face/detect.ts';
import { toFaceReading } from '../face/to-reading.ts';
import type { Picture } from '../image/decode.ts';
import { middleOf, scaleQuad, WHOLE } from '../image/quad.ts';
import { measurePicture } from '../image/quality.ts';
import type { CaptureReading } from '../readings/capture.ts';
import type { Models } from './models.ts';

export async function readSelfie(
  models: Models,
  picture: Picture,
): Promise<Pick<CaptureReading, 'quality' | 'faces' | 'unclearFaces' | 'recapture'>> {
  const { faces, unclear } = await findFaces(await models.faces(), picture);
  const placed = faces.map((face) => toFaceReading(face, picture, WHOLE));
  const largest = scaleQuad(placed[0]?.quad ?? WHOLE, picture.width, picture.height);
  return {
    quality: measurePicture(picture),
    faces: placed,
    unclearFaces: unclear,
    // Not as it was taken: the coding of colour alone makes patterns there that the limits for faces forbid.
    recapture: measureHalftone(picture, middleOf(largest)),
  };
}
