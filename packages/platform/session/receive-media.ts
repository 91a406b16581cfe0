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
import { followsPrompts } from './prompts.ts';
import { screenFor } from './screen.ts';
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
  const contentType = nonce.prompts ? recordingType(bytes, nonce.prompts) : pictureType(bytes);
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

/** The type by the first bytes; what the page says about it does not count [UPL-2]. */
export function pictureType(bytes: Buffer): 'image/jpeg' | 'image/png' | 'image/webp' | null {
  if (isJpeg(bytes)) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return null;
}

function recordingType(bytes: Buffer, prompts: readonly string[]): typeof RECORDING_TYPE | null {
  const recording = parseRecording(bytes);
  if (recording === null || !followsPrompts(prompts, recording.frames)) return null;
  return recording.frames.every(({ jpeg }) => isJpeg(jpeg)) ? RECORDING_TYPE : null;
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}
