import type { LivenessFrame } from '../../evidence/evidence.ts';
import { parallaxResidual } from '../../face/parallax.ts';
import type { Point } from '../../readings/quad.ts';
import { coded, defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is the turned face a head with depth, and not a 2D presentation attack?
 *
 * The features of a picture move together, however it is held; those of a head pass each other. The turn that shows most counts. This
 * stops photographs and still pictures on a screen; a replayed video moves as the head in it did.
 */
export const faceNotA2dAttack = defineCheck({
  id: 'face-not-a-2d-attack',
  needs: ['liveness', 'selfie'],
  raises: ['WARNING_SELFIE_NO_REAL_PERSON'],
  evaluate({ liveness, selfie: { from } }, { isBad }) {
    const frontal = liveness.find(({ prompt }) => prompt !== 'left' && prompt !== 'right');
    const residuals = liveness.flatMap((frame) =>
      frontal && frame !== frontal ? (residualBetween(frontal, frame) ?? []) : [],
    );
    const mostResidual = residuals.length > 0 ? Math.round(Math.max(...residuals) * 1000) / 1000 : null;
    return mostResidual === null || isBad('headParallax', mostResidual)
      ? inconclusive('WARNING_SELFIE_NO_REAL_PERSON', { mostResidual: mostResidual ?? coded('not_measured') }, from)
      : pass({ mostResidual }, from);
  },
});

function residualBetween(frontal: LivenessFrame, turned: LivenessFrame): number | null {
  const [from, to] = [frontal, turned].map(inPixels);
  return from && to ? parallaxResidual(from, to, turned.face!.eyeDistance) : null;
}

function inPixels({ face, image: { width, height } }: LivenessFrame): Point[] | undefined {
  return face?.landmarks?.map(([x, y]) => [x * width, y * height]);
}
