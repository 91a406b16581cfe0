import { MAX_ATTEMPTS, RETRY_SCHEDULE } from '@reident/domain';
import type { TenantKind } from '@reident/domain/tenant-settings';
import {
  advanceClock,
  createTenant,
  type Database,
  deleteSubscription,
  enqueueNotification,
  findSubscription,
  insertSubscription,
  leaseDeliveries,
  listAttempts,
  listDeliveries,
  listSubscriptions,
  replayDelivery,
  sql,
  type Tenant,
} from '@reident/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../tests/fixtures/database.ts';
import { type Receiver, startReceiver } from '../../tests/fixtures/receiver.ts';
import { makeIdentification } from '../../tests/fixtures/store/make.ts';
import { openLoopbackEgress } from '../../tests/fixtures/webhooks/loopback-egress.ts';
import { DELIVERY_LEASE_SECONDS, type DeliveryContext, deliver } from './deliver.ts';
import type { Egress } from './guarded-fetch.ts';
import { newSecret, type StandardHeaders, verifySolarisSignature, verifyStandardSignature } from './signature.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 180_000 };

const actor = { kind: 'partner', id: null } as const;
const everything = { number: 1, size: 1000 };

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let egress: Egress;
let context: DeliveryContext;
let logged: unknown[];
let receiver: Receiver;
let tenant: Tenant;
let companies = 0;

beforeAll(async () => {
  testDatabase = await createTestDatabase({ deadlocksLast: true });
  database = testDatabase.database;
  egress = openLoopbackEgress();
  const log = (...line: unknown[]) => void logged.push(line);
  context = { database, egress, log: { info: log, warn: log, error: log } };
});

afterAll(async () => {
  await egress.close();
  await testDatabase.close();
});

beforeEach(async () => {
  logged = [];
  receiver = await startReceiver();
  tenant = await newTenant('sandbox');
});

afterEach(async () => {
  // What a test left over must not become due in the next one.
  await database.inTenant(tenant.id, (tx) =>
    tx.query(sql`update deliveries set state = 'canceled' where state = 'pending'`),
  );
  await receiver.stop();
});

describe('an attempt', () => {
  it('carries the published headers and both signatures over the frozen bytes [WH-1] [WH-2]', async () => {
    const { id: subscriptionId, secret } = await subscribe(receiver.url);
    const { identification, body } = await createIdentification();
    await deliverDue();

    const [request] = receiver.notifications();
    expect(request?.method).toBe('POST');
    expect(JSON.parse(String(request?.body))).toEqual(body);
    const headers = request?.headers ?? {};
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Reident-Webhooks/1',
      'solaris-webhook-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      'solaris-webhook-subscription-id': subscriptionId,
      'solaris-webhook-event-type': 'IDENTIFICATION',
      'solaris-entity-id': identification.id,
      'solaris-webhook-attempt': '1',
      'solaris-webhook-callout-timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      'webhook-id': headers['solaris-webhook-id'],
    });
    const bytes = request?.body ?? Buffer.alloc(0);
    expect(verifySolarisSignature(secret, bytes, String(headers['solaris-webhook-signature']))).toBe(true);
    expect(verifyStandardSignature(secret, bytes, headers as unknown as StandardHeaders, new Date())).toBe(true);
    expect(headers).not.toHaveProperty('cookie');
  });

  it('of an event without payload signs the two bytes {}', async () => {
    const { secret } = await subscribe(receiver.url, 'PERSON_CHANGED');
    await database.inTenant(tenant.id, (tx) =>
      enqueueNotification(tx, { eventType: 'PERSON_CHANGED', entityId: 'a-person', personId: null, body: {} }),
    );
    await deliverDue();
    const [request] = receiver.notifications();
    expect(String(request?.body)).toBe('{}');
    expect(
      verifySolarisSignature(secret, Buffer.from('{}'), String(request?.headers['solaris-webhook-signature'])),
    ).toBe(true);
  });

  it('is written down with its status, its duration and no text of the receiver', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer((_request, response) => {
      response.writeHead(503).end('stack trace of the receiver');
      return undefined;
    });
    await deliverDue();
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ state: 'pending', attempts: 1 });
    const attempts = await database.inTenant(tenant.id, (tx) => listAttempts(tx, delivery?.id ?? ''));
    expect(attempts).toEqual([
      {
        attempt: 1,
        outcome: 'retry',
        responseStatus: 503,
        error: null,
        durationMs: expect.any(Number),
        at: expect.any(Date),
      },
    ]);
  });

  it('never leaves the guard: a live tenant does not reach this machine [WH-10]', async () => {
    tenant = await newTenant('live');
    await subscribe(receiver.url);
    await createIdentification();
    await deliverDue();
    expect(receiver.requests).toEqual([]);
    const [delivery] = await deliveries();
    const attempts = await database.inTenant(tenant.id, (tx) => listAttempts(tx, delivery?.id ?? ''));
    expect(attempts).toMatchObject([{ outcome: 'retry', responseStatus: null, error: 'insecure' }]);
  });

  it('is not made for a person who was erased: with the key the body is gone', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    await database.inTenant(tenant.id, (tx) => tx.query(sql`delete from person_keys`));
    await subscribe(receiver.url, 'PERSON_DELETED');
    await database.inTenant(tenant.id, (tx) =>
      enqueueNotification(tx, { eventType: 'PERSON_DELETED', entityId: 'a-person', personId: null, body: {} }),
    );
    expect((await deliverDue()).sort()).toEqual(['canceled', 'delivered']);
    expect(receiver.notifications().map(({ headers }) => headers['solaris-webhook-event-type'])).toEqual([
      'PERSON_DELETED',
    ]);
  });

  it('logs no url, no body and no reference [WH-9]', async () => {
    await subscribe(`${receiver.url}?canary=1`);
    await createIdentification();
    receiver.answer(410);
    await deliverDue();
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/canary|127\.0\.0\.1|reference/);
  });
});

