import type { Language } from '@reident/domain/browser';
import type { CaptureState, SessionLookup, StepId } from '../../shared/protocol.ts';
import { CallFailed, call, exchangeLink, framed } from './calls.ts';
import { LOSSES, type Lost } from './losses.ts';
import type { UploadReservation } from './model.ts';
import { dispatch, model, type TakenPicture } from './model.ts';
import { requestNonce, reserveUpload, send } from './send.ts';

/** What the customer can do. Each action asks the server, and whatever the server says is what happens next. */

/** Finds out where the customer is; a link that was never used has no session yet, and that is fine. */
export async function begin(): Promise<void> {
  const { boot } = model.value;
  if (boot.entry !== 'session' && boot.entry !== 'link') return;
  const identification = encodeURIComponent(boot.identification ?? '');
  try {
    const found = await call<SessionLookup>('GET', `/session?identification=${identification}`);
    if (found.state === null) throw new CallFailed(found.why);
    useCleanAddress();
    dispatch({ type: 'answered', state: found.state });
  } catch (error) {
    if (boot.entry === 'session') fail(error);
    else if (error instanceof CallFailed && error.code === 'offline') dispatch({ type: 'went offline' });
    else dispatch({ type: 'nothing begun' });
  }
}

/** The start page: opens the session with the link unless there is one, then hands in number and boxes. */
export async function startIdentification(phone: string, consents: Record<string, string>): Promise<void> {
  await ask(async () => {
    await openByLink();
    const shownSeconds = Math.round(performance.now() / 1000);
    return call<CaptureState>('POST', '/start', { phone, consents, language: model.value.language, shownSeconds });
  });
}

/** The way in without the link. What was sent is kept in memory, because asking for another code means asking again. */
export async function enter(key: string, phone: string, consents: Record<string, string>): Promise<void> {
  const { boot, language } = model.value;
  await ask(async () => {
    const entry = { company: boot.company, key, phone, consents, language };
    const state = await call<CaptureState>('POST', '/entry', entry, framed(boot.embed?.kind === 'frame'));
    dispatch({ type: 'entry sent', entering: { key, phone, consents } });
    return state;
  });
}

export async function giveCode(code: string): Promise<void> {
  await ask(() => call('POST', '/code', { code }));
}

export async function askForAnotherCode(): Promise<void> {
  const { entering } = model.value;
  if (entering !== null) return enter(entering.key, entering.phone, entering.consents);
  await ask(() => call('POST', '/resend', {}));
}

export const readIntroduction = () => ask(() => call('POST', '/introduction', {}));
export const chooseDocument = (kind: string, issuingState: string) =>
  ask(() => call('POST', '/document', { kind, issuingState }));
export const chooseDocumentAgain = () => ask(() => call('POST', '/choose-again', {}));
export const keepPicture = (step: StepId) => ask(() => call('POST', '/keep', { step }));
/** On without a step that the customer cannot do; a specialist decides. */
export const skipStep = (step: StepId) => ask(() => call('POST', '/without', { step }));
export const describeProof = (type: string, issuedAt: string) => ask(() => call('POST', '/proof', { type, issuedAt }));
export const addressIsOnDocument = () => ask(() => call('POST', '/address-shown', {}));
/** What was read is wrong: the document once more. */
export const retakeDocument = () => ask(() => call('POST', '/retake', {}));
export const submit = () => ask(() => call('POST', '/submit', {}));

/** Looks where the server has got to, without any of the buttons noticing. */
export async function look(): Promise<void> {
  try {
    dispatch({ type: 'answered', state: await call<CaptureState>('GET', '/state') });
  } catch (error) {
    fail(error);
  }
}

export async function useLanguage(language: Language): Promise<void> {
  dispatch({ type: 'language chosen', language });
  if (model.value.server !== null && model.value.entering === null)
    await call('POST', '/language', { language }).catch(() => undefined);
}

/** Sends the picture or recording at hand. The nonce of a picture that has grown stale meanwhile is replaced once. */
export async function usePicture(picture: TakenPicture): Promise<void> {
  await ask(async () => {
    try {
      return await sendReserved(picture, await reservationFor(picture));
    } catch (error) {
      const stale = error instanceof CallFailed && error.code === 'nonce_stale';
      if (!stale || picture.recorded) throw error;
      return sendReserved(picture, await reservationFor(picture));
    }
  });
}

async function reservationFor(picture: TakenPicture): Promise<UploadReservation> {
  const { recorded, step } = picture;
  if (recorded?.reservation) return recorded.reservation;
  return reserveUpload(picture, recorded?.nonce ?? (await requestNonce(step)).nonce);
}

function sendReserved(picture: TakenPicture, reservation: UploadReservation): Promise<CaptureState> {
  return send(picture, reservation, {
    onProgress: (sent) => dispatch({ type: 'picture moving', sent }),
    onStall: () => dispatch({ type: 'sending stalled' }),
  });
}

export async function quit(reason: string): Promise<void> {
  if (model.value.busy) return;
  dispatch({ type: 'asked' });
  try {
    await openByLink();
    const { returnUrl } = await call<{ returnUrl: string | null }>('POST', '/quit', { reason });
    dispatch({ type: 'quit done', returnUrl });
  } catch (error) {
    dispatch({ type: 'quit dismissed' });
    fail(error);
  }
}

/** The camera is a place that the back button leaves, so it gets an entry in the history. */
export function openCamera(): void {
  if (history.state !== 'camera') history.pushState('camera', '');
  dispatch({ type: 'camera opened' });
}

export function leaveCamera(): void {
  if (history.state === 'camera') history.back();
  else dispatch({ type: 'camera closed' });
}

/** The camera is not for somebody who looks elsewhere: the step begins again, and the third time ends the session [CAP-11]. */
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden' || model.value.camera !== 'open') return;
  leaveCamera();
  call('POST', '/interrupted', {}).catch(fail);
});
window.addEventListener('popstate', () => dispatch({ type: 'camera closed' }));
window.addEventListener('offline', () => dispatch({ type: 'network lost' }));
window.addEventListener('online', () => {
  const { offline, server, busy, entering } = model.value;
  if (offline && server !== null && !busy && entering === null) void look();
});
/** A page that comes back from the browser's memory asks where the customer is now. */
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void begin();
});

async function openByLink(): Promise<void> {
  if (model.value.server !== null || model.value.boot.entry !== 'link') return;
  await exchangeLink(location.pathname, model.value.boot.embed?.kind === 'frame');
  useCleanAddress();
}

/** The token leaves the address bar, so nobody reads it over a shoulder or from the history. */
function useCleanAddress(): void {
  const { company, identification, embed } = model.value.boot;
  const how = embed === null ? '' : `?in=${embed.kind}`;
  if (identification !== null) history.replaceState(null, '', `/${company}/identifications/${identification}${how}`);
}

async function ask(act: () => Promise<CaptureState>): Promise<void> {
  if (model.value.busy) return;
  dispatch({ type: 'asked' });
  try {
    dispatch({ type: 'answered', state: await act() });
  } catch (error) {
    fail(error);
  }
}

const LOST: ReadonlySet<string> = new Set(LOSSES);

/** What a call that failed means for the customer. */
export function fail(error: unknown): void {
  const code = error instanceof CallFailed ? error.code : 'internal';
  if (LOST.has(code)) dispatch({ type: 'lost', why: code as Lost });
  else if (code === 'offline') dispatch({ type: 'went offline' });
  // The page was behind the server, for example in a second tab: the server's screen is the right one.
  else if (code === 'out_of_order') void look();
  else dispatch({ type: 'rejected', code });
}
