import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { expect, it } from 'vitest';
import { Admission, CallLimit } from './call-limit.ts';

/** A reply as far as the limit looks at it. */
function newReply() {
  const headers: Record<string, unknown> = {};
  const raw = new EventEmitter();
  const header = (name: string, value: unknown) => Object.assign(headers, { [name]: value });
  const reply = { raw, header };
  return { reply: reply as unknown as FastifyReply, headers, end: () => raw.emit('close') };
}

it('lets a partner have so many calls at a time and not one more [API-8]', () => {
  const limit = new CallLimit(2);
  const calls = [newReply(), newReply(), newReply()];
  limit.enter('bank', calls[0]!.reply);
  limit.enter('bank', calls[1]!.reply);
  expect(() => limit.enter('bank', calls[2]!.reply)).toThrow(
    expect.objectContaining({ code: 'too_many_requests', retryAfterSeconds: 1 }),
  );
  expect(calls.map(({ headers }) => headers.ratelimit)).toEqual([
    '"concurrency";r=1',
    '"concurrency";r=0',
    '"concurrency";r=0',
  ]);
  expect(calls[2]!.headers['ratelimit-policy']).toBe('"concurrency";q=2;qu="concurrent-requests"');
});

it('counts for each partner alone, and forgets what has ended', () => {
  const limit = new CallLimit(1);
  const first = newReply();
  limit.enter('bank', first.reply);
  expect(() => limit.enter('other bank', newReply().reply)).not.toThrow();
  first.end();
  expect(() => limit.enter('bank', newReply().reply)).not.toThrow();
});

it('of everybody together beyond the limit is told to come back, and the next is let in when one has ended [REL-10]', () => {
  const admission = new Admission(3);
  const calls = [newReply(), newReply(), newReply()];
  for (const call of calls) admission.enter(call.reply);
  const refused = expect.objectContaining({ code: 'service_unavailable', status: 503, retryAfterSeconds: 1 });
  expect(() => admission.enter(newReply().reply)).toThrow(refused);
  expect(() => admission.enter(newReply().reply)).toThrow(refused);
  calls[0]!.end();
  expect(() => admission.enter(newReply().reply)).not.toThrow();
  expect(() => admission.enter(newReply().reply)).toThrow(refused);
});
