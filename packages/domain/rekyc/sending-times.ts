import type { Certainty } from '../certainty.ts';
import { type Day, daysAfter } from './days.ts';

/** When customers may be written to, in the time of one place. */
export interface SendingTimes {
  /** IANA name, such as Europe/Berlin. */
  timeZone: string;
  /** Full hours: from the first on, and no longer from the second on. */
  fromHour: number;
  toHour: number;
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  /** Whether nobody is written to on the holidays below. */
  skipHolidays: boolean;
  /** Further days, such as those of one Land. */
  closedOn: readonly Day[];
}

export const USUAL_SENDING_TIMES: SendingTimes = {
  timeZone: 'Europe/Berlin',
  fromHour: 9,
  toHour: 18,
  weekdays: [1, 2, 3, 4, 5],
  skipHolidays: true,
  closedOn: [],
};

type HolidayRow = readonly [name: string, day: string | number, certainty: Certainty, source: string];

/** Holidays of all of Germany: a month and day, or days after Easter Sunday. Those of single Länder are for `closedOn`. */
// biome-ignore format: a table
export const HOLIDAYS = [
  // name                     day       certainty    source
  ['Neujahr',                 '01-01', 'published', 'holiday acts of the Länder'],
  ['Karfreitag',              -2,      'published', 'holiday acts of the Länder'],
  ['Ostermontag',             1,       'published', 'holiday acts of the Länder'],
  ['Tag der Arbeit',          '05-01', 'published', 'holiday acts of the Länder'],
  ['Christi Himmelfahrt',     39,      'published', 'holiday acts of the Länder'],
  ['Pfingstmontag',           50,      'published', 'holiday acts of the Länder'],
  ['Tag der Deutschen Einheit', '10-03', 'published', 'Unification Treaty, Art. 2(2)'],
  ['1. Weihnachtstag',        '12-25', 'published', 'holiday acts of the Länder'],
  ['2. Weihnachtstag',        '12-26', 'published', 'holiday acts of the Länder'],
] as const satisfies readonly HolidayRow[];

/** Easter Sunday of the Gregorian calendar. @see Meeus, Astronomical Algorithms, chapter 8 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const h =
    (19 * a + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) %
    30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - h - (inCentury % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}

export function isHoliday(day: Day): boolean {
  const easter = easterSunday(Number(day.slice(0, 4)));
  return HOLIDAYS.some(([, when]) =>
    typeof when === 'string' ? day.slice(5) === when : day === daysAfter(easter, when),
  );
}

export function isSendingDay(day: Day, times: SendingTimes): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return times.weekdays.includes(weekday) && !(times.skipHolidays && isHoliday(day)) && !times.closedOn.includes(day);
}

/** Whether somebody may be written to at this moment. */
export function maySendAt(time: Date, times: SendingTimes): boolean {
  const { day, hour } = localTime(time, times.timeZone);
  return isSendingDay(day, times) && hour >= times.fromHour && hour < times.toHour;
}

/** So far is looked ahead: whoever closes a whole year has no sending day. */
const LOOK_AHEAD_DAYS = 400;

/** This moment if it is one to send at, or when the next begins. @throws RangeError where there is none in a year */
export function nextSendingTime(time: Date, times: SendingTimes): Date {
  if (maySendAt(time, times)) return time;
  const { day, hour } = localTime(time, times.timeZone);
  for (let ahead = hour < times.fromHour ? 0 : 1; ahead < LOOK_AHEAD_DAYS; ahead += 1) {
    const candidate = daysAfter(day, ahead);
    if (isSendingDay(candidate, times)) return momentOf(candidate, times.fromHour, times.timeZone);
  }
  throw new RangeError('there is no day to send on');
}

/**
 * Moments for so many invitations from a time on: at most `perDay` on one day, spread evenly over what is left of its hours.
 *
 * @param alreadySent  how many the first day has had before
 */
export function* sendingSlots(from: Date, perDay: number, times: SendingTimes, alreadySent = 0): Generator<Date> {
  let begin = nextSendingTime(from, times);
  let room =
    localTime(begin, times.timeZone).day === localTime(from, times.timeZone).day ? perDay - alreadySent : perDay;
  for (;;) {
    const { day } = localTime(begin, times.timeZone);
    const end = momentOf(day, times.toHour, times.timeZone).getTime();
    const step = (end - begin.getTime()) / Math.max(room, 1);
    for (let sent = 0; sent < room; sent += 1) yield new Date(begin.getTime() + Math.floor(sent * step));
    begin = nextSendingTime(new Date(end), times);
    room = perDay;
  }
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Day and hour that a clock on the wall shows there. */
export function localTime(time: Date, timeZone: string): { day: Day; hour: number } {
  let clock = CLOCKS.get(timeZone);
  if (clock === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const;
    clock = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...parts });
    CLOCKS.set(timeZone, clock);
  }
  const found = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]));
  return { day: `${found.year}-${found.month}-${found.day}`, hour: Number(found.hour) };
}

const HOUR_MS = 60 * 60 * 1000;

/** When a clock there first shows the hour, also on days with a change to or from summer time. 24 is the next midnight. */
export function momentOf(day: Day, hour: number, timeZone: string): Date {
  const [wantedDay, wantedHour] = hour === 24 ? [daysAfter(day, 1), 0] : [day, hour];
  const naive = Date.parse(`${wantedDay}T00:00:00Z`) + wantedHour * HOUR_MS;
  const wanted = `${wantedDay} ${wantedHour}`;
  for (let shift = -14; shift <= 14; shift += 0.25) {
    const candidate = new Date(naive + shift * HOUR_MS);
    const shown = localTime(candidate, timeZone);
    if (`${shown.day} ${shown.hour}` === wanted) return candidate;
  }
  // An hour that the clock skips: the one after it.
  return momentOf(day, hour + 1, timeZone);
}
