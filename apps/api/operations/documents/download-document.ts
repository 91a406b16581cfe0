import { Answer } from '@reident/http';
import { findDocument, getPersonBlob, recordAudit } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { DocumentId } from '../../resources/document.ts';
import { PersonId } from '../../resources/person.ts';

/** File extensions of what is stored; anything else is downloaded without one. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/**
 * The bytes of a document. Who read it is written down, and committed, before the first byte leaves [API-9].
 * The file is named after its id: names of uploads come from outside.
 */
export const downloadDocument = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/documents/{id}/file',
  tag: 'Documents',
  summary: 'Download a document',
  params: { person_id: PersonId, id: DocumentId },
  answer: 'file',
  errors: [],

  async handle({ params }, { tx, platform, caller }) {
    const document = await findDocument(tx, params.id, { personId: params.person_id });
    const bytes = await getPersonBlob(tx, platform.blobs, document.personId, document.blobKey, document.sha256);
    const details = { sha256: document.sha256 };
    await recordAudit(tx, { actor: caller.actor, action: 'document.downloaded', entity: document.id, details });
    const name = document.id + (EXTENSIONS[document.contentType] ?? '');
    return new Answer(bytes, {
      headers: {
        'content-type': document.contentType,
        'content-length': String(bytes.length),
        'content-disposition': `attachment; filename="${name}"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  },
});
