import type { OcclusionMeasures } from '../readings/face.ts';
import type { Thresholds } from '../thresholds/thresholds.ts';

/** One sign is a doubt, for deep shade and beards look like it; two, or a strong one, are clear. */
export type Occluded = 'clearly' | 'perhaps' | 'not';

/** How surely the eyes, and nose and mouth, of a face are occluded: the same for the picture on the server and for live frames. */
export function occludedParts(
  occlusion: OcclusionMeasures,
  thresholds: Thresholds,
): { eyes: Occluded; lowerFace: Occluded } {
  return { eyes: eyesOf(occlusion, thresholds), lowerFace: lowerFaceOf(occlusion, thresholds) };
}

function eyesOf({ eyeLuma, eyeVariation }: OcclusionMeasures, { isBad }: Thresholds): Occluded {
  const even = isBad('eyesEven', eyeVariation);
  if (even && isBad('eyesDark', eyeLuma)) return 'clearly';
  return even || isBad('eyesBlack', eyeLuma) ? 'perhaps' : 'not';
}

function lowerFaceOf({ lowerHue, lowerVariation }: OcclusionMeasures, { isBad }: Thresholds): Occluded {
  const even = isBad('lowerFaceEven', lowerVariation);
  if (isBad('lowerFaceOtherHue', lowerHue) || (even && isBad('lowerFaceSomeHue', lowerHue))) return 'clearly';
  return even || isBad('lowerFaceHue', lowerHue) ? 'perhaps' : 'not';
}
