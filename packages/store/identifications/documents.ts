import { newId, PlatformError } from '@reident/domain';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { recordAudit } from '../access/record-audit.ts';
import type { Schema } from '../schema.ts';
import { type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, StoredDocument } from '../types.ts';

export type NewDocument = Omit<StoredDocument, 'id' | 'createdAt' | 'deletedAt'>;

/** The row of a document whose bytes are already safe in the blob store [REL-7]. */
export async function insertDocument(tx: TenantTx, document: NewDocument, actor: Actor): Promise<StoredDocument> {
  const id = newId('cdoc');
  const key = await tx.keys.ofPerson(document.personId);
  await tx.db
    .insertInto('documents')
    .values({
      tenant_id: tx.tenant.id,
      id,
      person_id: document.personId,
      identification_id: document.identificationId,
      name_sealed: key.seal(nameOf(id), document.name),
      content_type: document.contentType,
      document_type: document.documentType,
      size: document.size,
      sha256: document.sha256,
      blob_key: document.blobKey,
      customer_accessible: document.customerAccessible,
      created_at: tx.now,
      deleted_at: null,
    })
    .execute();
  const details = { document_type: document.documentType, sha256: document.sha256 };
  await recordAudit(tx, { actor, action: 'document.created', entity: id, details });
  return { ...document, id, createdAt: tx.now, deletedAt: null };
}

/**
 * @param options.personId  answers only if the document is this person's
 * @throws PlatformError `model_not_found`; a deleted document, or one of another tenant, looks like a missing one [API-4]
 */
export async function findDocument(
  tx: TenantTx,
  id: string,
  options: { personId?: string; identificationId?: string } = {},
): Promise<StoredDocument> {
  const row = await tx.db
    .selectFrom('documents')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  const fits =
    row !== undefined &&
    (options.personId === undefined || row.person_id === options.personId) &&
    (options.identificationId === undefined || row.identification_id === options.identificationId);
  if (!fits) throw new PlatformError('model_not_found', `Couldn't find 'Solaris::Document' for id '${id}'.`);
  return toDocument(tx, row);
}

export interface DocumentQuery {
  personId?: string;
  identificationId?: string;
  customerAccessible?: boolean;
  includeDeleted?: boolean;
  /** Everything when absent. */
  page?: Page;
  order?: 'asc' | 'desc';
}

export async function listDocuments(tx: TenantTx, query: DocumentQuery): Promise<Listed<StoredDocument>> {
  const { page = EVERYTHING, order = 'asc' } = query;
  let matching = tx.db.selectFrom('documents').where('tenant_id', '=', tx.tenant.id);
  if (query.personId !== undefined) matching = matching.where('person_id', '=', query.personId);
  if (query.identificationId !== undefined) matching = matching.where('identification_id', '=', query.identificationId);
  if (query.customerAccessible !== undefined)
    matching = matching.where('customer_accessible', '=', query.customerAccessible);
  if (!query.includeDeleted) matching = matching.where('deleted_at', 'is', null);
  const rows = await matching
    .selectAll()
    .orderBy('created_at', order)
    .orderBy('seq', order)
    .limit(page.size)
    .offset(offsetOf(page))
    .execute();
  const total = await totalOf(page, rows.length, async () => {
    const counted = await matching.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
    return counted.n;
  });
  await tx.keys.preload(rows.map((row) => row.person_id));
  const documents: StoredDocument[] = [];
  for (const row of rows) documents.push(await toDocument(tx, row));
  return { rows: documents, total };
}

/** An identification or person has at most some dozens. */
const EVERYTHING: Page = { number: 1, size: 10_000 };

/** Changes what a partner may change of a document; its bytes never change. */
export async function updateDocument(
  tx: TenantTx,
  document: StoredDocument,
  change: Pick<StoredDocument, 'documentType' | 'customerAccessible'>,
  actor: Actor,
): Promise<StoredDocument> {
  const { documentType, customerAccessible } = change;
  await tx.db
    .updateTable('documents')
    .set({ document_type: documentType, customer_accessible: customerAccessible })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', document.id)
    .execute();
  const details = { document_type: documentType, customer_accessible: customerAccessible };
  await recordAudit(tx, { actor, action: 'document.updated', entity: document.id, details });
  return { ...document, documentType, customerAccessible };
}

/** Marks the document as deleted; the bytes go with the retention run. */
export async function deleteDocument(tx: TenantTx, document: StoredDocument, actor: Actor): Promise<void> {
  await tx.db.updateTable('documents').set({ deleted_at: tx.now }).where('id', '=', document.id).execute();
  await recordAudit(tx, { actor, action: 'document.deleted', entity: document.id });
}

async function toDocument(tx: TenantTx, row: Selectable<Schema['documents']>): Promise<StoredDocument> {
  const key = await tx.keys.ofPerson(row.person_id);
  return {
    id: row.id,
    personId: row.person_id,
    identificationId: row.identification_id,
    name: key.open(nameOf(row.id), row.name_sealed).toString('utf8'),
    contentType: row.content_type,
    documentType: row.document_type,
    size: row.size,
    sha256: row.sha256,
    blobKey: row.blob_key,
    customerAccessible: row.customer_accessible,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  };
}

function nameOf(id: string): string {
  return `document:name:${id}`;
}
