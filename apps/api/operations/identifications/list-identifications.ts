import { listIdentifications as find, findPerson, identificationCountStatement, personStatement } from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { orderOf, PAGING, PageAnswer, pageOf, sortBy } from '../../contract/paging.ts';
import { IdentificationResource, toIdentificationResource } from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';

const LIST = {
  tag: 'Identifications',
  query: { ...PAGING, sort: sortBy('created_at') },
  paged: true,
  answer: z.array(IdentificationResource),
  errors: [],
} as const;

export const listIdentificationsOfPerson = defineOperation({
  ...LIST,
  method: 'GET',
  path: '/v1/persons/{person_id}/identifications',
  summary: 'List the identifications of a person',
  params: { person_id: PersonId },

  prefetch: ({ params }, tenantId) => [
    personStatement(tenantId, params.person_id),
    identificationCountStatement(tenantId, params.person_id),
  ],

  async handle({ params, query }, { tx }) {
    const { id: personId } = await findPerson(tx, params.person_id);
    const page = pageOf(query);
    const { rows, total } = await find(tx, { personId, page, order: orderOf(query.sort) });
    return new PageAnswer(
      rows.map((row) => toIdentificationResource(row)),
      { asked: page, total },
    );
  },
});

export const listIdentifications = defineOperation({
  ...LIST,
  method: 'GET',
  path: '/v1/identifications',
  summary: 'List all identifications',

  async handle({ query }, { tx }) {
    const page = pageOf(query);
    const { rows, total } = await find(tx, { page, order: orderOf(query.sort) });
    return new PageAnswer(
      rows.map((row) => toIdentificationResource(row)),
      { asked: page, total },
    );
  },
});
