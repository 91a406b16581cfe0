import { PlatformError } from '@reident/domain';
import { advanceClock } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { durationMs } from '../../contract/duration.ts';
import { AnsweredTime } from '../../contract/schemas.ts';

/** The furthest that one call may move the clock. */
const MAX_ADVANCE_MS = 366 * 24 * 60 * 60 * 1000;

const ClockResource = answerComponent('Clock', z.object({ now: AnsweredTime }).describe("The tenant's time"));

const ClockInput = requestComponent(
  'ClockInput',
  z.object({ advance: z.string().max(50).describe('How far, as an ISO 8601 duration: PT24H, P14D, PT30S') }),
);

const SANDBOX = {
  path: '/sandbox/clock',
  tag: 'Sandbox',
  answer: ClockResource,
  errors: [],
  sandboxOnly: true,
} as const;

/** Moves the time of this sandbox tenant, so that reviews, expiry and days of retries take seconds. It never goes back. */
export const moveClock = defineOperation({
  ...SANDBOX,
  method: 'POST',
  summary: 'Move the sandbox clock',
  body: ClockInput,
  example: { request: { advance: 'PT24H' } },

  async handle({ body }, { tx }) {
    const ms = durationMs(body.advance);
    if (ms === null || ms > MAX_ADVANCE_MS) {
      const message = 'must be an ISO 8601 duration of at most a year, like PT24H';
      throw new PlatformError('validation_error', `advance ${message}`, { field: 'advance', message });
    }
    return { now: (await advanceClock(tx, ms)).toISOString() };
  },
});

export const readClock = defineOperation({
  ...SANDBOX,
  method: 'GET',
  summary: 'Read the sandbox clock',

  async handle(_, { tx }) {
    return { now: tx.now.toISOString() };
  },
});
