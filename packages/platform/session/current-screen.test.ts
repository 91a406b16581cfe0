import { DOCUMENT_KIND_CODES, REASONS } from '@reident/domain';
import type { Capture, CaptureSession } from '@reident/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doneSteps, type SessionState, screenFor } from './current-screen.ts';
import { QUIT_REASONS, quitReasonsOn } from './quit-reasons.ts';
import { type Asks, stepsFor } from './steps.ts';

const NOTHING: Asks = { askSecurityVideo: false, askLiveness: false, proofOfAddress: 'never' };
const EVERYTHING: Asks = { askSecurityVideo: true, askLiveness: true, proofOfAddress: 'when_not_shown' };
const NOW = new Date('2026-11-23T12:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

/** A session that has come as far as the pictures; `change` says what is different. */
function state(
  change: Partial<CaptureSession> = {},
  captures: Capture[] = [],
  tries: [string, number][] = [],
): SessionState {
  return {
    session: {
      id: 's',
      identificationId: 'i',
      personId: 'p',
      language: 'en',
      phoneNumber: '0151',
      phoneVerified: true,
      otpTries: 0,
      consents: [{ id: 'terms', version: '1', sha256: '', at: '' }],
      documentKind: 'identity_card',
      issuingState: 'DEU',
      flow: { entry: 'link', code: null, introduced: true, nonce: null, kept: {} },
      submittedAt: null,
      startedAt: ago(60),
      lastSeenAt: NOW,
      endedAt: null,
      endReason: null,
      quitReason: null,
      at: null,
      ...change,
    },
    captures,
    tries: new Map(tries),
    asks: NOTHING,
    now: NOW,
  };
}

function idsFor(documentKind: string | null, issuingState: string | null, asks: Asks, addressOnDocument = false) {
  return stepsFor({ documentKind, issuingState, flow: { addressOnDocument } }, asks).map(({ id }) => id);
}

function capture(step: string, reading: unknown, secondsOld = 1): Capture {
  return { id: `c-${step}`, step, reading, createdAt: ago(secondsOld), supersededAt: null } as unknown as Capture;
}

const unreadable = (step: string) => ({ step, unreadable: 'unreadable_media' });

describe('the screen that the customer is due', () => {
  // biome-ignore format: a table
  it.each([
    // what is missing                     screen
    [{ phoneNumber: null },               'start'],
    [{ consents: [] },                    'start'],
    [{ phoneVerified: false },            'code'],
    [{ documentKind: null },              'document'],
    [{},                                  'capture'],
    [{ submittedAt: ago(5) },             'end'],
  ] as const)('after %o is %s', (change, screen) => {
    expect(screenFor(state(change as Partial<CaptureSession>)).id).toBe(screen);
  });

  it('is the picture of the next side as long as one is missing', () => {
    const front = capture('document_front', unreadable('document_front'));
    const kept = {
      entry: 'link',
      code: null,
      introduced: true,
      nonce: null,
      kept: { document_front: front.id },
    } as const;
    expect(screenFor(state({ flow: kept }, [front]))).toEqual({ id: 'capture', step: 'document_back' });
  });

  it('waits for a reading, but not longer than 25 seconds: nobody is stuck behind a busy machine', () => {
    expect(screenFor(state({}, [capture('document_front', null, 24)]))).toEqual({
      id: 'reading',
      step: 'document_front',
    });
    expect(screenFor(state({}, [capture('document_front', null, 26)]))).toEqual({
      id: 'capture',
      step: 'document_back',
    });
  });

  it('asks for another picture once; the second one may be used as it is', () => {
    const pictures = [capture('document_front', unreadable('document_front'))];
    expect(screenFor(state({}, pictures, [['document_front', 1]]))).toMatchObject({ id: 'feedback', mayKeep: false });
    expect(screenFor(state({}, pictures, [['document_front', 2]]))).toMatchObject({ id: 'feedback', mayKeep: true });
  });

  it('advises to move closer where the picture was too small, and gives no reason where it could not be opened', () => {
    const shown = (unreadable: string) =>
      screenFor(state({}, [capture('document_front', { step: 'document_front', unreadable })]));
    expect(shown('media_too_small')).toMatchObject({ id: 'feedback', reason: 'ID_DATA' });
    expect(shown('unreadable_media')).toMatchObject({ id: 'feedback', reason: null });
  });

  it('after the submission depends on whether everything was read, and on nothing that was read [CAP-10]', () => {
    const read = fc.constantFrom<unknown>(null, unreadable('selfie'), { step: 'selfie', faces: [] });
    fc.assert(
      fc.property(fc.array(read, { maxLength: 4 }), fc.integer({ min: 0, max: 40 }), (readings, seconds) => {
        const pictures = readings.map((reading) => capture('selfie', reading));
        const screen = screenFor(state({ submittedAt: ago(seconds) }, pictures));
        const waiting = seconds < 20 && readings.includes(null);
        expect(screen.id).toBe(waiting ? 'checking' : 'end');
      }),
    );
  });
});

describe('the steps', () => {
  it('of every kind of document are its sides and then the selfie', () => {
    for (const kind of DOCUMENT_KIND_CODES) {
      const steps = idsFor(kind, 'DEU', NOTHING);
      expect(steps.at(-1)).toBe('selfie');
      expect(steps.length).toBe(kind === 'passport' ? 2 : 3);
    }
  });

  // biome-ignore format: a table
  it.each([
    // document            of     with everything asked for
    ['identity_card',     'DEU', ['document_front', 'document_back', 'security_video', 'selfie', 'liveness']],
    ['passport',          'DEU', ['document_data_page', 'security_video', 'proof_of_address', 'selfie', 'liveness']],
    ['identity_card',     'POL', ['document_front', 'document_back', 'security_video', 'proof_of_address', 'selfie', 'liveness']],
    ['driving_licence',   'DEU', ['document_front', 'document_back', 'security_video', 'proof_of_address', 'selfie', 'liveness']],
  ] as const)('of a %s of %s, where everything is asked for, are %j', (kind, state, steps) => {
    expect(idsFor(kind, state, EVERYTHING)).toEqual(steps);
  });

  it('leave out the proof of address once the customer says that the document shows it, where some of its kind do', () => {
    expect(idsFor('identity_card', 'POL', EVERYTHING, true)).not.toContain('proof_of_address');
    expect(idsFor('passport', 'DEU', EVERYTHING, true)).toContain('proof_of_address');
  });

  it('that were left out are done; the proof of address is described before it is pictured', () => {
    const asked = (flow: Partial<CaptureSession['flow']>, captures: Capture[]): SessionState => {
      const base = state({ documentKind: 'passport' }, captures);
      return { ...base, asks: EVERYTHING, session: { ...base.session, flow: { ...base.session.flow, ...flow } } };
    };
    const page = capture('document_data_page', null, 60);
    expect(screenFor(asked({}, [page]))).toEqual({ id: 'capture', step: 'security_video' });
    expect(screenFor(asked({ without: ['security_video'] }, [page]))).toEqual({ id: 'proof' });
    const proof = { type: 'GAS_BILL', issuedAt: '2026-11-01' } as const;
    expect(screenFor(asked({ without: ['security_video'], proof }, [page]))).toEqual({
      id: 'capture',
      step: 'proof_of_address',
    });
  });

  it('are none before a document is chosen, and none for a kind that is not in the table', () => {
    expect([idsFor(null, null, EVERYTHING), idsFor('library_card', 'DEU', EVERYTHING)]).toEqual([[], []]);
  });

  it('are done in no other order than they are asked for', () => {
    const selfieOnly = state({}, [capture('selfie', null, 60)]);
    expect(screenFor(selfieOnly)).toEqual({ id: 'capture', step: 'document_front' });
    expect(doneSteps(selfieOnly)).toEqual(['selfie']);
  });
});

describe('the reasons to stop', () => {
  it('are published ABORTED reasons that a user, not the app, can have', () => {
    for (const [reason] of QUIT_REASONS) expect(REASONS[reason]).toMatchObject({ group: 'ABORTED', raisedBy: 'user' });
  });

  it('leave out signing only', () => {
    const offered = new Set<string>(QUIT_REASONS.map(([reason]) => reason));
    const left = Object.entries(REASONS).filter(
      ([code, row]) => row.group === 'ABORTED' && row.raisedBy === 'user' && !offered.has(code),
    );
    expect(left.every(([, { about }]) => about === 'signing')).toBe(true);
  });

  it('fit the place: the selfie is no reason at the document, nor the terms after they were accepted', () => {
    const atDocument = quitReasonsOn({ id: 'capture', step: 'document_front' });
    expect(atDocument).not.toContain('USER_CANCELLATION_SELFIE_NOT_READY');
    expect(atDocument).not.toContain('USER_CANCELLATION_TERMS_DENIED');
    expect(quitReasonsOn({ id: 'capture', step: 'selfie' })).toContain('USER_CANCELLATION_SELFIE_NOT_READY');
    expect(quitReasonsOn({ id: 'start' })).toContain('USER_CANCELLATION_TERMS_DENIED');
  });
});
