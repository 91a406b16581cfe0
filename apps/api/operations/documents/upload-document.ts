import type { Platform } from '@reident/platform';
import { findIdentification, findPerson, insertDocument, putPersonBlob, type TenantTx } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import type { UploadedFile } from '../../contract/define-operation.ts';
import { type Caller, defineOperation } from '../../contract/define-operation.ts';
import { DocumentResource, toDocumentResource, UploadDocumentType } from '../../resources/document.ts';
import { IdentificationId } from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';

const UploadInput = requestComponent('DocumentUpload', z.object({ document_type: UploadDocumentType }));

const UPLOAD = {
  method: 'POST',
  consumes: 'multipart',
  body: UploadInput,
  status: 201,
  answer: DocumentResource,
  errors: [],
} as const;

export const uploadDocument = defineOperation({
  ...UPLOAD,
  path: '/v1/persons/{person_id}/documents',
  tag: 'Documents',
  summary: 'Upload a document for a person',
  params: { person_id: PersonId },

  async handle({ params, body, file }, context) {
    const { id } = await findPerson(context.tx, params.person_id);
    return store(context, { personId: id, identificationId: null }, body.document_type, file);
  },
});

export const uploadDocumentForIdentification = defineOperation({
  ...UPLOAD,
  path: '/v1/persons/{person_id}/identifications/{id}/document_upload',
  tag: 'Identifications',
  summary: 'Upload a document for an identification',
  params: { person_id: PersonId, id: IdentificationId },

  async handle({ params, body, file }, context) {
    const { id, personId } = await findIdentification(context.tx, params.id, { personId: params.person_id });
    return store(context, { personId, identificationId: id }, body.document_type, file);
  },
});

/** The bytes are safe before the row that points at them [REL-7]. */
async function store(
  { tx, platform, caller }: { tx: TenantTx; platform: Platform; caller: Caller },
  owner: { personId: string; identificationId: string | null },
  documentType: string,
  file: UploadedFile,
) {
  const stored = await putPersonBlob(tx, platform.blobs, owner.personId, file.bytes);
  const { name, contentType } = file;
  const order = { ...owner, ...stored, name, contentType, documentType, customerAccessible: false };
  return toDocumentResource(await insertDocument(tx, order, caller.actor));
}
