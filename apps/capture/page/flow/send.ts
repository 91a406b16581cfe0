import {
  type CaptureState,
  NONCE_HEADER,
  type NumberForStep,
  OFFSET_HEADER,
  PAGE_HEADER,
  PIECE_TYPE,
  type UploadPlace,
} from '../../shared/protocol.ts';
import { CallFailed, call, read } from './calls.ts';
import type { Promised, TakenPicture } from './model.ts';

/** Asks for the number of a step; for a recording it comes with what the customer is asked to do. */
export function askNumber(step: string): Promise<NumberForStep> {
  return call<NumberForStep>('POST', '/nonce', { step });
}

/** Binds the number to what was made. It lives a minute; what is bound in time may be sent at leisure. */
export async function promise({ blob, source }: TakenPicture, nonce: string): Promise<Promised> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const place = await call<UploadPlace>('POST', '/upload', { nonce, size: blob.size, sha256, source });
  return { nonce, place };
}

export interface SendOptions {
  /** Share of the whole that has left, 0 to 1. */
  onProgress(share: number): void;
  /** The network is gone; it is tried again and again, from where it stopped. */
  onStall(): void;
}

/** How often the whole may begin anew because it did not arrive as it was. */
const MOST_RESTARTS = 2;

/**
 * Sends piece after piece. When the network is gone it waits until it is back, asks how much has arrived, and goes on from
 * there; the customer has nothing to do.
 */
export async function send({ blob }: TakenPicture, promised: Promised, options: SendOptions): Promise<CaptureState> {
  const { nonce } = promised;
  let { offset, pieceBytes } = promised.place;
  let tries = 0;
  let restarts = 0;
  while (offset < blob.size) {
    try {
      const piece = blob.slice(offset, offset + pieceBytes);
      const state = await sendPiece(piece, nonce, offset, (loaded) =>
        options.onProgress(Math.min(1, (offset + loaded) / blob.size)),
      );
      offset += piece.size;
      tries = 0;
      if (offset >= blob.size) return state;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.code === 'upload_broken') restarts += 1;
      const goesOn = error.code === 'upload_elsewhere' || (error.code === 'upload_broken' && restarts <= MOST_RESTARTS);
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
    const { offset, size } = await call<UploadPlace>('GET', '/upload', undefined, { [NONCE_HEADER]: nonce });
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
function sendPiece(
  piece: Blob,
  nonce: string,
  offset: number,
  onProgress: (loaded: number) => void,
): Promise<CaptureState> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', '/capture/api/upload');
    request.setRequestHeader('content-type', PIECE_TYPE);
    request.setRequestHeader(PAGE_HEADER, '1');
    request.setRequestHeader(NONCE_HEADER, nonce);
    request.setRequestHeader(OFFSET_HEADER, String(offset));
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
    request.send(piece);
  });
}
