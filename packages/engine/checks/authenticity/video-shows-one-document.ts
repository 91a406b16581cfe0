import { defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does the document stay the same throughout the video?
 *
 * Every frame in which its outline was found is compared with the sharpest flat one. One frame may be blurred or its outline
 * wrong, so the second least like counts. Too few frames with an outline tell nothing.
 */
export const videoShowsOneDocument = defineCheck({
  id: 'video-shows-one-document',
  needs: ['securityVideoAsked'],
  mayUse: ['securityVideo'],
  raises: ['WARNING_FAKED_SECURITY_FEATURES'],
  evaluate({ securityVideo }, { isBad }) {
    if (!securityVideo) return notApplicable({ stored: false });
    const { frames, from } = securityVideo;
    const shares = frames.flatMap(({ comparison }) => comparison?.alike ?? []).sort((a, b) => a - b);
    const observed = { frames: frames.length, framesCompared: shares.length };
    if (shares.length < Math.max(LEAST_COMPARED, frames.length / 2))
      return inconclusive('WARNING_FAKED_SECURITY_FEATURES', observed, from);
    const leastFoundAgain = shares[1]!;
    return isBad('videoFramesAlike', leastFoundAgain)
      ? inconclusive('WARNING_FAKED_SECURITY_FEATURES', { ...observed, leastFoundAgain }, from)
      : pass({ ...observed, leastFoundAgain }, from);
  },
});

const LEAST_COMPARED = 3;
