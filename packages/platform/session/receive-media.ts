import { fileTypeOf, pictureTypeOf } from '@reident/domain';
import { parseRecording, RECORDING_TYPE } from '@reident/engine/recording';
import {
  type CaptureNonce,
  insertCapture,
  putPersonBlob,
  saveCaptureSession,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { CaptureError } from './capture-error.ts';
import { screenFor } from './current-screen.ts';
import { followsPrompts } from './prompts.ts';
import type { OpenSession } from './session-state.ts';

/** A picture or recording as the page sent it, whole. */
export interface ReceivedMedia {
  bytes: Buffer;
  source: 'camera' | 'file' | 'sample';
}

/**
 * Stores a picture or recording as it came and has it read. Its number is used up with it: the same bytes sent again are the
 * same capture, and nothing else is taken under it [CAP-5].
 *
 * @throws CaptureError `picture_type`; `recording_unusable` for what is no recording, or not of what was asked for in that order
 */
export async function receiveMedia(
  tx: TenantTx,
  platform: Platform,
  openSession: OpenSession,
  nonce: CaptureNonce,
  { bytes, source }: ReceivedMedia,
): Promise<void> {
  const { session } = openSession;
  const contentType = nonce.prompts ? recordingType(bytes, nonce.prompts) : pictureTypeOf(bytes);
  if (contentType === null) throw new CaptureError(nonce.prompts ? 'recording_unusable' : 'picture_type');
  const blob = await putPersonBlob(tx, platform.blobs, openSession.identification.personId, bytes);
  const capture = await insertCapture(tx, {
    identificationId: session.identificationId,
    sessionId: session.id,
    step: nonce.step,
    contentType,
    source,
    ...blob,
  });
  nonce.captureId = capture.id;
  delete session.flow.kept[nonce.step];
  session.flow.without = (session.flow.without ?? []).filter((step) => step !== nonce.step);
  await saveCaptureSession(tx, session);
  await scheduleJob(tx, { kind: 'read_capture', key: capture.id });
}

/** Keeps the capture of a step although something is wrong with it, where that is allowed. */
export async function keepPicture(tx: TenantTx, openSession: OpenSession, step: string): Promise<void> {
  const { session, captures } = openSession;
  const capture = captures.find((candidate) => candidate.step === step);
  if (capture !== undefined && session.flow.kept[step] === capture.id) return;
  const screen = screenFor(openSession);
  if (capture === undefined || screen.id !== 'feedback' || screen.step !== step || !screen.mayKeep)
    throw new CaptureError('out_of_order');
  session.flow.kept[step] = capture.id;
  await saveCaptureSession(tx, session);
}

function recordingType(bytes: Buffer, prompts: readonly string[]): typeof RECORDING_TYPE | null {
  const recording = parseRecording(bytes);
  if (recording === null || !followsPrompts(prompts, recording.frames)) return null;
  return recording.frames.every(({ jpeg }) => fileTypeOf(jpeg) === 'image/jpeg') ? RECORDING_TYPE : null;
}
