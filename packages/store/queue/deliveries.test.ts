import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeIdentification, makeTenant, PARTNER, request, subscribe } from '../../../tests/fixtures/store/make.ts';
import { LeaseLost } from '../errors.ts';
import { advanceClock } from '../tenants/tenants.ts';
import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Tenant } from '../types.ts';
import { enqueueNotification } from '../webhooks/notifications.ts';
import {
  deleteSubscription,
  disableSubscription,
  findSubscription,
  listSubscriptions,
} from '../webhooks/subscriptions.ts';
import {
  type AttemptReport,
  type LeasedDelivery,
  leaseDeliveries,
  listAttempts,
  listDeliveries,
  recordAttempt,
  releaseDelivery,
  replayDelivery,
} from './deliveries.ts';

let test: TestDatabase;
let tenant: Tenant;
const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);
const lease = (limit = 50, leaseSeconds = 30) => leaseDeliveries(test.database, { limit, leaseSeconds });
const DELIVERED: AttemptReport = { outcome: 'delivered', responseStatus: 200, error: null, durationMs: 12.4 };
const AGAIN: AttemptReport = {
  outcome: 'retry',
  responseStatus: 500,
  error: 'status',
  durationMs: 3,
  retryInSeconds: 60,
};

beforeEach(async () => {
  await test?.close();
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
});
afterAll(() => test.close());

async function only(): Promise<LeasedDelivery> {
  const leased = await lease();
  expect(leased).toHaveLength(1);
  return leased[0] as LeasedDelivery;
}

const notify = (entityId: string, body: object = { n: 1 }) =>
  inTenant((tx) => enqueueNotification(tx, { eventType: 'IDENTIFICATION', entityId, personId: null, body }));

describe('a delivery', () => {
  it('carries the frozen bytes, the address and the secret, and ends when it is delivered', async () => {
    const subscription = await inTenant((tx) => subscribe(tx));
    const id = await notify('a', { hello: 'Ä' });
    const delivery = await only();
    expect(delivery).toMatchObject({
      tenantId: tenant.id,
      attempt: 1,
      notification: { id, eventType: 'IDENTIFICATION', entityId: 'a' },
      subscription: { id: subscription.id, url: 'https://partner.example/hook', secret: 'a secret of the test' },
    });
    expect(delivery.notification.body?.toString()).toBe('{"hello":"Ä"}');
    await recordAttempt(test.database, delivery, DELIVERED);
    expect(await lease()).toEqual([]);
    const attempts = await inTenant((tx) => listAttempts(tx, delivery.id));
    expect(attempts).toMatchObject([{ attempt: 1, outcome: 'delivered', responseStatus: 200, durationMs: 12 }]);
  });

  it('is sealed in the table, body and secret [WH-3, WH-9]', async () => {
    await inTenant((tx) => subscribe(tx));
    await inTenant(async (tx) => request(tx, await makeIdentification(tx), 'TS2-CANARY'));
    const { rows } = await test.database.inTenant(tenant.id, async (tx) => ({
      rows: await tx.query(sql<{ text: string }>`
        select n::text || encode(n.body_sealed, 'escape') || s::text || encode(s.secret_sealed, 'escape') as text
        from notifications n, subscriptions s`),
    }));
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).not.toMatch(/CANARY|a secret of the test/);
  });

  it('comes back when its worker died, and the late worker cannot overwrite [REL-4]', async () => {
    await inTenant((tx) => subscribe(tx));
    await notify('a');
    const [late] = await lease(10, 0.05);
    await sleep(80);
    const next = await only();
    expect(next.notification.id).toBe(late?.notification.id);
    await expect(recordAttempt(test.database, late as LeasedDelivery, DELIVERED)).rejects.toBeInstanceOf(LeaseLost);
    await recordAttempt(test.database, next, AGAIN);
    expect(await inTenant((tx) => listAttempts(tx, next.id))).toHaveLength(1);
  });

  it("is repeated in the tenant's time, with the same notification id and the same bytes [WH-1, WH-2]", async () => {
    await inTenant((tx) => subscribe(tx));
    await notify('a', { some: 'body' });
    const first = await only();
    await recordAttempt(test.database, first, AGAIN);
    expect(await lease()).toEqual([]);
    await inTenant((tx) => advanceClock(tx, 60_000));
    const second = await only();
    expect(second).toMatchObject({ id: first.id, attempt: 2, notification: { id: first.notification.id } });
    expect(second.notification.body).toEqual(first.notification.body);
  });

  it('that was given up can be sent again under the same id [WH-8]', async () => {
    await inTenant((tx) => subscribe(tx));
    await notify('a');
    const first = await only();
    await recordAttempt(test.database, first, { ...AGAIN, outcome: 'exhausted' });
    const { rows } = await inTenant((tx) =>
      listDeliveries(tx, { states: ['exhausted'], page: { number: 1, size: 10 } }),
    );
    expect(rows).toMatchObject([{ id: first.id, state: 'exhausted', attempts: 1, eventType: 'IDENTIFICATION' }]);
    await inTenant((tx) => replayDelivery(tx, first.id));
    expect((await only()).notification.id).toBe(first.notification.id);
  });
});

