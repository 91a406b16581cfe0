import { daysAfter, localTime, maySendAt, momentOf, nextSendingTime, sendingSlots } from '@reident/domain/rekyc';
import {
  type Campaign,
  type CandidateCursor,
  campaignClock,
  DatabaseUnavailable,
  endCampaignInvitations,
  findCampaign,
  findInvitation,
  finishCampaign,
  type LeasedJob,
  lapseDeadInvitations,
  listFollowUps,
  listPlanned,
  markPlanned,
  replanInvitations,
  saveInvitation,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { followUp, invite } from './invite.ts';
import { countOfDay, planNext } from './plan-campaign.ts';

/** So many invitations and follow-ups in one run of the job. */
const SLICE = 50;
/** What is later than this did not go out in its time: the rest of the day is divided anew instead of catching up all at once. */
const LATE_MS = 60 * 60 * 1000;

interface Work {
  invitations: string[];
  followUps: string[];
}

/**
 * Does what is due in a campaign and says when it has to be looked at again. It may die at any moment: each invitation is a
 * transaction of its own, and what was begun is seen as such by the next run.
 */
export async function runCampaign(job: LeasedJob, platform: Platform): Promise<void> {
  const { database } = platform;
  const work = await database.inTenant(job.tenantId, (tx) => prepare(tx, job));
  if (work === null) return;
  for (const id of work.invitations) await alone(job, platform, id, invite);
  for (const id of work.followUps) await alone(job, platform, id, followUp);
  await database.inTenant(job.tenantId, (tx) => scheduleNext(tx, job.key));
}

/**
 * One customer's step. What goes wrong with it is logged and tried again later, and keeps nobody else waiting; while the database
 * is away, everybody waits.
 */
async function alone(job: LeasedJob, platform: Platform, id: string, step: typeof invite): Promise<void> {
  const { database, log } = platform;
  try {
    await database.inTenant(job.tenantId, (tx) => step(tx, platform, id));
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    log.error({ err: error, invitation: id }, 'a step of an invitation failed and is tried again later');
    await database.inTenant(job.tenantId, (tx) => postpone(tx, id));
  }
}

async function postpone(tx: TenantTx, id: string): Promise<void> {
  const invitation = await findInvitation(tx, id, { lock: true });
  const { plan } = await findCampaign(tx, invitation.campaignId);
  const later = nextSendingTime(new Date(tx.now.getTime() + LATE_MS), plan.times);
  if (invitation.state === 'planned') await saveInvitation(tx, invitation, { plannedAt: later });
  if (invitation.state === 'invited') await saveInvitation(tx, invitation, { nextAt: later });
}

/** Null: nothing to do now, and whatever has to happen later is ordered. */
async function prepare(tx: TenantTx, job: LeasedJob): Promise<Work | null> {
  const campaign = await findCampaign(tx, job.key, { lock: true });
  const { id, plan, state } = campaign;
  if (state !== 'running') return null;
  const { times } = plan;
  const { day: today } = localTime(tx.now, times.timeZone);
  if (plan.endsOn !== null && today > plan.endsOn) {
    await endCampaignInvitations(tx, id, 'campaign_ended');
    await finishCampaign(tx, campaign);
    return null;
  }
  if (today < plan.startsOn) {
    await wake(tx, id, momentOf(plan.startsOn, 0, times.timeZone));
    return null;
  }
  if (hasToPlan(campaign, today)) {
    const { after, day } = job.payload;
    const cursor = day === today ? ((after as CandidateCursor | undefined) ?? null) : null;
    if (cursor === null) await lapseDeadInvitations(tx);
    const next = await planNext(tx, campaign, cursor);
    if (next !== null) {
      await scheduleJob(tx, { kind: 'campaign', key: id, payload: { day: today, after: next } });
      return null;
    }
    await markPlanned(tx, id, today);
  }
  if (!maySendAt(tx.now, times)) return { invitations: [], followUps: await listFollowUps(tx, id, SLICE) };
  await divideAnew(tx, campaign);
  const { sent } = await countOfDay(tx, id, plan, tx.now);
  const room = Math.max(0, Math.min(SLICE, plan.perDay - sent));
  return { invitations: await listPlanned(tx, id, room), followUps: await listFollowUps(tx, id, SLICE) };
}

function hasToPlan({ plannedOn, plan }: Campaign, today: string): boolean {
  return plannedOn === null || (plan.who.dueWithinDays !== undefined && plannedOn < today);
}

/** Where nobody could work for a while, or the day has had its number, what is planned gets new moments. */
async function divideAnew(tx: TenantTx, { id, plan }: Campaign): Promise<void> {
  const { firstPlanned } = await campaignClock(tx, id);
  if (firstPlanned === null || firstPlanned > tx.now) return;
  const { sent } = await countOfDay(tx, id, plan, tx.now);
  const isLate = tx.now.getTime() - firstPlanned.getTime() > LATE_MS;
  if (isLate || sent >= plan.perDay)
    await replanInvitations(tx, id, sendingSlots(tx.now, plan.perDay, plan.times, sent));
}

/** The next moment at which something is due; where nothing ever will be, the campaign is finished. */
async function scheduleNext(tx: TenantTx, campaignId: string): Promise<void> {
  const campaign = await findCampaign(tx, campaignId, { lock: true });
  if (campaign.state !== 'running') return;
  const { plan } = campaign;
  const { timeZone } = plan.times;
  const { firstPlanned, nextFollowUp } = await campaignClock(tx, campaignId);
  const moments: Date[] = [];
  if (firstPlanned !== null) moments.push(nextSendingTime(later(firstPlanned, tx.now), plan.times));
  if (nextFollowUp !== null) moments.push(later(nextFollowUp, tx.now));
  const { day: today } = localTime(tx.now, timeZone);
  if (plan.who.dueWithinDays !== undefined) moments.push(momentOf(daysAfter(today, 1), 0, timeZone));
  else if (moments.length === 0) {
    await finishCampaign(tx, campaign);
    return;
  }
  if (plan.endsOn !== null) moments.push(momentOf(daysAfter(plan.endsOn, 1), 0, timeZone));
  await wake(
    tx,
    campaignId,
    moments.reduce((a, b) => (a < b ? a : b)),
  );
}

function wake(tx: TenantTx, campaignId: string, dueAt: Date): Promise<void> {
  return scheduleJob(tx, { kind: 'campaign', key: campaignId, dueAt });
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
