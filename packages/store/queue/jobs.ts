import { newId } from '@reident/domain';
import { sql } from 'kysely';
import { LeaseLost } from '../errors.ts';
import type { Database } from '../transaction/database.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';

/** What there is to do. The words belong to whoever handles them; the queue only keeps them apart. */
export type JobKind = string;

export interface LeasedJob {
  id: string;
  tenantId: string;
  kind: JobKind;
  key: string;
  payload: Record<string, unknown>;
  /** 1 for the first try. */
  attempt: number;
  leaseId: string;
  /** Grows when the job is scheduled again while it runs. */
  revision: number;
}

export interface JobOrder {
  kind: JobKind;
  /** What it is about, mostly an id. Kind and key name a pending job: a second order moves the first. */
  key: string;
  /** In tenant time; now when absent. */
  dueAt?: Date;
  payload?: object;
}

/** Orders a job, or moves the pending one of the same kind and key. If that one is running, it runs once more afterwards. */
export async function scheduleJob(tx: TenantTx, order: JobOrder): Promise<void> {
  await tx.run('schedule-job', SCHEDULE, [
    tx.tenant.id,
    newId(''),
    order.kind,
    order.key,
    JSON.stringify(order.payload ?? {}),
    order.dueAt ?? tx.now,
    tx.now,
  ]);
  tx.hintWork();
}

const SCHEDULE = `
  insert into jobs (tenant_id, id, kind, key, payload, due_at, created_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (tenant_id, kind, key) where state = 'pending'
  do update set payload = excluded.payload, due_at = excluded.due_at, attempts = 0, revision = jobs.revision + 1`;

/** Takes a pending job back; one that is running finishes. */
export async function cancelJob(tx: TenantTx, kind: JobKind, key: string): Promise<void> {
  await tx.db
    .deleteFrom('jobs')
    .where('tenant_id', '=', tx.tenant.id)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('state', '=', 'pending')
    .where('lease_id', 'is', null)
    .execute();
}

/** Due jobs of all tenants in turn, each for this leaser alone until its lease ends [REL-4]. */
export async function leaseJobs(
  database: Database,
  order: { kinds?: readonly JobKind[]; limit: number; leaseSeconds: number; leaseId?: string },
): Promise<LeasedJob[]> {
  const leaseId = order.leaseId ?? newId('');
  const rows = await database.lookUp<Omit<LeasedJob, 'tenantId' | 'leaseId'> & { tenant_id: string }>(
    'lease-jobs',
    'select id, tenant_id, kind, key, payload, attempt, revision from lease_jobs($1, $2, $3, $4)',
    [order.kinds ?? null, order.limit, order.leaseSeconds, leaseId],
  );
  return rows.map(({ tenant_id: tenantId, ...row }) => ({ ...row, tenantId, leaseId }));
}

/**
 * The job is done. Inside a transaction the job ends together with what it did.
 *
 * @throws LeaseLost when the lease ended meanwhile: what the transaction did must not be saved either
 */
export async function completeJob(where: TenantTx | Database, job: LeasedJob): Promise<void> {
  await within(where, job, async (tx) => {
    const [row] = await tx.run<{ touched: number }>('complete-job', COMPLETE, [
      tx.tenant.id,
      job.id,
      job.leaseId,
      job.revision,
    ]);
    if (row?.touched !== 1) throw new LeaseLost('job', job.id);
  });
}

/** Ends the job, or sets it free again when it was scheduled anew while it ran. */
const COMPLETE = `
  with done as (
    delete from jobs where tenant_id = $1 and id = $2 and lease_id = $3 and revision = $4 returning 1
  ), again as (
    update jobs set lease_id = null, leased_until = null
    where tenant_id = $1 and id = $2 and lease_id = $3 and revision <> $4 returning 1
  )
  select (select count(*) from done) + (select count(*) from again) as touched`;

/** Try again after a while. @throws LeaseLost */
export async function retryJob(where: TenantTx | Database, job: LeasedJob, delaySeconds: number): Promise<void> {
  await within(where, job, async (tx) => {
    const updated = await tx.db
      .updateTable('jobs')
      .set({
        lease_id: null,
        leased_until: null,
        due_at: sql`case when revision = ${job.revision} then ${new Date(tx.now.getTime() + delaySeconds * 1000)} else due_at end`,
      })
      .where('tenant_id', '=', tx.tenant.id)
      .where('id', '=', job.id)
      .where('lease_id', '=', job.leaseId)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) throw new LeaseLost('job', job.id);
  });
}

/** Gives the job up for good. It stays in the table with the id under which the error was logged. @throws LeaseLost */
export async function failJob(where: TenantTx | Database, job: LeasedJob, errorId: string): Promise<void> {
  await within(where, job, async (tx) => {
    const updated = await tx.db
      .updateTable('jobs')
      .set({ state: 'failed', error_id: errorId, lease_id: null, leased_until: null })
      .where('tenant_id', '=', tx.tenant.id)
      .where('id', '=', job.id)
      .where('lease_id', '=', job.leaseId)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) throw new LeaseLost('job', job.id);
  });
}

function within(where: TenantTx | Database, job: LeasedJob, work: (tx: TenantTx) => Promise<void>): Promise<void> {
  return 'inTenant' in where ? where.inTenant(job.tenantId, work) : work(where);
}