describe("the receiver's answer", () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [422, 'rejected'],
    [410, 'canceled'],
    [500, 'pending'],
    [301, 'pending'],
  ])('%s leaves the delivery %s', async (status, state) => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(status);
    await deliverDue();
    expect(await deliveries()).toMatchObject([{ state, attempts: 1 }]);
  });

  it('410 ends the subscription, with everything that was still to come', async () => {
    const { id } = await subscribe(receiver.url);
    await createIdentification();
    await createIdentification();
    receiver.answer(410);
    const [first] = await lease(1);
    if (first === undefined) throw new Error('nothing was due');
    await deliver(first, context);
    await createIdentification();
    await deliverDue();
    expect(receiver.notifications()).toHaveLength(1);
    const subscription = await database.inTenant(tenant.id, (tx) => findSubscription(tx, id));
    expect(subscription).toMatchObject({ disabledAt: expect.any(Date), disabledReason: 'gone' });
    expect((await deliveries()).map(({ state }) => state)).toEqual(['canceled', 'canceled']);
  });

  it('410 to a subscription that was deleted during the call is noted, and the subscription stays deleted', async () => {
    const { id } = await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(410);
    const [first] = await lease(1);
    if (first === undefined) throw new Error('nothing was due');
    await database.inTenant(tenant.id, (tx) => deleteSubscription(tx, id, actor));
    await deliver(first, context);
    expect(await deliveries()).toMatchObject([{ state: 'canceled', attempts: 1 }]);
    const { total } = await database.inTenant(tenant.id, (tx) => listSubscriptions(tx, everything));
    expect(total).toBe(0);
  });

  it('no answer at all is a failure like any other', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer((_request, response) => {
      response.destroy();
      return undefined;
    });
    await deliverDue();
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 1 }]);
  });
});

