import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers with a single 0 in front are dialled within this country: every customer lives in Germany. */
export const HOME_COUNTRY = 'DE';

/** The static number of the published sandbox [guide, tutorial, step 4]. No phone has it: American numbers are longer. */
export const SANDBOX_NUMBER = '+15550101';

/** Shorter than any number that a message can be sent to, though some countries have such numbers. */
const LEAST_DIGITS = 7;

/**
 * A phone number after E.164, `+491711234567`, however it was written: with spaces and signs, with `00` for `+`, with a `(0)`
 * that is not dialled from abroad. Null for what is none, or has a length that its country does not know.
 *
 * The number of the sandbox is taken for one, as everywhere in the published API.
 *
 * Whether the number exists nobody can tell without calling it; lengths are known by country, and the area codes behind them change.
 *
 * @param country  where a number without its country belongs; null: the country must be named
 */
export function internationalNumber(text: string, country: typeof HOME_COUNTRY | null): string | null {
  const written = text.replaceAll('_', '');
  // A number without the 0 in front is dialled by nobody; reading one into it would hide a slip of the pen.
  if (!/^[\s(]*[+0]/.test(written)) return null;
  if (written.replace(/[\s()./-]/g, '') === SANDBOX_NUMBER) return SANDBOX_NUMBER;
  const found = possibleNumber(written, country);
  if (found === null || found.length <= LEAST_DIGITS) return null;
  // Of many zeros in front one is left over, and with it two spellings of what nobody could dial.
  return possibleNumber(found, country) === found ? found : null;
}

function possibleNumber(written: string, country: typeof HOME_COUNTRY | null): string | null {
  const number = parsePhoneNumberFromString(written, { defaultCountry: country ?? undefined, extract: false });
  return number?.isPossible() && number.ext === undefined ? number.number : null;
}
