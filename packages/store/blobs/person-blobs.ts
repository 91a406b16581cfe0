import { createHash, timingSafeEqual } from 'node:crypto';
import { newId } from '@reident/domain';
import { SealBroken } from '../errors.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { BlobStore } from './blob-store.ts';

/**
 * Seals bytes with the person's key and puts them away. First the blob, then the row that names it: if the transaction
 * fails, an orphan remains that nobody can read and the sweep collects [REL-7].
 */
export async function putPersonBlob(
  tx: TenantTx,
  blobs: BlobStore,
  personId: string,
  bytes: Buffer,
): Promise<{ blobKey: string; sha256: string; size: number }> {
  const id = newId('');
  const blobKey = `${tx.tenant.id}/${id.slice(0, 2)}/${id}`;
  const key = await tx.keys.ofPerson(personId);
  await blobs.put(blobKey, key.seal(objectOf(blobKey), bytes));
  return { blobKey, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/** The bytes as they came. @throws SealBroken when they are not those that the row remembers [UPL-5] */
export async function getPersonBlob(
  tx: TenantTx,
  blobs: BlobStore,
  personId: string,
  blobKey: string,
  sha256: string,
): Promise<Buffer> {
  const key = await tx.keys.ofPerson(personId);
  const bytes = key.open(objectOf(blobKey), await blobs.get(blobKey));
  const found = createHash('sha256').update(bytes).digest();
  const expected = Buffer.from(sha256, 'hex');
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
    throw new SealBroken(`the blob ${blobKey} is not the one that its row remembers`);
  }
  return bytes;
}

function objectOf(blobKey: string): string {
  return `blob:${blobKey}`;
}
