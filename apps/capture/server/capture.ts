import type { Platform, SmsSender } from '@reident/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Guesses } from './link-guess-limit.ts';

/** What the routes share. */
export interface Capture {
  platform: Platform;
  sms: SmsSender;
  guesses: Guesses;
}

/** One request, and what the routes share. */
export interface Visit extends Capture {
  request: FastifyRequest;
  reply: FastifyReply;
}
