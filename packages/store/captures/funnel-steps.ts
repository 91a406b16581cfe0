import { json, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { CaptureSession, FunnelPosition } from '../types.ts';

/** A transition from one funnel step to the next. */
export interface StageTransition {
  from: (FunnelPosition & { seconds: number }) | null;
  to: FunnelPosition;
  /** Published reason for which the picture has to be taken again; null when nothing was sent back. */
  sentBack: string | null;
}

/** Records that a capture session has reached another funnel step, and how long the one before took. The session follows. */
export async function enterFunnelStep(
  tx: TenantTx,
  session: CaptureSession,
  to: FunnelPosition,
  sentBack: string | null,
): Promise<StageTransition> {
  const { at: before } = session;
  const from =
    before === null
      ? null
      : { step: before.step, phase: before.phase, seconds: (tx.now.getTime() - before.since.getTime()) / 1000 };
  if (from !== null)
    await tx.query(sql`
      update funnel_steps set seconds = seconds + ${from.seconds}
      where tenant_id = ${tx.tenant.id} and session_id = ${session.id} and step = ${from.step} and phase = ${from.phase}`);
  const counted = json(sentBack === null ? {} : { [sentBack]: 1 });
  await tx.query(sql`
    insert into funnel_steps (tenant_id, session_id, step, phase, visits, sent_back)
    values (${tx.tenant.id}, ${session.id}, ${to.step}, ${to.phase}, 1, ${counted}::jsonb)
    on conflict (tenant_id, session_id, step, phase) do update
    set visits = funnel_steps.visits + 1,
        sent_back = funnel_steps.sent_back || coalesce(
          (select jsonb_object_agg(key, coalesce((funnel_steps.sent_back ->> key)::int, 0) + 1)
           from jsonb_object_keys(excluded.sent_back) as key), '{}')`);
  await tx.query(sql`
    ${update('capture_sessions', { funnel_step: to.step, funnel_phase: to.phase, funnel_step_since: tx.now })}
    where tenant_id = ${tx.tenant.id} and id = ${session.id}`);
  session.at = { ...to, since: tx.now };
  return { from, to, sentBack };
}

/** The sessions that began in a span of time, counted. Lists are sorted by how often. */
export interface Funnel {
  begun: number;
  submitted: number;
  /** Ended without a submission, other than by going on with another device. */
  ended: number;
  moved: number;
  /** From the beginning to the submission; null without one. */
  totalSeconds: Quantiles | null;
  steps: FunnelStep[];
}

export interface FunnelStep {
  step: string;
  /** Capture sessions that came here, each counted once. */
  reached: number;
  /** Capture sessions that are here now. */
  here: number;
  /** Capture sessions that went on with another device from here. */
  moved: number;
  /** Capture sessions that ended here, by why. */
  ended: Counted[];
  /** What the software found wrong with pictures of this step, by published reason. */
  sentBack: Counted[];
  /** Of the sessions that went on: all visits of one session together. */
  customerSeconds: Quantiles | null;
  machineSeconds: Quantiles | null;
}

export interface Counted {
  reason: string;
  count: number;
}

export interface Quantiles {
  median: number;
  p90: number;
}

/**
 * @param span.idleSince  a session that was seen last before this moment is over, although nobody has said so yet
 */
export async function readFunnel(tx: TenantTx, span: { from: Date; to: Date; idleSince: Date }): Promise<Funnel> {
  const sessions = sql`
    sessions as (
      select id, funnel_step as step, started_at, submitted_at,
        case when submitted_at is not null then null
             when end_reason = 'aborted' then coalesce(quit_reason, 'closed')
             when ended_at is not null then end_reason
             when last_seen_at < ${span.idleSince} then 'timed_out' end as why
      from capture_sessions
      where tenant_id = ${tx.tenant.id} and started_at >= ${span.from} and started_at < ${span.to} and funnel_step is not null
    )`;
  const [all] = await tx.query(sql<TotalsRow>`
    with ${sessions}
    select count(*)::int as begun, count(submitted_at)::int as submitted,
      count(why) filter (where why <> 'taken_over')::int as ended,
      count(why) filter (where why = 'taken_over')::int as moved,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from submitted_at - started_at)::float8)
        filter (where submitted_at is not null) as total_seconds
    from sessions`);
  const steps = await tx.query(sql<StepRow>`
    with ${sessions}
    select p.step, count(distinct s.id)::int as reached,
      count(distinct s.id) filter (where s.step = p.step and s.why is null and s.submitted_at is null)::int as here,
      count(distinct s.id) filter (where s.step = p.step and s.why = 'taken_over')::int as moved,
      percentile_cont(array[0.5, 0.9]) within group (order by p.seconds)
        filter (where p.phase = 'customer' and s.step <> p.step) as customer_seconds,
      percentile_cont(array[0.5, 0.9]) within group (order by p.seconds)
        filter (where p.phase = 'machine' and s.step <> p.step) as machine_seconds
    from sessions s join funnel_steps p on p.tenant_id = ${tx.tenant.id} and p.session_id = s.id
    group by p.step`);
  const ended = await tx.query(sql<CountRow>`
    with ${sessions}
    select step, why as reason, count(*)::int as count from sessions
    where why is not null and why <> 'taken_over' group by step, why order by count(*) desc, why`);
  const sentBack = await tx.query(sql<CountRow>`
    with ${sessions}
    select p.step, r.key as reason, sum(r.value::int)::int as count
    from sessions s join funnel_steps p on p.tenant_id = ${tx.tenant.id} and p.session_id = s.id
    cross join lateral jsonb_each_text(p.sent_back) r
    group by p.step, r.key order by sum(r.value::int) desc, r.key`);
  const of = (rows: CountRow[], step: string): Counted[] =>
    rows.filter((row) => row.step === step).map(({ reason, count }) => ({ reason, count }));
  return {
    begun: all?.begun ?? 0,
    submitted: all?.submitted ?? 0,
    ended: all?.ended ?? 0,
    moved: all?.moved ?? 0,
    totalSeconds: quantiles(all?.total_seconds ?? null),
    steps: steps.map((row) => ({
      step: row.step,
      reached: row.reached,
      here: row.here,
      moved: row.moved,
      ended: of(ended, row.step),
      sentBack: of(sentBack, row.step),
      customerSeconds: quantiles(row.customer_seconds),
      machineSeconds: quantiles(row.machine_seconds),
    })),
  };
}

interface TotalsRow {
  begun: number;
  submitted: number;
  ended: number;
  moved: number;
  total_seconds: number[] | null;
}

interface StepRow {
  step: string;
  reached: number;
  here: number;
  moved: number;
  customer_seconds: number[] | null;
  machine_seconds: number[] | null;
}

interface CountRow {
  step: string;
  reason: string;
  count: number;
}

function quantiles(values: number[] | null): Quantiles | null {
  const [median, p90] = values ?? [];
  return median === undefined || p90 === undefined ? null : { median, p90 };
}
