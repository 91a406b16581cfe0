import { faceDistance } from '../../face/embedding-distance.ts';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does the video show the portrait of the document that was photographed?
 *
 * The frame most like the portrait counts: tilted and glaring ones are less like it. Another portrait, or none, is for a person.
 */
export const sameDocumentInVideo = defineCheck({
  id: 'same-document-in-video',
  needs: ['securityVideoAsked'],
  mayUse: ['securityVideo', 'portrait'],
  raises: ['WARNING_MANIPULATED_PHOTO'],
  evaluate({ securityVideo, portrait }, { isBad }) {
    if (!securityVideo) return notApplicable({ stored: false });
    if (!portrait) return notApplicable({ portrait: coded('none_to_compare') });
    const { frames, from } = securityVideo;
    const distances = frames.flatMap(({ faces = [] }) => faces.map((face) => faceDistance(face, portrait)));
    const observed = { frames: frames.length, facesSeen: distances.length };
    if (distances.length === 0) return inconclusive('WARNING_MANIPULATED_PHOTO', observed, from);
    const comparable = distances.filter((distance) => distance !== 'not_comparable');
    if (comparable.length === 0)
      return inconclusive('WARNING_MANIPULATED_PHOTO', { ...observed, distance: coded('not_comparable') }, from);
    const distance = Math.min(...comparable);
    return isBad('faceDistanceSame', distance)
      ? inconclusive('WARNING_MANIPULATED_PHOTO', { ...observed, distance }, from)
      : pass({ ...observed, distance }, from);
  },
});
