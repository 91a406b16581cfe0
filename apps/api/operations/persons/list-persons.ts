import { listPersons as findPersons } from '@reident/store';
import { z } from 'zod';
import { Answer, defineOperation } from '../../contract/define-operation.ts';
import { orderOf, PAGING, pageOf, sortBy } from '../../contract/paging.ts';
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
    return new Answer(rows.map(toPersonResource), { page: { asked, total } });
  },
});