describe('trying again [WH-5]', () => {
  it('takes 25 attempts over five days, which the sandbox clock makes seconds, and all copies carry one id', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(500);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(await deliverDue()).toEqual([attempt === MAX_ATTEMPTS ? 'exhausted' : 'retry']);
      expect(await deliverDue()).toEqual([]);
      await advance((RETRY_SCHEDULE[attempt]?.waitSeconds ?? 0) * 1.11);
    }
    expect(await deliverDue()).toEqual([]);

    const requests = receiver.notifications();
    expect(requests.map(({ headers }) => headers['solaris-webhook-attempt'])).toEqual(
      Array.from({ length: MAX_ATTEMPTS }, (_, index) => String(index + 1)),
    );
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(requests.map(({ body }) => String(body))).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: 'exhausted', attempts: MAX_ATTEMPTS }]);
  });

  it('stops when it succeeds', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(500);
    await deliverDue();
    receiver.answer(200);
    await advance(60);
    expect(await deliverDue()).toEqual(['delivered']);
    await advance(86_400);
    expect(await deliverDue()).toEqual([]);
  });

  it('waits for as long as the receiver asks', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(503);
    for (let attempt = 1; attempt < 10; attempt++) {
      await deliverDue();
      await advance((RETRY_SCHEDULE[attempt]?.waitSeconds ?? 0) * 1.11);
    }
    // A later wait is long, so that what the test takes itself is nothing beside it.
    const plainSeconds = RETRY_SCHEDULE[10]?.waitSeconds ?? 0;
    const askedSeconds = Math.ceil(plainSeconds * 1.5);
    receiver.answer((_request, response) => {
      response.writeHead(503, { 'retry-after': String(askedSeconds) }).end();
      return undefined;
    });
    expect(await deliverDue()).toEqual(['retry']);
    await advance(plainSeconds * 1.11);
    expect(await deliverDue()).toEqual([]);
    await advance(askedSeconds - plainSeconds * 1.11 + 0.1);
    expect(await deliverDue()).toEqual(['retry']);
  });

  it('an exhausted or rejected delivery can be sent again under the same id [WH-8]', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(422);
    await deliverDue();
    receiver.answer(200);
    const [delivery] = await deliveries();
    await database.inTenant(tenant.id, (tx) => replayDelivery(tx, delivery?.id ?? ''));
    expect(await deliverDue()).toEqual(['delivered']);
    const ids = receiver.notifications().map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('an endpoint that only fails [WH-8]', () => {
  it('is disabled after five days', async () => {
    const { id } = await subscribe(receiver.url);
    receiver.answer(500);
    await createIdentification();
    await deliverDue();
    await advance(5 * 86_400 - 60);
    await deliverDue();
    expect(await reasonOf(id)).toBeNull();
    await advance(86_400);
    await deliverDue();
    expect(await reasonOf(id)).toBe('failing');
    expect(logged).toContainEqual([
      expect.objectContaining({ subscription: id, reason: 'failing' }),
      expect.any(String),
    ]);
  });

  it('is disabled once when several calls fail at the same moment, and none of them goes unrecorded [WH-8]', async () => {
    const { id } = await subscribe(receiver.url);
    receiver.answer(500);
    for (let n = 0; n < 5; n++) await createIdentification();
    await deliverDue();
    await advance(6 * 86_400);
    // In this database nobody resolves a deadlock: calls that waited for each other would fail, and not be tried again.
    expect(await deliverDue()).toHaveLength(5);
    expect(await reasonOf(id)).toBe('failing');
    expect(logged).toHaveLength(1);
  });

  it('begins anew with one success', async () => {
    const { id } = await subscribe(receiver.url);
    receiver.answer(500);
    await createIdentification();
    await deliverDue();
    await advance(4 * 86_400);
    receiver.answer(200);
    await deliverDue();
    receiver.answer(500);
    await createIdentification();
    await deliverDue();
    await advance(4 * 86_400);
    await deliverDue();
    expect(await reasonOf(id)).toBeNull();
  });
});

describe('a lease [REL-4]', () => {
  it('outlasts the longest call by 15 s', () => {
    expect(DELIVERY_LEASE_SECONDS).toBe(45);
  });

  it('of a dead worker runs out, and another worker delivers; the late one changes nothing', async () => {
    await subscribe(receiver.url);
    await createIdentification();
    const [dead] = await lease(10);
    if (dead === undefined) throw new Error('nothing was due');
    expect(await lease(10)).toEqual([]);
    // Its last moment is brought near: the seconds of a short lease may pass before one has looked.
    await database.inTenant(tenant.id, (tx) =>
      tx.query(sql`update deliveries set leased_until = clock_timestamp() + interval '50 milliseconds'`),
    );
    await expect.poll(deliverDue, POLLING).toEqual(['delivered']);

    receiver.answer(500);
    expect(await deliver(dead, context)).toBe('lost');
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
    const ids = receiver.notifications().map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([1, MAX_ATTEMPTS])('is given back untried when the process stops during attempt %s', async (attempt) => {
    await subscribe(receiver.url);
    await createIdentification();
    receiver.answer(() => undefined);
    const [leased] = await lease(1);
    if (leased === undefined) throw new Error('nothing was due');
    const stop = new AbortController();
    const delivering = deliver({ ...leased, attempt }, context, stop.signal);
    await receiver.received(1);
    stop.abort();
    expect(await delivering).toBe('released');
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 0 }]);
    receiver.answer(200);
    expect(await deliverDue()).toEqual(['delivered']);
  });
});

