import {
  CAMPAIGN_STATES,
  type CampaignPlan,
  CHANNEL_CODES,
  DUE_RULE_CODES,
  dayOf,
  EXCLUSION_CODES,
  TASK_REASONS,
  textFault,
  USUAL_SENDING_TIMES,
} from '@reident/domain/rekyc';
import type { DryRun } from '@reident/platform';
import type { Campaign, CampaignCounts, Invitation, Message } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../contract/components.ts';
import { AnsweredDay, AnsweredTime, Day, idOf, text } from '../contract/schemas.ts';
import { ProductTag, RiskClassCode } from './due.ts';
import { PersonId } from './person.ts';

export const CampaignId = idOf('campaign');
export const InvitationId = idOf('invitation');

/** A body has at most 256 kB; more ids belong into several campaigns, or into a product tag. */
const MOST_PERSONS = 5_000;
const MOST_DAYS = 730;

const isTimeZone = (name: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const Times = requestComponent(
  'SendingTimesInput',
  z
    .object({
      time_zone: z
        .string()
        .max(60)
        .refine(isTimeZone, 'must be an IANA time zone')
        .default(USUAL_SENDING_TIMES.timeZone),
      from_hour: z.int().min(0).max(23).default(USUAL_SENDING_TIMES.fromHour),
      to_hour: z.int().min(1).max(24).default(USUAL_SENDING_TIMES.toHour),
      weekdays: z
        .array(z.int().min(1).max(7))
        .min(1)
        .max(7)
        .default([...USUAL_SENDING_TIMES.weekdays])
        .describe('1 Monday … 7 Sunday'),
      skip_holidays: z.boolean().default(USUAL_SENDING_TIMES.skipHolidays).describe('Holidays of all of Germany'),
      closed_on: z.array(Day).max(100).default([]).describe('Further days, such as holidays of one Land'),
    })
    .refine(({ from_hour, to_hour }) => from_hour < to_hour, {
      path: ['to_hour'],
      message: 'must be later than from_hour',
    }),
);

const days = () => z.int().min(1).max(MOST_DAYS);

export const CampaignInput = requestComponent(
  'CampaignInput',
  z.object({
    name: text(100).min(1),
    who: z
      .object({
        due_from: Day.optional(),
        due_to: Day.optional(),
        due_within_days: z
          .int()
          .min(0)
          .max(MOST_DAYS)
          .optional()
          .describe('A standing campaign: looks every day for whoever is due within so many days'),
        risk_classes: z.array(RiskClassCode).min(1).max(50).optional(),
        product_tags: z.array(ProductTag).min(1).max(50).optional(),
        person_ids: z.array(PersonId).min(1).max(MOST_PERSONS).optional(),
      })
      .describe('What is left out does not matter; everything that is given must hold'),
    starts_on: Day.optional().describe('Today if not given'),
    ends_on: Day.optional(),
    per_day: z.int().min(1).max(100_000),
    times: Times.optional(),
    channels: z
      .array(z.enum(CHANNEL_CODES))
      .min(1)
      .max(CHANNEL_CODES.length)
      .describe('The first by which a person can be reached'),
    language: z.enum(['de', 'en']).default('de'),
    text: z
      .object({ subject: text(200).min(1), body: z.string().min(1).max(5_000) })
      .refine(
        (one) => textFault(one) === null,
        'must contain {link}, no placeholder but {link}, {bank}, {due_on} and {ident_id}, and a subject of one line',
      )
      .optional()
      .describe('Your own words in place of ours'),
    reminders: z
      .array(z.object({ after_days: days(), channel: z.enum(CHANNEL_CODES).optional() }))
      .max(5)
      .default([]),
    warn_after_days: days().optional().describe('Then you hear `POTENTIAL_ACCOUNT_BLOCKING`'),
    task_after_days: days().optional().describe('Then a person has to look'),
  }),
);

export function toPlan(body: z.output<typeof CampaignInput>, now: Date): CampaignPlan {
  const { who, times, text, reminders } = body;
  return {
    who: {
      dueFrom: who.due_from?.slice(0, 10),
      dueTo: who.due_to?.slice(0, 10),
      dueWithinDays: who.due_within_days,
      riskClasses: who.risk_classes,
      productTags: who.product_tags,
      personIds: who.person_ids,
    },
    startsOn: body.starts_on?.slice(0, 10) ?? dayOf(now),
    endsOn: body.ends_on?.slice(0, 10) ?? null,
    perDay: body.per_day,
    times:
      times === undefined
        ? USUAL_SENDING_TIMES
        : {
            timeZone: times.time_zone,
            fromHour: times.from_hour,
            toHour: times.to_hour,
            weekdays: times.weekdays,
            skipHolidays: times.skip_holidays,
            closedOn: times.closed_on.map((day) => day.slice(0, 10)),
          },
    channels: [...new Set(body.channels)],
    language: body.language,
    text: text ?? null,
    reminders: reminders.map(({ after_days: afterDays, channel }) => ({ afterDays, ...(channel && { channel }) })),
    warnAfterDays: body.warn_after_days ?? null,
    taskAfterDays: body.task_after_days ?? null,
  };
}

const Counts = z.object({
  planned: z.int(),
  invited: z.int(),
  done: z.int(),
  withdrawn: z.int(),
  lapsed: z.int(),
  open_tasks: z.int(),
});

export const CampaignResource = answerComponent(
  'Campaign',
  z.object({
    id: CampaignId,
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    who: z.object({
      due_from: AnsweredDay.nullable(),
      due_to: AnsweredDay.nullable(),
      due_within_days: z.int().nullable(),
      risk_classes: z.array(z.string()).nullable(),
      product_tags: z.array(z.string()).nullable(),
      persons: z.int().nullable().describe('How many ids were given'),
    }),
    starts_on: AnsweredDay,
    ends_on: AnsweredDay.nullable(),
    per_day: z.int(),
    times: z.object({
      time_zone: z.string(),
      from_hour: z.int(),
      to_hour: z.int(),
      weekdays: z.array(z.int()),
      skip_holidays: z.boolean(),
      closed_on: z.array(AnsweredDay),
    }),
    channels: z.array(z.enum(CHANNEL_CODES)),
    language: z.enum(['de', 'en']),
    text: z.object({ subject: z.string(), body: z.string() }).nullable(),
    reminders: z.array(z.object({ after_days: z.int(), channel: z.enum(CHANNEL_CODES).nullable() })),
    warn_after_days: z.int().nullable(),
    task_after_days: z.int().nullable(),
    created_at: AnsweredTime,
    started_at: AnsweredTime.nullable(),
    ended_at: AnsweredTime.nullable(),
    counts: Counts,
  }),
);

export function toCampaign(campaign: Campaign, counts: CampaignCounts): z.output<typeof CampaignResource> {
  const { id, name, state, plan, createdAt, startedAt, endedAt } = campaign;
  const { who, times } = plan;
  const { openTasks, ...states } = counts;
  return {
    id,
    name,
    state,
    who: {
      due_from: who.dueFrom ?? null,
      due_to: who.dueTo ?? null,
      due_within_days: who.dueWithinDays ?? null,
      risk_classes: who.riskClasses === undefined ? null : [...who.riskClasses],
      product_tags: who.productTags === undefined ? null : [...who.productTags],
      persons: who.personIds?.length ?? null,
    },
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    per_day: plan.perDay,
    times: {
      time_zone: times.timeZone,
      from_hour: times.fromHour,
      to_hour: times.toHour,
      weekdays: [...times.weekdays],
      skip_holidays: times.skipHolidays,
      closed_on: [...times.closedOn],
    },
    channels: [...plan.channels],
    language: plan.language,
    text: plan.text,
    reminders: plan.reminders.map(({ afterDays, channel = null }) => ({ after_days: afterDays, channel })),
    warn_after_days: plan.warnAfterDays,
    task_after_days: plan.taskAfterDays,
    created_at: createdAt.toISOString(),
    started_at: startedAt?.toISOString() ?? null,
    ended_at: endedAt?.toISOString() ?? null,
    counts: { ...states, open_tasks: openTasks },
  };
}

export const DryRunResource = answerComponent(
  'DryRun',
  z.object({
    invited: z.int(),
    excluded: z.array(z.object({ why: z.enum(EXCLUSION_CODES), persons: z.int() })),
    days: z.array(
      z.object({
        day: AnsweredDay,
        invitations: z.int(),
        expected_sessions: z.number().nullable().describe('How many of those will open the link, by what was measured'),
        expected_cases: z
          .number()
          .nullable()
          .describe('How many will send their pictures, so that specialists have to look'),
      }),
    ),
    conversion: z
      .object({ invitations: z.int(), opened: z.number(), submitted: z.number() })
      .nullable()
      .describe('Measured on the invitations of the last 180 days; null: too few to tell'),
  }),
);

export function toDryRun({ invited, excluded, days, conversion }: DryRun): z.output<typeof DryRunResource> {
  const expected = (count: number, share: number | undefined) =>
    share === undefined ? null : Math.round(count * share * 10) / 10;
  return {
    invited,
    excluded: EXCLUSION_CODES.flatMap((why) => {
      const persons = excluded[why];
      return persons === undefined ? [] : [{ why, persons }];
    }),
    days: days.map(({ day, invitations }) => ({
      day,
      invitations,
      expected_sessions: expected(invitations, conversion?.opened),
      expected_cases: expected(invitations, conversion?.submitted),
    })),
    conversion,
  };
}

const INVITATION_STATES = ['planned', 'invited', 'done', 'withdrawn', 'lapsed'] as const;
export const InvitationState = z.enum(INVITATION_STATES);

export const InvitationResource = answerComponent(
  'Invitation',
  z.object({
    id: InvitationId,
    campaign_id: CampaignId,
    person_id: PersonId,
    rule: z.enum(DUE_RULE_CODES),
    due_on: AnsweredDay,
    risk_class: RiskClassCode,
    state: InvitationState,
    why: z.enum(EXCLUSION_CODES).nullable().describe('Why it was withdrawn before it was sent'),
    planned_at: AnsweredTime,
    invited_at: AnsweredTime.nullable(),
    ended_at: AnsweredTime.nullable(),
    identification_id: idOf('identification', 'cidt').nullable(),
    reminders: z.int(),
    next_step_at: AnsweredTime.nullable(),
    warned_at: AnsweredTime.nullable(),
    task: z
      .object({ why: z.enum(TASK_REASONS), since: AnsweredTime, closed_at: AnsweredTime.nullable() })
      .nullable()
      .describe('Why a person has to look'),
  }),
);

export function toInvitation(one: Invitation): z.output<typeof InvitationResource> {
  return {
    id: one.id,
    campaign_id: one.campaignId,
    person_id: one.personId,
    rule: one.rule,
    due_on: one.dueOn,
    risk_class: one.riskClass,
    state: one.state,
    why: one.why,
    planned_at: one.plannedAt.toISOString(),
    invited_at: one.invitedAt?.toISOString() ?? null,
    ended_at: one.endedAt?.toISOString() ?? null,
    identification_id: one.identificationId,
    reminders: one.reminders,
    next_step_at: one.nextAt?.toISOString() ?? null,
    warned_at: one.warnedAt?.toISOString() ?? null,
    task:
      one.taskAt === null || one.taskWhy === null
        ? null
        : { why: one.taskWhy, since: one.taskAt.toISOString(), closed_at: one.taskClosedAt?.toISOString() ?? null },
  };
}

const MESSAGE_STATES = ['queued', 'sending', 'sent', 'refused', 'unknown', 'withdrawn'] as const;

export const MessageResource = answerComponent(
  'InvitationMessage',
  z.object({
    purpose: z.enum(['invitation', 'reminder']),
    channel: z.enum(CHANNEL_CODES),
    state: z.enum(MESSAGE_STATES).describe('`unknown`: it may have left, and is not sent again'),
    fault: z.string().nullable().describe('Code of what went wrong'),
    queued_at: AnsweredTime,
    sent_at: AnsweredTime.nullable(),
  }),
);

export function toMessage(message: Message): z.output<typeof MessageResource> {
  return {
    purpose: message.ordinal === 0 ? 'invitation' : 'reminder',
    channel: message.channel,
    state: message.state,
    fault: message.fault,
    queued_at: message.queuedAt.toISOString(),
    sent_at: message.sentAt?.toISOString() ?? null,
  };
}
