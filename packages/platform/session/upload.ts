import { createHash } from 'node:crypto';
import {
  BlobMissing,
  type CaptureNonce,
  type CaptureSession,
  getPersonBlob,
  listCaptures,
  putPersonBlob,
  saveCaptureSession,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { LIMITS } from './limits.ts';
import { receiveMedia } from './receive-media.ts';
import { Refusal } from './refusal.ts';
import { isDue, secondsBetween, stepsOf } from './screen.ts';
import type { OpenSitting } from './sitting.ts';

/** What the page says before it sends: how much there is, and the hash that binds the number to these very bytes. */
export interface UploadOrder {
  nonce: string;
  size: number;
  /** SHA-256 of the whole, 64 hex digits. */
  sha256: string;
  source: 'camera' | 'file' | 'sample';
}

/**
 * How many bytes have arrived, and how large the next piece has to be unless it is the last. When all are there, the picture
 * or recording counts.
 */
export interface UploadPlace {
  offset: number;
  size: number;
  pieceBytes: number;
}

/**
 * Promises the number to the bytes of one hash. That is what has to happen within the life of the number: the bytes may then
 * take as long as the network does, because no others fit [CAP-5, CAP-11]. The same promise twice is one promise.
 *
 * @throws Refusal `nonce_stale`, `files_not_allowed`, `picture_too_large`, `too_many_pictures`
 */
export async function beginUpload(
  tx: TenantTx,
  platform: Platform,
  sitting: OpenSitting,
  order: UploadOrder,
): Promise<UploadPlace> {
  const { session, now } = sitting;
  const nonce = nonceOf(session, order.nonce);
  const { size, sha256, source } = order;
  if (nonce.sha256 === sha256 && nonce.captureId !== null) return placeOf({ offset: size, size });
  if (nonce.sha256 === sha256 && nonce.upload?.size === size) return placeOf(nonce.upload);
  if (nonce.captureId !== null || secondsBetween(new Date(nonce.issuedAt), now) > LIMITS.nonceSeconds)
    throw new Refusal('nonce_stale');
  const step = stepsOf(sitting).find(({ id }) => id === nonce.step);
  if (step === undefined || !isDue(sitting, nonce.step)) throw new Refusal('nonce_stale');
  if (
    source === 'file' &&
    (step.produces === 'recording' || (step.from === 'camera' && !tx.tenant.settings.allowFiles))
  )
    throw new Refusal('files_not_allowed');
  // Synthetic pictures never reach a live tenant [API-10].
  if (source === 'sample' && tx.tenant.kind !== 'sandbox') throw new Refusal('files_not_allowed');
  if (size > (step.produces === 'recording' ? LIMITS.recordingBytes : LIMITS.pictureBytes))
    throw new Refusal('picture_too_large');
  await assertRoom(tx, session.identificationId, size);
  await dropPieces(platform, session);
  nonce.sha256 = sha256;
  nonce.upload = { size, source, offset: 0, pieces: [] };
  await saveCaptureSession(tx, session);
  return placeOf(nonce.upload);
}

/** Where to go on, after the network was gone. */
export function uploadPlace({ session }: OpenSitting, value: string): UploadPlace {
  const { upload, captureId } = nonceOf(session, value);
  if (captureId !== null) return placeOf({ offset: 0, size: 0 });
  if (!upload) throw new Refusal('nonce_stale');
  return placeOf(upload);
}

/**
 * Takes the next piece. A piece that is there already is taken once: its answer may have got lost. With the last one the whole
 * is compared with what was promised, and stored.
 *
 * @returns `broken` when the pieces do not make up what was promised: then it begins anew from the first byte
 * @throws Refusal `nonce_stale`, `upload_elsewhere` for a piece from another place, and as `receiveMedia` does
 */
export async function continueUpload(
  tx: TenantTx,
  platform: Platform,
  sitting: OpenSitting,
  piece: { nonce: string; offset: number; bytes: Buffer },
): Promise<'more' | 'stored' | 'broken'> {
  const { session, identification } = sitting;
  const nonce = nonceOf(session, piece.nonce);
  if (nonce.captureId !== null) return 'stored';
  const { upload, sha256 } = nonce;
  if (!upload || sha256 === null) throw new Refusal('nonce_stale');
  const end = piece.offset + piece.bytes.length;
  if (piece.bytes.length > 0 && end <= upload.offset) return 'more';
  if (piece.offset !== upload.offset) throw new Refusal('upload_elsewhere');
  const isLast = end === upload.size;
  // Whole pieces only, so that their number is bounded by the size
  if (end > upload.size || (!isLast && piece.bytes.length !== LIMITS.pieceBytes)) throw new Refusal('bad_request');
  if (!isLast) {
    upload.pieces.push(await putPersonBlob(tx, platform.blobs, identification.personId, piece.bytes));
    upload.offset = end;
    await saveCaptureSession(tx, session);
    return 'more';
  }
  const bytes = await assemble(tx, platform, identification.personId, upload.pieces, piece.bytes);
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) {
    await dropPieces(platform, session);
    nonce.upload = { ...upload, offset: 0, pieces: [] };
    await saveCaptureSession(tx, session);
    return 'broken';
  }
  await receiveMedia(tx, platform, sitting, nonce, { bytes, source: upload.source });
  await dropPieces(platform, session);
  nonce.upload = null;
  await saveCaptureSession(tx, session);
  return 'stored';
}

/** Whether something was begun to be sent that never arrived whole: after a reload the page cannot go on with it [CAP-11]. */
export function unfinishedStep({ session }: Pick<OpenSitting, 'session'>): string | null {
  const { nonce } = session.flow;
  return nonce?.upload && nonce.captureId === null ? nonce.step : null;
}

/** Deletes what has arrived of an upload that is void or complete. Should the transaction fail now, the upload begins anew. */
export async function dropPieces(platform: Platform, { flow }: CaptureSession): Promise<void> {
  for (const { blobKey } of flow.nonce?.upload?.pieces ?? []) await platform.blobs.delete(blobKey);
}

function nonceOf({ flow }: CaptureSession, value: string): CaptureNonce {
  if (flow.nonce === null || flow.nonce.value !== value) throw new Refusal('nonce_stale');
  return flow.nonce;
}

function placeOf({ offset, size }: { offset: number; size: number }): UploadPlace {
  return { offset, size, pieceBytes: LIMITS.pieceBytes };
}

/** Null when a piece is gone. */
async function assemble(
  tx: TenantTx,
  platform: Platform,
  personId: string,
  pieces: NonNullable<CaptureNonce['upload']>['pieces'],
  last: Buffer,
): Promise<Buffer | null> {
  if (pieces.length === 0) return last;
  const parts: Buffer[] = [];
  try {
    for (const { blobKey, sha256 } of pieces)
      parts.push(await getPersonBlob(tx, platform.blobs, personId, blobKey, sha256));
  } catch (error) {
    if (error instanceof BlobMissing) return null;
    throw error;
  }
  return Buffer.concat([...parts, last]);
}

async function assertRoom(tx: TenantTx, identificationId: string, size: number): Promise<void> {
  const captures = await listCaptures(tx, identificationId, { includeSuperseded: true });
  const bytes = captures.reduce((sum, capture) => sum + capture.size, size);
  if (captures.length >= LIMITS.picturesPerIdent || bytes > LIMITS.bytesPerIdent)
    throw new Refusal('too_many_pictures');
}
