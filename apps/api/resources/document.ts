import { DOCUMENT_TYPE_CODES, isDocumentType, UPLOAD_DOCUMENT_TYPES } from '@reident/domain';
import type { StoredDocument } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredTime, idOf } from '../contract/schemas.ts';

export const DocumentId = idOf('document', 'cdoc');
export const UploadDocumentType = z.enum(UPLOAD_DOCUMENT_TYPES);

const SUMMARY = {
  id: DocumentId,
  name: z.string().describe('File name'),
  content_type: z.string(),
  document_type: z.enum(DOCUMENT_TYPE_CODES),
  size: z.int().min(0).describe('Bytes'),
  customer_accessible: z.boolean(),
  created_at: AnsweredTime,
};

/** A document as it is listed inside an identification. */
export const DocumentSummary = answerComponent('DocumentSummary', z.object(SUMMARY));

export const DocumentResource = answerComponent(
  'Document',
  z.object({ ...SUMMARY, deleted_at: AnsweredTime.nullable() }),
);

export function toDocumentSummary(document: StoredDocument): z.output<typeof DocumentSummary> {
  return {
    id: document.id,
    name: document.name,
    content_type: document.contentType,
    document_type: isDocumentType(document.documentType) ? document.documentType : 'OTHER',
    size: document.size,
    customer_accessible: document.customerAccessible,
    created_at: toSeconds(document.createdAt),
  };
}

export function toDocumentResource(document: StoredDocument): z.output<typeof DocumentResource> {
  return { ...toDocumentSummary(document), deleted_at: document.deletedAt && toSeconds(document.deletedAt) };
}

/** The published examples of documents carry no milliseconds. */
function toSeconds(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
