import { CONSENTS } from '@reident/providers';
import type { CaptureState } from '../shared/protocol.ts';
import { NONCE_HEADER, PAGE_HEADER, SOURCE_HEADER } from '../shared/protocol.ts';

export interface Answer<T = CaptureState & { error?: { code: string } }> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

/** The two boxes, ticked. */
export const TICKED: Readonly<Record<string, string>> = Object.fromEntries(
  CONSENTS.map(({ id, version }) => [id, version]),
);

/** A customer's browser without a screen: keeps the cookie, marks its calls, remembers every byte it was told. */
export class Customer {
  readonly base: string;
  cookie: string | null = null;
  /** Everything that the server has answered, headers included. */
  readonly heard: string[] = [];

  constructor(base: string) {
    this.base = base;
  }

  async open(
    address: string,
    method: 'GET' | 'HEAD' | 'POST' = 'GET',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.#send(address, { method, headers, redirect: 'manual' });
  }

  call(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(`/capture/api${path}`, {
      method: 'POST',
      headers: { [PAGE_HEADER]: '1', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  state(): Promise<Answer> {
    return this.#send('/capture/api/state', { headers: { [PAGE_HEADER]: '1' } });
  }

  /** A number for the step, or the code of the refusal. */
  async nonce(step: string): Promise<string> {
    const { body } = await this.call('/nonce', { step });
    return (body as unknown as { nonce?: string }).nonce ?? `refused: ${body.error?.code}`;
  }

  send(bytes: Buffer, nonce: string, options: { type?: string; source?: 'camera' | 'file' } = {}): Promise<Answer> {
    return this.#send('/capture/api/pictures', {
      method: 'POST',
      headers: {
        [PAGE_HEADER]: '1',
        [NONCE_HEADER]: nonce,
        [SOURCE_HEADER]: options.source ?? 'camera',
        'content-type': options.type ?? 'image/jpeg',
      },
      body: new Uint8Array(bytes),
    });
  }

  async picture(step: string, bytes: Buffer): Promise<Answer> {
    return this.send(bytes, await this.nonce(step));
  }

  /** From the link to the choice of the document, as the sandbox allows it. */
  async comeToDocument(url: string, phone = '01511234567'): Promise<void> {
    await this.open(new URL(url).pathname, 'POST');
    const started = await this.call('/start', { phone, consents: TICKED, language: 'en' });
    await this.call('/code', { code: started.body.sandboxCode });
    await this.call('/introduction');
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.base}${path}`, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string>),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
      },
    });
    const text = await response.text();
    this.heard.push(`${response.status} ${JSON.stringify([...response.headers])} ${text}`);
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.includes('Max-Age=0') ? null : (set.split(';')[0] ?? null);
    const json = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : {} };
  }
}
