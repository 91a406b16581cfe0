import type { SandboxCredentials } from '@reident/client';
import { CliError } from '../cli-error.ts';
import { Difference, Skipped } from './difference.ts';
import type { ContractReceiver } from './receiver.ts';

/** An answer as it came, before anybody has judged it. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  /** Parsed; undefined where it is not JSON. */
  body: unknown;
}

export interface RawRequest {
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, labelled JSON. */
  text?: string;
  form?: FormData;
  headers?: Record<string, string>;
  /** Null for none; the bench's own where nothing is said. */
  token?: string | null;
}

/** How long a notification is waited for. What comes is not waited for any longer. */
export interface Waits {
  /** One about something that has just happened. */
  newsMs: number;
  /**
   * The same once more after a failure: the published attempts and days make the first wait 5.5 s; with jitter and a busy
   * platform it may take longer.
   */
  againMs: number;
  /** One that must not come: longer than the first wait, for what has not come again by then does not come again. */
  noneMs: number;
  /** The same once more after no answer: the published 30 s, the first wait, and slack. */
  silenceMs: number;
}

const WAITS: Waits = { newsMs: 10_000, againMs: 20_000, noneMs: 9_000, silenceMs: 60_000 };

const ANSWER_TIMEOUT_MS = 30_000;
const LONGEST_WAIT_SECONDS = 65;

/** The platform that is checked, and things on it that several expectations need: made once, when first needed. */
export class ContractClient {
  readonly credentials: SandboxCredentials;
  readonly receiver: ContractReceiver | null;
  /** How to reach the receiver from the platform. */
  readonly receiverUrl: string | null;
  readonly waits: Waits;
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #people = new Map<string, unknown>();

  constructor(
    credentials: SandboxCredentials,
    receiver: ContractReceiver | null,
    receiverUrl: string | null,
    waits: Partial<Waits> = {},
  ) {
    this.credentials = credentials;
    this.waits = { ...WAITS, ...waits };
    this.receiver = receiver;
    this.receiverUrl = receiverUrl;
  }