describe('an endpoint', () => {
  it('has at most five calls in flight, however many leasers ask at once [WH-7]', async () => {
    const subscription = await inTenant((tx) => subscribe(tx));
    for (let n = 0; n < 30; n += 1) await notify(`entity-${n}`);
    const leased = (await Promise.all(Array.from({ length: 6 }, () => lease()))).flat();
    expect(leased).toHaveLength(5);
    expect(new Set(leased.map(({ id }) => id)).size).toBe(5);
    await recordAttempt(test.database, leased[0] as LeasedDelivery, DELIVERED);
    expect(await lease()).toHaveLength(1);
    expect(leased.every((delivery) => delivery.subscription.id === subscription.id)).toBe(true);
  });

  it('that hangs does not keep others waiting [WH-7]', async () => {
    await inTenant((tx) => subscribe(tx, 'HANGING'));
    for (let n = 0; n < 20; n += 1) {
      await inTenant((tx) =>
        enqueueNotification(tx, { eventType: 'HANGING', entityId: `h-${n}`, personId: null, body: {} }),
      );
    }
    await lease(5);
    await inTenant((tx) => subscribe(tx));
    await notify('a');
    expect((await only()).notification.entityId).toBe('a');
  });

  it('hears of one identification in the order in which it happened, one call at a time [WH-7]', async () => {
    await inTenant((tx) => subscribe(tx));
    for (let n = 1; n <= 3; n += 1) await notify('a', { n });
    await notify('b', { n: 9 });
    const heard: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const leased = await lease();
      for (const delivery of leased) {
        heard.push(String(delivery.notification.body));
        await recordAttempt(test.database, delivery, DELIVERED);
      }
      expect(leased.filter((delivery) => delivery.notification.entityId === 'a')).toHaveLength(1);
    }
    expect(heard).toEqual(['{"n":1}', '{"n":9}', '{"n":2}', '{"n":3}']);
  });

  it('that refused a first call hears the next news without waiting for the repetition', async () => {
    await inTenant((tx) => subscribe(tx));
    await notify('a', { n: 1 });
    await notify('a', { n: 2 });
    await recordAttempt(test.database, await only(), AGAIN);
    expect((await only()).notification.body?.toString()).toBe('{"n":2}');
  });

  it('knows since when it has had nothing but failures; one success resets that [WH-8]', async () => {
    await inTenant((tx) => subscribe(tx));
    await notify('a');
    const first = await recordAttempt(test.database, await only(), AGAIN);
    await inTenant((tx) => advanceClock(tx, 86_400_000));
    const second = await recordAttempt(test.database, await only(), AGAIN);
    expect(first.failingSince).not.toBeNull();
    expect(second.failingSince).toEqual(first.failingSince);
    await inTenant((tx) => advanceClock(tx, 86_400_000));
    expect(await recordAttempt(test.database, await only(), DELIVERED)).toEqual({ failingSince: null });
  });

  it('knows its last success, exact to a minute, and a failure does not change it [WH-8]', async () => {
    const { id } = await inTenant((tx) => subscribe(tx));
    const lastSuccessAfter = async (seconds: number, report: AttemptReport) => {
      await inTenant((tx) => advanceClock(tx, seconds * 1000));
      await notify('a');
      const delivery = (await lease()).find(({ attempt }) => attempt === 1);
      await recordAttempt(test.database, delivery as LeasedDelivery, report);
      return (await inTenant((tx) => findSubscription(tx, id))).lastSuccessAt;
    };
    expect(await lastSuccessAfter(0, AGAIN)).toBeNull();
    const first = await lastSuccessAfter(0, DELIVERED);
    expect(first).toBeInstanceOf(Date);
    expect(await lastSuccessAfter(20, DELIVERED)).toEqual(first);
    const next = await lastSuccessAfter(61, DELIVERED);
    expect(Number(next) - Number(first)).toBeGreaterThan(60_000);
    expect(await lastSuccessAfter(61, AGAIN)).toEqual(next);
  });

  it('that ended gets nothing any more, and the log knows how the calls on their way ended', async () => {
    const subscription = await inTenant((tx) => subscribe(tx));
    await notify('waits');
    await notify('fails');
    await notify('arrives');
    const [waits, fails, arrives] = await lease(3);
    await releaseDelivery(test.database, waits as LeasedDelivery);
    await inTenant((tx) => disableSubscription(tx, subscription.id, 'gone', PARTNER));
    expect(await lease()).toEqual([]);
    await recordAttempt(test.database, fails as LeasedDelivery, AGAIN);
    await recordAttempt(test.database, arrives as LeasedDelivery, DELIVERED);
    expect(await notify('c')).toBeNull();
    const { rows } = await inTenant((tx) => listDeliveries(tx, { page: { number: 1, size: 10 } }));
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['delivered', 1],
      ['canceled', 1],
      ['canceled', 0],
    ]);
    for (const { finishedAt } of rows) expect(finishedAt).toBeInstanceOf(Date);
    expect(await inTenant((tx) => listAttempts(tx, String(fails?.id)))).toMatchObject([{ responseStatus: 500 }]);
    await inTenant((tx) => advanceClock(tx, 86_400_000));
    expect(await lease()).toEqual([]);
    await expect(recordAttempt(test.database, fails as LeasedDelivery, AGAIN)).rejects.toBeInstanceOf(LeaseLost);
    expect(await inTenant((tx) => findSubscription(tx, subscription.id))).toMatchObject({ disabledReason: 'gone' });
  });

  it('that was deleted is not listed any more', async () => {
    const subscription = await inTenant((tx) => subscribe(tx));
    await inTenant((tx) => deleteSubscription(tx, subscription.id, PARTNER));
    expect(await inTenant((tx) => listSubscriptions(tx, { number: 1, size: 10 }))).toEqual({ rows: [], total: 0 });
    await expect(inTenant((tx) => findSubscription(tx, subscription.id))).rejects.toMatchObject({
      code: 'model_not_found',
    });
  });
});

