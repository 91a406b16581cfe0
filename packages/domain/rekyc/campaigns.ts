import type { Day } from './days.ts';
import type { SendingTimes } from './sending-times.ts';

interface ChannelRow {
  /** Who brings it to the customer. */
  carrier: string;
  /** What of the person it needs; null: nothing that we know. */
  needs: 'email' | 'mobile_number' | 'address' | null;
  meaning: string;
}

/** How an invitation reaches a customer. */
// biome-ignore format: a table
export const CHANNELS = {
  //         carrier                    needs                     meaning
  webhook: { carrier: 'the partner',   needs: null,              meaning: 'IDENTIFICATION_INVITATION with the link; the partner tells the customer in its own way' },
  email:   { carrier: 'SMTP server',   needs: 'email',           meaning: 'an e-mail with the link' },
  sms:     { carrier: 'SMS gateway',   needs: 'mobile_number',   meaning: 'a text message with the link' },
  letter:  { carrier: 'the partner',   needs: 'address',         meaning: 'a letter as PDF with Ident-ID and QR code, which the partner prints' },
} as const satisfies Record<string, ChannelRow>;

export type Channel = keyof typeof CHANNELS;
export const CHANNEL_CODES = Object.keys(CHANNELS) as Channel[];

interface ExclusionRow {
  /** Whether somebody has to look, because nothing will happen by itself. */
  task: boolean;
  meaning: string;
}

/** Why somebody who is due is not invited. */
// biome-ignore format: a table
export const EXCLUSIONS = {
  //                    a person looks    meaning
  already_invited:    { task: false, meaning: 'was invited for the same cause before' },
  already_open:       { task: false, meaning: 'has an open invitation for another cause' },
  objected:           { task: false, meaning: 'does not want to be written to' },
  legal_hold:         { task: false, meaning: 'is under a legal hold that forbids contact' },
  relationship_ended: { task: false, meaning: 'is no longer a customer' },
  no_longer_due:      { task: false, meaning: 'is no longer due for this cause' },
  not_eligible:       { task: true,  meaning: 'may not be identified this way' },
  no_channel:         { task: true,  meaning: 'cannot be reached by any channel of the campaign' },
  erased:             { task: false, meaning: 'was erased' },
  campaign_stopped:   { task: false, meaning: 'the campaign was stopped before' },
  campaign_ended:     { task: false, meaning: 'the campaign ended before' },
} as const satisfies Record<string, ExclusionRow>;

export type Exclusion = keyof typeof EXCLUSIONS;
export const EXCLUSION_CODES = Object.keys(EXCLUSIONS) as Exclusion[];

/** Why somebody has to look at an invited customer. */
// biome-ignore format: a table
export const TASKS = {
  overdue:               'all reminders have gone out and nothing happened',
  not_eligible:          EXCLUSIONS.not_eligible.meaning,
  no_channel:            EXCLUSIONS.no_channel.meaning,
  objected:              EXCLUSIONS.objected.meaning,
  legal_hold:            EXCLUSIONS.legal_hold.meaning,
  identification_failed: 'the identification failed for good',
  message_refused:       'the message was refused by its carrier',
  message_unknown:       'it is unknown whether the message left; it is not sent again',
} as const;

export type TaskReason = keyof typeof TASKS;
export const TASK_REASONS = Object.keys(TASKS) as TaskReason[];

interface CampaignMove {
  from: readonly CampaignState[];
  to: CampaignState;
}

