/** A day of the calendar, YYYY-MM-DD. Such texts sort as the days do. */
export type Day = string;

const DAY_MS = 24 * 60 * 60 * 1000;
const LAST_YEAR = 9999;

export function dayOf(time: Date): Day {
  return time.toISOString().slice(0, 10);
}

export function daysAfter(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}

/**
 * The same day some years later. Where that year has no 29 February it is the 28th, since a time limit is never made longer:
 * a period of years ends with the last day of the month if the day itself is missing.
 *
 * @see BGB, section 188(3)
 */
export function yearsAfter(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = Math.min(year + years, LAST_YEAR);
  const last = new Date(Date.UTC(target, month, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(target, month - 1, Math.min(date, last))));
}
