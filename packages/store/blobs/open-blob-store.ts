import path from 'node:path';
import { StartError } from '../errors.ts';
import type { BlobStore } from './blob-store.ts';
import { openFolderBlobs } from './folder-blobs.ts';
import { openS3Blobs } from './s3-blobs.ts';

/**
 * The store that `REIDENT_BLOBS` names: `s3://bucket`, or the folder `<data>/blobs` when it names none.
 * The S3 client is loaded only when it is needed; it takes its settings from the usual `AWS_*` variables.
 */
export async function openBlobStore(options: {
  dataDir: string;
  location?: string;
  env?: NodeJS.ProcessEnv;
}): Promise<BlobStore> {
  const { location = '' } = options;
  if (location === '') return openFolderBlobs(path.join(options.dataDir, 'blobs'));
  if (!location.startsWith('s3://'))
    throw new StartError('REIDENT_BLOBS must be s3://bucket, or empty for the data directory');
  return openS3Blobs(new URL(location), options.env ?? process.env);
}
