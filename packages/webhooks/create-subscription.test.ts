import { PlatformError } from '@reident/domain';
import type { TenantKind } from '@reident/domain/tenant-settings';
import {
  createTenant,
  type Database,
  deleteSubscription,
  findSubscription,
  listSubscriptions,
  sql,
  type Tenant,
} from '@reident/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../tests/fixtures/database.ts';
import { type Receiver, startReceiver, startSentinel } from '../../tests/fixtures/receiver.ts';
import { openLoopbackEgress } from '../../tests/fixtures/webhooks/loopback-egress.ts';
import { createSubscription } from './create-subscription.ts';
import type { Egress } from './guarded-fetch.ts';

const actor = { kind: 'partner', id: null } as const;

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let egress: Egress;
let receiver: Receiver;
let tenant: Tenant;
let companies = 0;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = testDatabase.database;
  egress = openLoopbackEgress(async () => ['10.0.0.1']);
});

afterAll(async () => {
  await egress.close();
  await testDatabase.close();
});

beforeEach(async () => {
  receiver = await startReceiver();
  tenant = await newTenant('sandbox');
});

afterEach(() => receiver.stop());

describe('a subscription', () => {
  it('begins with a verification request: an empty POST that names itself', async () => {
    const { subscription } = await subscribe(receiver.url);
    expect(receiver.requests).toMatchObject([
      {
        method: 'POST',
        path: new URL(receiver.url).pathname,
        headers: { 'solaris-webhook-event-type': 'WEBHOOK-SUBSCRIPTION', 'content-length': '0' },
        body: Buffer.alloc(0),
      },
    ]);
    expect(await find(subscription.id)).toMatchObject({
      eventType: 'IDENTIFICATION',
      url: receiver.url,
      disabledAt: null,
    });
  });

  it.each([200, 201, 202, 204])('is accepted when the receiver answers %s', async (status) => {
    receiver.answerVerification(status);
    await expect(subscribe(receiver.url)).resolves.toBeDefined();
  });

  it('shows its secret of 32 bytes once, and never again [WH-3]', async () => {
    const { subscription, secret } = await subscribe(receiver.url);
    expect(Buffer.from(secret, 'base64')).toHaveLength(32);
    expect(JSON.stringify([subscription, await find(subscription.id), await listed()])).not.toContain(secret);
    const stored = await database.inTenant(tenant.id, (tx) =>
      tx.query(sql<{ secret_sealed: Buffer }>`select secret_sealed from subscriptions`),
    );
    expect(String(stored[0]?.secret_sealed)).not.toContain(secret);
  });

  it('is refused a second time for the same event and url, and possible again once deleted', async () => {
    const { subscription } = await subscribe(receiver.url);
    await expect(subscribe(receiver.url)).rejects.toMatchObject({ code: 'invalid_model', field: 'event_type' });
    await expect(subscribe(receiver.url, 'PERSON_CHANGED')).resolves.toBeDefined();
    await expect(subscribe(`${receiver.url}/other`)).resolves.toBeDefined();
    await database.inTenant(tenant.id, (tx) => deleteSubscription(tx, subscription.id, actor));
    await expect(subscribe(receiver.url)).resolves.toBeDefined();
  });

  it('is made once, though two requests ask for it at the same time', async () => {
    const outcomes = await Promise.allSettled([subscribe(receiver.url), subscribe(receiver.url)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await listed()).total).toBe(1);
  });
});

describe('a receiver that cannot be verified', () => {
  it('gets the same error whatever the cause is, and nothing is stored', async () => {
    const closed = await startReceiver();
    await closed.stop();
    const sentinel = await startSentinel('127.0.0.1');
    receiver.answerVerification(503);
    const urls = [
      receiver.url,
      closed.url,
      `http://127.0.0.1:${sentinel.port}/`,
      'http://127.0.0.1:1/own-address',
      'https://inside.example/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://user:secret@bank.example/',
      'https://bank.example:8443/',
      'not a url',
    ];
    const errors: unknown[] = [];
    for (const url of urls) {
      const { code, status, title, detail, field } = await errorOf(url);
      errors.push({ code, status, title, detail, field });
    }
    expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(1);
    expect(errors[0]).toMatchObject({ code: 'invalid_webhook_url', status: 400 });
    expect((await listed()).total).toBe(0);
    await sentinel.stop();
  });

  it.each([301, 302, 307, 400, 404, 410, 422, 500])('is refused for an answer %s', async (status) => {
    receiver.answerVerification(status);
    expect(await errorOf(receiver.url)).toMatchObject({ code: 'invalid_webhook_url' });
  });

  it('has ten tries a minute, in all processes together', async () => {
    receiver.answerVerification(500);
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => errorOf(receiver.url)));
    expect(outcomes.filter(({ code }) => code === 'invalid_webhook_url')).toHaveLength(10);
    expect(outcomes.filter(({ code }) => code === 'too_many_requests')).toHaveLength(4);
    expect(receiver.requests).toHaveLength(10);
  });
});

describe('plain http', () => {
  it.each(['http://bank.example/hook', 'http://10.0.0.1/', 'http://[::1]:9000/', 'ftp://bank.example/'])(
    'is unsafe: %s',
    async (url) => {
      expect(await errorOf(url)).toMatchObject({ code: 'unsafe_webhook_url', status: 400, field: 'url' });
    },
  );

  it('to this machine is unsafe for a live tenant', async () => {
    tenant = await newTenant('live');
    expect(await errorOf(receiver.url)).toMatchObject({ code: 'unsafe_webhook_url' });
    expect(receiver.requests).toEqual([]);
  });

  it('to this machine is open to a sandbox tenant under both of its names', async () => {
    await expect(subscribe(receiver.url.replace('127.0.0.1', 'localhost'))).resolves.toBeDefined();
    await expect(subscribe(receiver.url)).resolves.toBeDefined();
  });
});

function subscribe(url: string, eventType = 'IDENTIFICATION') {
  return createSubscription({ database, egress }, tenant.id, { eventType, url }, actor);
}

async function errorOf(url: string): Promise<PlatformError> {
  const outcome = await subscribe(url).catch((error: unknown) => error);
  if (!(outcome instanceof PlatformError)) throw new Error('was not refused', { cause: outcome });
  return outcome;
}

async function newTenant(kind: TenantKind): Promise<Tenant> {
  companies += 1;
  return createTenant(database, { company: `subscribe-${companies}`, name: 'Test Bank', kind });
}

function find(id: string) {
  return database.inTenant(tenant.id, (tx) => findSubscription(tx, id));
}

function listed() {
  return database.inTenant(tenant.id, (tx) => listSubscriptions(tx, { number: 1, size: 100 }));
}
