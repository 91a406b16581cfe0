import { dayOf, maySendAt, nextSendingTime } from '@reident/domain/rekyc';
import {
  type Campaign,
  findCampaign,
  findDueState,
  findIdentification,
  findInvitation,
  findMessage,
  findPerson,
  findRetention,
  type Invitation,
  type LeasedJob,
  type Message,
  saveMessage,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Carried, Platform } from '../platform.ts';
import { addressOf } from './addresses.ts';
import { openTask, withLivingLink } from './invite.ts';
import { verifiedNumber } from './plan-campaign.ts';
import { smsTextFor, textFor } from './texts.ts';

/** After so many tries nobody will take it. */
const MOST_TRIES = 12;
const RETRY_MS = 15 * 60 * 1000;
const PAUSED_MS = 60 * 60 * 1000;

interface Outgoing {
  message: Message;
  to: string;
  subject: string;
  text: string;
  fromName: string;
  isSandbox: boolean;
}

/**
 * Sends a message at most once. That it is being sent is committed before it leaves; whoever finds it so after a death cannot
 * tell whether it left, and leaves it to a person.
 */
export async function sendMessage(job: LeasedJob, platform: Platform): Promise<void> {
  const { database } = platform;
  const outgoing = await database.inTenant(job.tenantId, (tx) => prepare(tx, platform, job.key));
  if (outgoing === null) return;
  const carried = await carry(platform, outgoing);
  await database.inTenant(job.tenantId, (tx) => settle(tx, outgoing.message, carried));
}

async function prepare(tx: TenantTx, platform: Platform, messageId: string): Promise<Outgoing | null> {
  const message = await findMessage(tx, messageId);
  const invitation = await findInvitation(tx, message.invitationId, { lock: true });
  if (message.state === 'sending') {
    await saveMessage(tx, message.id, { state: 'unknown', fault: 'died_while_sending' });
    await openTask(tx, invitation, 'message_unknown');
    return null;
  }
  if (message.state !== 'queued') return null;
  const campaign = await findCampaign(tx, invitation.campaignId);
  const { plan, state } = campaign;
  if (state === 'paused') return again(tx, message, new Date(tx.now.getTime() + PAUSED_MS));
  if (!maySendAt(tx.now, plan.times)) return again(tx, message, nextSendingTime(tx.now, plan.times));
  const outgoing = await compose(tx, platform, message, campaign, invitation);
  if (outgoing === null) {
    await saveMessage(tx, message.id, { state: 'withdrawn' });
    return null;
  }
  await saveMessage(tx, message.id, { state: 'sending', tries: message.tries + 1 });
  return outgoing;
}

async function again(tx: TenantTx, { id }: Message, dueAt: Date): Promise<null> {
  await scheduleJob(tx, { kind: 'send_message', key: id, dueAt });
  return null;
}

/** Null for a message that must not leave any more. */
async function compose(
  tx: TenantTx,
  platform: Platform,
  message: Message,
  { plan, state }: Campaign,
  invitation: Invitation,
): Promise<Outgoing | null> {
  if (state === 'stopped' || invitation.state !== 'invited' || invitation.identificationId === null) return null;
  const person = await findPerson(tx, message.personId);
  const { objectedAt } = await findDueState(tx, person.id);
  const { heldSince, holdAllowsContact } = await findRetention(tx, person.id);
  if (objectedAt !== null || (heldSince !== null && !holdAllowsContact)) return null;
  const known = await findIdentification(tx, invitation.identificationId);
  const identification = await withLivingLink(tx, platform, invitation, known, plan.language);
  if (!['pending', 'aborted', 'canceled'].includes(identification.status)) return null;
  const number = message.channel === 'sms' ? await verifiedNumber(tx, person.id) : null;
  const to = addressOf(tx.tenant.kind, person, message.channel, number);
  if (to === null) return null;
  const about = { ordinal: message.ordinal, today: dayOf(tx.now) };
  const bank = tx.tenant.name;
  const words =
    message.channel === 'sms'
      ? { subject: '', body: smsTextFor(plan, bank, identification) }
      : textFor(plan, bank, invitation, identification, about);
  return {
    message,
    to,
    subject: words.subject,
    text: words.body,
    fromName: bank,
    isSandbox: tx.tenant.kind === 'sandbox',
  };
}

async function carry(
  platform: Platform,
  { message, to, subject, text, fromName, isSandbox }: Outgoing,
): Promise<Carried> {
  if (message.channel === 'email') {
    if (platform.mail === undefined) return { outcome: 'refused', fault: 'no_mail_server' };
    return platform.mail.send({ id: message.id, fromName, to, subject, text });
  }
  // No number of a sandbox is one of a real phone.
  if (isSandbox) return { outcome: 'sent' };
  if (platform.sms === undefined) return { outcome: 'refused', fault: 'no_sms_gateway' };
  // The gateway does not say whether it took a message whose answer was lost.
  return platform.sms.send({ number: to, text }).then(
    (): Carried => ({ outcome: 'sent' }),
    (): Carried => ({ outcome: 'unknown', fault: 'sms_unavailable' }),
  );
}

async function settle(tx: TenantTx, { id, invitationId }: Message, carried: Carried): Promise<void> {
  const message = await findMessage(tx, id);
  if (message.state !== 'sending') return;
  if (carried.outcome === 'sent') {
    await saveMessage(tx, id, { state: 'sent', sentAt: tx.now, fault: null });
    return;
  }
  const { fault } = carried;
  if (carried.outcome === 'later' && message.tries < MOST_TRIES) {
    await saveMessage(tx, id, { state: 'queued', fault });
    await again(tx, message, new Date(tx.now.getTime() + RETRY_MS * message.tries));
    return;
  }
  const isUnknown = carried.outcome === 'unknown';
  await saveMessage(tx, id, { state: isUnknown ? 'unknown' : 'refused', fault });
  const invitation = await findInvitation(tx, invitationId, { lock: true });
  await openTask(tx, invitation, isUnknown ? 'message_unknown' : 'message_refused');
}
