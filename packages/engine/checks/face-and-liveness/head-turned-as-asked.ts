import type { PicturedFace } from '../../evidence/evidence.ts';
import { faceDistance } from '../../face/embedding-distance.ts';
import { turnTowards } from '../../face/turn-towards.ts';
import { coded, defineCheck, inconclusive, type Observed, pass } from '../definition/define-check.ts';
import type { ObservedCode } from '../definition/observed.ts';

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
  needs: ['selfie', 'liveness'],
  raises: ['WARNING_SELFIE_NO_REAL_PERSON'],
  evaluate({ selfie, liveness }, { isBad }) {
    const doubt = (observed: Observed, face?: PicturedFace) =>
      inconclusive('WARNING_SELFIE_NO_REAL_PERSON', observed, (face ?? selfie).from);
    for (const asked of ['left', 'right'] as const)
      if (!liveness.some(({ prompt }) => prompt === asked))
        return doubt({ prompt: coded(asked), asked: coded('never') });
    for (const { prompt, face } of liveness) {
      const shown = coded(codeOf(prompt));
      if (!face) return doubt({ prompt: shown, face: coded('not_found') });
      const distance = faceDistance(face, selfie);
      if (distance === 'not_comparable') return doubt({ prompt: shown, distance: coded('not_comparable') }, face);
      if (isBad('turnedFaceDistance', distance)) return doubt({ prompt: shown, distance }, face);
      if (prompt !== 'left' && prompt !== 'right') continue;
      const turnDegrees = turnTowards(prompt, face) - turnTowards(prompt, selfie);
      if (isBad('headTurn', turnDegrees)) return doubt({ prompt: shown, turnDegrees }, face);
    }
    return pass({ prompts: coded(...liveness.map(({ prompt }) => codeOf(prompt))) }, selfie.from);
  },
});

const PROMPTS = ['center', 'left', 'right'] as const satisfies readonly ObservedCode[];

/** A recording may say that it was asked for anything. */
function codeOf(prompt: string | null): ObservedCode {
  return prompt === null ? 'none' : (PROMPTS.find((known) => known === prompt) ?? 'unknown');
}
