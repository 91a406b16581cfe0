import type { Quad } from '../capture-reading.ts';
import type { Picture } from './decode-picture.ts';
import { rectifiedHeight } from './find-outline.ts';
import { type Cv, withMatrices } from './open-cv.ts';

/** A document as it would lie flat, in shades of grey. */
export interface FlatDocument {
  grey: Uint8Array;
  width: number;
  height: number;
}

/** Lays the quad flat at a fixed width, so that what is measured on it does not depend on the camera. */
export function rectify(cv: Cv, picture: Picture, quad: Quad, width: number): FlatDocument {
  const height = rectifiedHeight(quad, width);
  return withMatrices((keep) => {
    const source = keep(cv.matFromArray(picture.height, picture.width, cv.CV_8UC1, picture.grey));
    const from = keep(cv.matFromArray(4, 1, cv.CV_32FC2, quad.flat()));
    const to = keep(cv.matFromArray(4, 1, cv.CV_32FC2, [0, 0, width, 0, width, height, 0, height]));
    const flat = keep(new cv.Mat());
    cv.warpPerspective(
      source,
      flat,
      keep(cv.getPerspectiveTransform(from, to)),
      new cv.Size(width, height),
      cv.INTER_AREA,
    );
    return { grey: new Uint8Array(flat.data), width, height };
  });
}
