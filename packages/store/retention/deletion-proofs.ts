import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import { type Listed, offsetOf, type Page } from '../transaction/pages.ts';
import { columns, insertInto, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';

/** That a person was erased, when and on what ground; signed, so that it can be shown to somebody who has no access here. */
export interface DeletionProof {
  personId: string;
  erasedAt: Date;
  /** JSON text, exactly as it was signed. */
  record: string;
  /** Ed25519 over the bytes of the record. */
  signature: Buffer;
  /** Of the tenant, as SubjectPublicKeyInfo (DER). */
  publicKey: Buffer;
}

const PROOF = columns('deletion_proofs', 'person_id', 'erased_at', 'record', 'signature', 'public_key');

/** The beginning of an Ed25519 private key in PKCS #8; the seed follows. @see RFC 8410, section 7 */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs and keeps the record. The key follows from the tenant's own, so that a backup of the database alone can sign nothing. */
export async function insertDeletionProof(tx: TenantTx, personId: string, facts: object): Promise<void> {
  const seed = tx.keys.hash('deletion proofs', 'key 1');
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
  const record = JSON.stringify({ person_id: personId, erased_at: tx.now.toISOString(), ...facts });
  await tx.query(
    insertInto('deletion_proofs', {
      tenant_id: tx.tenant.id,
      person_id: personId,
      erased_at: tx.now,
      record,
      signature: sign(null, Buffer.from(record), key),
      public_key: createPublicKey(key).export({ format: 'der', type: 'spki' }),
    }),
  );
}

/** The latest. @throws PlatformError `model_not_found` for somebody who was not erased */
export async function findDeletionProof(tx: TenantTx, personId: string): Promise<DeletionProof> {
  const [row] = await tx.query(sql<RowOf<typeof PROOF>>`
    select ${PROOF} from deletion_proofs where tenant_id = ${tx.tenant.id} and person_id = ${personId}
    order by seq desc limit 1`);
  if (row === undefined)
    throw new PlatformError('model_not_found', `Couldn't find a proof of deletion for id '${personId}'.`);
  return toProof(row);
}

/** Oldest first. */
export async function listDeletionProofs(tx: TenantTx, page: Page): Promise<Listed<DeletionProof>> {
  const rows = await tx.query(sql<RowOf<typeof PROOF>>`
    select ${PROOF} from deletion_proofs where tenant_id = ${tx.tenant.id}
    order by seq limit ${page.size} offset ${offsetOf(page)}`);
  const [counted] = await tx.query(sql<{ total: number }>`
    select count(*)::int as total from deletion_proofs where tenant_id = ${tx.tenant.id}`);
  return { rows: rows.map(toProof), total: counted?.total ?? 0 };
}

function toProof(row: RowOf<typeof PROOF>): DeletionProof {
  return {
    personId: row.person_id,
    erasedAt: row.erased_at,
    record: row.record,
    signature: row.signature,
    publicKey: row.public_key,
  };
}
