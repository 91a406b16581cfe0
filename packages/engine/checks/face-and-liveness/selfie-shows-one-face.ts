import { defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Does the selfie show the face of one person?
 *
 * A face whose features cannot be made out is covered; no face at all leaves nothing to compare. More than one: who is meant is for a person to say, unless the others stand far behind.
 */
export const selfieShowsOneFace = defineCheck({
  id: 'selfie-shows-one-face',
  needs: ['selfiePicture'],
  raises: ['USER_OBSCURED', 'SELFIE_OTHER'],
  evaluate({ selfiePicture: { faces, unclearFaces, from } }, { isBad }) {
    const [largest, second] = faces;
    const observed = { faces: faces.length, unclearFaces };
    if (!largest) return fail(unclearFaces > 0 ? 'USER_OBSCURED' : 'SELFIE_OTHER', observed, from);
    if (second && isBad('selfieBystander', second.eyeDistance / largest.eyeDistance))
      return inconclusive('SELFIE_OTHER', observed, from);
    return pass(observed, from);
  },
});
