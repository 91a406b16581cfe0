import { faceDistance } from '../../face/embedding-distance.ts';
import { coded, defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is it the person of the selfie in every frame of the liveness check, and nobody else?
 *
 * Every frame counts, not only the one that shows a turn best: somebody else may stand in for a while. One limit holds for frontal and
 * for turned faces: a turned one is less like itself, but strangers are further away from both.
 */
export const onePersonInLivenessCheck = defineCheck({
  id: 'one-person-in-liveness-check',
  needs: ['selfie', 'liveness'],
  raises: ['WARNING_SELFIE_REAL_PERSON', 'SELFIE_OTHER'],
  evaluate({ selfie, liveness }, { isBad }) {
    let [furthestFrontal, furthestTurned] = [0, 0];
    for (const { frames } of liveness)
      for (const [largest, second] of frames) {
        if (!largest) continue;
        const from = { ...selfie.from, step: 'liveness' as const, quad: null };
        if (second && isBad('selfieBystander', second.eyeDistance / largest.eyeDistance))
          return inconclusive('SELFIE_OTHER', { faces: coded('several_in_one_frame') }, from);
        const distance = faceDistance(largest, selfie);
        if (distance === 'not_comparable')
          return inconclusive('WARNING_SELFIE_REAL_PERSON', { distance: coded('not_comparable') }, from);
        const yaw = Math.abs(largest.pose.yawDegrees - selfie.pose.yawDegrees);
        const turned = isBad('headTurn', yaw) ? 'frontal' : 'turned';
        if (turned === 'frontal') furthestFrontal = Math.max(furthestFrontal, distance);
        else furthestTurned = Math.max(furthestTurned, distance);
        if (isBad('turnedFaceDistance', distance))
          return inconclusive('WARNING_SELFIE_REAL_PERSON', { face: coded(turned), distance }, from);
      }
    return pass({ furthestFrontal, furthestTurned }, selfie.from);
  },
});
