import { type Sql, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import { type DueFilter, dueCondition } from './due-states.ts';

/** How far an invitation has come. `opened` has the step at which the customer is; `dead` has a link that ended. */
export const BOARD_STAGES = [
  'planned',
  'invited',
  'opened',
  'in_review',
  'dead',
  'done',
  'lapsed',
  'withdrawn',
] as const;
export type BoardStage = (typeof BOARD_STAGES)[number];

export interface BoardRows {
  persons: number;
  /** Due dates by month and class. */
  months: { month: string; riskClass: string; n: number }[];
  overdue: number;
  stages: { campaignId: string; riskClass: string; stage: BoardStage; step: string | null; n: number }[];
  openTasks: number;
  /** By the Monday that the week begins with. */
  plannedWeeks: { week: string; n: number }[];
  dueWeeks: { week: string; n: number }[];
}

/** Where the identification of an invitation and the customer's latest session stand; of invitations that wait for the customer alone. */
const WITH_SESSION = sql`
  left join identifications s on i.state = 'invited' and s.tenant_id = i.tenant_id and s.id = i.identification_id
  left join lateral (
    select c.funnel_step, c.submitted_at from capture_sessions c
    where i.state = 'invited' and c.tenant_id = i.tenant_id and c.identification_id = i.identification_id
    order by c.seq desc limit 1
  ) c on true`;

const STAGE = sql`
  case
    when i.state <> 'invited' then i.state
    when s.status in ('expired', 'failed') then 'dead'
    when s.status in ('pending_successful', 'pending_failed') or (s.status = 'pending' and c.submitted_at is not null) then 'in_review'
    when c is not null then 'opened'
    else 'invited'
  end`;

/** The Monday of the week in which a day lies. */
const mondayOf = (day: Sql) => sql`to_char(date_trunc('week', ${day}), 'YYYY-MM-DD')`;

/** All counts of the board, in a few statements that each walk an index once. */
export async function readBoard(tx: TenantTx, until: string, weeksUntil: string): Promise<BoardRows> {
  const tenantId = tx.tenant.id;
  const today = tx.now.toISOString().slice(0, 10);
  const [persons] = await tx.query(sql<{ n: number }>`
    select coalesce(sum(n), 0)::int as n from list_counts where tenant_id = ${tenantId} and list = 'persons'`);
  const months = await tx.query(sql<BoardRows['months'][number]>`
    select left(due_on, 7) as month, risk_class as "riskClass", count(*)::int as n from due_states
    where tenant_id = ${tenantId} and due_on is not null and due_on <= ${until} group by 1, 2 order by 1, 2`);
  const [overdue] = await tx.query(sql<{ n: number }>`
    select count(*)::int as n from due_states where tenant_id = ${tenantId} and due_on is not null and due_on < ${today}`);
  const stages = await tx.query(sql<BoardRows['stages'][number]>`
    select i.campaign_id as "campaignId", i.risk_class as "riskClass", ${STAGE} as stage,
           case when ${STAGE} = 'opened' then c.funnel_step end as step, count(*)::int as n
    from invitations i ${WITH_SESSION}
    where i.tenant_id = ${tenantId} group by 1, 2, 3, 4`);
  const [tasks] = await tx.query(sql<{ n: number }>`
    select count(*)::int as n from invitations where tenant_id = ${tenantId} and task_at is not null and task_closed_at is null`);
  const plannedWeeks = await tx.query(sql<BoardRows['plannedWeeks'][number]>`
    select ${mondayOf(sql`planned_at at time zone 'UTC'`)} as week, count(*)::int as n from invitations
    where tenant_id = ${tenantId} and state = 'planned' group by 1 order by 1`);
  const dueWeeks = await tx.query(sql<BoardRows['dueWeeks'][number]>`
    select ${mondayOf(sql`due_on::date`)} as week, count(*)::int as n from due_states
    where tenant_id = ${tenantId} and due_on >= ${today} and due_on <= ${weeksUntil} group by 1 order by 1`);
  return {
    persons: persons?.n ?? 0,
    months,
    overdue: overdue?.n ?? 0,
    stages,
    openTasks: tasks?.n ?? 0,
    plannedWeeks,
    dueWeeks,
  };
}

export interface BoardPerson {
  personId: string;
  dueOn: string;
  rule: string;
  riskClass: string;
  campaignId: string | null;
  stage: BoardStage | null;
  step: string | null;
}

/** The persons behind the counts, with their latest invitation, the earliest due first. */
export async function listBoardPersons(
  tx: TenantTx,
  filter: DueFilter,
  after: { dueOn: string; personId: string } | null,
  limit: number,
): Promise<BoardPerson[]> {
  const { dueOn = '', personId = '' } = after ?? {};
  return tx.query(sql<BoardPerson>`
    select d.person_id as "personId", d.due_on as "dueOn", d.rule, d.risk_class as "riskClass", i.campaign_id as "campaignId",
           case when i.id is null then null else ${STAGE} end as stage, c.funnel_step as step
    from due_states d
    left join lateral (
      select * from invitations n where n.tenant_id = d.tenant_id and n.person_id = d.person_id order by n.planned_at desc limit 1
    ) i on true ${WITH_SESSION}
    where ${dueCondition(tx, filter)} and (d.due_on, d.person_id) > (${dueOn}, ${personId})
    order by d.due_on, d.person_id limit ${limit}`);
}
