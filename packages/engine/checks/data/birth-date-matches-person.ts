import { coded, defineCheck, fail, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Was the holder of the document born on the day that the partner holds?
 *
 * One different part of the date, or day and month exchanged, is how dates are mistyped: a person looks. More is another
 * person's document. VIZ text without an MRZ carries no check digit, so there a person always looks. A partner that holds no birth date learns it from a success.
 */
export const birthDateMatchesPerson = defineCheck({
  id: 'birth-date-matches-person',
  needs: ['holder', 'person'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ holder: { birthDate, readFrom, from }, person }) {
    if (person.birthDate === null) return notApplicable({ birthDateOnFile: coded('unknown') });
    if (birthDate === null)
      return inconclusive(
        'WARNING_MANIPULATED_DATA',
        { birthDate: coded('unreadable'), birthDateOnFile: person.birthDate },
        from,
      );
    const observed = { birthDate, readFrom: coded(readFrom), birthDateOnFile: person.birthDate };
    if (birthDate === person.birthDate) return pass(observed, from);
    return readFrom === 'viz' || isMistyped(birthDate, person.birthDate)
      ? inconclusive('WARNING_MANIPULATED_DATA', observed, from)
      : fail('WARNING_MANIPULATED_DATA', observed, from);
  },
});

function isMistyped(a: string, b: string): boolean {
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  const exchanged = yearA === yearB && monthA === dayB && dayA === monthB;
  const different = [yearA !== yearB, monthA !== monthB, dayA !== dayB].filter(Boolean).length;
  return exchanged || different === 1;
}
