import { createHash } from 'node:crypto';
import { writeRecording } from '@reident/engine/recording';
import { CONSENTS } from '@reident/providers';
import type { CaptureState } from '../shared/protocol.ts';
import {
  NONCE_HEADER,
  type NumberForStep,
  OFFSET_HEADER,
  PAGE_HEADER,
  PIECE_TYPE,
  type UploadPlace,
} from '../shared/protocol.ts';

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

  /** What the page asks first: is there a sitting of this identification in this browser? */
  whereabouts(identification: string): Promise<Answer> {
    return this.#send(`/capture/api/sitting?identification=${identification}`, { headers: { [PAGE_HEADER]: '1' } });
  }

  /** A number for the step, or the code of the refusal. */
  async nonce(step: string): Promise<string> {
    return (await this.number(step)).nonce;
  }

  /** The same with what is asked for while the camera records. */
  async number(step: string): Promise<NumberForStep> {
    const { body } = await this.call('/nonce', { step });
    const { nonce, prompts } = body as unknown as Partial<NumberForStep>;
    return { nonce: nonce ?? `refused: ${body.error?.code}`, prompts: prompts ?? null };
  }

  /** Promises and sends, piece by piece; the answer to the last piece, or the first refusal. */
  async send(bytes: Buffer, nonce: string, options: { source?: 'camera' | 'file' | 'sample' } = {}): Promise<Answer> {
    const begun = await this.promise(bytes, nonce, options);
    if (begun.status !== 200) return begun;
    let { offset, pieceBytes } = begun.body as unknown as UploadPlace;
    if (offset >= bytes.length) return this.state();
    for (;;) {
      const piece = bytes.subarray(offset, offset + pieceBytes);
      const answer = await this.piece(piece, nonce, offset);
      offset += piece.length;
      if (answer.status !== 200 || offset >= bytes.length) return answer;
    }
  }

  promise(bytes: Buffer, nonce: string, options: { source?: 'camera' | 'file' | 'sample' } = {}): Promise<Answer> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.call('/upload', { nonce, size: bytes.length, sha256, source: options.source ?? 'camera' });
  }

  piece(piece: Buffer, nonce: string, offset: number): Promise<Answer> {
    return this.#send('/capture/api/upload', {
      method: 'PATCH',
      headers: {
        [PAGE_HEADER]: '1',
        [NONCE_HEADER]: nonce,
        [OFFSET_HEADER]: String(offset),
        'content-type': PIECE_TYPE,
      },
      body: new Uint8Array(piece),
    });
  }

  /** Where the server is with the upload of a number. */
  place(nonce: string): Promise<Answer> {
    return this.#send('/capture/api/upload', { headers: { [PAGE_HEADER]: '1', [NONCE_HEADER]: nonce } });
  }

  async picture(step: string, bytes: Buffer): Promise<Answer> {
    return this.send(bytes, await this.nonce(step));
  }

  /** A recording that follows its prompts: three moments for each of them, drawn by the caller, a quarter of a second apart. */
  async recording(step: string, moment: (prompt: string, index: number) => Buffer): Promise<Answer> {
    const { nonce, prompts } = await this.number(step);
    return this.send(recordingOf(prompts ?? [], moment), nonce);
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

const MOMENTS = 6;
const MOMENT_MS = 500;

/** Moments for each prompt, in order, without a clip: more than three seconds in all. */
export function recordingOf(prompts: readonly string[], moment: (prompt: string, index: number) => Buffer): Buffer {
  const frames = prompts.flatMap((prompt, at) =>
    Array.from({ length: MOMENTS }, (_, index) => ({
      atMs: (at * MOMENTS + index) * MOMENT_MS,
      prompt,
      jpeg: moment(prompt, index),
    })),
  );
  return Buffer.from(writeRecording({ frames, clip: null }));
}
