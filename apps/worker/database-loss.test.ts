import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createTenant,
  type Database,
  type EmbeddedPostgres,
  insertSubscription,
  listenForWork,
  migrateDatabase,
  openDatabase,
  startEmbeddedPostgres,
} from '@reident/store';
import { type Egress, newSecret } from '@reident/webhooks';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../tests/fixtures/receiver.ts';
import { makeIdentification } from '../../tests/fixtures/store/make.ts';
import { openLoopbackEgress } from '../../tests/fixtures/webhooks/loopback-egress.ts';
import { NO_METRICS } from './metrics.ts';
import { pollDeliveries } from './poll-deliveries.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 180_000 };

const actor = { kind: 'partner', id: null } as const;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a database server that is killed while deliveries are made [REL-5]', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-loss-'));
  let postgres: EmbeddedPostgres;
  let database: Database;
  let egress: Egress;
  let receiver: Receiver;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres(dataDir, log);
    const rootKey = randomBytes(32);
    await migrateDatabase(postgres.connection, { rootKey });
    await stretchLeases(postgres);
    database = await openDatabase({ admin: postgres.connection, rootKey, log });
    egress = openLoopbackEgress();
    receiver = await startReceiver();
  });

  afterAll(async () => {
    await receiver.stop();
    await egress.close();
    await database.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('costs nothing that was committed, and no delivery waits for a lease to run out', {
    timeout: 600_000,
  }, async () => {
    const { id: tenantId } = await createTenant(database, { company: 'loss', name: 'Test Bank', kind: 'sandbox' });
    await database.inTenant(tenantId, (tx) =>
      insertSubscription(tx, { eventType: 'IDENTIFICATION', url: receiver.url, secret: newSecret() }, actor),
    );
    const create = async () => (await database.inTenant(tenantId, (tx) => makeIdentification(tx))).id;
    const poller = pollDeliveries({ database, egress, log }, NO_METRICS);
    const hints = listenForWork(database, () => poller.wake());

    const committed: string[] = [];
    for (let round = 0; round < 3; round++) {
      const writes = Array.from({ length: 10 }, () =>
        create()
          .then((id) => committed.push(id))
          .catch(() => undefined),
      );
      await writes[0];
      process.kill(postgres.pid() ?? Number.NaN, 'SIGKILL');
      await Promise.all(writes);
      committed.push(await untilItWorks(create));
      const delivered = () => new Set(receiver.notifications().map(({ headers }) => headers['solaris-entity-id']));
      await expect.poll(() => committed.filter((id) => !delivered().has(id)), POLLING).toEqual([]);
    }

    await poller.stop();
    await hints.stop();
    const ids = new Map(
      receiver.notifications().map(({ headers }) => [headers['solaris-entity-id'], headers['webhook-id']]),
    );
    for (const { headers } of receiver.notifications()) {
      expect(headers['webhook-id']).toBe(ids.get(headers['solaris-entity-id']));
    }
  });
});

/** A lease lasts an hour longer: whatever waits for its end does not arrive, however long the test is patient. */
async function stretchLeases({ connection }: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    await client.query(`
      create function stretch_lease() returns trigger language plpgsql as $$
      begin
        new.leased_until = new.leased_until + interval '1 hour';
        return new;
      end $$;
      create trigger stretch_lease before update of leased_until on reident.deliveries
        for each row when (new.leased_until is distinct from old.leased_until) execute function stretch_lease()`);
  } finally {
    await client.end();
  }
}

async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
