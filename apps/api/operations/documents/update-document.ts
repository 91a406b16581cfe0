import { findDocument, updateDocument as save } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { DocumentId, DocumentResource, toDocumentResource, UploadDocumentType } from '../../resources/document.ts';
import { PersonId } from '../../resources/person.ts';

const DocumentChange = requestComponent(
  'DocumentChange',
  z.object({ document_type: UploadDocumentType.optional(), customer_accessible: z.boolean().optional() }),
);

export const updateDocument = defineOperation({
  method: 'PATCH',
  path: '/v1/persons/{person_id}/documents/{id}',
  tag: 'Documents',
  summary: 'Change the type of a document, or who may see it',
  params: { person_id: PersonId, id: DocumentId },
  body: DocumentChange,
  answer: DocumentResource,
  errors: [],

  async handle({ params, body }, { tx, caller }) {
    const document = await findDocument(tx, params.id, { personId: params.person_id });
    const change = {
      documentType: body.document_type ?? document.documentType,
      customerAccessible: body.customer_accessible ?? document.customerAccessible,
    };
    return toDocumentResource(await save(tx, document, change, caller.actor));
  },
});
