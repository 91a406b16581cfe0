import type { LivenessFrame } from '../../evidence/evidence.ts';
import { planarityResidual } from '../../face/parallax.ts';
import type { Point } from '../../readings/capture.ts';
import { defineCheck, inconclusive, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/**
 * Does the turned head move as a solid head does, and not as a picture?
 *
 * The features of a picture move together, however it is held; those of a head pass each other. The turn that shows most counts. This
 * stops photographs and still pictures on a screen; a replayed video moves as the head in it did.
 */
export const headIsSolid = defineCheck({
  id: 'head-is-solid',
  question: 'Do the features of the turned head move as those of a solid head do?',
  needs: ['liveness', 'selfie'],
  raises: ['WARNING_SELFIE_NO_REAL_PERSON'],
  evaluate({ liveness, selfie: { from } }) {
    const ahead = liveness.find(({ prompt }) => prompt !== 'left' && prompt !== 'right');
    const residuals = liveness.flatMap((frame) =>
      ahead && frame !== ahead ? (residualBetween(ahead, frame) ?? []) : [],
    );
    const mostResidual = residuals.length > 0 ? Math.round(Math.max(...residuals) * 1000) / 1000 : null;
    return mostResidual === null || isBad('headPlanarity', mostResidual)
      ? inconclusive('WARNING_SELFIE_NO_REAL_PERSON', { mostResidual: mostResidual ?? 'not measured' }, from)
      : pass({ mostResidual }, from);
  },
});

function residualBetween(ahead: LivenessFrame, turned: LivenessFrame): number | null {
  const [from, to] = [ahead, turned].map(inPixels);
  return from && to ? planarityResidual(from, to, turned.face!.eyeDistance) : null;
}

function inPixels({ face, image: { width, height } }: LivenessFrame): Point[] | undefined {
  return face?.landmarks?.map(([x, y]) => [x * width, y * height]);
}