export const CAMPAIGN_STATES = ['draft', 'running', 'paused', 'stopped', 'finished'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What can be done with a campaign. Where it is already so, doing it again changes nothing. */
// biome-ignore format: a table
export const CAMPAIGN_MOVES = {
  start:  { from: ['draft'],                      to: 'running' },
  pause:  { from: ['running'],                    to: 'paused' },
  resume: { from: ['paused'],                     to: 'running' },
  stop:   { from: ['draft', 'running', 'paused'], to: 'stopped' },
} as const satisfies Record<string, CampaignMove>;

export type CampaignAction = keyof typeof CAMPAIGN_MOVES;
export const CAMPAIGN_ACTIONS = Object.keys(CAMPAIGN_MOVES) as CampaignAction[];

/** Whom a campaign is about; what is not said does not matter. */
export interface CampaignAudience {
  dueFrom?: Day;
  dueTo?: Day;
  /** A standing campaign: whoever is due within so many days from each day on. */
  dueWithinDays?: number;
  riskClasses?: readonly string[];
  productTags?: readonly string[];
  personIds?: readonly string[];
}

export interface Reminder {
  /** After the invitation. */
  afterDays: number;
  /** The channel of the invitation where nothing is said. */
  channel?: Channel;
}

/** Everything that somebody decides about a campaign. */
export interface CampaignPlan {
  who: CampaignAudience;
  startsOn: Day;
  /** Last day; null: until everything is done, or until it is stopped. */
  endsOn: Day | null;
  perDay: number;
  times: SendingTimes;
  /** The first by which the person can be reached. */
  channels: readonly Channel[];
  language: 'de' | 'en';
  /** Null: the usual words. */
  text: CampaignText | null;
  reminders: readonly Reminder[];
  /** Days after the invitation on which the partner hears `POTENTIAL_ACCOUNT_BLOCKING`, and on which a person has to look. */
  warnAfterDays: number | null;
  taskAfterDays: number | null;
}

export interface CampaignText {
  subject: string;
  /** With `{link}`, and possibly `{bank}`, `{due_on}` and `{ident_id}`. */
  body: string;
}

export const PLACEHOLDERS = ['link', 'bank', 'due_on', 'ident_id'] as const;

/** What is wrong with a text of the partner's own; null: nothing. */
export function textFault({ subject, body }: CampaignText): string | null {
  if (!body.includes('{link}')) return 'must contain {link}';
  for (const [, name = ''] of `${subject} ${body}`.matchAll(/\{([^{}]*)\}/g))
    if (!(PLACEHOLDERS as readonly string[]).includes(name)) return `has an unknown placeholder {${name}}`;
  return /[\r\n]/.test(subject) ? 'has a subject of more than one line' : null;
}

export function fillText(text: string, values: Readonly<Record<(typeof PLACEHOLDERS)[number], string>>): string {
  return text.replace(/\{(link|bank|due_on|ident_id)\}/g, (_, name: keyof typeof values) => values[name]);
}

export type FollowUp =
  | { kind: 'reminder'; ordinal: number; channel: Channel | null }
  | { kind: 'warn' }
  | { kind: 'task' };

/** What follows an invitation, in order of time, with the days after it. */
export function followUpsOf(plan: CampaignPlan): (FollowUp & { afterDays: number })[] {
  const steps: (FollowUp & { afterDays: number })[] = [...plan.reminders]
    .sort((a, b) => a.afterDays - b.afterDays)
    .map(({ afterDays, channel = null }, index) => ({ kind: 'reminder', ordinal: index + 1, channel, afterDays }));
  if (plan.warnAfterDays !== null) steps.push({ kind: 'warn', afterDays: plan.warnAfterDays });
  if (plan.taskAfterDays !== null) steps.push({ kind: 'task', afterDays: plan.taskAfterDays });
  return steps.sort((a, b) => a.afterDays - b.afterDays);
}

/** The next step that has not been made yet; undefined when all are. */
export function nextFollowUp(
  plan: CampaignPlan,
  done: { reminders: number; warned: boolean; task: boolean },
): (FollowUp & { afterDays: number }) | undefined {
  return followUpsOf(plan).find((step) => {
    if (step.kind === 'reminder') return step.ordinal > done.reminders;
    return step.kind === 'warn' ? !done.warned : !done.task;
  });
}
