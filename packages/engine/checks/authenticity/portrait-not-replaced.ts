import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does the portrait belong to the document, as far as its grain and its frame tell?
 *
 * A picture that was put over another one brings a grain of its own, and is seldom glued quite straight. Where no frame is found the
 * grain has to say more. Some documents print their portraits coarsely, so whatever is seen only asks for a person.
 */
export const portraitNotReplaced = defineCheck({
  id: 'portrait-not-replaced',
  needs: ['portraitPicture'],
  raises: ['WARNING_MANIPULATED_PHOTO'],
  evaluate({ portraitPicture: { faces, seams, from } }, { isBad }) {
    if (faces.length === 0) return notApplicable({ portrait: coded('none_found') });
    const observed = {
      grainRatio: seams?.grainRatio ?? coded('not_measured'),
      frameTurnDegrees: seams?.frameTurnDegrees ?? coded('no_frame_found'),
    };
    if (!seams || seams.grainRatio === null) return inconclusive('WARNING_MANIPULATED_PHOTO', observed, from);
    const { grainRatio, frameTurnDegrees } = seams;
    const doubtful =
      frameTurnDegrees === null
        ? isBad('portraitGrainAlone', grainRatio)
        : isBad('portraitGrain', grainRatio) || isBad('portraitTurn', Math.abs(frameTurnDegrees));
    return doubtful ? inconclusive('WARNING_MANIPULATED_PHOTO', observed, from) : pass(observed, from);
  },
});
