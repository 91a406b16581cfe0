import type { Quad } from '../capture-reading.ts';
import type { Picture } from './decode-picture.ts';
import { type FlatDocument, rectifiedHeight } from './lay-flat.ts';
import { toLuma } from './luma.ts';
import { type Cv, withMatrices } from './open-cv.ts';

export type { FlatDocument } from './lay-flat.ts';

/**
 * Lays the quad flat at a fixed width, by OpenCV: quicker at the sizes at which print is read. What is measured is laid by
 * `layFlat`, as in the customer's browser. The height is a multiple of `step`.
 */
export function rectify(cv: Cv, picture: Picture, quad: Quad, width: number, step = 1): FlatDocument {
  const height = Math.max(1, Math.round(rectifiedHeight(quad, width) / step)) * step;
  return withMatrices((keep) => {
    const source = keep(cv.matFromArray(picture.height, picture.width, cv.CV_8UC3, picture.rgb));
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
    const rgb = new Uint8Array(flat.data);
    return { rgb, grey: toLuma(rgb), width, height };
  });
}
