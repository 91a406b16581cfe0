import { listPersons as findPersons } from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { orderOf, PAGING, PageAnswer, pageOf, sortBy } from '../../contract/paging.ts';
import { PersonResource, toPersonResource } from '../../resources/person.ts';

export const listPersons = defineOperation({
  method: 'GET',
  path: '/v1/persons',
  tag: 'Persons',
  summary: 'List persons',
  query: { ...PAGING, sort: sortBy('created_at') },
  paged: true,
  answer: z.array(PersonResource),
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { rows, total } = await findPersons(tx, asked, orderOf(query.sort));
    return new PageAnswer(rows.map(toPersonResource), { asked, total });
  },
});
