import { createHash, randomBytes } from 'node:crypto';
import {
  insertCapture,
  listCaptures,
  putPersonBlob,
  saveCaptureSession,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';
import { doneSteps, screenFor, secondsBetween } from './screen.ts';
import type { OpenSitting } from './sitting.ts';
import { stepsFor } from './steps.ts';

/** A picture as the page sent it. */
export interface Picture {
  nonce: string;
  bytes: Buffer;
  source: 'camera' | 'file';
}

/**
 * A single-use number for the picture about to be sent. It belongs to this sitting, this step and this attempt [CAP-5].
 *
 * @throws Refusal `out_of_order` for a step whose turn has not come
 */
export async function issueNonce(tx: TenantTx, sitting: OpenSitting, step: string): Promise<string> {
  const { session, now } = sitting;
  if (!isDue(sitting, step)) throw new Refusal('out_of_order');
  const value = randomBytes(24).toString('base64url');
  session.flow.nonce = { value, step, issuedAt: now.toISOString(), captureId: null, sha256: null };
  await saveCaptureSession(tx, session);
  return value;
}

/** The step at hand, or one whose picture the customer wants to take again. */
function isDue(sitting: OpenSitting, step: string): boolean {
  const screen = screenFor(sitting);
  if (sitting.session.submittedAt !== null || !stepsFor(sitting.session.documentKind).some(({ id }) => id === step))
    return false;
  return ('step' in screen && screen.step === step) || doneSteps(sitting).some((id) => id === step);
}

/**
 * Stores a picture as it came and has it read. The same picture sent twice under one number is one picture: the network
 * may have swallowed the answer. Anything else under a used number is refused [CAP-5].
 *
 * @throws Refusal `nonce_stale`, `picture_type`, `too_many_pictures`, `files_not_allowed`
 */
export async function receivePicture(
  tx: TenantTx,
  platform: Platform,
  sitting: OpenSitting,
  picture: Picture,
): Promise<void> {
  const { session, now } = sitting;
  const { nonce } = session.flow;
  const sha256 = createHash('sha256').update(picture.bytes).digest('hex');
  if (nonce === null || nonce.value !== picture.nonce) throw new Refusal('nonce_stale');
  if (nonce.captureId !== null) {
    if (nonce.sha256 === sha256) return;
    throw new Refusal('nonce_stale');
  }
  if (secondsBetween(new Date(nonce.issuedAt), now) > LIMITS.nonceSeconds || !isDue(sitting, nonce.step)) {
    throw new Refusal('nonce_stale');
  }
  if (picture.source === 'file' && !tx.tenant.settings.allowFiles) throw new Refusal('files_not_allowed');
  const contentType = pictureType(picture.bytes);
  if (contentType === null) throw new Refusal('picture_type');
  await assertRoom(tx, session.identificationId, picture.bytes.length);

  const blob = await putPersonBlob(tx, platform.blobs, sitting.identification.personId, picture.bytes);
  const capture = await insertCapture(tx, {
    identificationId: session.identificationId,
    sessionId: session.id,
    step: nonce.step,
    contentType,
    source: picture.source,
    ...blob,
  });
  session.flow.nonce = { ...nonce, captureId: capture.id, sha256 };
  delete session.flow.kept[nonce.step];
  await saveCaptureSession(tx, session);
  await scheduleJob(tx, { kind: 'read_capture', key: capture.id });
}

/** Keeps the picture of a step although something is wrong with it, where that is allowed. */
export async function keepPicture(tx: TenantTx, sitting: OpenSitting, step: string): Promise<void> {
  const { session, captures } = sitting;
  const capture = captures.find((candidate) => candidate.step === step);
  if (capture !== undefined && session.flow.kept[step] === capture.id) return;
  const screen = screenFor(sitting);
  if (capture === undefined || screen.id !== 'feedback' || screen.step !== step || !screen.mayKeep)
    throw new Refusal('out_of_order');
  session.flow.kept[step] = capture.id;
  await saveCaptureSession(tx, session);
}

async function assertRoom(tx: TenantTx, identificationId: string, size: number): Promise<void> {
  const captures = await listCaptures(tx, identificationId, { includeSuperseded: true });
  const bytes = captures.reduce((sum, capture) => sum + capture.size, size);
  if (captures.length >= LIMITS.picturesPerIdent || bytes > LIMITS.bytesPerIdent)
    throw new Refusal('too_many_pictures');
}

/** The type by the first bytes; what the page says about it does not count [UPL-2]. */
export function pictureType(bytes: Buffer): 'image/jpeg' | 'image/png' | 'image/webp' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  return null;
}
