import { newId, PlatformError } from '@reident/domain';
import { CAMPAIGN_MOVES, type CampaignAction, type CampaignPlan, type CampaignState } from '@reident/domain/rekyc';
import { recordAudit } from '../access/record-audit.ts';
import { count, type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import { columns, insertInto, json, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

export interface Campaign {
  id: string;
  name: string;
  state: CampaignState;
  plan: CampaignPlan;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** The last day for which everybody who is due was looked for; null before. */
  plannedOn: string | null;
}

const CAMPAIGN = columns(
  'campaigns',
  'id',
  'name',
  'state',
  'plan',
  'created_at',
  'started_at',
  'ended_at',
  'planned_on',
);

export async function insertCampaign(tx: TenantTx, name: string, plan: CampaignPlan, actor: Actor): Promise<Campaign> {
  const row = {
    tenant_id: tx.tenant.id,
    id: newId(''),
    name,
    state: 'draft',
    plan: json(plan),
    created_at: tx.now,
  } as const;
  await tx.query(insertInto('campaigns', row));
  await recordAudit(tx, { actor, action: 'campaign.created', entity: row.id });
  return { id: row.id, name, state: 'draft', plan, createdAt: tx.now, startedAt: null, endedAt: null, plannedOn: null };
}

/** @throws PlatformError `model_not_found` */
export async function findCampaign(tx: TenantTx, id: string, options: { lock?: boolean } = {}): Promise<Campaign> {
  const [row] = await tx.query(sql<RowOf<typeof CAMPAIGN>>`
    select ${CAMPAIGN} from campaigns where tenant_id = ${tx.tenant.id} and id = ${id}
    ${options.lock ? sql`for update` : sql``}`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find a campaign for id '${id}'.`);
  return toCampaign(row);
}

/** Newest first. */
export async function listCampaigns(tx: TenantTx, page: Page): Promise<Listed<Campaign>> {
  const rows = await tx.query(sql<RowOf<typeof CAMPAIGN>>`
    select ${CAMPAIGN} from campaigns where tenant_id = ${tx.tenant.id}
    order by seq desc limit ${page.size} offset ${offsetOf(page)}`);
  const total = await totalOf(page, rows.length, () =>
    count(tx, sql`from campaigns where tenant_id = ${tx.tenant.id}`),
  );
  return { rows: rows.map(toCampaign), total };
}

/** @throws PlatformError `wrong_status` unless it is a draft */
export async function replacePlan(
  tx: TenantTx,
  campaign: Campaign,
  changed: Pick<Campaign, 'name' | 'plan'>,
  actor: Actor,
): Promise<Campaign> {
  if (campaign.state !== 'draft')
    throw new PlatformError('wrong_status', `a campaign in state ${campaign.state} cannot be changed`);
  const { name, plan } = changed;
  await tx.query(sql`
    ${update('campaigns', { name, plan: json(plan) })} where tenant_id = ${tx.tenant.id} and id = ${campaign.id}`);
  await recordAudit(tx, { actor, action: 'campaign.changed', entity: campaign.id });
  return { ...campaign, name, plan };
}

/**
 * Starts, pauses, resumes or stops a campaign that the caller has locked. Where it is so already, nothing changes.
 *
 * @throws PlatformError `wrong_status` when its state does not allow that
 */
export async function moveCampaign(
  tx: TenantTx,
  campaign: Campaign,
  action: CampaignAction,
  actor: Actor,
): Promise<Campaign> {
  const { from, to } = CAMPAIGN_MOVES[action];
  if (campaign.state === to) return campaign;
  if (!(from as readonly CampaignState[]).includes(campaign.state))
    throw new PlatformError('wrong_status', `a campaign in state ${campaign.state} cannot be moved by ${action}`);
  await recordAudit(tx, { actor, action: `campaign.${action}`, entity: campaign.id });
  return setState(tx, campaign, to);
}

/** Everything is done, or its last day is over. */
export async function finishCampaign(tx: TenantTx, campaign: Campaign): Promise<void> {
  await setState(tx, campaign, 'finished');
}

async function setState(tx: TenantTx, campaign: Campaign, state: CampaignState): Promise<Campaign> {
  const startedAt = campaign.startedAt ?? (state === 'running' ? tx.now : null);
  const endedAt = state === 'stopped' || state === 'finished' ? tx.now : null;
  await tx.query(sql`
    ${update('campaigns', { state, started_at: startedAt, ended_at: endedAt })}
    where tenant_id = ${tx.tenant.id} and id = ${campaign.id}`);
  return { ...campaign, state, startedAt, endedAt };
}

/** Everybody who is due was looked for on this day. */
export async function markPlanned(tx: TenantTx, campaignId: string, day: string): Promise<void> {
  await tx.query(sql`
    ${update('campaigns', { planned_on: day })} where tenant_id = ${tx.tenant.id} and id = ${campaignId}`);
}

function toCampaign(row: RowOf<typeof CAMPAIGN>): Campaign {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    plan: row.plan as CampaignPlan,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    plannedOn: row.planned_on,
  };
}
