import { endRelationship as end, extendRetention as extend } from '@reident/platform';
import { findExtension, findRetention, type Retention, type RetentionExtension, type TenantTx } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { AnsweredDay, Day, text } from '../../contract/schemas.ts';
import { ErasureResource, toErasure } from '../../resources/erasure.ts';
import { PersonId } from '../../resources/person.ts';

const RetentionResource = answerComponent(
  'Retention',
  ErasureResource.extend({
    extension: z
      .object({ file_number: z.string(), keep_until: AnsweredDay })
      .nullable()
      .describe('What an authority asked for'),
  }),
);

async function shown(tx: TenantTx, retention: Retention): Promise<z.output<typeof RetentionResource>> {
  const extension = await findExtension(tx, retention.personId);
  return { ...toErasure(retention), extension: extension === null ? null : toExtension(extension) };
}

function toExtension({ fileNumber, keepUntil }: RetentionExtension) {
  return { file_number: fileNumber, keep_until: keepUntil };
}

const COMMON = { tag: 'Reident', params: { person_id: PersonId }, answer: RetentionResource, errors: [] } as const;

const RelationshipEnd = requestComponent('RelationshipEnd', z.object({ ended_on: Day }));

/** The business relation has ended: from that day the time runs for which the law wants the records. */
export const endRelationship = defineOperation({
  ...COMMON,
  method: 'PUT',
  path: '/reident/v1/persons/{person_id}/relationship_end',
  summary: 'Report the end of the business relation',
  description:
    'The records are kept for the retention period, or as long as an authority asked for, and then erased by themselves. Nobody is invited any more. `DELETE …/erasure` takes it back.',
  body: RelationshipEnd,
  example: { request: { ended_on: '2026-01-31' } },

  async handle({ params, body }, { tx, caller }) {
    return shown(tx, await end(tx, params.person_id, body.ended_on.slice(0, 10), caller.actor));
  },
});

/** How long the records of a person are kept, and why. */
export const getRetention = defineOperation({
  ...COMMON,
  method: 'GET',
  path: '/reident/v1/persons/{person_id}/retention',
  summary: 'Retrieve how long the records of a person are kept',

  async handle({ params }, { tx }) {
    return shown(tx, await findRetention(tx, params.person_id));
  },
});

const EXTENSION = { ...COMMON, path: '/reident/v1/persons/{person_id}/retention_extension' } as const;

const ExtensionInput = requestComponent(
  'RetentionExtensionInput',
  z.object({ file_number: text(100).min(1), keep_until: Day.describe('The last day on which the records are kept') }),
);

/** An authority asks that the records are kept longer: at most five years more. */
export const extendRetention = defineOperation({
  ...EXTENSION,
  method: 'PUT',
  summary: 'Keep the records of a person longer, because an authority asks for it',
  body: ExtensionInput,
  example: { request: { file_number: 'GZ 12/2026', keep_until: '2033-01-31' } },

  async handle({ params, body }, { tx, caller }) {
    const extension = { fileNumber: body.file_number, keepUntil: body.keep_until.slice(0, 10) };
    return shown(tx, await extend(tx, params.person_id, extension, caller.actor));
  },
});

export const endExtension = defineOperation({
  ...EXTENSION,
  method: 'DELETE',
  summary: 'Take the extension of an authority back',

  async handle({ params }, { tx, caller }) {
    return shown(tx, await extend(tx, params.person_id, null, caller.actor));
  },
});
