import { sql } from '../transaction/sql.ts';
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
  /** Due dates by day and class. */
  dueDays: { day: string; riskClass: string; n: number }[];
  stages: { campaignId: string; riskClass: string; stage: BoardStage; step: string | null; n: number }[];
  openTasks: number;
  plannedDays: { day: string; n: number }[];
}

/** How far an invitation has come that waits for its customer; `i` is the invitation, `s` its identification, `c` the latest session. */
const STAGE = sql`
  case
    when s.status in ('expired', 'failed') then 'dead'
    when s.status in ('pending_successful', 'pending_failed') or (s.status = 'pending' and c.submitted_at is not null) then 'in_review'
    when c.identification_id is not null then 'opened'
    else 'invited'
  end`;

/** All counts of the board: each statement walks an index once, and only what waits for its customer is looked at one by one. */
export async function readBoard(tx: TenantTx): Promise<BoardRows> {
  const tenantId = tx.tenant.id;
  const [persons] = await tx.query(sql<{ n: number }>`
    select coalesce(sum(n), 0)::int as n from list_counts where tenant_id = ${tenantId} and list = 'persons'`);
  const dueDays = await tx.query(sql<BoardRows['dueDays'][number]>`
    select due_on as day, risk_class as "riskClass", count(*)::int as n from due_states
    where tenant_id = ${tenantId} and due_on is not null group by 1, 2`);
  const settled = await tx.query(sql<BoardRows['stages'][number]>`
    select campaign_id as "campaignId", risk_class as "riskClass", state as stage, null as step, count(*)::int as n
    from invitations where tenant_id = ${tenantId} and state <> 'invited' group by 1, 2, 3`);
  const waiting = await tx.query(sql<BoardRows['stages'][number]>`
    select i.campaign_id as "campaignId", i.risk_class as "riskClass", ${STAGE} as stage,
           case when ${STAGE} = 'opened' then c.funnel_step end as step, count(*)::int as n
    from invitations i
    join identifications s on s.tenant_id = i.tenant_id and s.id = i.identification_id
    left join (
      select distinct on (identification_id) identification_id, funnel_step, submitted_at from capture_sessions
      where tenant_id = ${tenantId} order by identification_id, seq desc
    ) c on c.identification_id = i.identification_id
    where i.tenant_id = ${tenantId} and i.state = 'invited' group by 1, 2, 3, 4`);
  const [tasks] = await tx.query(sql<{ n: number }>`
    select count(*)::int as n from invitations where tenant_id = ${tenantId} and task_at is not null and task_closed_at is null`);
  const plannedDays = await tx.query(sql<BoardRows['plannedDays'][number]>`
    select (planned_at at time zone 'UTC')::date::text as day, count(*)::int as n from invitations
    where tenant_id = ${tenantId} and state = 'planned' group by 1`);
  return {
    persons: persons?.n ?? 0,
    dueDays,
    stages: [...settled, ...waiting],
    openTasks: tasks?.n ?? 0,
    plannedDays,
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
           case when i.id is null then null when i.state <> 'invited' then i.state else ${STAGE} end as stage, c.funnel_step as step
    from due_states d
    left join lateral (
      select * from invitations n where n.tenant_id = d.tenant_id and n.person_id = d.person_id order by n.planned_at desc limit 1
    ) i on true
    left join identifications s on i.state = 'invited' and s.tenant_id = i.tenant_id and s.id = i.identification_id
    left join lateral (
      select o.identification_id, o.funnel_step, o.submitted_at from capture_sessions o
      where i.state = 'invited' and o.tenant_id = i.tenant_id and o.identification_id = i.identification_id
      order by o.seq desc limit 1
    ) c on true
    where ${dueCondition(tx, filter)} and (d.due_on, d.person_id) > (${dueOn}, ${personId})
    order by d.due_on, d.person_id limit ${limit}`);
}
