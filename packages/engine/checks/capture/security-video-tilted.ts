import { shapesIn, tiltOf } from '../../video/tilt.ts';
import { defineCheck, fail, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

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
  evaluate({ securityVideo }, { isBad }) {
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
