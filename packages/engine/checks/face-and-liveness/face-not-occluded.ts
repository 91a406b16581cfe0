import { defineCheck, fail, inconclusive, pass } from '../define-check.ts';
import { coveredParts } from './occluded-parts.ts';

/**
 * Are eyes, nose and mouth of the selfie uncovered?
 *
 * Dark lenses make the eyes dark and even; a mask has another hue than the forehead, and hides the mouth, as a hand does. One
 * sign is a doubt, for deep shade and beards look like it; two, or a strong one, are clear, and the customer is asked again.
 * Clear glasses pass. A mask of a face, with eyes and a mouth of its own, does too.
 */
export const faceUncovered = defineCheck({
  id: 'face-uncovered',
  question: 'Are eyes, nose and mouth uncovered?',
  needs: ['selfie'],
  raises: ['USER_OBSCURED'],
  evaluate({ selfie: { cover, from } }) {
    if (!cover) return inconclusive('USER_OBSCURED', { cover: 'not measured' }, from);
    const { eyesQuad, lowerQuad, ...observed } = cover;
    const { eyes, lowerFace } = coveredParts(cover);
    const regions = [
      [eyes, 'eyes', eyesQuad],
      [lowerFace, 'nose and mouth', lowerQuad],
    ] as const;
    const found =
      regions.find(([covered]) => covered === 'clearly') ?? regions.find(([covered]) => covered === 'perhaps');
    if (!found) return pass(observed, from);
    const [covered, region, quad] = found;
    const answer = covered === 'clearly' ? fail : inconclusive;
    return answer('USER_OBSCURED', { region, ...observed }, { ...from, quad });
  },
});