  async send(method: string, path: string, request: RawRequest = {}): Promise<RawAnswer> {
    const { json, text, form, headers = {}, token = await this.token() } = request;
    return this.#fetchWithRetries(`${this.credentials.api_url}${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...((json !== undefined || text !== undefined) && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? text ?? (json === undefined ? undefined : JSON.stringify(json)),
    });
  }

  /** A rate limit says nothing about the contract, so it is waited for, once. */
  async #fetchWithRetries(url: string, init: RequestInit): Promise<RawAnswer> {
    const answer = await this.sendTo(url, init);
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    if (answer.status !== 429 || !(seconds <= LONGEST_WAIT_SECONDS)) return answer;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return this.sendTo(url, init);
  }

  async sendTo(url: string, init: RequestInit): Promise<RawAnswer> {
    try {
      const response = await fetch(url, {
        ...init,
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        redirect: 'manual',
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, bytes, body: parse(bytes) };
    } catch (cause) {
      const host = new URL(url).host;
      if (isUnreachable(cause)) throw new CliError('unreachable', `No answer from ${host}`);
      throw new Difference(`no answer from ${host}, or it broke off`);
    }
  }

  /** Asks for a token with these credentials. */
  askToken(secret = this.credentials.client_secret, grantType = 'client_credentials'): Promise<RawAnswer> {
    const basic = Buffer.from(`${this.credentials.client_id}:${secret}`).toString('base64');
    return this.sendTo(this.credentials.token_url, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: grantType, scope: 'partners' }).toString(),
    });
  }

  token(): Promise<string> {
    return this.#once('a token', async () => {
      const { body, status } = await this.askToken();
      if (status === 401) throw new CliError('credentials', 'The token endpoint refuses the credentials');
      return textField(body, 'access_token');
    });
  }

  /** A person who lives in Germany and plays the guide's happy path. */
  person(): Promise<string> {
    return this.#once('a person', () => this.newPerson('X-MANUALTEST-HAPPYPATH'));
  }

  /** Another one, for what must not be mixed up. */
  otherPerson(): Promise<string> {
    return this.#once('a second person', () => this.newPerson('X-MANUALTEST-HAPPYPATH'));
  }

  async newPerson(firstName: string, country = 'DE', more: object = IDENTIFIED): Promise<string> {
    const answer = await this.send('POST', '/v1/persons', {
      json: { ...PERSON, ...more, first_name: firstName, address: { ...ADDRESS, country } },
    });
    const id = textField(answer.body, 'id');
    this.#people.set(id, answer.body);
    return id;
  }

  /** What was answered when the person was created. */
  asCreated(personId: string): unknown {
    return this.#people.get(personId);
  }

  /** Somebody of whom no former identification is known. */
  newcomer(): Promise<string> {
    return this.newPerson('X-MANUALTEST-HAPPYPATH', 'DE', {});
  }

  /** The answer to the creation of an identification that nobody has requested. */
  created(): Promise<RawAnswer> {
    return this.#once('an identification', async () => this.create(await this.person()));
  }

  create(personId: string, order: object = { method: 'idnow_autoident', language: 'DE' }): Promise<RawAnswer> {
    return this.send('POST', `/v1/persons/${personId}/identifications`, { json: order });
  }

  async createdId(): Promise<string> {
    return textField((await this.created()).body, 'id');
  }

  /** The answer to a request, and the path of the requested identification. */
  requested(): Promise<{ path: string; id: string; answer: RawAnswer }> {
    return this.#once('a requested identification', async () => {
      const person = await this.person();
      const id = textField((await this.create(person)).body, 'id');
      const path = `/v1/persons/${person}/identifications/${id}`;
      return { path, id, answer: await this.send('PATCH', `${path}/request`) };
    });
  }

  /** The answer to the upload of a small PDF. */
  uploaded(): Promise<RawAnswer> {
    return this.#once('a document', async () =>
      this.send('POST', `/v1/persons/${await this.person()}/documents`, { form: uploadForm() }),
    );
  }

  async documentPath(): Promise<string> {
    return `/v1/persons/${await this.person()}/documents/${textField((await this.uploaded()).body, 'id')}`;
  }

  /** Whether the platform plays customers itself (`X-AUTOTEST-`) and lets outcomes be set. Only a Reident does. */
  isReident(): Promise<boolean> {
    return this.#once('the sandbox clock', async () => (await this.send('GET', '/sandbox/clock')).status === 200);
  }

  /** The end of an identification that the platform plays alone. */
  played(testCase: string): Promise<{ path: string; body: unknown }> {
    return this.#once(`the test case ${testCase}`, async () => {
      if (!(await this.isReident())) throw new Skipped('needs a platform that plays the customer (X-AUTOTEST-)');
      const person = await this.newPerson(`X-AUTOTEST-${testCase}`);
      const id = textField((await this.create(person)).body, 'id');
      const path = `/v1/persons/${person}/identifications/${id}`;
      await this.send('PATCH', `${path}/request`);
      const endsAtMs = Date.now() + ANSWER_TIMEOUT_MS;
      while (true) {
        const { body } = await this.send('GET', `${path}?include_documents=true`);
        if (fieldOf(body, 'status') !== 'pending') return { path, body };
        if (Date.now() > endsAtMs) throw new Difference('still pending after 30 s');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    });
  }

  /** An identification of its own after the provider has reported these results, as it is read then. */
  async reported(...results: string[]): Promise<unknown> {
    if (!(await this.isReident())) throw new Skipped('needs a platform on which outcomes can be set');
    const person = await this.newPerson('Erika');
    const id = textField((await this.create(person)).body, 'id');
    const path = `/v1/persons/${person}/identifications/${id}`;
    await this.send('PATCH', `${path}/request`);
    for (const result of results) {
      const { status } = await this.send('POST', `/sandbox/identifications/${id}/outcome`, { json: { result } });
      if (status >= 300) throw new Difference(`${results.join(', then ')} cannot happen (HTTP ${status})`);
    }
    return (await this.send('GET', path)).body;
  }

  /** A thing that cannot be made makes the expectations that need it unknowable, not wrong. */
  #once<T>(what: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(what) as Promise<T> | undefined;
    if (made) return made;
    const making = make().catch((error: unknown) => {
      if (error instanceof CliError || error instanceof Skipped) throw error;
      throw new Skipped(`${what} could not be made`);
    });
    this.#made.set(what, making);
    return making;
  }
}

/** Everything here is invented. */
const PERSON = {
  salutation: 'MS',
  last_name: 'Contract',
  birth_date: '1990-01-31',
  birth_city: 'Hamburg',
  birth_country: 'DE',
  nationality: 'DE',
  email: 'contract@example.com',
};
/** Ours demands it where a tenant says so; others drop what they do not know. */
const IDENTIFIED = { identified_at: '2020-01-31T00:00:00Z' };
const ADDRESS = { line_1: 'Teststraße 1', postal_code: '10117', city: 'Berlin' };

export const PDF_TEXT = '%PDF-1.4\n%%EOF\n';

export function uploadForm(withFile = true): FormData {
  const form = new FormData();
  form.set('document_type', 'PROOF_OF_ADDRESS');
  if (withFile) form.set('file', new Blob([PDF_TEXT], { type: 'application/pdf' }), 'bill.pdf');
  return form;
}

export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

export function textField(body: unknown, name: string): string {
  const value = fieldOf(body, name);
  if (typeof value !== 'string' || value === '') throw new Difference(`${name} is not a text`);
  return value;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

function isUnreachable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error && 'code' in cause && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(cause.code))
  );
}
