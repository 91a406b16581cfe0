import { findDocument } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { DocumentId, DocumentResource, toDocumentResource } from '../../resources/document.ts';
import { PersonId } from '../../resources/person.ts';

export const getDocument = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/documents/{id}',
  tag: 'Documents',
  summary: 'Retrieve what is known about a document',
  params: { person_id: PersonId, id: DocumentId },
  answer: DocumentResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toDocumentResource(await findDocument(tx, params.id, { personId: params.person_id }));
  },
});
