import { STATUS_CODES } from '@reident/domain';
import { readEventFeed } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { AnsweredTime, idOf, integerText } from '../../contract/schemas.ts';
import { IdentificationId } from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';

const MAX_EVENTS = 1000;

const FeedEventResource = answerComponent(
  'FeedEvent',
  z.object({
    cursor: z.string().describe('Ask for what comes after this'),
    id: idOf('event'),
    event: z.string().describe('What happened, in the words of the transition table'),
    identification_id: IdentificationId,
    person_id: PersonId,
    status_before: z.enum(STATUS_CODES).nullable(),
    status: z.enum(STATUS_CODES),
    at: AnsweredTime,
  }),
);

const FeedResource = answerComponent(
  'EventFeed',
  z.object({
    events: z.array(FeedEventResource),
    cursor: z.string().describe('Of the last event; the one that was sent when there is none'),
    has_more: z.boolean(),
  }),
);

/** Everything that happened to identifications, in one order that never changes: for catching up after an outage. */
export const listEvents = defineOperation({
  method: 'GET',
  path: '/reident/v1/events',
  tag: 'Reident',
  summary: 'Read the event feed',
  description:
    'Keep `cursor` and send it as `after` next time. Nothing ever appears before an event that you have seen.',
  query: {
    after: integerText(0, 999_999_999_999_999).optional().describe('A cursor; from the beginning without one'),
    limit: integerText(1, MAX_EVENTS).optional().describe(`At most ${MAX_EVENTS}, default 100`),
  },
  answer: FeedResource,
  errors: [],

  async handle({ query: { after = 0, limit = 100 } }, { tx }) {
    const found = await readEventFeed(tx, after, limit + 1);
    const events = found.slice(0, limit).map((event) => ({
      cursor: String(event.position),
      id: event.id,
      event: event.event,
      identification_id: event.identificationId,
      person_id: event.personId,
      status_before: event.from,
      status: event.to,
      at: event.at.toISOString(),
    }));
    return { events, cursor: events.at(-1)?.cursor ?? String(after), has_more: found.length > limit };
  },
});
