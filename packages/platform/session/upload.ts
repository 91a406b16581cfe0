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
import { CaptureError } from './capture-error.ts';
import { isDue, secondsBetween, stepsOf } from './current-screen.ts';
import { LIMITS } from './limits.ts';
import { receiveMedia } from './receive-media.ts';
import type { OpenSession } from './session-state.ts';

/** What the page says before it sends: the size, and the hash that binds the nonce to these very bytes. */
export interface UploadOrder {
  nonce: string;
  size: number;
  /** SHA-256 of the whole, 64 hex digits. */
  sha256: string;
  source: 'camera' | 'file' | 'sample';
}

/**
 * How many bytes have arrived, and how large the next chunk has to be unless it is the last. When all are there, the picture
 * or recording counts.
 */
export interface UploadStatus {
  offset: number;
  size: number;
  chunkBytes: number;
}

/**
 * Reserves an upload for the bytes of one hash. That is what has to happen within the life of the nonce: the bytes may then
 * take as long as the network does, because no others fit [CAP-5, CAP-11]. The same reservation twice is one.
 *
 * @throws CaptureError `nonce_stale`, `files_not_allowed`, `picture_too_large`, `too_many_pictures`
 */
export async function beginUpload(
  tx: TenantTx,
  platform: Platform,
  openSession: OpenSession,
  order: UploadOrder,
): Promise<UploadStatus> {
  const { session, now } = openSession;
  const nonce = nonceOf(session, order.nonce);
  const { size, sha256, source } = order;
  if (nonce.sha256 === sha256 && nonce.captureId !== null) return statusOf({ offset: size, size });
  if (nonce.sha256 === sha256 && nonce.upload?.size === size) return statusOf(nonce.upload);
  if (nonce.captureId !== null || secondsBetween(new Date(nonce.issuedAt), now) > LIMITS.nonceSeconds)
    throw new CaptureError('nonce_stale');
  const step = stepsOf(openSession).find(({ id }) => id === nonce.step);
  if (step === undefined || !isDue(openSession, nonce.step)) throw new CaptureError('nonce_stale');
  if (
    source === 'file' &&
    (step.produces === 'recording' || (step.from === 'camera' && !tx.tenant.settings.allowFiles))
  )
    throw new CaptureError('files_not_allowed');
  // Synthetic pictures never reach a live tenant [API-10].
  if (source === 'sample' && tx.tenant.kind !== 'sandbox') throw new CaptureError('files_not_allowed');
  if (size > (step.produces === 'recording' ? LIMITS.recordingBytes : LIMITS.pictureBytes))
    throw new CaptureError('picture_too_large');
  await assertRoom(tx, session.identificationId, size);
  await dropChunks(platform, session);
  nonce.sha256 = sha256;
  nonce.upload = { size, source, offset: 0, chunks: [] };
  await saveCaptureSession(tx, session);
  return statusOf(nonce.upload);
}

/** Where to go on, after the network was gone. */
export function uploadStatus({ session }: OpenSession, value: string): UploadStatus {
  const { upload, captureId } = nonceOf(session, value);
  if (captureId !== null) return statusOf({ offset: 0, size: 0 });
  if (!upload) throw new CaptureError('nonce_stale');
  return statusOf(upload);
}

/**
 * Takes the next chunk. A chunk that is there already is taken once: its answer may have got lost. With the last one the whole
 * is compared with the reserved hash, and stored.
 *
 * @returns `broken` when the chunks do not match the reserved hash: then the upload starts over from the first byte
 * @throws CaptureError `nonce_stale`, `upload_offset_mismatch` for a chunk at another offset, and as `receiveMedia` does
 */
export async function continueUpload(
  tx: TenantTx,
  platform: Platform,
  openSession: OpenSession,
  chunk: { nonce: string; offset: number; bytes: Buffer },
): Promise<'more' | 'stored' | 'broken'> {
  const { session, identification } = openSession;
  const nonce = nonceOf(session, chunk.nonce);
  if (nonce.captureId !== null) return 'stored';
  const { upload, sha256 } = nonce;
  if (!upload || sha256 === null) throw new CaptureError('nonce_stale');
  const end = chunk.offset + chunk.bytes.length;
  if (chunk.bytes.length > 0 && end <= upload.offset) return 'more';
  if (chunk.offset !== upload.offset) throw new CaptureError('upload_offset_mismatch');
  const isLast = end === upload.size;
  // Whole chunks only, so that their count is bounded by the size
  if (end > upload.size || (!isLast && chunk.bytes.length !== LIMITS.chunkBytes)) throw new CaptureError('bad_request');
  if (!isLast) {
    upload.chunks.push(await putPersonBlob(tx, platform.blobs, identification.personId, chunk.bytes));
    upload.offset = end;
    await saveCaptureSession(tx, session);
    return 'more';
  }
  const bytes = await assemble(tx, platform, identification.personId, upload.chunks, chunk.bytes);
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) {
    await dropChunks(platform, session);
    nonce.upload = { ...upload, offset: 0, chunks: [] };
    await saveCaptureSession(tx, session);
    return 'broken';
  }
  await receiveMedia(tx, platform, openSession, nonce, { bytes, source: upload.source });
  await dropChunks(platform, session);
  nonce.upload = null;
  await saveCaptureSession(tx, session);
  return 'stored';
}

/** Whether something was begun to be sent that never arrived whole: after a reload the page cannot go on with it [CAP-11]. */
export function unfinishedStep({ session }: Pick<OpenSession, 'session'>): string | null {
  const { nonce } = session.flow;
  return nonce?.upload && nonce.captureId === null ? nonce.step : null;
}

/** Deletes what has arrived of an upload that is void or complete. Should the transaction fail now, the upload begins anew. */
export async function dropChunks(platform: Platform, { flow }: CaptureSession): Promise<void> {
  for (const { blobKey } of flow.nonce?.upload?.chunks ?? []) await platform.blobs.delete(blobKey);
}

function nonceOf({ flow }: CaptureSession, value: string): CaptureNonce {
  if (flow.nonce === null || flow.nonce.value !== value) throw new CaptureError('nonce_stale');
  return flow.nonce;
}

function statusOf({ offset, size }: { offset: number; size: number }): UploadStatus {
  return { offset, size, chunkBytes: LIMITS.chunkBytes };
}

/** Null when a chunk is gone. */
async function assemble(
  tx: TenantTx,
  platform: Platform,
  personId: string,
  chunks: NonNullable<CaptureNonce['upload']>['chunks'],
  last: Buffer,
): Promise<Buffer | null> {
  if (chunks.length === 0) return last;
  const parts: Buffer[] = [];
  try {
    for (const { blobKey, sha256 } of chunks)
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
  if (captures.length >= LIMITS.picturesPerIdentification || bytes > LIMITS.bytesPerIdentification)
    throw new CaptureError('too_many_pictures');
}
