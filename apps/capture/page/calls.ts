import { NONCE_HEADER, PAGE_HEADER, type Progress, type RefusalBody, SOURCE_HEADER } from '../shared/protocol.ts';

/** A refusal of the server, or the network's silence (`offline`). */
export class CallFailed extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A call of the page to its own server. */
export async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await reach(`/capture/api${path}`, {
    method,
    // A call on leaving the page outlives it.
    keepalive: path === '/interrupted',
    headers: { [PAGE_HEADER]: '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
  });
  return read<T>(response.status, await response.text());
}

/** Exchanges the link in the address bar for a session. The answer is a cookie. */
export async function exchangeLink(address: string): Promise<void> {
  const response = await reach(address, { method: 'POST', redirect: 'manual' });
  if (response.type === 'opaqueredirect' || response.ok) return;
  throw new CallFailed(EXCHANGE_REFUSED[response.status] ?? 'closed');
}

/** The link answers with a page for people, so only its status tells why. */
const EXCHANGE_REFUSED: Readonly<Record<number, string>> = { 409: 'too_many_sittings', 429: 'too_many_tries' };

/** How far another device has come with the link in the address bar. */
export async function readProgress(): Promise<Progress> {
  const response = await reach(`${location.pathname}/progress`, { cache: 'no-store' });
  return read<Progress>(response.status, await response.text());
}

/**
 * Sends a picture and says how far it has got. The same picture under the same number counts once, so a lost answer
 * is simply asked for again.
 */
export async function sendPicture<T>(
  picture: { blob: Blob; source: string },
  nonce: string,
  onProgress: (share: number) => void,
): Promise<T> {
  for (const waitSeconds of [1, 3, 6]) {
    try {
      return await sendOnce<T>(picture, nonce, onProgress);
    } catch (error) {
      if (!(error instanceof CallFailed) || error.code !== 'offline') throw error;
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000));
    }
  }
  return sendOnce<T>(picture, nonce, onProgress);
}

/** `fetch` cannot tell how much of a body has left; XMLHttpRequest can. */
function sendOnce<T>(
  { blob, source }: { blob: Blob; source: string },
  nonce: string,
  onProgress: (share: number) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/capture/api/pictures');
    request.setRequestHeader('content-type', blob.type);
    request.setRequestHeader(PAGE_HEADER, '1');
    request.setRequestHeader(NONCE_HEADER, nonce);
    request.setRequestHeader(SOURCE_HEADER, source);
    request.timeout = 50_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new CallFailed('offline'));
    request.ontimeout = () => reject(new CallFailed('offline'));
    request.onload = () => {
      try {
        resolve(read<T>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.send(blob);
  });
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' });
  } catch {
    throw new CallFailed('offline');
  }
}

function read<T>(status: number, text: string): T {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (status >= 200 && status < 300) return body as T;
  throw new CallFailed((body as Partial<RefusalBody>).error?.code ?? 'internal');
}
