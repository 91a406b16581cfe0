import { randomUUID } from 'node:crypto';
import { LANGUAGE_CODES, PlatformError } from '@reident/domain';
import { messages } from '@reident/messages';
import { CaptureError, type CaptureErrorCode, type Platform } from '@reident/platform';
import { DatabaseUnavailable } from '@reident/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaptureErrorBody } from '../shared/protocol.ts';

/** What Fastify itself says no to, in the capture's words. */
// biome-ignore format: a table
const CODE_BY_STATUS: Readonly<Record<number, CaptureErrorCode>> = {
  400: 'bad_request',
  413: 'picture_too_large',
  415: 'bad_request',
};

/** Every no of the page's calls: a code and nothing else. What nobody expected is logged under an id, without the request. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Platform['log'],
): FastifyReply {
  const { status, body } = toCaptureError(error);
  if (status >= 500) log.error({ err: error, request: request.id, id: randomUUID() }, 'capture call failed');
  if (status === 429 || status === 503) reply.header('retry-after', '30');
  return reply.code(status).send(body);
}

/** The same for somebody who opened an address: one plain sentence, in every language. */
export function answerVisitor(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Platform['log'],
): FastifyReply {
  const { status } = toCaptureError(error);
  if (status >= 500) log.error({ err: error, request: request.id }, 'customer page failed');
  if (status === 503) reply.header('retry-after', '30');
  return reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .send(LANGUAGE_CODES.map((language) => `${messages(language).server.plain.openAgain}\n`).join(''));
}

function toCaptureError(error: unknown): { status: number; body: CaptureErrorBody } {
  if (error instanceof CaptureError) return { status: error.status, body: { error: { code: error.code } } };
  if (error instanceof DatabaseUnavailable) return { status: 503, body: { error: { code: 'unavailable' } } };
  if (error instanceof PlatformError) return { status: error.status, body: { error: { code: 'closed' } } };
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const code = CODE_BY_STATUS[status];
  return code === undefined
    ? { status: 500, body: { error: { code: 'internal' } } }
    : { status, body: { error: { code } } };
}
