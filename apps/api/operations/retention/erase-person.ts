import { Answer } from '@reident/http';
import { cancelErasure as cancel, requestErasure } from '@reident/platform';
import { findRetention } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { Day } from '../../contract/schemas.ts';
import { ErasureResource, erased, toErasure } from '../../resources/erasure.ts';
import { PersonId } from '../../resources/person.ts';

const ErasureInput = requestComponent(
  'ErasureInput',
  z.object({
    relationship_ended_on: Day.optional().describe(
      'When the customer left; records of identified persons are kept for some years after it',
    ),
  }),
);

const ERASURE = {
  path: '/reident/v1/persons/{person_id}/erasure',
  tag: 'Reident',
  params: { person_id: PersonId },
  answer: ErasureResource,
} as const;

/** Destroys what is known of a person, now or once the law no longer asks for it. */
export const erasePerson = defineOperation({
  ...ERASURE,
  method: 'POST',
  summary: 'Erase a person',
  description:
    '200: erased. The data key is destroyed, open identifications end, pictures are deleted, `PERSON_DELETED` is sent; from now on the person is missing. ' +
    '202: ordered for the end of the retention time. 403 names the rule that forbids it, `retention` or `legal_hold`.',
  body: ErasureInput,
  alsoAnswers: { 202: ErasureResource },
  errors: ['unauthorized_action'],
  example: { request: { relationship_ended_on: '2021-01-31' } },

  async handle({ params, body }, { tx, caller }) {
    const endedOn = body.relationship_ended_on?.slice(0, 10) ?? null;
    const outcome = await requestErasure(tx, params.person_id, endedOn, caller.actor);
    if (outcome.state === 'erased') return erased(params.person_id);
    return new Answer(toErasure(outcome.retention), { status: 202 });
  },
});

/** Whether and when the person will be erased. */
export const getErasure = defineOperation({
  ...ERASURE,
  method: 'GET',
  summary: 'Retrieve the erasure of a person',
  errors: [],

  async handle({ params }, { tx }) {
    return toErasure(await findRetention(tx, params.person_id));
  },
});

/** Takes back an erasure that is ordered for later. */
export const cancelErasure = defineOperation({
  ...ERASURE,
  method: 'DELETE',
  summary: 'Take an ordered erasure back',
  errors: [],

  async handle({ params }, { tx, caller }) {
    return toErasure(await cancel(tx, params.person_id, caller.actor));
  },
});
