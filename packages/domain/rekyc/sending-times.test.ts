import { describe, expect, it } from 'vitest';
import {
  easterSunday,
  isHoliday,
  localTime,
  maySendAt,
  momentOf,
  nextSendingTime,
  sendingSlots,
  USUAL_SENDING_TIMES,
} from './sending-times.ts';

const times = USUAL_SENDING_TIMES;

describe('the days on which customers are written to', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-10-03',
    '2026-12-25',
    '2026-12-26',
  ])('%s is a holiday of all of Germany', (day) => expect(isHoliday(day)).toBe(true));

  it('are no holidays and no weekends, nor days that were closed', () => {
    const noon = (day: string) => new Date(`${day}T11:00:00Z`);
    expect(maySendAt(noon('2026-04-02'), times)).toBe(true);
    expect(maySendAt(noon('2026-04-03'), times)).toBe(false);
    expect(maySendAt(noon('2026-04-04'), times)).toBe(false);
    expect(maySendAt(noon('2026-04-02'), { ...times, closedOn: ['2026-04-02'] })).toBe(false);
    expect(nextSendingTime(noon('2026-04-03'), times).toISOString()).toBe('2026-04-07T07:00:00.000Z');
  });

  it('begin and end with the hours of the place, in winter and in summer', () => {
    expect(momentOf('2026-01-15', 9, 'Europe/Berlin').toISOString()).toBe('2026-01-15T08:00:00.000Z');
    expect(momentOf('2026-07-15', 9, 'Europe/Berlin').toISOString()).toBe('2026-07-15T07:00:00.000Z');
    expect(momentOf('2026-07-15', 24, 'Europe/Berlin').toISOString()).toBe('2026-07-15T22:00:00.000Z');
    // The hour that the change to summer time leaves out.
    expect(momentOf('2026-03-29', 2, 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(maySendAt(new Date('2026-07-15T06:59:59Z'), times)).toBe(false);
    expect(maySendAt(new Date('2026-07-15T15:59:59Z'), times)).toBe(true);
    expect(maySendAt(new Date('2026-07-15T16:00:00Z'), times)).toBe(false);
  });

  it('that do not exist are an error, not a wait without end', () => {
    expect(() => nextSendingTime(new Date('2026-01-01T00:00:00Z'), { ...times, weekdays: [] })).toThrow(RangeError);
  });
});

describe('the moments of a campaign', () => {
  const first = (count: number, from: string, perDay: number, sent = 0) => {
    const found: Date[] = [];
    for (const slot of sendingSlots(new Date(from), perDay, times, sent)) {
      if (found.length === count) break;
      found.push(slot);
    }
    return found;
  };

  it('are never more on a day than allowed, in order, and all at times to send', () => {
    // Over Easter and the change to summer time.
    const slots = first(400, '2026-03-26T14:30:00Z', 30);
    const days = new Map<string, number>();
    for (const slot of slots) {
      expect(maySendAt(slot, times), slot.toISOString()).toBe(true);
      const { day } = localTime(slot, times.timeZone);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    expect(Math.max(...days.values())).toBe(30);
    expect([...days.keys()]).not.toContain('2026-04-03');
    expect(slots.map(Number)).toEqual(slots.map(Number).sort((a, b) => a - b));
  });

  it('count what the day has had already', () => {
    const slots = first(5, '2026-06-01T08:00:00Z', 3, 2);
    expect(slots.map((slot) => localTime(slot, times.timeZone).day)).toEqual([
      '2026-06-01',
      '2026-06-02',
      '2026-06-02',
      '2026-06-02',
      '2026-06-03',
    ]);
    expect(localTime(first(1, '2026-06-01T08:00:00Z', 3, 3)[0] as Date, times.timeZone).day).toBe('2026-06-02');
  });
});
