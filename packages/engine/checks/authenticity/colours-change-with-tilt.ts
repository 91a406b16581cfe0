import { shapesIn, tiltOf } from '../../video/tilt.ts';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does anything on the document change its colour while it is tilted, as holograms and optically variable inks do?
 *
 * A flat copy keeps its colours. That something changes proves no hologram: a foil or a reflection changes too, and which feature
 * belongs where is for a specialist. Of a document that was not tilted the question is not asked; another check says so.
 */
export const coloursChangeWithTilt = defineCheck({
  id: 'colours-change-with-tilt',
  needs: ['securityVideoAsked'],
  mayUse: ['securityVideo'],
  raises: ['WARNING_FAKED_SECURITY_FEATURES'],
  evaluate({ securityVideo }, { isBad }) {
    if (!securityVideo) return notApplicable({ stored: false });
    const { frames, from } = securityVideo;
    const shapes = shapesIn(frames);
    if (shapes.length < 2 || isBad('securityVideoTilt', tiltOf(shapes))) return notApplicable({ tilted: false });
    const changes = frames.flatMap(({ comparison }) => comparison?.colourChange ?? []).sort((a, b) => b - a);
    const observed = { framesCompared: changes.length, colourChange: changes[1] ?? coded('not_measured') };
    return changes[1] === undefined || isBad('tiltColourChange', changes[1])
      ? inconclusive('WARNING_FAKED_SECURITY_FEATURES', observed, from)
      : pass(observed, from);
  },
});
