import { descriptorDistance } from '../../face/embedding-distance.ts';
import { defineCheck, inconclusive, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/**
 * Is it the person of the selfie in every moment of the live test, and nobody else?
 *
 * Every moment counts, not only the one that shows a turn best: somebody else may stand in for a moment. A face that looks ahead must be
 * as like the selfie as two pictures of one person are; a turned one is less like itself, and another limit holds.
 */
export const onePersonInLiveTest = defineCheck({
  id: 'one-person-in-live-test',
  question: 'Does every moment of the live test show the person of the selfie, and nobody else?',
  needs: ['selfie', 'liveness'],
  raises: ['WARNING_SELFIE_REAL_PERSON', 'SELFIE_OTHER'],
  evaluate({ selfie, liveness }) {
    let [furthestAhead, furthestTurned] = [0, 0];
    for (const { moments } of liveness)
      for (const [largest, second] of moments) {
        if (!largest) continue;
        const from = { ...selfie.from, step: 'liveness' as const, quad: null };
        if (second && isBad('selfieBystander', second.eyeDistance / largest.eyeDistance))
          return inconclusive('SELFIE_OTHER', { faces: 'several in one moment' }, from);
        const distance = descriptorDistance(largest.descriptor, selfie.descriptor);
        const yaw = Math.abs(largest.pose.yawDegrees - selfie.pose.yawDegrees);
        const turned = isBad('headTurn', yaw) ? 'ahead' : 'turned';
        if (turned === 'ahead') furthestAhead = Math.max(furthestAhead, distance);
        else furthestTurned = Math.max(furthestTurned, distance);
        if (isBad(turned === 'ahead' ? 'faceDistanceOther' : 'turnedFaceDistance', distance))
          return inconclusive('WARNING_SELFIE_REAL_PERSON', { face: turned, distance }, from);
      }
    return pass({ furthestAhead, furthestTurned }, selfie.from);
  },
});
