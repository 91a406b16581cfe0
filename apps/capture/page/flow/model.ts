import { signal } from '@preact/signals';
import type { Language } from '@reident/domain/browser';
import type { Boot, CaptureState, StepId, UploadStatus } from '../../shared/protocol.ts';
import type { Lost } from './losses.ts';

/** An upload that the server has reserved for the bytes at hand, by their hash: whatever the network does now, no others count. */
export interface UploadReservation {
  nonce: string;
  status: UploadStatus;
}

/** A picture or recording that was made but not yet sent. It lives in memory only; a reload forgets it. */
export interface TakenPicture {
  step: StepId;
  blob: Blob;
  url: string;
  source: 'camera' | 'file' | 'sample';
  /** Of a recording: its nonce, which is bound to it as soon as it is made, and whether there is a clip to look at, and what stands there until it plays. */
  recorded?: { nonce: string; reservation: UploadReservation | null; shows: 'video' | 'image'; still: string | null };
}

/** Which of our explanations helps where the camera does not work. */
export type CameraFailure = 'denied' | 'missing' | 'in_use' | 'blank' | 'slow' | 'unsupported';

/** Everything that is drawn. `server` is the truth; the rest is what the customer is doing right now. */
export interface Model {
  boot: Boot;
  language: Language;
  server: CaptureState | null;
  loading: boolean;
  /** A call is under way: buttons wait. */
  busy: boolean;
  /** Code of the last error that belongs to the present screen. */
  error: string | null;
  /** The network did not carry the last call. */
  offline: boolean;
  lost: Lost | null;
  /** Inside a step: the explanation, the camera, or the picture just taken. */
  camera: 'closed' | 'open';
  cameraFailure: CameraFailure | null;
  picture: TakenPicture | null;
  /** Share of the picture that has been sent, 0 to 1; null when none is being sent. */
  sent: number | null;
  /** The customer wants more time for each movement of a recording. */
  slow: boolean;
  /** The step that the customer wants to picture once more, from the overview. */
  retaking: StepId | null;
  /** What an entry without the link needs again when another code is asked for. */
  entering: { key: string; phone: string; consents: Record<string, string> } | null;
  quitting: boolean;
  /** The customer has quit; the address leads back to the partner. */
  quit: { returnUrl: string | null } | null;
}

export type Action =
  | { type: 'nothing begun' }
  | { type: 'asked' }
  | { type: 'answered'; state: CaptureState }
  | { type: 'rejected'; code: string }
  | { type: 'went offline' }
  | { type: 'lost'; why: Lost }
  | { type: 'camera opened' }
  | { type: 'camera closed' }
  | { type: 'camera failed'; failure: CameraFailure }
  | { type: 'picture taken'; picture: TakenPicture }
  | { type: 'picture discarded' }
  | { type: 'picture moving'; sent: number }
  | { type: 'sending stalled' }
  | { type: 'network lost' }
  | { type: 'pace chosen'; slow: boolean }
  | { type: 'retake chosen'; step: StepId }
  | { type: 'entry sent'; entering: NonNullable<Model['entering']> }
  | { type: 'language chosen'; language: Language }
  | { type: 'sent elsewhere' }
  | { type: 'quit asked' }
  | { type: 'quit dismissed' }
  | { type: 'quit done'; returnUrl: string | null };

/** The one place where the page changes. */
export function reduce(model: Model, action: Action): Model {
  switch (action.type) {
    case 'nothing begun':
      return { ...model, loading: false };
    case 'asked':
      return { ...model, busy: true, error: null, offline: false };
    case 'answered':
      return answered(model, action.state);
    case 'rejected':
      return { ...model, busy: false, loading: false, sent: null, error: action.code };
    case 'went offline':
      return { ...model, busy: false, loading: false, sent: null, offline: true };
    case 'lost':
      return { ...model, ...AT_REST, lost: action.why, server: null };
    case 'camera opened':
      return { ...model, camera: 'open', cameraFailure: null, picture: null, error: null };
    case 'camera closed':
      return { ...model, camera: 'closed', cameraFailure: null, picture: null };
    case 'camera failed':
      return { ...model, camera: 'closed', cameraFailure: action.failure };
    case 'picture taken':
      return { ...model, camera: 'closed', cameraFailure: null, picture: action.picture, error: null };
    case 'picture discarded':
      return { ...model, camera: 'open', picture: null, error: null };
    case 'picture moving':
      return { ...model, sent: action.sent, offline: false };
    case 'sending stalled':
    case 'network lost':
      return { ...model, offline: true };
    case 'pace chosen':
      return { ...model, slow: action.slow };
    case 'retake chosen':
      return { ...model, retaking: action.step, picture: null, error: null };
    case 'entry sent':
      return { ...model, entering: action.entering };
    case 'language chosen':
      return { ...model, language: action.language };
    case 'sent elsewhere':
      return { ...model, boot: { ...model.boot, entry: 'closed' } };
    case 'quit asked':
      return { ...model, quitting: true };
    case 'quit dismissed':
      return { ...model, quitting: false };
    case 'quit done':
      return { ...model, ...AT_REST, quitting: false, server: null, quit: { returnUrl: action.returnUrl } };
  }
}

const AT_REST = {
  loading: false,
  busy: false,
  error: null,
  offline: false,
  lost: null,
  camera: 'closed',
  cameraFailure: null,
  sent: null,
  retaking: null,
} as const satisfies Partial<Model>;

/** The server has spoken. A picture stays in view while its own step is read and judged, and goes with the step. */
function answered(model: Model, state: CaptureState): Model {
  const { screen } = state;
  const sameStep = 'step' in screen && model.picture?.step === screen.step && screen.id !== 'capture';
  return { ...model, ...AT_REST, server: state, language: state.language, picture: sameStep ? model.picture : null };
}

/** The step that the customer is picturing: the one at hand, or the one to take again. */
export function stepInHand({ server, retaking }: Model): StepId | null {
  if (server === null) return null;
  if (retaking !== null) return retaking;
  return 'step' in server.screen ? server.screen.step : null;
}

/** Whether the step at hand, or the reading of it, is about the customer's face. */
export function picturesFace(model: Model): boolean {
  const step = stepInHand(model);
  return model.server?.steps.some(({ id, frame }) => id === step && frame === 'face') === true;
}

const boot = JSON.parse(document.getElementById('boot')?.textContent ?? 'null') as Boot;

export const model = signal<Model>({
  ...AT_REST,
  boot,
  language: boot.language,
  server: null,
  loading: boot.entry === 'session' || boot.entry === 'link',
  picture: null,
  slow: false,
  entering: null,
  quitting: false,
  quit: null,
});

export function dispatch(action: Action): void {
  const before = model.value.picture;
  model.value = reduce(model.value, action);
  if (before === null || model.value.picture?.url === before.url) return;
  URL.revokeObjectURL(before.url);
  if (before.recorded?.still) URL.revokeObjectURL(before.recorded.still);
}
