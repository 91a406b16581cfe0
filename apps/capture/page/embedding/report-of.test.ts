import { EMBED_CODES, EMBED_EVENTS } from '@reident/capture-embed/messages';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Boot, CaptureState, Screen } from '../../shared/protocol.ts';
import type { Lost } from '../flow/losses.ts';
import { reportOf } from './report-of.ts';

type Where = Parameters<typeof reportOf>[0];

const at = (changes: { entry?: Boot['entry']; screen?: Screen; lost?: Lost; quit?: Where['quit'] }): Where => ({
  boot: { entry: changes.entry ?? 'link' } as Boot,
  server: changes.screen === undefined ? null : ({ screen: changes.screen } as CaptureState),
  lost: changes.lost ?? null,
  quit: changes.quit ?? null,
});

const LOSSES = {
  no_session: null,
  session_over: 'E170',
  taken_over: 'E170',
  closed: 'E171',
  code_locked: 'E171',
  interrupted: 'E171',
  too_many_attempts: 'E171',
} as const satisfies Record<Lost, string | null>;

describe('what the partner is told', () => {
  it.each([
    ['nothing on the start page', at({}), false, null],
    ['nothing while the customer is at it', at({ screen: { id: 'confirm' } }), false, null],
    ['nothing while pictures are read', at({ screen: { id: 'checking', read: 1, of: 3 } }), false, null],
    ['finished on the last screen', at({ screen: { id: 'end' } }), false, { event: 'finished', code: null }],
    ['finished when a phone has sent it', at({ entry: 'closed' }), false, { event: 'finished', code: null }],
    ['E103 when everything was sent before', at({ entry: 'closed' }), true, { event: 'failed', code: 'E103' }],
    ['aborted after cancelling', at({ quit: { returnUrl: null } }), false, { event: 'aborted', code: null }],
  ])('is %s', (_what, where, wasClosed, report) => {
    expect(reportOf(where, wasClosed)).toEqual(report);
  });

  it.each(Object.entries(LOSSES))('after %s is %s', (lost, code) => {
    const report = reportOf(at({ lost: lost as Lost }), false);
    expect(report).toEqual(code === null ? null : { event: 'failed', code });
  });

  it('is never more than a word and a code of the table, wherever the customer is [CAP-9]', () => {
    const screens: Screen['id'][] = ['start', 'code', 'document', 'capture', 'feedback', 'checking', 'confirm', 'end'];
    const anything = fc.record({
      entry: fc.constantFrom<Boot['entry']>('link', 'session', 'reference', 'closed', 'gone'),
      screen: fc.option(
        fc.constantFrom(...screens).map((id) => ({ id, step: 'selfie', reason: 'ID_BLURRY', mayKeep: true }) as Screen),
        { nil: undefined },
      ),
      lost: fc.option(fc.constantFrom(...(Object.keys(LOSSES) as Lost[])), { nil: undefined }),
      quit: fc.option(fc.constant({ returnUrl: 'https://partner.example/' }), { nil: undefined }),
    });
    fc.assert(
      fc.property(anything, fc.boolean(), (where, wasClosed) => {
        const report = reportOf(at(where), wasClosed);
        if (report === null) return;
        expect(Object.keys(report).sort()).toEqual(['code', 'event']);
        expect(EMBED_EVENTS).toContain(report.event);
        expect([null, ...Object.keys(EMBED_CODES)]).toContain(report.code);
        expect(report.code === null).toBe(report.event !== 'failed');
      }),
    );
  });
});
