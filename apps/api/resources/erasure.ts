import type { Retention } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredDay, AnsweredTime } from '../contract/schemas.ts';
import { PersonId } from './person.ts';

export const ErasureResource = answerComponent(
  'Erasure',
  z.object({
    person_id: PersonId,
    status: z
      .enum(['none', 'scheduled', 'erased'])
      .describe('`scheduled`: ordered for `erase_at`; `erased`: the data key is destroyed and nothing can be read'),
    relationship_ended_on: AnsweredDay.nullable(),
    erase_at: AnsweredTime.nullable().describe('When the erasure is due'),
    legal_hold_since: AnsweredTime.nullable().describe('While this is set, nothing is erased'),
  }),
);

export function toErasure(retention: Retention): z.output<typeof ErasureResource> {
  return {
    person_id: retention.personId,
    status: retention.eraseAt === null ? 'none' : 'scheduled',
    relationship_ended_on: retention.relationshipEndedOn,
    erase_at: retention.eraseAt?.toISOString() ?? null,
    legal_hold_since: retention.heldSince?.toISOString() ?? null,
  };
}

/** What is left to tell of a person who is gone. */
export function erased(personId: string): z.output<typeof ErasureResource> {
  const nothing = { relationship_ended_on: null, erase_at: null, legal_hold_since: null };
  return { person_id: personId, status: 'erased', ...nothing };
}
