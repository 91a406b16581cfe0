import { newId, PlatformError } from '@reident/domain';
import type { DueRuleCode, Exclusion, TaskReason } from '@reident/domain/rekyc';
import { type Listed, offsetOf, type Page } from '../transaction/pages.ts';
import { columns, type RowOf, type Sql, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import { type DueFilter, dueCondition } from './due-states.ts';

export type InvitationState = 'planned' | 'invited' | 'done' | 'withdrawn' | 'lapsed';

/** One person asked for one cause: once, whatever campaign it belongs to. */
export interface Invitation {
  id: string;
  campaignId: string;
  personId: string;
  cause: string;
  rule: DueRuleCode;
  dueOn: string;
  riskClass: string;
  state: InvitationState;
  /** Why it was withdrawn before it was sent. */
  why: Exclusion | null;
  plannedAt: Date;
  invitedAt: Date | null;
  endedAt: Date | null;
  /** The one whose link was sent last. */
  identificationId: string | null;
  /** How many were sent. */
  reminders: number;
  /** When the next step is due. */
  nextAt: Date | null;
  warnedAt: Date | null;
  taskAt: Date | null;
  taskWhy: TaskReason | null;
  taskClosedAt: Date | null;
}

// biome-ignore format: a list
const INVITATION = columns(
  'invitations', 'id', 'campaign_id', 'person_id', 'cause', 'rule', 'due_on', 'risk_class', 'state', 'why', 'planned_at', 'invited_at',
  'ended_at', 'identification_id', 'reminders', 'next_at', 'warned_at', 'task_at', 'task_why', 'task_closed_at',
);

type InvitationRow = RowOf<typeof INVITATION>;

/** Somebody who is due, and whether something that the database alone knows keeps them from being invited. */
export interface Candidate {
  personId: string;
  dueOn: string;
  rule: DueRuleCode;
  cause: string;
  riskClass: string;
  why: Exclusion | null;
}

export interface CandidateCursor {
  dueOn: string;
  personId: string;
}

/** Persons of the filter behind the cursor, the earliest due first. */
export async function listCandidates(
  tx: TenantTx,
  campaignId: string,
  filter: DueFilter,
  after: CandidateCursor | null,
  limit: number,
): Promise<Candidate[]> {
  const { dueOn = '', personId = '' } = after ?? {};
  const rows = await tx.query(sql<Omit<Candidate, 'why'> & { why: string | null }>`
    select d.person_id as "personId", d.due_on as "dueOn", d.rule, d.cause, d.risk_class as "riskClass",
      case
        when d.objected_at is not null then 'objected'
        when p.held_since is not null and not p.hold_allows_contact then 'legal_hold'
        when p.relationship_ended_on is not null then 'relationship_ended'
        when exists (
          select from invitations i where i.tenant_id = d.tenant_id and i.person_id = d.person_id and i.cause = d.cause
            and (i.state <> 'withdrawn' or (i.campaign_id = ${campaignId} and i.task_at is not null and i.task_closed_at is null))
        ) then 'already_invited'
        when exists (
          select from invitations i where i.tenant_id = d.tenant_id and i.person_id = d.person_id and i.state in ('planned', 'invited')
        ) then 'already_open'
      end as why
    from due_states d join persons p on p.tenant_id = d.tenant_id and p.id = d.person_id and p.erased_at is null
    where ${dueCondition(tx, filter)} and (d.due_on, d.person_id) > (${dueOn}, ${personId})
    order by d.due_on, d.person_id limit ${limit}`);
  return rows as Candidate[];
}

/** Whoever was planned in the meantime for the same cause, or is open elsewhere, is left out. Answers how many were planned. */
export async function planInvitations(
  tx: TenantTx,
  campaignId: string,
  planned: readonly (Omit<Candidate, 'why'> & { at: Date })[],
): Promise<number> {
  const column = (pick: (one: (typeof planned)[number]) => string) => planned.map(pick);
  const rows = await tx.query(sql`
    insert into invitations (tenant_id, id, campaign_id, person_id, cause, rule, due_on, risk_class, state, planned_at)
    select ${tx.tenant.id}, n.id, ${campaignId}, n.person_id, n.cause, n.rule, n.due_on, n.risk_class, 'planned', n.at::timestamptz
    from unnest(
      ${planned.map(() => newId(''))}::text[], ${column((one) => one.personId)}::text[], ${column((one) => one.cause)}::text[],
      ${column((one) => one.rule)}::text[], ${column((one) => one.dueOn)}::text[], ${column((one) => one.riskClass)}::text[],
      ${column((one) => one.at.toISOString())}::text[]
    ) as n (id, person_id, cause, rule, due_on, risk_class, at)
    on conflict do nothing returning 1`);
  return rows.length;
}

/** Somebody who cannot be invited without a person looking first. */
export async function planTask(
  tx: TenantTx,
  campaignId: string,
  { personId, cause, rule, dueOn, riskClass }: Omit<Candidate, 'why'>,
  why: Exclusion & TaskReason,
): Promise<void> {
  await tx.query(sql`
    insert into invitations (tenant_id, id, campaign_id, person_id, cause, rule, due_on, risk_class, state, why, planned_at, ended_at, task_at, task_why)
    values (${tx.tenant.id}, ${newId('')}, ${campaignId}, ${personId}, ${cause}, ${rule}, ${dueOn}, ${riskClass}, 'withdrawn', ${why},
            ${tx.now}, ${tx.now}, ${tx.now}, ${why})`);
}

/** What can no longer be reached by its customer, and has no step left, does not stand in the way of the next cause. */
export async function lapseDeadInvitations(tx: TenantTx): Promise<void> {
  await tx.query(sql`
    update invitations i set state = 'lapsed', ended_at = ${tx.now}
    from identifications s
    where i.tenant_id = ${tx.tenant.id} and i.state = 'invited' and i.next_at is null
      and s.tenant_id = i.tenant_id and s.id = i.identification_id and s.status in ('expired', 'failed')`);
}

/** @throws PlatformError `model_not_found` */
export async function findInvitation(tx: TenantTx, id: string, options: { lock?: boolean } = {}): Promise<Invitation> {
  const [row] = await tx.query(sql<InvitationRow>`
    select ${INVITATION} from invitations where tenant_id = ${tx.tenant.id} and id = ${id}
    ${options.lock ? sql`for update` : sql``}`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find an invitation for id '${id}'.`);
  return toInvitation(row);
}

export type InvitationChanges = Partial<
  Omit<Invitation, 'id' | 'campaignId' | 'personId' | 'cause' | 'rule' | 'dueOn' | 'riskClass'>
>;

export async function saveInvitation(
  tx: TenantTx,
  invitation: Invitation,
  changes: InvitationChanges,
): Promise<Invitation> {
  const next = { ...invitation, ...changes };
  await tx.query(sql`
    ${update('invitations', {
      state: next.state,
      why: next.why,
      planned_at: next.plannedAt,
      invited_at: next.invitedAt,
      ended_at: next.endedAt,
      identification_id: next.identificationId,
      reminders: next.reminders,
      next_at: next.nextAt,
      warned_at: next.warnedAt,
      task_at: next.taskAt,
      task_why: next.taskWhy,
      task_closed_at: next.taskClosedAt,
    })} where tenant_id = ${tx.tenant.id} and id = ${invitation.id}`);
  return next;
}

/** A success ends whatever was asked of the person, and what was planned is no longer sent. */
export async function endInvitationsOf(tx: TenantTx, personId: string): Promise<void> {
  await tx.query(sql`
    update invitations set
      state = case when state = 'planned' then 'withdrawn' else 'done' end,
      why = case when state = 'planned' then 'no_longer_due' else why end,
      ended_at = ${tx.now}, next_at = null, task_closed_at = case when task_at is null then null else coalesce(task_closed_at, ${tx.now}) end
    where tenant_id = ${tx.tenant.id} and person_id = ${personId} and state in ('planned', 'invited', 'lapsed')`);
}

/** What was planned is no longer sent; what was sent keeps its link, but nothing follows. */
export async function endCampaignInvitations(
  tx: TenantTx,
  campaignId: string,
  why: Extract<Exclusion, 'campaign_stopped' | 'campaign_ended'>,
): Promise<void> {
  await tx.query(sql`
    update invitations set
      state = case when state = 'planned' then 'withdrawn' else state end,
      why = case when state = 'planned' then ${why}::text else why end,
      ended_at = case when state = 'planned' then ${tx.now}::timestamptz else ended_at end,
      next_at = null
    where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state in ('planned', 'invited')`);
}

/** Ids whose moment has come. */
export async function listPlanned(tx: TenantTx, campaignId: string, limit: number): Promise<string[]> {
  const rows = await tx.query(sql<{ id: string }>`
    select id from invitations
    where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'planned' and planned_at <= ${tx.now}
    order by planned_at, id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export async function listFollowUps(tx: TenantTx, campaignId: string, limit: number): Promise<string[]> {
  const rows = await tx.query(sql<{ id: string }>`
    select id from invitations
    where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'invited' and next_at <= ${tx.now}
    order by next_at, id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export interface CampaignClock {
  /** Moments of the earliest and the latest that is planned. */
  firstPlanned: Date | null;
  lastPlanned: Date | null;
  nextFollowUp: Date | null;
}

export async function campaignClock(tx: TenantTx, campaignId: string): Promise<CampaignClock> {
  const [row] = await tx.query(sql<CampaignClock>`
    select
      (select min(planned_at) from invitations where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'planned') as "firstPlanned",
      (select max(planned_at) from invitations where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'planned') as "lastPlanned",
      (select min(next_at) from invitations
       where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'invited' and next_at is not null) as "nextFollowUp"`);
  return row ?? { firstPlanned: null, lastPlanned: null, nextFollowUp: null };
}

/** How many a time has had or will have. */
export async function countBetween(
  tx: TenantTx,
  campaignId: string,
  from: Date,
  to: Date,
): Promise<{ sent: number; planned: number }> {
  const [row] = await tx.query(sql<{ sent: number; planned: number }>`
    select
      (select count(*)::int from invitations
       where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and invited_at >= ${from} and invited_at < ${to}) as sent,
      (select count(*)::int from invitations
       where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'planned'
         and planned_at >= ${from} and planned_at < ${to}) as planned`);
  return row ?? { sent: 0, planned: 0 };
}

/** Everything that is planned, in its order, with new moments. */
export async function replanInvitations(tx: TenantTx, campaignId: string, slots: Iterator<Date>): Promise<void> {
  const rows = await tx.query(sql<{ id: string }>`
    select id from invitations where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} and state = 'planned'
    order by planned_at, due_on, id for update`);
  const moments = rows.map(() => (slots.next().value as Date).toISOString());
  await tx.query(sql`
    update invitations i set planned_at = n.at::timestamptz
    from unnest(${rows.map(({ id }) => id)}::text[], ${moments}::text[]) as n (id, at)
    where i.tenant_id = ${tx.tenant.id} and i.id = n.id`);
}

export interface InvitationQuery {
  page: Page;
  campaignId?: string;
  personId?: string;
  state?: InvitationState;
  /** Only those at which somebody has to look. */
  openTasks?: boolean;
}

/** By the moment that was planned. */
export async function listInvitations(tx: TenantTx, query: InvitationQuery): Promise<Listed<Invitation>> {
  const { page, campaignId = null, personId = null, state = null, openTasks = false } = query;
  const from: Sql = sql`
    from invitations where tenant_id = ${tx.tenant.id}
      and (${campaignId}::text is null or campaign_id = ${campaignId}::text)
      and (${personId}::text is null or person_id = ${personId}::text)
      and (${state}::text is null or state = ${state}::text)
      and (not ${openTasks}::boolean or (task_at is not null and task_closed_at is null))`;
  const rows = await tx.query(sql<InvitationRow>`
    select ${INVITATION} ${from} order by planned_at, id limit ${page.size} offset ${offsetOf(page)}`);
  const [counted] = await tx.query(sql<{ total: number }>`select count(*)::int as total ${from}`);
  return { rows: rows.map(toInvitation), total: counted?.total ?? 0 };
}

export interface CampaignCounts {
  planned: number;
  invited: number;
  done: number;
  withdrawn: number;
  lapsed: number;
  openTasks: number;
}

export async function countInvitations(tx: TenantTx, campaignId: string): Promise<CampaignCounts> {
  const rows = await tx.query(sql<{ state: InvitationState; n: number; tasks: number }>`
    select state, count(*)::int as n, (count(*) filter (where task_at is not null and task_closed_at is null))::int as tasks
    from invitations where tenant_id = ${tx.tenant.id} and campaign_id = ${campaignId} group by state`);
  const counts: CampaignCounts = { planned: 0, invited: 0, done: 0, withdrawn: 0, lapsed: 0, openTasks: 0 };
  for (const { state, n, tasks } of rows) {
    counts[state] = n;
    counts.openTasks += tasks;
  }
  return counts;
}

export interface Conversion {
  /** How many invitations it was measured on. */
  invitations: number;
  /** Shares of those. */
  opened: number;
  submitted: number;
}

/** Fewer say nothing, and more say nothing else. */
const LEAST_MEASURED = 20;
const MOST_MEASURED = 1000;

/** How many of those invited since then opened the link and sent their pictures; null where too few were invited to tell. */
export async function measureConversion(tx: TenantTx, since: Date): Promise<Conversion | null> {
  const [row] = await tx.query(sql<{ n: number; opened: number; submitted: number }>`
    select count(*)::int as n,
      (count(*) filter (where exists (
        select from capture_sessions c where c.tenant_id = i.tenant_id and c.identification_id = i.identification_id)))::int as opened,
      (count(*) filter (where i.state = 'done' or exists (
        select from capture_sessions c
        where c.tenant_id = i.tenant_id and c.identification_id = i.identification_id and c.submitted_at is not null)))::int as submitted
    from (
      select * from invitations
      where tenant_id = ${tx.tenant.id} and invited_at >= ${since} order by invited_at desc limit ${MOST_MEASURED}
    ) i`);
  if (row === undefined || row.n < LEAST_MEASURED) return null;
  const opened = Math.max(row.opened, row.submitted);
  return { invitations: row.n, opened: opened / row.n, submitted: row.submitted / row.n };
}

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    personId: row.person_id,
    cause: row.cause,
    rule: row.rule as DueRuleCode,
    dueOn: row.due_on,
    riskClass: row.risk_class,
    state: row.state,
    why: row.why as Exclusion | null,
    plannedAt: row.planned_at,
    invitedAt: row.invited_at,
    endedAt: row.ended_at,
    identificationId: row.identification_id,
    reminders: row.reminders,
    nextAt: row.next_at,
    warnedAt: row.warned_at,
    taskAt: row.task_at,
    taskWhy: row.task_why as TaskReason | null,
    taskClosedAt: row.task_closed_at,
  };
}
