import { PlatformError } from '@reident/domain';
import { dayOf, daysAfter, PERSON_EVENT_KINDS, PERSON_EVENTS } from '@reident/domain/rekyc';
import { refreshDue } from '@reident/platform';
import { findPerson, listPersonEvents as list, reportPersonEvent as report } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { Day } from '../../contract/schemas.ts';
import { PersonEventResource, toPersonEvent } from '../../resources/due.ts';
import { PersonId } from '../../resources/person.ts';

const EVENTS = {
  path: '/reident/v1/persons/{person_id}/events',
  tag: 'Reident',
  params: { person_id: PersonId },
  errors: [],
} as const;

const PersonEventInput = requestComponent(
  'PersonEventInput',
  z.object({
    kind: z.enum(PERSON_EVENT_KINDS),
    occurred_on: Day.optional().describe('Today if not given'),
    due_on: Day.optional().describe('If the person is due sooner than the rule says'),
  }),
);

/** Something happened that makes the data of a person doubtful: the person is due soon. Reporting it twice changes nothing. */
export const reportPersonEvent = defineOperation({
  ...EVENTS,
  method: 'POST',
  summary: 'Report an event about a person',
  description:
    'The rules of due dates say how soon the person is due for it and what settles it. The same kind on the same day is the same event.',
  body: PersonEventInput,
  status: 201,
  answer: PersonEventResource,
  example: { request: { kind: 'moved', occurred_on: '2026-01-31' } },

  async handle({ params, body }, { tx, caller }) {
    const person = await findPerson(tx, params.person_id);
    const today = dayOf(tx.now);
    const occurredOn = body.occurred_on?.slice(0, 10) ?? today;
    if (occurredOn > today) {
      const message = 'must not lie in the future';
      throw new PlatformError('invalid_model', `occurred_on ${message}`, { field: 'occurred_on', message });
    }
    const latest = daysAfter(occurredOn, PERSON_EVENTS[body.kind].withinDays);
    const asked = body.due_on?.slice(0, 10) ?? latest;
    const order = { personId: person.id, kind: body.kind, occurredOn, dueOn: asked < latest ? asked : latest };
    const { event, isNew } = await report(tx, order, caller.actor);
    if (isNew) await refreshDue(tx, person, 'event_reported', caller.actor);
    return toPersonEvent(event);
  },
});

export const listPersonEvents = defineOperation({
  ...EVENTS,
  method: 'GET',
  summary: 'List the reported events of a person',
  answer: z.array(PersonEventResource),

  async handle({ params }, { tx }) {
    const { id } = await findPerson(tx, params.person_id);
    return (await list(tx, id)).map(toPersonEvent);
  },
});
