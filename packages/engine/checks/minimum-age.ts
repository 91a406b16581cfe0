import { yearsBetween } from './calendar.ts';
import { defineCheck, fail, inconclusive, pass } from './define-check.ts';

/** Is the person old enough for the partner's service on the day of the capture? The birthday itself counts. */
export const minimumAge = defineCheck({
  id: 'minimum-age',
  question: 'Is the person old enough on the day of the capture?',
  needs: ['mrz', 'capturedOn', 'minimumAgeYears'],
  raises: ['WARNING_USER_UNDERAGE'],
  evaluate({ mrz: { fields, from }, capturedOn, minimumAgeYears }) {
    const { birthDate } = fields;
    if (birthDate === null)
      return inconclusive('WARNING_USER_UNDERAGE', { birthDate: 'unreadable', minimumAgeYears }, from);
    const ageYears = yearsBetween(birthDate, capturedOn);
    const observed = { birthDate, ageYears, minimumAgeYears };
    return ageYears < minimumAgeYears ? fail('WARNING_USER_UNDERAGE', observed, from) : pass(observed, from);
  },
});
