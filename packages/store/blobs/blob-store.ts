/** Where media lie, always sealed. A key is written once and never again. */
export interface BlobStore {
  put(key: string, bytes: Buffer): Promise<void>;
  /** @throws BlobMissing when there is nothing under the key */
  get(key: string): Promise<Buffer>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Every key below a folder, in no order. */
  list(folder: string): Promise<string[]>;
}

export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';

  constructor(key: string, cause?: unknown) {
    super(`the blob ${key} is missing`, { cause });
  }
}
