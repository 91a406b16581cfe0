import { PlatformError } from '@reident/domain';
import { CAMPAIGN_ACTIONS, type CampaignPlan, nextSendingTime } from '@reident/domain/rekyc';
import { actOnCampaign } from '@reident/platform';
import {
  type Campaign,
  countInvitations,
  findCampaign,
  insertCampaign,
  listCampaigns as list,
  listRiskClasses,
  replacePlan,
  type TenantTx,
} from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { CampaignId, CampaignInput, CampaignResource, toCampaign, toPlan } from '../../resources/campaign.ts';

const ONE = { path: '/reident/v1/campaigns/{id}', tag: 'Reident', params: { id: CampaignId } } as const;

const EXAMPLE = {
  name: 'Spring',
  who: { due_to: '2027-06-30', risk_classes: ['normal'] },
  per_day: 200,
  channels: ['email', 'letter'],
  reminders: [{ after_days: 7 }, { after_days: 14, channel: 'letter' }],
  warn_after_days: 21,
  task_after_days: 28,
} as const;

/** Plans whom to ask, when and how. Nothing happens before it is started. */
export const createCampaign = defineOperation({
  method: 'POST',
  path: '/reident/v1/campaigns',
  tag: 'Reident',
  summary: 'Create a campaign',
  description: 'A draft: a dry run says exactly whom it would invite and when, and nothing is sent before `start`.',
  body: CampaignInput,
  status: 201,
  answer: CampaignResource,
  errors: [],
  example: { request: EXAMPLE },

  async handle({ body }, { tx, caller }) {
    const plan = await planOf(tx, body);
    return shown(tx, await insertCampaign(tx, body.name, plan, caller.actor));
  },
});

export const updateCampaign = defineOperation({
  ...ONE,
  method: 'PUT',
  summary: 'Change a campaign that is still a draft',
  body: CampaignInput,
  answer: CampaignResource,
  errors: ['wrong_status'],
  example: { request: EXAMPLE },

  async handle({ params, body }, { tx, caller }) {
    const campaign = await findCampaign(tx, params.id, { lock: true });
    const changed = { name: body.name, plan: await planOf(tx, body) };
    return shown(tx, await replacePlan(tx, campaign, changed, caller.actor));
  },
});

/** What no schema can say: there are days to send on, and the classes exist. */
async function planOf(tx: TenantTx, body: z.output<typeof CampaignInput>): Promise<CampaignPlan> {
  const plan = toPlan(body, tx.now);
  if (plan.endsOn !== null && plan.endsOn < plan.startsOn) throw invalid('ends_on', 'must not be before starts_on');
  try {
    nextSendingTime(tx.now, plan.times);
  } catch {
    throw invalid('times', 'leave no day to send on');
  }
  const known = await listRiskClasses(tx);
  for (const code of plan.who.riskClasses ?? [])
    if (!known.some((one) => one.code === code)) throw invalid('who.risk_classes', 'names a class that does not exist');
  return plan;
}

function invalid(field: string, message: string): PlatformError {
  return new PlatformError('invalid_model', `${field} ${message}`, { field, message });
}

async function shown(tx: TenantTx, campaign: Campaign) {
  return toCampaign(campaign, await countInvitations(tx, campaign.id));
}

export const listCampaigns = defineOperation({
  method: 'GET',
  path: '/reident/v1/campaigns',
  tag: 'Reident',
  summary: 'List the campaigns',
  description: 'Newest first.',
  query: PAGING,
  answer: z.array(CampaignResource),
  paged: true,
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { rows, total } = await list(tx, asked);
    const campaigns = [];
    for (const campaign of rows) campaigns.push(await shown(tx, campaign));
    return new PageAnswer(campaigns, { asked, total });
  },
});

export const getCampaign = defineOperation({
  ...ONE,
  method: 'GET',
  summary: 'Retrieve a campaign',
  answer: CampaignResource,
  errors: [],

  async handle({ params }, { tx }) {
    return shown(tx, await findCampaign(tx, params.id));
  },
});

/** Starts, pauses, resumes or stops a campaign. Doing it twice changes nothing. */
export const moveCampaign = defineOperation({
  method: 'POST',
  path: '/reident/v1/campaigns/{id}/{action}',
  tag: 'Reident',
  summary: 'Start, pause, resume or stop a campaign',
  description:
    'While it is paused nothing is sent, and afterwards what is left is divided over the days anew. What is stopped stays so: links that were sent go on working, nothing else is sent.',
  params: { id: CampaignId, action: z.enum(CAMPAIGN_ACTIONS) },
  answer: CampaignResource,
  errors: ['wrong_status', 'unprocessable_entity'],

  async handle({ params: { id, action } }, { tx, platform, caller }) {
    return shown(tx, await actOnCampaign(tx, platform, id, action, caller.actor));
  },
});
