import type { CoverReading } from '../../face/occlusion.ts';
import { isBad } from '../thresholds.ts';

/** One sign is a doubt, for deep shade and beards look like it; two, or a strong one, are clear. */
export type Covered = 'clearly' | 'perhaps' | 'not';

/** What covers are told by, wherever in the picture the face lies. */
export type CoverMeasures = Omit<CoverReading, 'eyesQuad' | 'lowerQuad'>;

/** How surely the eyes, and nose and mouth, of a face are covered: the same for the picture on the server and for live frames. */
export function coveredParts(cover: CoverMeasures): { eyes: Covered; lowerFace: Covered } {
  return { eyes: eyesOf(cover), lowerFace: lowerFaceOf(cover) };
}

function eyesOf({ eyeLuma, eyeVariation }: CoverMeasures): Covered {
  const even = isBad('eyesEven', eyeVariation);
  if (even && isBad('eyesDark', eyeLuma)) return 'clearly';
  return even || isBad('eyesBlack', eyeLuma) ? 'perhaps' : 'not';
}

function lowerFaceOf({ lowerHue, lowerVariation }: CoverMeasures): Covered {
  const even = isBad('lowerFaceEven', lowerVariation);
  if (isBad('lowerFaceOtherHue', lowerHue) || (even && isBad('lowerFaceSomeHue', lowerHue))) return 'clearly';
  return even || isBad('lowerFaceHue', lowerHue) ? 'perhaps' : 'not';
}
