import { CodedError, newId } from '@reident/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidRequest } from './read-input.ts';

/** An error that is told, and the id under which somebody can ask about it. */
export interface Told {
  id: string;
  error: CodedError;
}

/** What the HTTP server refused by itself, before a route saw it. */
export interface ServerError {
  /** `FST_…` where Fastify says so; `BODY_CUT_SHORT` where the caller hung up in the middle of the request. */
  code: string;
  status: number;
}

/** Who is answered: every audience has its own codes and its own envelope around them, and all are told of the same errors. */
export interface Audience {
  /** An error of whatever table in the words of this audience; null: none that it could act on, so a bug of ours. */
  wordsFor(error: CodedError): CodedError | null;
  /** A request that breaks the schemas of its route. */
  invalid(request: InvalidRequest): readonly CodedError[];
  /** What the HTTP server refused; null: a bug of ours. */
  refused(error: ServerError): CodedError | null;
  /** A bug of ours: of it nothing is told but the id under which it was logged. */
  bug(id: string): CodedError;
  /** The body, with its envelope. */
  body(told: readonly Told[]): unknown;
  contentType?: string;
  /** Headers that belong to a status. */
  headers?(status: number): Readonly<Record<string, string>>;
}

/** An answer that says no. */
export interface Problem {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  /** Id of the bug behind it; null where nothing is wrong with us. */
  bugId: string | null;
}

/** What an audience is told of anything that was thrown: the one way from an error to an answer. */
export function toProblem(audience: Audience, thrown: unknown): Problem {
  const known = errorsIn(audience, thrown);
  const bugId = known.length === 0 ? newErrorId() : null;
  const told = bugId === null ? known.map(withId) : [{ id: bugId, error: audience.bug(bugId) }];
  const status = told[0]?.error.status ?? 500;
  const retryAfter = told.find(({ error }) => error.retryAfterSeconds !== undefined)?.error.retryAfterSeconds;
  return {
    status,
    headers: {
      'content-type': audience.contentType ?? 'application/json; charset=utf-8',
      ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }),
      ...audience.headers?.(status),
    },
    body: audience.body(told),
    bugId,
  };
}

/** What is logged of a bug, and by whom. */
interface BugLog {
  error(fields: object, message: string): void;
}

/** Answers everything that is thrown in this scope in the words of its audience, and logs what was a bug, without any value. */
export function answerErrors(scope: FastifyInstance, audience: Audience, log: BugLog): void {
  scope.setErrorHandler((thrown, request, reply) => {
    const { status, headers, body, bugId } = toProblem(audience, hasGone(request) ? CUT_SHORT : thrown);
    if (bugId !== null) {
      const route = request.routeOptions.url;
      log.error({ errorId: bugId, request: request.id, route, ...traceOf(thrown) }, 'bug');
    }
    return reply.code(status).headers(headers).send(body);
  });
}

const CUT_SHORT = { code: 'BODY_CUT_SHORT', statusCode: 400 };

/** The caller hung up in the middle of the request: nobody reads the answer, and nobody here did anything wrong. */
function hasGone({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

function errorsIn(audience: Audience, thrown: unknown): readonly CodedError[] {
  if (thrown instanceof InvalidRequest) return audience.invalid(thrown);
  const error = thrown instanceof CodedError ? audience.wordsFor(thrown) : refusedByServer(audience, thrown);
  return error === null ? [] : [error];
}

/** Errors of the HTTP server carry a status; so does nothing else that is thrown here. */
function refusedByServer(audience: Audience, thrown: unknown): CodedError | null {
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return null;
  const { statusCode: status, code = '' } = thrown as { statusCode: unknown; code?: unknown };
  return typeof status === 'number' && status < 500 ? audience.refused({ code: String(code), status }) : null;
}

function withId(error: CodedError): Told {
  return { id: newErrorId(), error };
}

function newErrorId(): string {
  return newId('ex');
}

/** Where a bug happened. Messages of drivers quote values, so only the kind and the place are logged [DAT-6]. */
function traceOf(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const lines = error.stack?.split('\n') ?? [];
  return { error: error.name + code, at: lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim()) };
}
