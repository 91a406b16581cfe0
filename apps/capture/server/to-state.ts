import { addressOn } from '@reident/domain';
import {
  dataRead,
  doneSteps,
  LIMITS,
  maskPhoneNumber,
  type OpenSession,
  quitReasonsOn,
  type Step,
  type StepId,
  screenFor,
  secondsBetween,
  stepsOf,
  unfinishedStep,
} from '@reident/platform';
import type { Tenant } from '@reident/store';
import { EMPTY_STATE } from '../shared/empty-state.ts';
import type { CaptureState, ProofView, StepView, TimeLeft } from '../shared/protocol.ts';
import { SAMPLE_CHOICES } from '../shared/sample-choices.ts';
import { returnUrl } from './return-url.ts';

/**
 * What the page is told about a session. Nothing of the person but what was just read from the document, no reference
 * [API-11], no result: after the submission every identification that is not over looks the same, byte for byte [CAP-10].
 */
export function toState(tenant: Tenant, openSession: OpenSession): CaptureState {
  const { session, now } = openSession;
  const screen = screenFor(openSession);
  const { language } = session;
  if (screen.id === 'end') return endState(tenant, language, session.identificationId);
  const { code } = session.flow;
  const done = doneSteps(openSession);
  return {
    screen,
    language,
    phone: session.phoneNumber === null ? null : maskPhoneNumber(session.phoneNumber),
    sandboxCode: tenant.kind === 'sandbox' && code !== null ? code.value : null,
    resendInSeconds: code === null ? 0 : secondsLeft(LIMITS.resendSeconds - secondsBetween(new Date(code.sentAt), now)),
    documentKind: session.documentKind,
    issuingState: session.issuingState,
    steps: stepsOf(openSession).map((step) => toStepView(step, tenant, openSession, done)),
    asks: {
      securityVideo: tenant.settings.askSecurityVideo,
      proofOfAddress: tenant.settings.proofOfAddress !== 'never',
      liveness: tenant.settings.askLiveness,
    },
    unfinished: stepsOf(openSession).find(({ id }) => id === unfinishedStep(openSession))?.id ?? null,
    proof: proofOf(tenant, openSession),
    quitReasons: quitReasonsOn(screen),
    read: screen.id === 'confirm' ? dataRead(openSession) : null,
    timeLeft: session.submittedAt === null ? timeLeft(openSession) : null,
    returnUrl: null,
  };
}

function toStepView(
  { id, produces, lens, frame, from, otherwise }: Step & { id: StepId },
  tenant: Tenant,
  { session }: OpenSession,
  done: readonly string[],
): StepView {
  return {
    id,
    produces,
    lens,
    frame,
    done: done.includes(id),
    mayChooseFile: produces === 'picture' && (from === 'file' || tenant.settings.allowFiles),
    samples: tenant.kind === 'sandbox' ? [...SAMPLE_CHOICES[id]] : [],
    mayGoWithout: otherwise === 'without',
    without: session.flow.without?.includes(id) === true,
  };
}

function proofOf({ settings }: Tenant, openSession: OpenSession): ProofView | null {
  if (!stepsOf(openSession).some(({ id }) => id === 'proof_of_address')) return null;
  const { flow, documentKind, issuingState } = openSession.session;
  return {
    type: flow.proof?.type ?? null,
    issuedAt: flow.proof?.issuedAt ?? null,
    months: settings.proofOfAddressMonths,
    mayBeOnDocument: addressOn(documentKind ?? '', issuingState) === 'some_versions',
  };
}

/** The last state of every session. It is made from the tenant and the id alone. */
export function endState(tenant: Tenant, language: CaptureState['language'], identificationId: string): CaptureState {
  return { ...EMPTY_STATE, screen: { id: 'end' }, language, returnUrl: returnUrl(tenant, 'success', identificationId) };
}

/** What everybody sees who names a reference and a phone, whether or not they belong together [CAP-2]. */
export function entryState(
  language: CaptureState['language'],
  phone: string,
  sandboxCode: string | null,
): CaptureState {
  return {
    ...EMPTY_STATE,
    screen: { id: 'code' },
    language,
    phone: maskPhoneNumber(phone),
    sandboxCode,
    resendInSeconds: LIMITS.resendSeconds,
  };
}

/** A call of the page is a sign of life, so the idle time begins anew with every answer. */
function timeLeft({ session, now }: OpenSession): TimeLeft {
  return {
    idle: LIMITS.idleMinutes * 60,
    total: secondsLeft(LIMITS.absoluteMinutes * 60 - secondsBetween(session.startedAt, now)),
    warn: LIMITS.warnSeconds,
  };
}

function secondsLeft(seconds: number): number {
  return Math.max(0, Math.ceil(seconds));
}
