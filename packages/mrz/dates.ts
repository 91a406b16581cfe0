/** What an MRZ says about a date; parts that are unknown are null, and so are all parts behind them. */
export interface MrzDate {
  year: number | null;
  month: number | null;
  day: number | null;
  /** `YYYY-MM-DD` when all three are known, otherwise null. */
  date: string | null;
}

/**
 * A birth date: the latest century in which it is not after the reference day.
 * So a person of more than a hundred years looks a hundred years younger; the MRZ cannot tell the two apart.
 *
 * @param text  `YYMMDD`, unknown parts as `<<`
 * @param referenceDay  `YYYY-MM-DD`: the day on which the document was shown
 * @returns null for what is not a date
 */
export function parseBirthDate(text: string, referenceDay: string): MrzDate | null {
  return resolve(text, (yearInCentury, rest) => {
    const reference = Number(referenceDay.slice(0, 4));
    const century = reference - (reference % 100);
    const earliest = `${pad(century + yearInCentury, 4)}-${rest}`;
    return earliest <= referenceDay.slice(0, earliest.length) ? century : century - 100;
  });
}

/**
 * An expiry date: the century that brings the year nearest to the reference day, from 49 years before to 50 after.
 * No document is valid longer than that, so an expired document is never taken for one that is valid in the next century.
 *
 * @param text  `YYMMDD`, unknown parts as `<<`
 * @param referenceDay  `YYYY-MM-DD`: the day on which the document was shown
 * @returns null for what is not a date
 */
export function parseExpiryDate(text: string, referenceDay: string): MrzDate | null {
  return resolve(text, (yearInCentury) => {
    const reference = Number(referenceDay.slice(0, 4));
    const century = reference - (reference % 100);
    const ahead = century + yearInCentury - reference;
    if (ahead > 50) return century - 100;
    return ahead < -49 ? century + 100 : century;
  });
}

/** `YYYY-MM-DD` as `YYMMDD`. */
export function formatMrzDate(date: string): string {
  const match = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(date);
  if (match === null) throw new RangeError('a date is written YYYY-MM-DD');
  return match.slice(1).join('');
}

/** Whether the six characters can be a date: every part a number in range or unknown. February has 29 days here. */
export function isPossibleDate(text: string): boolean {
  const parts = splitDate(text);
  return parts !== null;
}

/** Days per month when the year does not count. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function resolve(text: string, centuryOf: (yearInCentury: number, rest: string) => number): MrzDate | null {
  const parts = splitDate(text);
  if (parts === null) return null;
  const [yearInCentury, month, day] = parts;
  if (yearInCentury === null) return { year: null, month, day, date: null };
  const rest = [month, day]
    .filter((part): part is number => part !== null)
    .map((part) => pad(part, 2))
    .join('-');
  const year = centuryOf(yearInCentury, rest) + yearInCentury;
  if (month === null || day === null) return { year, month, day, date: null };
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(date) ? { year, month, day, date } : null;
}

/** Year in its century, month and day; null parts are unknown. Null as a whole when it cannot be a date. */
function splitDate(text: string): [number | null, number | null, number | null] | null {
  const match = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === '<<' ? null : Number(part))) as [
    number | null,
    number | null,
    number | null,
  ];
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > (month === null ? 31 : DAYS[month - 1]!))) return null;
  return [year, month, day];
}

function isCalendarDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
