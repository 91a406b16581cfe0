import { defineCheck, fail, pass } from '../definition/define-check.ts';

/** Does the face look into the camera, from near enough to be compared? */
export const selfieSeenStraight = defineCheck({
  id: 'selfie-seen-straight',
  needs: ['selfie'],
  raises: ['SELFIE_PERSPECTIVE'],
  evaluate({ selfie: { pose, eyeDistance, from } }, { isBad }) {
    const observed = { yawDegrees: pose.yawDegrees, pitchDegrees: pose.pitchDegrees, eyeDistance };
    const turned = Math.max(Math.abs(pose.yawDegrees), Math.abs(pose.pitchDegrees));
    return isBad('selfieYaw', turned) || isBad('selfieEyeDistance', eyeDistance)
      ? fail('SELFIE_PERSPECTIVE', observed, from)
      : pass(observed, from);
  },
});
