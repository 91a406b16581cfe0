import { findDocument, deleteDocument as remove } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { DocumentId, DocumentResource, toDocumentResource } from '../../resources/document.ts';
import { PersonId } from '../../resources/person.ts';

/** Marks the document as deleted. The bytes stay as long as the law wants them. */
export const deleteDocument = defineOperation({
  method: 'DELETE',
  path: '/v1/persons/{person_id}/documents/{id}',
  tag: 'Documents',
  summary: 'Delete a document',
  params: { person_id: PersonId, id: DocumentId },
  answer: DocumentResource,
  errors: [],

  async handle({ params }, { tx, caller }) {
    const document = await findDocument(tx, params.id, { personId: params.person_id });
    await remove(tx, document, caller.actor);
    return toDocumentResource({ ...document, deletedAt: tx.now });
  },
});
