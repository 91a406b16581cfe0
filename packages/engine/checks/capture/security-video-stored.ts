import { coded, defineCheck, fail, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Is the video of the security features there, and can it be played?
 *
 * Only its container is looked at. A customer who cannot make one may go on without; then a specialist decides. A browser that records no clip still sends the frames, and a specialist looks at those.
 */
export const securityVideoStored = defineCheck({
  id: 'security-video-stored',
  needs: ['securityVideoAsked', 'leftOut'],
  mayUse: ['securityVideo'],
  raises: ['ID_SECURITY_FEATURE_VIDEO_FILE_MISSING', 'ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED'],
  evaluate({ securityVideoAsked, leftOut, securityVideo }) {
    if (!securityVideo && securityVideoAsked && leftOut.includes('security_video'))
      return inconclusive('ID_SECURITY_FEATURE_VIDEO_FILE_MISSING', {
        stored: false,
        leftOut: coded('skipped_by_customer'),
      });
    if (!securityVideo)
      return securityVideoAsked
        ? fail('ID_SECURITY_FEATURE_VIDEO_FILE_MISSING', { stored: false })
        : notApplicable({ asked: false });
    const { clip, frames, from } = securityVideo;
    if (clip === null) return pass({ clip: coded('not_recorded'), frames: frames.length }, from);
    const observed = { format: clip.format, playable: clip.playable ?? coded('unknown_coding') };
    if (clip.playable === false) return fail('ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED', observed, from);
    if (clip.playable === null) return inconclusive('ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED', observed, from);
    return pass(observed, from);
  },
});
