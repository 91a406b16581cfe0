import { occludedParts } from '../../face/occluded-parts.ts';
import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Are eyes, nose and mouth of the selfie free of occlusion?
 *
 * Dark lenses make the eyes dark and even; a mask has another hue than the forehead, and hides the mouth, as a hand does. One
 * sign is a doubt, for deep shade and beards look like it; two, or a strong one, are clear, and the customer is asked again.
 * Clear glasses pass. A mask of a face, with eyes and a mouth of its own, does too.
 */
export const faceNotOccluded = defineCheck({
  id: 'face-not-occluded',
  needs: ['selfie'],
  raises: ['USER_OBSCURED'],
  evaluate({ selfie: { occlusion, from } }, thresholds) {
    if (!occlusion) return inconclusive('USER_OBSCURED', { occlusion: coded('not_measured') }, from);
    const { eyesQuad, lowerQuad, ...observed } = occlusion;
    const { eyes, lowerFace } = occludedParts(occlusion, thresholds);
    const regions = [
      [eyes, 'eyes', eyesQuad],
      [lowerFace, 'nose_and_mouth', lowerQuad],
    ] as const;
    const found =
      regions.find(([occluded]) => occluded === 'clearly') ?? regions.find(([occluded]) => occluded === 'perhaps');
    if (!found) return pass(observed, from);
    const [occluded, region, quad] = found;
    const answer = occluded === 'clearly' ? fail : inconclusive;
    return answer('USER_OBSCURED', { region: coded(region), ...observed }, { ...from, quad });
  },
});
