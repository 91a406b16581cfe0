import { sideLengths } from '../../image/quad.ts';
import type { FrameReading, Quad } from '../../readings/capture.ts';
import { defineCheck, fail, inconclusive, notApplicable, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/**
 * Was the document tilted, so that its security features could show?
 *
 * A tilted card is a trapezium: the range of its sides' proportions over the frames tells how far it was moved. That
 * something shone or changed colour meanwhile is for a specialist to see.
 */
export const securityVideoTilted = defineCheck({
  id: 'security-video-tilted',
  needs: ['securityVideoAsked'],
  mayUse: ['securityVideo'],
  raises: ['ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD'],
  evaluate({ securityVideo }) {
    if (!securityVideo) return notApplicable({ stored: false });
    const { frames, from } = securityVideo;
    const shapes = shapesIn(frames);
    const observed = { frames: frames.length, framesWithDocument: shapes.length };
    if (shapes.length < LEAST_OUTLINES)
      return inconclusive('ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD', observed, from);
    const tilt = tiltOf(shapes);
    return isBad('securityVideoTilt', tilt)
      ? fail('ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD', { ...observed, tilt }, from)
      : pass({ ...observed, tilt }, from);
  },
});

/** With fewer the outline was lost too often to say that nothing moved. */
const LEAST_OUTLINES = 4;

export function shapesIn(frames: readonly FrameReading[]): Shape[] {
  return frames.flatMap(({ document, image }) => (document ? [shapeOf(document.quad, image)] : []));
}

type Shape = readonly [upper: number, side: number, aspect: number];

/** Logarithms of upper over lower side, left over right side, width over height: none depends on distance or place. */
export function shapeOf(quad: Quad, { width, height }: { width: number; height: number }): Shape {
  const inPixels = quad.map(([x, y]) => [x * width, y * height]) as unknown as Quad;
  const [top, right, bottom, left] = sideLengths(inPixels);
  return [Math.log(top / bottom), Math.log(left / right), Math.log((top + bottom) / (left + right))];
}

/** The range of the proportion that changed most; one outline found wrongly on either end does not count. */
export function tiltOf(shapes: readonly Shape[]): number {
  const ranges = [0, 1, 2].map((part) => {
    const values = shapes.map((shape) => shape[part]!).sort((a, b) => a - b);
    return values.at(-2)! - values[1]!;
  });
  return Math.round(Math.max(...ranges) * 1000) / 1000;
}
