import { newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import { count, type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, StoredDocument } from '../types.ts';

export type NewDocument = Omit<StoredDocument, 'id' | 'createdAt' | 'deletedAt'>;

/** The row of a document whose bytes are already safe in the blob store [REL-7]. */
export async function insertDocument(tx: TenantTx, document: NewDocument, actor: Actor): Promise<StoredDocument> {
  const id = newId('cdoc');
  const key = await tx.keys.ofPerson(document.personId);
  await tx.query(
    insertInto('documents', {
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
    }),
  );
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
  const [row] = await tx.query(sql<DocumentRow>`
    select ${DOCUMENT} from documents where tenant_id = ${tx.tenant.id} and id = ${id} and deleted_at is null`);
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
  const { page = EVERYTHING, personId, identificationId, customerAccessible } = query;
  const order = query.order === 'desc' ? sql`created_at desc, seq desc` : sql`created_at, seq`;
  const matching = sql`
    from documents where tenant_id = ${tx.tenant.id}
      ${personId === undefined ? sql`` : sql`and person_id = ${personId}`}
      ${identificationId === undefined ? sql`` : sql`and identification_id = ${identificationId}`}
      ${customerAccessible === undefined ? sql`` : sql`and customer_accessible = ${customerAccessible}`}
      ${query.includeDeleted ? sql`` : sql`and deleted_at is null`}`;
  const rows = await tx.query(sql<DocumentRow>`
    select ${DOCUMENT} ${matching} order by ${order} limit ${page.size} offset ${offsetOf(page)}`);
  const total = await totalOf(page, rows.length, () => count(tx, matching));
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
  await tx.query(sql`
    ${update('documents', { document_type: documentType, customer_accessible: customerAccessible })}
    where tenant_id = ${tx.tenant.id} and id = ${document.id}`);
  const details = { document_type: documentType, customer_accessible: customerAccessible };
  await recordAudit(tx, { actor, action: 'document.updated', entity: document.id, details });
  return { ...document, documentType, customerAccessible };
}

/** Marks the document as deleted; the bytes go with the retention run. */
export async function deleteDocument(tx: TenantTx, document: StoredDocument, actor: Actor): Promise<void> {
  await tx.query(sql`
    ${update('documents', { deleted_at: tx.now })} where tenant_id = ${tx.tenant.id} and id = ${document.id}`);
  await recordAudit(tx, { actor, action: 'document.deleted', entity: document.id });
}

const DOCUMENT = columns(
  'documents',
  'id',
  'person_id',
  'identification_id',
  'name_sealed',
  'content_type',
  'document_type',
  'size',
  'sha256',
  'blob_key',
  'customer_accessible',
  'created_at',
  'deleted_at',
);
type DocumentRow = RowOf<typeof DOCUMENT>;

async function toDocument(tx: TenantTx, row: DocumentRow): Promise<StoredDocument> {
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
