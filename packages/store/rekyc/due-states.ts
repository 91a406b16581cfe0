import type { DueReason, DueRuleCode } from '@reident/domain/rekyc';
import { DEFAULT_RISK_CLASS } from '@reident/domain/rekyc';
import { recordAudit } from '../access/record-audit.ts';
import { count, type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import { columns, insertInto, type RowOf, type Sql, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

/** What is kept of a person's due date. */
export interface DueState {
  personId: string;
  riskClass: string;
  productTags: string[];
  dueOn: string | null;
  rule: DueRuleCode | null;
  since: string | null;
  cause: string | null;
  /** Since when the person does not want to be written to. */
  objectedAt: Date | null;
  /** False while nothing is stored: nothing is known to count from. */
  stored: boolean;
}

const STATE = columns(
  'due_states',
  'person_id',
  'risk_class',
  'product_tags',
  'due_on',
  'rule',
  'since',
  'cause',
  'objected_at',
);

/** @param options.lock  keeps others from working the date out meanwhile */
export async function findDueState(
  tx: TenantTx,
  personId: string,
  options: { lock?: boolean } = {},
): Promise<DueState> {
  const [row] = await tx.query(sql<RowOf<typeof STATE>>`
    select ${STATE} from due_states where tenant_id = ${tx.tenant.id} and person_id = ${personId}
    ${options.lock ? sql`for update` : sql``}`);
  return row === undefined ? nothingKnown(personId) : toState(row);
}

function nothingKnown(personId: string): DueState {
  return {
    personId,
    riskClass: DEFAULT_RISK_CLASS,
    productTags: [],
    dueOn: null,
    rule: null,
    since: null,
    cause: null,
    objectedAt: null,
    stored: false,
  };
}

function toState(row: RowOf<typeof STATE>): DueState {
  return {
    personId: row.person_id,
    riskClass: row.risk_class,
    productTags: row.product_tags,
    dueOn: row.due_on,
    rule: row.rule as DueRuleCode | null,
    since: row.since,
    cause: row.cause,
    objectedAt: row.objected_at,
    stored: true,
  };
}

/** What made the date be worked out. */
export type DueChange =
  | 'created'
  | 'identified'
  | 'data_confirmed'
  | 'data_changed'
  | 'event_reported'
  | 'class_changed'
  | 'rules_changed';

/** Writes the state, and a line of history where date, rule or class became another. */
export async function saveDueState(
  tx: TenantTx,
  before: DueState,
  state: Pick<DueState, 'riskClass' | 'productTags' | 'objectedAt'> & { reason: DueReason | null },
  change: DueChange,
  actor: Actor,
): Promise<DueState> {
  const { riskClass, productTags, objectedAt, reason } = state;
  const { personId } = before;
  const known = {
    dueOn: reason?.dueOn ?? null,
    rule: reason?.rule ?? null,
    since: reason?.since ?? null,
    cause: reason?.cause ?? null,
  };
  const row = {
    tenant_id: tx.tenant.id,
    person_id: personId,
    risk_class: riskClass,
    product_tags: productTags,
    due_on: known.dueOn,
    rule: known.rule,
    since: known.since,
    cause: known.cause,
    objected_at: objectedAt,
    updated_at: tx.now,
  };
  const save = sql`
    ${insertInto('due_states', row)}
    on conflict (tenant_id, person_id) do update set
      risk_class = excluded.risk_class, product_tags = excluded.product_tags, due_on = excluded.due_on, rule = excluded.rule,
      since = excluded.since, cause = excluded.cause, objected_at = excluded.objected_at, stale = false,
      updated_at = excluded.updated_at`;
  const isNews = before.dueOn !== known.dueOn || before.cause !== known.cause || before.riskClass !== riskClass;
  const line = {
    tenant_id: tx.tenant.id,
    person_id: personId,
    due_on: known.dueOn,
    rule: known.rule,
    cause: known.cause,
    risk_class: riskClass,
    change,
    actor_kind: actor.kind,
    actor_id: actor.id,
    at: tx.now,
  };
  await tx.query(isNews ? sql`with saved as (${save} returning 1) ${insertInto('due_history', line)}` : save);
  return { personId, riskClass, productTags, objectedAt, ...known, stored: true };
}

export async function recordObjection(
  tx: TenantTx,
  state: DueState,
  objectedAt: Date | null,
  actor: Actor,
): Promise<void> {
  const { personId } = state;
  await tx.query(sql`
    insert into due_states (tenant_id, person_id, objected_at, updated_at)
    values (${tx.tenant.id}, ${personId}, ${objectedAt}, ${tx.now})
    on conflict (tenant_id, person_id) do update set objected_at = excluded.objected_at, updated_at = excluded.updated_at`);
  const action = objectedAt === null ? 'person.objection_ended' : 'person.objected';
  await recordAudit(tx, { actor, action, entity: personId });
}

export interface DueHistoryLine {
  dueOn: string | null;
  rule: DueRuleCode | null;
  cause: string | null;
  riskClass: string;
  change: DueChange;
  actorKind: Actor['kind'];
  at: Date;
}

const LINE = columns('due_history', 'due_on', 'rule', 'cause', 'risk_class', 'change', 'actor_kind', 'at');

/** Which dates a person had and why, oldest first. */
export async function listDueHistory(tx: TenantTx, personId: string): Promise<DueHistoryLine[]> {
  const rows = await tx.query(sql<RowOf<typeof LINE>>`
    select ${LINE} from due_history where tenant_id = ${tx.tenant.id} and person_id = ${personId} order by seq`);
  return rows.map((row) => ({
    dueOn: row.due_on,
    rule: row.rule as DueRuleCode | null,
    cause: row.cause,
    riskClass: row.risk_class,
    change: row.change as DueChange,
    actorKind: row.actor_kind as Actor['kind'],
    at: row.at,
  }));
}

/** Whom a list or a campaign is about. What is not said does not matter. */
export interface DueFilter {
  dueFrom?: string;
  dueTo?: string;
  riskClasses?: readonly string[];
  productTags?: readonly string[];
  personIds?: readonly string[];
}

/** Conditions on `due_states d`. One text whatever is asked for, so that it is prepared once. */
export function dueCondition(tx: TenantTx, filter: DueFilter): Sql {
  const { dueFrom = '', dueTo = '9999-12-31', riskClasses = null, productTags = null, personIds = null } = filter;
  return sql`
    d.tenant_id = ${tx.tenant.id} and d.due_on >= ${dueFrom} and d.due_on <= ${dueTo}
    and (${riskClasses}::text[] is null or d.risk_class = any (${riskClasses}::text[]))
    and (${productTags}::text[] is null or d.product_tags && ${productTags}::text[])
    and (${personIds}::text[] is null or d.person_id = any (${personIds}::text[]))`;
}

/** Persons with a due date, the earliest first. */
export async function listDue(tx: TenantTx, filter: DueFilter, page: Page): Promise<Listed<DueState>> {
  const condition = dueCondition(tx, filter);
  const rows = await tx.query(sql<RowOf<typeof STATE>>`
    select ${STATE.of('d')} from due_states d where ${condition}
    order by d.due_on, d.person_id limit ${page.size} offset ${offsetOf(page)}`);
  const total = await totalOf(page, rows.length, () => count(tx, sql`from due_states d where ${condition}`));
  return { rows: rows.map(toState), total };
}

/** Persons whose date has to be worked out: all who have none yet, or those whose class became another. Answers their ids. */
export async function listStale(tx: TenantTx, after: string, everybody: boolean, limit: number): Promise<string[]> {
  const rows = everybody
    ? await tx.query(sql<{ id: string }>`
        select id from persons where tenant_id = ${tx.tenant.id} and id > ${after} and erased_at is null
        order by id limit ${limit}`)
    : await tx.query(sql<{ id: string }>`
        select person_id as id from due_states where tenant_id = ${tx.tenant.id} and stale and person_id > ${after}
        order by person_id limit ${limit}`);
  return rows.map(({ id }) => id);
}
