import type { PlatformErrorCode } from './types.ts';

/** Codes of the client itself, where no platform has refused anything. */
export const CLIENT_ERROR_CODES = {
  no_answer: 'Nobody answered: no connection, or it broke off',
  unexpected_answer: 'What came back is not an answer of this API',
  timed_out: 'The time that the caller gave ran out',
  never_reached: 'The identification ended in another status than those waited for',
} as const;

/** RFC 6749: what the token endpoint refuses with. */
export type TokenErrorCode = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

/** The codes known when this client was made; a newer platform may have more. */
export type ReidentErrorCode =
  | PlatformErrorCode
  | TokenErrorCode
  | keyof typeof CLIENT_ERROR_CODES
  | (string & Record<never, never>);

/** One entry of the envelope `{ errors: [] }`. */
export interface ErrorItem {
  id: string;
  status: number;
  code: string;
  title: string;
  detail: string;
  source?: { field: string; message: string };
}

interface Facts {
  code: ReidentErrorCode;
  /** HTTP status; 0 where there was no answer. */
  status?: number;
  detail: string;
  errors?: readonly ErrorItem[];
  requestId?: string;
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** Everything that goes wrong between you and the platform. Decide by `code`, show `detail`, quote `id`. */
export class ReidentError extends Error {
  override readonly name = 'ReidentError';
  readonly code: ReidentErrorCode;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** A sentence for people. Never holds a value that was sent. */
  readonly detail: string;
  /** The attribute to blame, where one is. */
  readonly field: string | undefined;
  /** Quote it when you ask about the error. */
  readonly id: string | undefined;
  /** All entries of the envelope; several fields may be wrong at once. */
  readonly errors: readonly ErrorItem[];
  /** `x-request-id` of the answer. */
  readonly requestId: string | undefined;
  /** How long the platform asks to wait. */
  readonly retryAfterSeconds: number | undefined;

  constructor({ code, status = 0, detail, errors = [], requestId, retryAfterSeconds, cause }: Facts) {
    super(`${status === 0 ? '' : `${status} `}${code}: ${detail}`, cause === undefined ? undefined : { cause });
    const [first] = errors;
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.field = first?.source?.field;
    this.id = first?.id;
    this.errors = errors;
    this.requestId = requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The error in an answer that is no success: the envelope, the token endpoint's own form, or neither. */
export async function errorFrom(response: Response): Promise<ReidentError> {
  const { status, headers } = response;
  const text = await response.text().catch(() => '');
  const common = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), Date.now()),
  };
  const body = parseJson(text);
  const errors = itemsOf(body);
  const [first] = errors;
  if (first) return new ReidentError({ ...common, code: first.code, detail: first.detail, errors });
  const errorAnswer = tokenErrorOf(body);
  if (errorAnswer) return new ReidentError({ ...common, ...errorAnswer });
  const detail = `HTTP ${status} without the error envelope of this API; is the address right?`;
  return new ReidentError({ ...common, code: 'unexpected_answer', detail });
}

/** `Retry-After` in seconds: a number, or a date seen from now. */
export function retryAfterSeconds(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - nowMs) / 1000);
}

function itemsOf(body: unknown): ErrorItem[] {
  if (!isObject(body) || !Array.isArray(body.errors)) return [];
  return body.errors.filter(
    (item): item is ErrorItem => isObject(item) && typeof item.code === 'string' && typeof item.detail === 'string',
  );
}

function tokenErrorOf(body: unknown): { code: string; detail: string } | null {
  if (!isObject(body) || typeof body.error !== 'string') return null;
  const { error, error_description: description } = body;
  return { code: error, detail: typeof description === 'string' ? description : 'The token endpoint refuses' };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
