import type { OcclusionReading } from '../../face/occlusion.ts';
import { isBad } from '../thresholds.ts';

/** One sign is a doubt, for deep shade and beards look like it; two, or a strong one, are clear. */
export type Occluded = 'clearly' | 'perhaps' | 'not';

/** What occlusion is told by, wherever in the picture the face lies. */
export type OcclusionMeasures = Omit<OcclusionReading, 'eyesQuad' | 'lowerQuad'>;

/** How surely the eyes, and nose and mouth, of a face are occluded: the same for the picture on the server and for live frames. */
export function occludedParts(occlusion: OcclusionMeasures): { eyes: Occluded; lowerFace: Occluded } {
  return { eyes: eyesOf(occlusion), lowerFace: lowerFaceOf(occlusion) };
}

function eyesOf({ eyeLuma, eyeVariation }: OcclusionMeasures): Occluded {
  const even = isBad('eyesEven', eyeVariation);
  if (even && isBad('eyesDark', eyeLuma)) return 'clearly';
  return even || isBad('eyesBlack', eyeLuma) ? 'perhaps' : 'not';
}

function lowerFaceOf({ lowerHue, lowerVariation }: OcclusionMeasures): Occluded {
  const even = isBad('lowerFaceEven', lowerVariation);
  if (isBad('lowerFaceOtherHue', lowerHue) || (even && isBad('lowerFaceSomeHue', lowerHue))) return 'clearly';
  return even || isBad('lowerFaceHue', lowerHue) ? 'perhaps' : 'not';
}
