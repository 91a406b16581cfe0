import { unpackTemplate } from '../../document/template.ts';
import { matchTemplates } from '../../video/same-document.ts';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does the video show the document that was photographed?
 *
 * Its sharpest flat frame is laid over the picture, and the printed blocks of one are looked for in the other. Documents of one kind have
 * their layout and labels in common, so a good part is found on any of them. Blur and glare hide text too: a person compares.
 */
export const videoShowsPhotographedDocument = defineCheck({
  id: 'video-shows-photographed-document',
  needs: ['securityVideoAsked'],
  mayUse: ['securityVideo', 'portraitPicture'],
  raises: ['WARNING_FAKED_SECURITY_FEATURES'],
  evaluate({ securityVideo, portraitPicture }, { isBad }) {
    if (!securityVideo) return notApplicable({ stored: false });
    if (!portraitPicture) return notApplicable({ picture: coded('none_to_compare') });
    const { frames, from } = securityVideo;
    const [picture, frame] = [portraitPicture.template, frames.find(({ template }) => template)?.template].map(
      (packed) => (packed ? unpackTemplate(packed) : null),
    );
    if (!picture || !frame)
      return inconclusive('WARNING_FAKED_SECURITY_FEATURES', { compared: coded('no_outline') }, from);
    const { alike, blocks } = matchTemplates(picture, frame);
    const observed = { foundAgain: alike, blocksCompared: blocks };
    return isBad('videoBlocks', blocks) || isBad('videoLikePicture', alike)
      ? inconclusive('WARNING_FAKED_SECURITY_FEATURES', observed, from)
      : pass(observed, from);
  },
});
