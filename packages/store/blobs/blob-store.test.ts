import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makePerson, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { SealBroken } from '../errors.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Person, Tenant } from '../types.ts';
import { BlobMissing, type BlobStore } from './blob-store.ts';
import { openBlobStore } from './open-blob-store.ts';
import { getPersonBlob, putPersonBlob } from './person-blobs.ts';

let folder: string;
let test: TestDatabase;
let tenant: Tenant;
let person: Person;
const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reident-blobs-'));
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
  person = await inTenant(makePerson);
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An S3 server inside this process. */
async function startS3(): Promise<{ env: NodeJS.ProcessEnv; close(): Promise<void> }> {
  const S3rver = createRequire(import.meta.url)('s3rver');
  const directory = path.join(folder, 's3');
  mkdirSync(directory, { recursive: true });
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'media' }],
  });
  const { port } = (await server.run()) as { port: number };
  return {
    env: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    close: () => server.close(),
  };
}

const files = (within: string): string[] =>
  readdirSync(within, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

describe.each(['a folder', 'S3'])('blobs in %s', (kind) => {
  let blobs: BlobStore;
  let close = async () => {};

  beforeAll(async () => {
    if (kind === 'S3') {
      const s3 = await startS3();
      blobs = await openBlobStore({ dataDir: folder, location: 's3://media/reident', env: s3.env });
      close = s3.close;
    } else {
      blobs = await openBlobStore({ dataDir: path.join(folder, 'data') });
    }
  });
  afterAll(() => close());

  it('come back byte for byte, and a deleted one is missing', async () => {
    for (const size of [0, 1, 100_000]) {
      const bytes = randomBytes(size);
      const key = `tenant/ab/${randomBytes(16).toString('hex')}`;
      await blobs.put(key, bytes);
      expect((await blobs.get(key)).equals(bytes)).toBe(true);
      await blobs.delete(key);
      await blobs.delete(key);
      await expect(blobs.get(key)).rejects.toBeInstanceOf(BlobMissing);
    }
  });

  it('are sealed: a picture of a person is nowhere in them [DAT-1]', async () => {
    const canary = randomBytes(64);
    const stored = await inTenant((tx) =>
      putPersonBlob(tx, blobs, person.id, Buffer.concat([canary, Buffer.alloc(1000)])),
    );
    expect(stored).toMatchObject({ size: 1064, blobKey: expect.stringContaining(`${tenant.id}/`) });
    for (const file of files(folder)) expect(readFileSync(file).includes(canary)).toBe(false);
    const read = await inTenant((tx) => getPersonBlob(tx, blobs, person.id, stored.blobKey, stored.sha256));
    expect(read.subarray(0, 64).equals(canary)).toBe(true);
  });

  it('that were altered, swapped or belong to another row are refused at every read [REL-7, UPL-5]', async () => {
    const [one, two] = await inTenant(async (tx) => [
      await putPersonBlob(tx, blobs, person.id, Buffer.from('picture one')),
      await putPersonBlob(tx, blobs, person.id, Buffer.from('picture two')),
    ]);
    const read = (blobKey: string, sha256: string) =>
      inTenant((tx) => getPersonBlob(tx, blobs, person.id, blobKey, sha256));
    await expect(read(one.blobKey, two.sha256)).rejects.toBeInstanceOf(SealBroken);

    const sealed = await blobs.get(one.blobKey);
    for (let n = 0; n < 200; n += 1) {
      const mutated = Buffer.from(sealed);
      const bit = Math.floor((n / 200) * sealed.length * 8);
      mutated[bit >> 3] = (mutated[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const store: BlobStore = { ...blobs, get: async () => mutated };
      const attempt = inTenant((tx) => getPersonBlob(tx, store, person.id, one.blobKey, one.sha256));
      await expect(attempt).rejects.toBeInstanceOf(SealBroken);
    }

    await blobs.put(one.blobKey, await blobs.get(two.blobKey));
    await expect(read(one.blobKey, two.sha256)).rejects.toBeInstanceOf(SealBroken);
  });

  it('of one person do not open with the key of another', async () => {
    const other = await inTenant(makePerson);
    const stored = await inTenant((tx) => putPersonBlob(tx, blobs, person.id, Buffer.from('picture')));
    const attempt = inTenant((tx) => getPersonBlob(tx, blobs, other.id, stored.blobKey, stored.sha256));
    await expect(attempt).rejects.toBeInstanceOf(SealBroken);
  });
});

describe('a blob in a folder', () => {
  it('is whole or not there: what a killed writer left behind is never read [REL-7]', async () => {
    const dataDir = path.join(folder, 'crash');
    const blobs = await openBlobStore({ dataDir });
    const place = path.join(dataDir, 'blobs', 'tenant', 'ab');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, '.abc.0123456789ab'), 'half a pict');
    await expect(blobs.get('tenant/ab/abc')).rejects.toBeInstanceOf(BlobMissing);
    await blobs.put('tenant/ab/abc', Buffer.from('a picture'));
    expect((await blobs.get('tenant/ab/abc')).toString()).toBe('a picture');
  });

  it('leaves nothing behind when it cannot be written', async () => {
    const dataDir = path.join(folder, 'failing');
    const blobs = await openBlobStore({ dataDir });
    mkdirSync(path.join(dataDir, 'blobs', 'tenant', 'ab', 'abc'), { recursive: true });
    await expect(blobs.put('tenant/ab/abc', Buffer.from('a picture'))).rejects.toThrow();
    expect(files(dataDir)).toEqual([]);
  });

  it('cannot be asked for outside of the folder', async () => {
    const blobs = await openBlobStore({ dataDir: folder });
    for (const key of ['../secret', '/etc/passwd', 'a/../../b', 'a//b', '', 'a/.b', 'A']) {
      await expect(blobs.get(key)).rejects.toThrow(/letters, digits and slashes/);
      await expect(blobs.put(key, Buffer.alloc(1))).rejects.toThrow(/letters, digits and slashes/);
    }
  });

  it('is remembered by the hash of what was uploaded, not of what was stored [UPL-5]', async () => {
    const blobs = await openBlobStore({ dataDir: folder });
    const bytes = randomBytes(500);
    const { sha256 } = await inTenant((tx) => putPersonBlob(tx, blobs, person.id, bytes));
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

it('a place for blobs that nobody knows is refused at the start', async () => {
  await expect(openBlobStore({ dataDir: folder, location: 'ftp://x' })).rejects.toThrow(/s3:\/\/bucket/);
});
