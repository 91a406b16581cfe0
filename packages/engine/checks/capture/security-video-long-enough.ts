import { defineCheck, fail, notApplicable, pass } from '../definition/define-check.ts';

/** Is the video of the security features long enough? The shorter of clip and frames counts, where both tell. */
export const securityVideoLongEnough = defineCheck({
  id: 'security-video-long-enough',
  needs: ['securityVideoAsked'],
  mayUse: ['securityVideo'],
  raises: ['ID_SECURITY_FEATURE_VIDEO_SHORT'],
  evaluate({ securityVideo }, { isBad }) {
    if (!securityVideo) return notApplicable({ stored: false });
    const { clip, frames, from } = securityVideo;
    const [first, last] = [frames[0], frames.at(-1)];
    const ofFrames = first && last ? (last.atMs - first.atMs) / 1000 : 0;
    const seconds = Math.min(ofFrames, clip?.seconds ?? ofFrames);
    return isBad('securityVideoSeconds', seconds)
      ? fail('ID_SECURITY_FEATURE_VIDEO_SHORT', { seconds }, from)
      : pass({ seconds }, from);
  },
});
