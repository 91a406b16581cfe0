import { json, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { CaptureSession, Whereabouts } from '../types.ts';

/** A move from one place to the next. */
export interface Move {
  from: (Whereabouts & { seconds: number }) | null;
  to: Whereabouts;
  /** Published reason for which the picture has to be taken again; null when nothing was sent back. */
  sentBack: string | null;
}

/** Writes down that a sitting is somewhere else now, and how long it took where it was. The session follows. */
export async function moveSitting(
  tx: TenantTx,
  session: CaptureSession,
  to: Whereabouts,
  sentBack: string | null,
): Promise<Move> {
  const { at: before } = session;
  const from =
    before === null
      ? null
      : { place: before.place, phase: before.phase, seconds: (tx.now.getTime() - before.since.getTime()) / 1000 };
  if (from !== null)
    await tx.query(sql`
      update sitting_places set seconds = seconds + ${from.seconds}
      where tenant_id = ${tx.tenant.id} and session_id = ${session.id} and place = ${from.place} and phase = ${from.phase}`);
  const counted = json(sentBack === null ? {} : { [sentBack]: 1 });
  await tx.query(sql`
    insert into sitting_places (tenant_id, session_id, place, phase, visits, sent_back)
    values (${tx.tenant.id}, ${session.id}, ${to.place}, ${to.phase}, 1, ${counted}::jsonb)
    on conflict (tenant_id, session_id, place, phase) do update
    set visits = sitting_places.visits + 1,
        sent_back = sitting_places.sent_back || coalesce(
          (select jsonb_object_agg(key, coalesce((sitting_places.sent_back ->> key)::int, 0) + 1)
           from jsonb_object_keys(excluded.sent_back) as key), '{}')`);
  await tx.query(sql`
    ${update('capture_sessions', { place: to.place, place_phase: to.phase, place_since: tx.now })}
    where tenant_id = ${tx.tenant.id} and id = ${session.id}`);
  session.at = { ...to, since: tx.now };
  return { from, to, sentBack };
}

/** The sittings that began in a span of time, counted. Lists are sorted by how often. */
export interface Funnel {
  begun: number;
  submitted: number;
  /** Ended without a submission, other than by going on with another device. */
  ended: number;
  moved: number;
  /** From the beginning to the submission; null without one. */
  totalSeconds: Quantiles | null;
  places: FunnelPlace[];
}

export interface FunnelPlace {
  place: string;
  /** Sittings that came here, each counted once. */
  reached: number;
  /** Sittings that are here now. */
  here: number;
  /** Sittings that went on with another device from here. */
  moved: number;
  /** Sittings that ended here, by why. */
  ended: Counted[];
  /** What the software found wrong with pictures of this step, by published reason. */
  sentBack: Counted[];
  /** Of the sittings that went on: all visits of one sitting together. */
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
 * @param span.idleSince  a sitting that was seen last before this moment is over, although nobody has said so yet
 */
export async function readFunnel(tx: TenantTx, span: { from: Date; to: Date; idleSince: Date }): Promise<Funnel> {
  const sittings = sql`
    sittings as (
      select id, place, started_at, submitted_at,
        case when submitted_at is not null then null
             when end_reason = 'aborted' then coalesce(quit_reason, 'closed')
             when ended_at is not null then end_reason
             when last_seen_at < ${span.idleSince} then 'timed_out' end as why
      from capture_sessions
      where tenant_id = ${tx.tenant.id} and started_at >= ${span.from} and started_at < ${span.to} and place is not null
    )`;
  const [all] = await tx.query(sql<TotalsRow>`
    with ${sittings}
    select count(*)::int as begun, count(submitted_at)::int as submitted,
      count(why) filter (where why <> 'taken_over')::int as ended,
      count(why) filter (where why = 'taken_over')::int as moved,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from submitted_at - started_at)::float8)
        filter (where submitted_at is not null) as total_seconds
    from sittings`);
  const places = await tx.query(sql<PlaceRow>`
    with ${sittings}
    select p.place, count(distinct s.id)::int as reached,
      count(distinct s.id) filter (where s.place = p.place and s.why is null and s.submitted_at is null)::int as here,
      count(distinct s.id) filter (where s.place = p.place and s.why = 'taken_over')::int as moved,
      percentile_cont(array[0.5, 0.9]) within group (order by p.seconds)
        filter (where p.phase = 'customer' and s.place <> p.place) as customer_seconds,
      percentile_cont(array[0.5, 0.9]) within group (order by p.seconds)
        filter (where p.phase = 'machine' and s.place <> p.place) as machine_seconds
    from sittings s join sitting_places p on p.tenant_id = ${tx.tenant.id} and p.session_id = s.id
    group by p.place`);
  const ended = await tx.query(sql<CountRow>`
    with ${sittings}
    select place, why as reason, count(*)::int as count from sittings
    where why is not null and why <> 'taken_over' group by place, why order by count(*) desc, why`);
  const sentBack = await tx.query(sql<CountRow>`
    with ${sittings}
    select p.place, r.key as reason, sum(r.value::int)::int as count
    from sittings s join sitting_places p on p.tenant_id = ${tx.tenant.id} and p.session_id = s.id
    cross join lateral jsonb_each_text(p.sent_back) r
    group by p.place, r.key order by sum(r.value::int) desc, r.key`);
  const of = (rows: CountRow[], place: string): Counted[] =>
    rows.filter((row) => row.place === place).map(({ reason, count }) => ({ reason, count }));
  return {
    begun: all?.begun ?? 0,
    submitted: all?.submitted ?? 0,
    ended: all?.ended ?? 0,
    moved: all?.moved ?? 0,
    totalSeconds: quantiles(all?.total_seconds ?? null),
    places: places.map((row) => ({
      place: row.place,
      reached: row.reached,
      here: row.here,
      moved: row.moved,
      ended: of(ended, row.place),
      sentBack: of(sentBack, row.place),
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

interface PlaceRow {
  place: string;
  reached: number;
  here: number;
  moved: number;
  customer_seconds: number[] | null;
  machine_seconds: number[] | null;
}

interface CountRow {
  place: string;
  reason: string;
  count: number;
}

function quantiles(values: number[] | null): Quantiles | null {
  const [median, p90] = values ?? [];
  return median === undefined || p90 === undefined ? null : { median, p90 };
}
