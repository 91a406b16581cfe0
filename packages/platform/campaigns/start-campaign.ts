import { PlatformError } from '@reident/domain';
import { type CampaignAction, type CampaignPlan, sendingSlots } from '@reident/domain/rekyc';
import {
  type Actor,
  type Campaign,
  endCampaignInvitations,
  findCampaign,
  hasSubscriber,
  moveCampaign,
  replanInvitations,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { countOfDay } from './plan-campaign.ts';

/** What is missing for a channel of the plan to carry anything, for whoever starts it; null: nothing. */
export async function missingCarrier(
  tx: TenantTx,
  { mail, sms }: Pick<Platform, 'mail' | 'sms'>,
  { channels, reminders }: CampaignPlan,
): Promise<string | null> {
  const used = new Set([...channels, ...reminders.flatMap(({ channel }) => channel ?? [])]);
  const isTold = await hasSubscriber(tx, 'IDENTIFICATION_INVITATION');
  if (used.has('webhook') && !isTold) return 'channel webhook needs a subscription of IDENTIFICATION_INVITATION';
  if (used.has('email') && mail === undefined) return 'channel email needs a mail server (REIDENT_SMTP_URL)';
  if (used.has('sms') && sms === undefined && tx.tenant.kind === 'live')
    return 'channel sms needs an SMS gateway (REIDENT_SMS_URL)';
  return null;
}

/** A campaign that runs from now on; what an earlier run had planned is divided over the days that are left. */
export async function startCampaign(tx: TenantTx, { id, plan }: Campaign): Promise<void> {
  const { sent } = await countOfDay(tx, id, plan, tx.now);
  await replanInvitations(tx, id, sendingSlots(tx.now, plan.perDay, plan.times, sent));
  await scheduleJob(tx, { kind: 'campaign', key: id });
}

/** Nothing would carry the messages of a campaign. */
export class CarrierMissing extends PlatformError {
  constructor(detail: string) {
    super('unprocessable_entity', detail);
  }
}

/**
 * Starts, pauses, resumes or stops a campaign. Doing it twice changes nothing.
 *
 * @throws PlatformError `wrong_status` when its state does not allow that
 * @throws CarrierMissing when it is to start and nothing would carry its messages
 */
export async function actOnCampaign(
  tx: TenantTx,
  platform: Pick<Platform, 'mail' | 'sms'>,
  id: string,
  action: CampaignAction,
  actor: Actor,
): Promise<Campaign> {
  const before = await findCampaign(tx, id, { lock: true });
  if (action === 'start' && before.state === 'draft') {
    const missing = await missingCarrier(tx, platform, before.plan);
    if (missing !== null) throw new CarrierMissing(missing);
  }
  const campaign = await moveCampaign(tx, before, action, actor);
  if (campaign.state === before.state) return campaign;
  if (action === 'start' || action === 'resume') await startCampaign(tx, campaign);
  if (action === 'stop') await endCampaignInvitations(tx, id, 'campaign_stopped');
  return campaign;
}
