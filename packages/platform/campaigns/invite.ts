import {
  type Channel,
  dueReasons,
  type Exclusion,
  maySendAt,
  nextFollowUp,
  nextSendingTime,
  type TaskReason,
} from '@reident/domain/rekyc';
import {
  type Campaign,
  enqueueNotification,
  findCampaign,
  findDueState,
  findIdentification,
  findInvitation,
  findPerson,
  findRetention,
  type Identification,
  type Invitation,
  insertIdentification,
  insertMessage,
  listCaptureSessions,
  type Person,
  saveInvitation,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import { dueFactsOf } from '../due/due-date.ts';
import type { Platform } from '../platform.ts';
import { breachesOf } from '../provider/eligibility.ts';
import { requestIdentification } from '../provider/request-identification.ts';
import { channelFor } from './plan-campaign.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A link is worth sending while it has so long to go. */
const LEAST_LINK_DAYS = 2;
const SYSTEM = { kind: 'system', id: null } as const;

/** Invites one person whose moment has come, unless something forbids it by now. Asking twice invites once. */
export async function invite(tx: TenantTx, platform: Platform, invitationId: string): Promise<void> {
  const invitation = await findInvitation(tx, invitationId, { lock: true });
  if (invitation.state !== 'planned') return;
  const campaign = await findCampaign(tx, invitation.campaignId);
  const { plan, state } = campaign;
  if (state !== 'running' || !maySendAt(tx.now, plan.times)) return;
  const person = await findPerson(tx, invitation.personId, { lock: true });
  const channel = await channelFor(tx, person, plan.channels);
  const why = (await reasonAgainst(tx, person, invitation)) ?? (channel === null ? 'no_channel' : null);
  if (why !== null || channel === null) {
    await withdraw(tx, invitation, why ?? 'no_channel');
    return;
  }
  const identification = await order(tx, platform, invitation, plan.language);
  const invited = await saveInvitation(tx, invitation, {
    state: 'invited',
    invitedAt: tx.now,
    identificationId: identification.id,
    nextAt: null,
  });
  const sent = await tell(tx, campaign, invited, identification, { channel, ordinal: 0 });
  await saveInvitation(tx, sent, { nextAt: nextStepAt(campaign, sent) });
}

/** A person who does not want it, or whom nobody may write to, is not invited, whatever was planned before. */
async function reasonAgainst(tx: TenantTx, person: Person, { cause }: Invitation): Promise<Exclusion | null> {
  const state = await findDueState(tx, person.id);
  if (state.objectedAt !== null) return 'objected';
  const retention = await findRetention(tx, person.id);
  if (retention.heldSince !== null && !retention.holdAllowsContact) return 'legal_hold';
  if (retention.relationshipEndedOn !== null) return 'relationship_ended';
  const reasons = dueReasons(await dueFactsOf(tx, person, state.riskClass));
  if (!reasons.some((reason) => reason.cause === cause)) return 'no_longer_due';
  return breachesOf(person, tx.tenant.settings).length > 0 ? 'not_eligible' : null;
}

async function withdraw(tx: TenantTx, invitation: Invitation, why: Exclusion): Promise<void> {
  const task = why === 'not_eligible' || why === 'no_channel' ? { taskAt: tx.now, taskWhy: why } : {};
  await saveInvitation(tx, invitation, { state: 'withdrawn', why, endedAt: tx.now, ...task });
}

async function order(
  tx: TenantTx,
  platform: Platform,
  { personId }: Invitation,
  language: 'de' | 'en',
): Promise<Identification> {
  const created = await insertIdentification(
    tx,
    { personId, method: 'idnow_autoident', language, proofOfAddressType: null, proofOfAddressIssuedAt: null },
    SYSTEM,
  );
  return (await requestIdentification(tx, platform, created)).identification;
}

/**
 * Hands the link to the channel. The partner is told in this transaction; what leaves by mail or text message has a job of its own,
 * which writes down that it is about to send before it does.
 */
async function tell(
  tx: TenantTx,
  campaign: Campaign,
  invitation: Invitation,
  identification: Identification,
  { channel, ordinal }: { channel: Channel; ordinal: number },
): Promise<Invitation> {
  const about = { invitationId: invitation.id, personId: invitation.personId, ordinal, channel };
  if (channel === 'email' || channel === 'sms') {
    const id = await insertMessage(tx, { ...about, state: 'queued' });
    await scheduleJob(tx, { kind: 'send_message', key: id });
    return invitation;
  }
  const notification = await enqueueNotification(tx, {
    eventType: 'IDENTIFICATION_INVITATION',
    entityId: identification.id,
    personId: invitation.personId,
    body: {
      invitation_id: invitation.id,
      campaign_id: campaign.id,
      person_id: invitation.personId,
      purpose: ordinal === 0 ? 'invitation' : 'reminder',
      channel,
      url: identification.url,
      reference: identification.reference,
      due_on: invitation.dueOn,
      expires_at: identification.expiresAt?.toISOString() ?? null,
    },
  });
  // A letter waits for the partner to fetch it; the event says that it is there.
  const isTold = notification !== null || channel === 'letter';
  await insertMessage(
    tx,
    isTold ? { ...about, state: 'sent' } : { ...about, state: 'refused', fault: 'no_subscription' },
  );
  return isTold ? invitation : openTask(tx, invitation, 'message_refused');
}

/** Somebody has to look. There is one task per invitation; the first reason stands. */
export async function openTask(tx: TenantTx, invitation: Invitation, why: TaskReason): Promise<Invitation> {
  if (invitation.taskAt !== null) return invitation;
  return saveInvitation(tx, invitation, { taskAt: tx.now, taskWhy: why });
}

/** When the next step after an invitation is due; null when there is none. */
export function nextStepAt({ plan }: Pick<Campaign, 'plan'>, invitation: Invitation): Date | null {
  const { invitedAt, reminders, warnedAt, taskAt } = invitation;
  const step = nextFollowUp(plan, { reminders, warned: warnedAt !== null, task: taskAt !== null });
  if (step === undefined || invitedAt === null) return null;
  const due = new Date(invitedAt.getTime() + step.afterDays * DAY_MS);
  return step.kind === 'reminder' ? nextSendingTime(due, plan.times) : due;
}

/** What the customer has done is looked at by somebody: nothing is sent meanwhile. */
async function isInReview(tx: TenantTx, { id, status }: Identification): Promise<boolean> {
  if (status === 'pending_successful' || status === 'pending_failed') return true;
  if (status !== 'pending') return false;
  const sessions = await listCaptureSessions(tx, id);
  return sessions.some(({ submittedAt }) => submittedAt !== null);
}

/** The next step after an invitation: a reminder, the warning to the partner, or somebody has to look. */
export async function followUp(tx: TenantTx, platform: Platform, invitationId: string): Promise<void> {
  const invitation = await findInvitation(tx, invitationId, { lock: true });
  const { state, nextAt, identificationId } = invitation;
  if (state !== 'invited' || nextAt === null || nextAt > tx.now || identificationId === null) return;
  const campaign = await findCampaign(tx, invitation.campaignId);
  if (campaign.state !== 'running') return;
  const { reminders, warnedAt, taskAt } = invitation;
  const step = nextFollowUp(campaign.plan, { reminders, warned: warnedAt !== null, task: taskAt !== null });
  if (step === undefined) {
    await saveInvitation(tx, invitation, { nextAt: null });
    return;
  }
  const identification = await findIdentification(tx, identificationId);
  if (await isInReview(tx, identification)) {
    await saveInvitation(tx, invitation, { nextAt: new Date(tx.now.getTime() + DAY_MS) });
    return;
  }
  const person = await findPerson(tx, invitation.personId, { lock: true });
  const against = await reasonAgainst(tx, person, invitation);
  if (against === 'no_longer_due' || against === 'relationship_ended') {
    await saveInvitation(tx, invitation, { state: 'lapsed', endedAt: tx.now, nextAt: null });
    return;
  }
  let after = invitation;
  if (step.kind === 'warn') after = await warn(tx, invitation);
  else if (step.kind === 'task') after = await openTask(tx, invitation, 'overdue');
  else if (!maySendAt(tx.now, campaign.plan.times)) {
    await saveInvitation(tx, invitation, { nextAt: nextSendingTime(tx.now, campaign.plan.times) });
    return;
  } else {
    after = await remind(tx, platform, { campaign, invitation, identification, person, against }, step.channel);
    after = await saveInvitation(tx, after, { reminders: step.ordinal });
  }
  await saveInvitation(tx, after, { nextAt: nextStepAt(campaign, after) });
}

interface RemindedCase {
  campaign: Campaign;
  invitation: Invitation;
  identification: Identification;
  person: Person;
  against: Exclusion | null;
}

/** Reminds, with a new link where the old one is dead. What is failed for good is for a person to look at. */
async function remind(
  tx: TenantTx,
  platform: Platform,
  { campaign, invitation, identification, person, against }: RemindedCase,
  asked: Channel | null,
): Promise<Invitation> {
  if (against === 'objected' || against === 'legal_hold' || against === 'not_eligible')
    return openTask(tx, invitation, against);
  if (identification.status === 'failed') return openTask(tx, invitation, 'identification_failed');
  const { channels, language } = campaign.plan;
  const channel = await channelFor(tx, person, asked === null ? channels : [asked, ...channels]);
  if (channel === null) return openTask(tx, invitation, 'no_channel');
  const current = await withLivingLink(tx, platform, invitation, identification, language);
  const renewed = { ...invitation, identificationId: current.id };
  return tell(tx, campaign, renewed, current, { channel, ordinal: invitation.reminders + 1 });
}

/** A link that is dead, or will be before somebody has time to open it, is replaced by that of a new identification. */
export async function withLivingLink(
  tx: TenantTx,
  platform: Platform,
  invitation: Invitation,
  identification: Identification,
  language: 'de' | 'en',
): Promise<Identification> {
  const { status, expiresAt } = identification;
  const leastDays = Math.min(LEAST_LINK_DAYS, tx.tenant.settings.linkLifetimeDays / 2);
  const endsSoon = expiresAt !== null && expiresAt.getTime() - tx.now.getTime() < leastDays * DAY_MS;
  if (status !== 'expired' && !(status === 'pending' && endsSoon)) return identification;
  const renewed = await order(tx, platform, invitation, language);
  await saveInvitation(tx, invitation, { identificationId: renewed.id });
  return renewed;
}

/** Tells the partner that it may have to block accounts. */
async function warn(tx: TenantTx, invitation: Invitation): Promise<Invitation> {
  await enqueueNotification(tx, {
    eventType: 'POTENTIAL_ACCOUNT_BLOCKING',
    entityId: invitation.personId,
    personId: invitation.personId,
    body: { blocking_date: invitation.dueOn, reason: 'AML_FOLLOW_UP_OVERDUE' },
  });
  return saveInvitation(tx, invitation, { warnedAt: tx.now });
}
