import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpec } from '../../tests/fixtures/domain/read-spec.ts';
import { PlatformError } from './platform-error.ts';
import { visibleReason } from './reasons.ts';
import { EVENT_BY_RESULT, IDENT_RESULTS, type IdentResult } from './results.ts';
import { type IdentStatus, isFinal, isIdentStatus, STATUS_CODES, STATUSES } from './statuses.ts';
import { canHappen, IDENT_EVENTS, type IdentEvent, nextStatus, TRANSITIONS } from './transitions.ts';

/** What happens in the three published sequences, as events. */
const EVENTS_OF_CASE: Record<string, IdentEvent[]> = {
  '1': ['requested', 'confirmed'],
  '2': ['requested', 'fraud_confirmed', 'confirmed'],
  '3': ['requested', 'confirmed', 'fraud_confirmed'],
};

describe('the published sequences', () => {
  for (const row of readSpec('sequences')) {
    it(`case ${row.case} runs ${row.statuses!.replaceAll(' ', ' → ')}`, () => {
      const visited: IdentStatus[] = ['created'];
      for (const event of EVENTS_OF_CASE[row.case!]!) visited.push(nextStatus(visited.at(-1)!, event));
      expect(visited.join(' ')).toBe(row.statuses);
    });
  }
});

describe('a single event', () => {
  it('every row of the table leads where it says', () => {
    for (const [from, event, to] of TRANSITIONS) expect(nextStatus(from, event), `${from} ${event}`).toBe(to);
  });

  it('no pair of status and event has two rows', () => {
    const pairs = TRANSITIONS.map(([from, event]) => `${from} ${event}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('every pair without a row is refused with wrong_status, naming status and event only [REL-8]', () => {
    let refused = 0;
    for (const status of STATUS_CODES) {
      for (const event of IDENT_EVENTS) {
        if (TRANSITIONS.some((row) => row[0] === status && row[1] === event)) continue;
        refused += 1;
        expect(canHappen(status, event)).toBe(false);
        expect(() => nextStatus(status, event), `${status} ${event}`).toThrow(PlatformError);
        try {
          nextStatus(status, event);
        } catch (error) {
          expect(error).toMatchObject({ code: 'wrong_status', status: 412 });
          expect((error as PlatformError).detail).toMatch(/^An identification in status [a-z_]+ cannot be [a-z ]+$/);
        }
      }
    }
    expect(refused).toBe(STATUS_CODES.length * IDENT_EVENTS.length - TRANSITIONS.length);
  });

  it('the decided transitions are exactly those of the decision record', () => {
    const changes: Record<string, string> = {
      created: 'pending',
      pending: 'aborted canceled expired failed pending_failed pending_successful successful',
      aborted: 'canceled expired failed pending_failed pending_successful successful',
      canceled: 'aborted expired failed pending_failed pending_successful successful',
      pending_failed: 'canceled failed successful',
      pending_successful: 'canceled failed pending_failed successful',
      successful: 'canceled',
      failed: '',
      expired: '',
    };
    for (const status of STATUS_CODES) {
      const targets = new Set<string>(
        TRANSITIONS.filter(([from, , to]) => from === status && to !== from).map((row) => row[2]),
      );
      expect([...targets].sort().join(' '), status).toBe(changes[status]);
    }
  });

  it('a status is final exactly when nothing can happen to it', () => {
    for (const status of STATUS_CODES) {
      expect(
        IDENT_EVENTS.some((event) => canHappen(status, event)),
        status,
      ).toBe(!STATUSES[status].final);
    }
    expect(STATUS_CODES.filter(isFinal)).toEqual(['failed', 'expired']);
  });

  it('every status can be reached from created', () => {
    const reached = new Set<IdentStatus>(['created']);
    for (const status of reached) {
      for (const [from, , to] of TRANSITIONS) if (from === status) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...STATUS_CODES].sort());
  });

  it('a confirmed fraud is a cancellation, whatever came before', () => {
    const ends = TRANSITIONS.filter(([, event]) => event === 'fraud_confirmed').map(([, , to]) => to);
    expect(new Set(ends)).toEqual(new Set(['canceled']));
  });
});

describe('any sequence of events [REL-8]', () => {
  it('ends in a known status, never leaves a final one, and changes nothing where it is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...IDENT_EVENTS), { maxLength: 30 }), (events) => {
        let status: IdentStatus = 'created';
        for (const event of events) {
          const before: IdentStatus = status;
          try {
            status = nextStatus(status, event);
          } catch (error) {
            expect(error).toBeInstanceOf(PlatformError);
          }
          const laws: Record<string, boolean> = {
            known: isIdentStatus(status),
            staysFinal: !isFinal(before) || status === before,
            changesOnlyWhereItMay: status === before || canHappen(before, event),
            successEndsOnlyAsFraud: before !== 'successful' || status === 'successful' || status === 'canceled',
          };
          // One `expect` for each would cost ten times what it asks about.
          if (Object.values(laws).includes(false)) expect.fail(`${before}, ${event}: ${JSON.stringify(laws)}`);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('never discloses a reason with failed, whatever the provider said before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ result: fc.constantFrom(...IDENT_RESULTS), reason: fc.string({ minLength: 1 }) }), {
          maxLength: 12,
        }),
        (reports) => {
          let status: IdentStatus = nextStatus('created', 'requested');
          let reason: string | null = null;
          for (const report of reports as { result: IdentResult; reason: string }[]) {
            const event = EVENT_BY_RESULT[report.result];
            if (!canHappen(status, event)) continue;
            status = nextStatus(status, event);
            reason = report.reason;
            const expected = status === 'canceled' || status === 'aborted' ? reason : null;
            expect(visibleReason(status, reason)).toBe(expected);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
