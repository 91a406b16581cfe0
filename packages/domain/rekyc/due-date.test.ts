import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf, daysAfter, yearsAfter } from './days.ts';
import { type DueFacts, dueMoves, dueReasons } from './due-date.ts';
import { PERSON_EVENT_KINDS, PERSON_EVENTS } from './person-events.ts';
import { LAW_CLASSES, type RiskClass, STANDARD_CLASSES } from './risk-classes.ts';

const classOf = (code: 'normal' | 'high'): RiskClass => STANDARD_CLASSES.find((one) => one.code === code) as RiskClass;

const facts = (known: Partial<DueFacts> = {}): DueFacts => ({
  riskClass: classOf('normal'),
  identifiedOn: '2024-03-01',
  confirmedOn: null,
  documentValidUntil: null,
  openEvents: [],
  ...known,
});

const dueOn = (known: DueFacts) => dueReasons(known)[0]?.dueOn ?? null;

describe('the due date of a person', () => {
  it('is five years after the last identification for a normal risk, and one year for a high one', () => {
    expect(dueOn(facts())).toBe('2029-03-01');
    expect(dueOn(facts({ riskClass: classOf('high') }))).toBe('2025-03-01');
  });

  it('never falls behind the month of a leap day', () => {
    const leap = { identifiedOn: '2024-02-29' };
    expect(dueOn(facts(leap))).toBe('2029-02-28');
    expect(dueOn(facts({ ...leap, riskClass: { ...classOf('normal'), cycleYears: 4 } }))).toBe('2028-02-29');
  });

  it('is earlier where the document on file ends before that, and says so', () => {
    const ending = facts({ documentValidUntil: '2026-01-31' });
    expect(dueReasons(ending)).toEqual([
      { rule: 'document_expires', dueOn: '2026-01-31', since: '2026-01-31', cause: 'document_expires:2026-01-31' },
      { rule: 'cycle', dueOn: '2029-03-01', since: '2024-03-01', cause: 'cycle:2024-03-01' },
    ]);
  });

  it('is unknown, and not far away, where nothing is known to count from', () => {
    expect(dueReasons(facts({ identifiedOn: null }))).toEqual([]);
    expect(dueReasons(facts({ identifiedOn: null, confirmedOn: '2024-01-01' }))).toEqual([]);
  });

  it('counts from a confirmation of the data only where the class says so', () => {
    const confirmed = { confirmedOn: '2025-06-01' };
    expect(dueOn(facts(confirmed))).toBe('2029-03-01');
    const counts = { ...classOf('normal'), confirmationCounts: true };
    expect(dueOn(facts({ ...confirmed, riskClass: counts }))).toBe('2030-06-01');
    expect(dueOn(facts({ confirmedOn: '2020-06-01', riskClass: counts }))).toBe('2029-03-01');
  });

  it('keeps the cause when the class changes', () => {
    const causes = (['normal', 'high'] as const).map(
      (code) => dueReasons(facts({ riskClass: classOf(code) }))[0]?.cause,
    );
    expect(causes).toEqual(['cycle:2024-03-01', 'cycle:2024-03-01']);
  });
});

describe('what would move a due date', () => {
  it('is an identification, and a confirmation of the data where class and events allow it', () => {
    const moved = facts({ openEvents: [{ id: 'e1', kind: 'moved', dueOn: '2026-02-01' }] });
    expect(dueMoves(moved, '2026-01-15')).toEqual([
      { by: 'identification', dueOn: '2031-01-15', moves: true },
      { by: 'data_confirmation', dueOn: '2029-03-01', moves: true },
    ]);
    const suspected = facts({ openEvents: [{ id: 'e2', kind: 'suspicion', dueOn: '2026-01-15' }] });
    expect(dueMoves(suspected, '2026-01-15')[1]).toEqual({
      by: 'data_confirmation',
      dueOn: '2026-01-15',
      moves: false,
    });
  });

  it.each(PERSON_EVENT_KINDS)('an identification settles the event %s', (kind) => {
    const due = facts({
      openEvents: [{ id: 'e', kind, dueOn: daysAfter('2026-01-01', PERSON_EVENTS[kind].withinDays) }],
    });
    expect(dueMoves(due, '2026-01-02')[0]?.dueOn).toBe('2031-01-02');
  });
});

const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map(dayOf);

describe('laws', () => {
  it('no date is later than the law allows, whatever the facts are', () => {
    const known = fc.record({
      riskClass: fc.constantFrom(...STANDARD_CLASSES),
      identifiedOn: anyDay,
      confirmedOn: fc.option(anyDay),
      documentValidUntil: fc.option(anyDay),
      openEvents: fc.constant([]),
    });
    fc.assert(
      fc.property(known, (one) => {
        const limit = yearsAfter(one.identifiedOn, LAW_CLASSES[one.riskClass.lawClass].mostYears);
        return (dueOn(one) as Day) <= limit;
      }),
    );
  });

  it('one more fact never makes a person due later', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (identifiedOn, ends, eventDue) => {
        const base = facts({ identifiedOn });
        const more = facts({
          identifiedOn,
          documentValidUntil: ends,
          openEvents: [{ id: 'e', kind: 'moved', dueOn: eventDue }],
        });
        return (dueOn(more) as Day) <= (dueOn(base) as Day);
      }),
    );
  });

  it('years and days never skip or repeat a day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5 }), (day, years) => {
        const later = yearsAfter(day, years);
        return (
          later.slice(0, 7) === `${Number(day.slice(0, 4)) + years}${day.slice(4, 7)}` &&
          yearsAfter(daysAfter(day, 1), years) >= later
        );
      }),
    );
  });
});