describe('fairness [WH-7]', () => {
  it('a subscription has at most five calls in flight', async () => {
    await subscribe(receiver.url);
    for (let index = 0; index < 12; index++) await createIdentification();
    expect(await lease(100)).toHaveLength(5);
    expect(await lease(100)).toHaveLength(0);
  });

  it('a hanging endpoint keeps no other from getting everything', async () => {
    const healthy = await startReceiver();
    await subscribe(receiver.url);
    await subscribe(healthy.url);
    receiver.answer(() => undefined);
    for (let index = 0; index < 20; index++) await createIdentification();

    const stop = new AbortController();
    const hanging: Promise<unknown>[] = [];
    while (healthy.notifications().length < 20) {
      const leased = await lease(100);
      if (leased.length === 0)
        throw new Error(`${healthy.notifications().length} of 20 arrived, and nothing more is due`);
      const quick = leased.filter(({ subscription }) => subscription.url === healthy.url);
      hanging.push(
        ...leased.filter((each) => !quick.includes(each)).map((each) => deliver(each, context, stop.signal)),
      );
      await Promise.all(quick.map((each) => deliver(each, context)));
    }
    await receiver.received(5);
    expect(receiver.notifications()).toHaveLength(5);
    stop.abort();
    await Promise.all(hanging);
    await healthy.stop();
  });

  it('the first attempts for one identification keep the order of its changes', async () => {
    await subscribe(receiver.url, 'PERSON_CHANGED');
    for (let change = 1; change <= 6; change++) {
      await database.inTenant(tenant.id, (tx) =>
        enqueueNotification(tx, { eventType: 'PERSON_CHANGED', entityId: 'one', personId: null, body: { change } }),
      );
    }
    receiver.answer((request) => (JSON.parse(String(request.body)).change === 2 ? 500 : 200));
    while ((await deliverDue()).length > 0);
    expect(receiver.notifications().map(({ body }) => JSON.parse(String(body)).change)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

async function newTenant(kind: TenantKind): Promise<Tenant> {
  companies += 1;
  return createTenant(database, { company: `deliver-${companies}`, name: 'Test Bank', kind });
}

async function subscribe(url: string, eventType = 'IDENTIFICATION'): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  const { id } = await database.inTenant(tenant.id, (tx) => insertSubscription(tx, { eventType, url, secret }, actor));
  return { id, secret };
}

async function createIdentification() {
  return database.inTenant(tenant.id, async (tx) => {
    const identification = await makeIdentification(tx);
    const { id, reference, url, status, completedAt, method, personId } = identification;
    return {
      identification,
      body: { id, reference, url, status, completed_at: completedAt, method, person_id: personId },
    };
  });
}

function lease(limit: number) {
  return leaseDeliveries(database, { limit, leaseSeconds: DELIVERY_LEASE_SECONDS });
}

async function deliverDue() {
  const leased = await lease(100);
  return Promise.all(leased.map((each) => deliver(each, context)));
}

async function deliveries() {
  const { rows } = await database.inTenant(tenant.id, (tx) => listDeliveries(tx, { page: everything }));
  return rows;
}

async function reasonOf(subscriptionId: string) {
  return (await database.inTenant(tenant.id, (tx) => findSubscription(tx, subscriptionId))).disabledReason;
}

async function advance(seconds: number) {
  await database.inTenant(tenant.id, (tx) => advanceClock(tx, Math.ceil(seconds * 1000)));
}
