import {
  advanceClock,
  createTenant,
  type Database,
  enqueueNotification,
  findSubscription,
  insertSubscription,
  type LeasedDelivery,
  leaseDeliveries,
  type Tenant,
  type TenantKind,
  type TenantTx,
} from '@reident/store';
import { createTestDatabase } from '../../../test/support/database.ts';
import { DELIVERY_LEASE_SECONDS, type DeliveryOutcome, deliver } from '../deliver.ts';
import { openEgress } from '../guarded-fetch.ts';
import { newSecret } from '../signature.ts';

const ACTOR = { kind: 'partner', id: null } as const;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A database, a way out to loopback, and what a worker does, at the test's own pace. */
export async function startDeliveryBench() {
  const { database, close } = await createTestDatabase();
  const egress = openEgress({
    listen: { host: '127.0.0.1', port: 1 },
    loopbackOnly: true,
    ports: [443],
    allow: [],
    resolve: async () => [],
  });
  const lease = () => leaseDeliveries(database, { limit: 100, leaseSeconds: DELIVERY_LEASE_SECONDS });
  const attempt = (leased: LeasedDelivery) => deliver(leased, { database, egress, log: SILENT });
  let companies = 0;
  return {
    database,
    egress,
    async addTenant(kind: TenantKind = 'sandbox') {
      companies += 1;
      const tenant = await createTenant(database, { company: `bench-${companies}`, name: 'Test Bank', kind });
      return partnerOn(database, tenant);
    },
    /** Makes one attempt at everything that is due, for all tenants. */
    async deliverDue(): Promise<DeliveryOutcome[]> {
      return Promise.all((await lease()).map(attempt));
    },
    lease,
    attempt,
    async close() {
      await egress.close();
      await close();
    },
  };
}

export type DeliveryBench = Awaited<ReturnType<typeof startDeliveryBench>>;
export type BenchPartner = Awaited<ReturnType<DeliveryBench['addTenant']>>;

function partnerOn(database: Database, tenant: Tenant) {
  const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => database.inTenant(tenant.id, work);
  return {
    tenant,
    inTenant,
    async subscribe(url: string): Promise<{ id: string; secret: string }> {
      const secret = newSecret();
      const order = { eventType: 'IDENTIFICATION', url, secret };
      return { id: (await inTenant((tx) => insertSubscription(tx, order, ACTOR))).id, secret };
    },
    notify: (entityId: string, body: object = {}) =>
      inTenant((tx) => enqueueNotification(tx, { eventType: 'IDENTIFICATION', entityId, personId: null, body })),
    advance: (seconds: number) => inTenant((tx) => advanceClock(tx, Math.ceil(seconds * 1000))),
    subscription: (id: string) => inTenant((tx) => findSubscription(tx, id)),
  };
}
