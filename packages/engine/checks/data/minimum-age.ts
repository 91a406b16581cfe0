import { yearsBetween } from '../definition/calendar.ts';
import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/** Is the person old enough for the partner's service on the day of the capture? The birthday itself counts. */
export const minimumAge = defineCheck({
  id: 'minimum-age',
  needs: ['holder', 'capturedOn', 'minimumAgeYears'],
  raises: ['WARNING_USER_UNDERAGE'],
  evaluate({ holder: { birthDate, readFrom, from }, capturedOn, minimumAgeYears }) {
    if (birthDate === null)
      return inconclusive('WARNING_USER_UNDERAGE', { birthDate: coded('unreadable'), minimumAgeYears }, from);
    const ageYears = yearsBetween(birthDate, capturedOn);
    const observed = { birthDate, ageYears, minimumAgeYears };
    if (ageYears >= minimumAgeYears) return pass(observed, from);
    // VIZ text without an MRZ carries no check digit.
    return readFrom === 'viz'
      ? inconclusive('WARNING_USER_UNDERAGE', observed, from)
      : fail('WARNING_USER_UNDERAGE', observed, from);
  },
});
