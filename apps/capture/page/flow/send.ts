import {
  type CaptureState,
  CHUNK_TYPE,
  NONCE_HEADER,
  PAGE_HEADER,
  type StepId,
  type StepNonce,
  UPLOAD_OFFSET_HEADER,
  type UploadStatus,
} from '../../shared/protocol.ts';
import { CallFailed, call, read } from './calls.ts';
import type { TakenPicture, UploadReservation } from './model.ts';

/** Requests the nonce of a step; for a recording it comes with what the customer is asked to do. */
export function requestNonce(step: StepId): Promise<StepNonce> {
  return call<StepNonce>('POST', '/nonce', { step });
}

/** Reserves the upload: binds the nonce to the hash of what was made. A nonce lives a minute; what is reserved in time may be sent at leisure. */
export async function reserveUpload({ blob, source }: TakenPicture, nonce: string): Promise<UploadReservation> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const status = await call<UploadStatus>('POST', '/upload', { nonce, size: blob.size, sha256, source });
  return { nonce, status };
}

export interface SendOptions {
  /** Share of the whole that has left, 0 to 1. */
  onProgress(share: number): void;
  /** The network is gone; it is tried again and again, from where it stopped. */
  onStall(): void;
}

/** How often an upload may start over because its checksum did not match. */
const MOST_RESTARTS = 2;

/**
 * Sends chunk after chunk. When the network is gone it waits until it is back, asks how much has arrived, and goes on from
 * there; the customer has nothing to do.
 */
export async function send(
  { blob }: TakenPicture,
  reservation: UploadReservation,
  options: SendOptions,
): Promise<CaptureState> {
  const { nonce } = reservation;
  let { offset, chunkBytes } = reservation.status;
  let tries = 0;
  let restarts = 0;
  while (offset < blob.size) {
    try {
      const chunk = blob.slice(offset, offset + chunkBytes);
      const state = await sendChunk(chunk, nonce, offset, (loaded) =>
        options.onProgress(Math.min(1, (offset + loaded) / blob.size)),
      );
      offset += chunk.size;
      tries = 0;
      if (offset >= blob.size) return state;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.code === 'upload_checksum_mismatch') restarts += 1;
      const goesOn =
        error.code === 'upload_offset_mismatch' ||
        (error.code === 'upload_checksum_mismatch' && restarts <= MOST_RESTARTS);
      if (error.code !== 'offline' && error.code !== 'unavailable' && !goesOn) throw error;
      if (!goesOn) {
        options.onStall();
        await networkBack(tries);
        tries += 1;
      }
      offset = (await whereToGoOn(nonce)) ?? offset;
    }
  }
  return call<CaptureState>('GET', '/state');
}

/** Null while the network is still gone. */
async function whereToGoOn(nonce: string): Promise<number | null> {
  try {
    const { offset, size } = await call<UploadStatus>('GET', '/upload', undefined, { [NONCE_HEADER]: nonce });
    return size === 0 ? Number.MAX_SAFE_INTEGER : offset;
  } catch (error) {
    if (error instanceof CallFailed && (error.code === 'offline' || error.code === 'unavailable')) return null;
    throw error;
  }
}

const WAIT_SECONDS = [1, 3, 6, 10];

/** Until the browser says that it is online again, or a while, whichever comes first. */
function networkBack(tries: number): Promise<void> {
  const seconds = WAIT_SECONDS[Math.min(tries, WAIT_SECONDS.length - 1)] ?? 10;
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, seconds * 1000);
    window.addEventListener('online', go);
  });
}

/** `fetch` cannot tell how much of a body has left; XMLHttpRequest can. */
function sendChunk(
  chunk: Blob,
  nonce: string,
  offset: number,
  onProgress: (loaded: number) => void,
): Promise<CaptureState> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', '/capture/api/upload');
    request.setRequestHeader('content-type', CHUNK_TYPE);
    request.setRequestHeader(PAGE_HEADER, '1');
    request.setRequestHeader(NONCE_HEADER, nonce);
    request.setRequestHeader(UPLOAD_OFFSET_HEADER, String(offset));
    request.timeout = 50_000;
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onerror = () => reject(new CallFailed('offline'));
    request.ontimeout = () => reject(new CallFailed('offline'));
    request.onload = () => {
      try {
        resolve(read<CaptureState>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.send(chunk);
  });
}
