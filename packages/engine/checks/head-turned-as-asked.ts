import { descriptorDistance } from '../evidence/faces/descriptor-distance.ts';
import { isBad } from '../thresholds.ts';
import { defineCheck, inconclusive, notApplicable, pass } from './define-check.ts';

/**
 * Did the head turn as asked, and is it the head of the selfie?
 *
 * A photograph that is turned keeps looking the way it looked, so its yaw hardly changes. This stops printed photographs and
 * still pictures on a screen; it does not stop a replayed video, a mask or a camera stream that is made up. A turn that was
 * not made may be clumsiness too, so a person looks.
 */
export const headTurnedAsAsked = defineCheck({
  id: 'head-turned-as-asked',
  question: 'Did the head turn as asked, and is it the head of the selfie?',
  needs: ['selfie'],
  mayUse: ['turnedSelfies'],
  raises: ['WARNING_SELFIE_NO_REAL_PERSON'],
  evaluate({ selfie, turnedSelfies }) {
    if (!turnedSelfies) return notApplicable({ asked: false });
    for (const { step, face } of turnedSelfies) {
      if (!face) return inconclusive('WARNING_SELFIE_NO_REAL_PERSON', { step, face: 'not found' }, selfie.from);
      const turnDegrees = face.pose.yawDegrees - selfie.pose.yawDegrees;
      const distance = descriptorDistance(face.descriptor, selfie.descriptor);
      const asked = step === 'selfie_left' ? -turnDegrees : turnDegrees;
      if (isBad('headTurn', asked) || isBad('turnedFaceDistance', distance))
        return inconclusive('WARNING_SELFIE_NO_REAL_PERSON', { step, turnDegrees, distance }, face.from);
    }
    return pass({ frames: turnedSelfies.length }, selfie.from);
  },
});
