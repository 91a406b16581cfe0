import type { PicturedFace } from '../../evidence/evidence.ts';
import { descriptorDistance } from '../../face/embedding-distance.ts';
import { turnTowards } from '../../face/turn-towards.ts';
import { defineCheck, inconclusive, type Observed, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/**
 * Did the head turn as asked, both ways, and is it the head of the selfie?
 *
 * A photograph that is turned keeps looking the way it looked, so its yaw hardly changes. This stops printed photographs and
 * still pictures on a screen; it does not stop a replayed video, a mask or a camera stream that is made up. A turn that was
 * not made may be clumsiness too, so a person looks. Without the liveness check the question cannot be asked, and no case ends well
 * without a person.
 */
export const headTurnedAsAsked = defineCheck({
  id: 'head-turned-as-asked',
  question: 'Did the head turn as asked, and is it the head of the selfie?',
  needs: ['selfie', 'liveness'],
  raises: ['WARNING_SELFIE_NO_REAL_PERSON'],
  evaluate({ selfie, liveness }) {
    const doubt = (observed: Observed, face?: PicturedFace) =>
      inconclusive('WARNING_SELFIE_NO_REAL_PERSON', observed, (face ?? selfie).from);
    for (const asked of ['left', 'right'])
      if (!liveness.some(({ prompt }) => prompt === asked)) return doubt({ prompt: asked, asked: 'never' });
    for (const { prompt, face } of liveness) {
      const shown = prompt ?? 'none';
      if (!face) return doubt({ prompt: shown, face: 'not found' });
      const distance = descriptorDistance(face.descriptor, selfie.descriptor);
      if (isBad('turnedFaceDistance', distance)) return doubt({ prompt: shown, distance }, face);
      if (prompt !== 'left' && prompt !== 'right') continue;
      const turnDegrees = turnTowards(prompt, face) - turnTowards(prompt, selfie);
      if (isBad('headTurn', turnDegrees)) return doubt({ prompt, turnDegrees }, face);
    }
    return pass({ prompts: liveness.map(({ prompt }) => prompt ?? 'none').join(' ') }, selfie.from);
  },
});
