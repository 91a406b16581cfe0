import { listDocuments as find, findPerson } from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { orderOf, PAGING, PageAnswer, pageOf, sortBy } from '../../contract/paging.ts';
import { flagText } from '../../contract/schemas.ts';
import { DocumentResource, toDocumentResource } from '../../resources/document.ts';
import { PersonId } from '../../resources/person.ts';

export const listDocuments = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/documents',
  tag: 'Documents',
  summary: 'List the documents of a person',
  params: { person_id: PersonId },
  query: {
    ...PAGING,
    sort: sortBy('created_at'),
    customer_accessible: flagText().optional().describe('Only those that are, or are not, for the customer'),
    include_deleted: flagText().optional().describe('Also those that were deleted'),
  },
  paged: true,
  answer: z.array(DocumentResource),
  errors: [],

  async handle({ params, query }, { tx }) {
    const { id: personId } = await findPerson(tx, params.person_id);
    const asked = pageOf(query);
    const { rows, total } = await find(tx, {
      personId,
      customerAccessible: query.customer_accessible,
      includeDeleted: query.include_deleted,
      page: asked,
      order: orderOf(query.sort),
    });
    return new PageAnswer(rows.map(toDocumentResource), { asked, total });
  },
});
