import { BlobMissing, type BlobStore } from './blob-store.ts';

/**
 * Blobs in a bucket: `s3://bucket/prefix`. Endpoint, region and credentials come from the usual `AWS_*` variables;
 * with an endpoint of one's own the bucket is part of the path, which every S3 server understands.
 *
 * The client is loaded here, because in the built program an import at the head of any file is one of its start.
 */
export async function openS3Blobs(target: URL, env: NodeJS.ProcessEnv): Promise<BlobStore> {
  const { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, paginateListObjectsV2, S3Client } =
    await import('@aws-sdk/client-s3');
  const endpoint = env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL;
  const client = new S3Client({
    region: env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'eu-central-1',
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY } }
      : {}),
  });
  const prefix = target.pathname.replace(/^\/|\/$/g, '');
  const place = (key: string) => ({ Bucket: target.hostname, Key: prefix === '' ? key : `${prefix}/${key}` });
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...place(key), Body: bytes, ContentType: 'application/octet-stream' }));
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(key)));
        if (Body === undefined) throw new BlobMissing(key);
        return Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) throw new BlobMissing(key, error);
        throw error;
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },
    async list(folder) {
      const { Bucket, Key } = place(`${folder}/`);
      const keys: string[] = [];
      for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix: Key }))
        for (const { Key: found = '' } of page.Contents ?? [])
          keys.push(prefix === '' ? found : found.slice(prefix.length + 1));
      return keys;
    },
  };
}
