import { newId } from '@reident/domain';
import { LeaseLost } from '../errors.ts';
import type { Changes } from '../generated/rows.ts';
import type { Database } from '../transaction/database.ts';
import { type Given, insertInto, json, type Sql, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { JobKind } from './job-kinds.ts';

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
  const { kind, key, payload = {}, dueAt = tx.now } = order;
  const job = {
    tenant_id: tx.tenant.id,
    id: newId(''),
    kind,
    key,
    payload: json(payload),
    due_at: dueAt,
    created_at: tx.now,
  };
  await tx.query(sql`
    ${insertInto('jobs', job)}
    on conflict (tenant_id, kind, key) where state = 'pending'
    do update set payload = excluded.payload, due_at = excluded.due_at, attempts = 0, revision = jobs.revision + 1`);
  tx.hintWork();
}

/** Takes a pending job back; one that is running finishes. */
export async function cancelJob(tx: TenantTx, kind: JobKind, key: string): Promise<void> {
  await tx.query(sql`
    delete from jobs
    where tenant_id = ${tx.tenant.id} and kind = ${kind} and key = ${key} and state = 'pending' and lease_id is null`);
}

/** Due jobs of all tenants in turn, each for this leaser alone until its lease ends [REL-4]. */
export async function leaseJobs(
  database: Database,
  order: { kinds?: readonly JobKind[]; limit: number; leaseSeconds: number; leaseId?: string },
): Promise<LeasedJob[]> {
  const leaseId = order.leaseId ?? newId('');
  const { kinds = null, limit, leaseSeconds } = order;
  const rows = await database.lookUp(sql<Omit<LeasedJob, 'tenantId' | 'leaseId'> & { tenant_id: string }>`
    select id, tenant_id, kind, key, payload, attempt, revision
    from lease_jobs(${kinds}, ${limit}, ${leaseSeconds}, ${leaseId})`);
  return rows.map(({ tenant_id: tenantId, ...row }) => ({ ...row, tenantId, leaseId }));
}

/**
 * The job is done. Inside a transaction the job ends together with what it did.
 *
 * @throws LeaseLost when the lease ended meanwhile: what the transaction did must not be saved either
 */
export async function completeJob(where: TenantTx | Database, job: LeasedJob): Promise<void> {
  await within(where, job, async (tx) => {
    // Ends the job, or sets it free again when it was scheduled anew while it ran.
    const [row] = await tx.query(sql<{ touched: number }>`
      with done as (
        delete from jobs where ${isHeld(tx, job)} and revision = ${job.revision} returning 1
      ), again as (
        ${update('jobs', { lease_id: null, leased_until: null })}
        where ${isHeld(tx, job)} and revision <> ${job.revision} returning 1
      )
      select (select count(*) from done) + (select count(*) from again) as touched`);
    if (row?.touched !== 1) throw new LeaseLost('job', job.id);
  });
}

/** Try again after a while. @throws LeaseLost */
export async function retryJob(where: TenantTx | Database, job: LeasedJob, delaySeconds: number): Promise<void> {
  await within(where, job, async (tx) => {
    const later = new Date(tx.now.getTime() + delaySeconds * 1000);
    const dueAt = sql`case when revision = ${job.revision} then ${later} else due_at end`;
    await giveBack(tx, job, { due_at: dueAt });
  });
}

/** Gives the job up for good. It stays in the table with the id under which the error was logged. @throws LeaseLost */
export async function failJob(where: TenantTx | Database, job: LeasedJob, errorId: string): Promise<void> {
  await within(where, job, async (tx) => {
    await giveBack(tx, job, { state: 'failed', error_id: errorId });
  });
}

async function giveBack(tx: TenantTx, job: LeasedJob, changes: Given<Changes<'jobs'>>): Promise<void> {
  const given = await tx.query(sql`
    ${update('jobs', { ...changes, lease_id: null, leased_until: null })} where ${isHeld(tx, job)} returning id`);
  if (given.length === 0) throw new LeaseLost('job', job.id);
}

function isHeld(tx: TenantTx, job: LeasedJob): Sql {
  return sql`tenant_id = ${tx.tenant.id} and id = ${job.id} and lease_id = ${job.leaseId}`;
}

function within(where: TenantTx | Database, job: LeasedJob, work: (tx: TenantTx) => Promise<void>): Promise<void> {
  return 'inTenant' in where ? where.inTenant(job.tenantId, work) : work(where);
}
