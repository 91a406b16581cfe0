import { type CaptureErrorBody, FRAME_HEADER, PAGE_HEADER, type Progress, type StepId } from '../../shared/protocol.ts';
import type { SampleName } from '../../shared/sample-choices.ts';

/** An error of the server, or the network's silence (`offline`). */
export class CallFailed extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A call of the page to its own server. */
export async function call<T>(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const response = await reach(`/capture/api${path}`, {
    method,
    // A call on leaving the page outlives it.
    keepalive: path === '/interrupted',
    headers: { [PAGE_HEADER]: '1', ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
  });
  return read<T>(response.status, await response.text());
}

/** A picture that the sandbox draws. */
export async function fetchSample(step: StepId, scenario: SampleName): Promise<Blob> {
  const response = await reach('/capture/api/sample', {
    method: 'POST',
    headers: { [PAGE_HEADER]: '1', 'content-type': 'application/json' },
    body: JSON.stringify({ step, scenario }),
    cache: 'no-store',
  });
  return response.ok ? response.blob() : read<never>(response.status, await response.text());
}

/** Exchanges the link in the address bar for a session. The answer is a cookie. */
export async function exchangeLink(address: string, inFrame: boolean): Promise<void> {
  const response = await reach(address, { method: 'POST', redirect: 'manual', headers: framed(inFrame) });
  if (response.type === 'opaqueredirect' || response.ok) return;
  throw new CallFailed(EXCHANGE_ERRORS[response.status] ?? 'closed');
}

/** A session that begins in a frame gets a cookie that works there. */
export function framed(inFrame: boolean): Readonly<Record<string, string>> {
  return inFrame ? { [FRAME_HEADER]: '1' } : {};
}

/** The link answers with a page for people, so only its status tells why. */
const EXCHANGE_ERRORS: Readonly<Record<number, string>> = { 409: 'too_many_attempts', 429: 'too_many_tries' };

/** How far another device has come with the link in the address bar. */
export async function readProgress(): Promise<Progress> {
  const response = await reach(`${location.pathname}/progress`, { cache: 'no-store' });
  return read<Progress>(response.status, await response.text());
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' });
  } catch {
    throw new CallFailed('offline');
  }
}

/** What the server said, or its error. */
export function read<T>(status: number, text: string): T {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (status >= 200 && status < 300) return body as T;
  throw new CallFailed((body as Partial<CaptureErrorBody>).error?.code ?? 'internal');
}