describe('the log of deliveries', () => {
  /** So many deliveries, written without their consequences; one in a hundred was given up. */
  const logOf = (count: number) =>
    inTenant(async (tx) => {
      const { id } = await subscribe(tx);
      await tx.query(sql`
        insert into notifications (tenant_id, id, event_type, entity_id, body_sealed, created_at)
        select ${tenant.id}, md5('n' || n), 'IDENTIFICATION', 'e', '', ${tx.now} from generate_series(1, ${count}::int) n`);
      await tx.query(sql`
        insert into deliveries (tenant_id, id, notification_id, subscription_id, entity_id, state, due_at, created_at)
        select ${tenant.id}, md5('d' || n), md5('n' || n), ${id}, 'e',
               case when n % 100 = 0 then 'exhausted' else 'delivered' end, ${tx.now}, ${tx.now}
        from generate_series(1, ${count}::int) n`);
    });

  it.each([[undefined], [['exhausted' as const]]])('of 5,000, %j, fetches what stands on the page', async (states) => {
    await logOf(5_000);
    const list = () =>
      inTenant(async (tx) => {
        const fetched = () =>
          tx.query(sql<{ rows: number }>`
            select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
            from pg_stat_xact_user_tables where relname = 'notifications'`);
        const [before] = await fetched();
        const { rows, total } = await listDeliveries(tx, { page: { number: 1, size: 10 }, states });
        const [after] = await fetched();
        expect([rows.length, total]).toEqual([10, states === undefined ? 5_000 : 50]);
        expect((after?.rows ?? 0) - (before?.rows ?? 0)).toBeLessThanOrEqual(10);
      });
    const admin = new pg.Client(test.admin);
    await admin.connect();
    try {
      await list();
      // PostgreSQL takes statistics when it sees fit, of one table after another.
      for (const table of ['deliveries', 'notifications']) {
        await admin.query(`analyze reident.${table}`);
        await list();
      }
    } finally {
      await admin.end();
    }
  });
});
