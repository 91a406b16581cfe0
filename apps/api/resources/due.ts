import {
  DUE_RULE_CODES,
  type DueReason,
  LAW_CLASS_CODES,
  MOVERS,
  PERSON_EVENT_KINDS,
  type RiskClass,
} from '@reident/domain/rekyc';
import type { DueDescription } from '@reident/platform';
import type { DueHistoryLine, DueState, PersonEvent } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredDay, AnsweredTime, idOf } from '../contract/schemas.ts';
import { PersonId } from './person.ts';

export const RiskClassCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .meta({ description: 'Code of a risk class', examples: ['normal'] });

export const ProductTag = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
  .meta({ examples: ['giro'] });

export const RiskClassResource = answerComponent(
  'RiskClass',
  z.object({
    code: RiskClassCode,
    law_class: z.enum(LAW_CLASS_CODES).describe('Which limit of the law holds: `normal` 5 years, `high` 1 year'),
    cycle_years: z.int(),
    confirmation_counts: z.boolean().describe('Whether a confirmation of unchanged data begins the cycle anew'),
  }),
);

export function toRiskClass({ code, lawClass, cycleYears, confirmationCounts }: RiskClass) {
  return { code, law_class: lawClass, cycle_years: cycleYears, confirmation_counts: confirmationCounts };
}

const Reason = z.object({
  rule: z.enum(DUE_RULE_CODES),
  due_on: AnsweredDay,
  since: z.string().describe('What the date is counted from: a day, or the id of an event'),
});

const SUMMARY = {
  person_id: PersonId,
  risk_class: RiskClassCode,
  product_tags: z.array(ProductTag),
  due_on: AnsweredDay.nullable().describe(
    'Last day in time; null: nothing is known to count from, and somebody has to look',
  ),
  rule: z.enum(DUE_RULE_CODES).nullable().describe('Why the person is due on that day'),
  objected_at: AnsweredTime.nullable().describe('Since when the person does not want to be written to'),
};

export const DueSummary = answerComponent('DueSummary', z.object(SUMMARY));

export function toDueSummary(state: DueState): z.output<typeof DueSummary> {
  return {
    person_id: state.personId,
    risk_class: state.riskClass,
    product_tags: state.productTags,
    due_on: state.dueOn,
    rule: state.rule,
    objected_at: state.objectedAt?.toISOString() ?? null,
  };
}

export const DueResource = answerComponent(
  'Due',
  z.object({
    ...SUMMARY,
    reasons: z.array(Reason).describe('All that apply, the earliest first'),
    moves: z
      .array(
        z.object({
          by: z.enum(MOVERS),
          due_on: AnsweredDay.nullable(),
          moves: z.boolean(),
        }),
      )
      .describe('What would move the date if it happened today, and to when'),
  }),
);

export function toDue({ state, reasons, moves }: DueDescription): z.output<typeof DueResource> {
  return {
    ...toDueSummary(state),
    reasons: reasons.map(toReason),
    moves: moves.map(({ by, dueOn, moves }) => ({ by, due_on: dueOn, moves })),
  };
}

function toReason({ rule, dueOn, since }: DueReason): z.output<typeof Reason> {
  return { rule, due_on: dueOn, since };
}

export const DueHistoryEntry = answerComponent(
  'DueHistoryEntry',
  z.object({
    due_on: AnsweredDay.nullable(),
    rule: z.enum(DUE_RULE_CODES).nullable(),
    risk_class: RiskClassCode,
    change: z.string().describe('What made the date be worked out, such as `identified`'),
    by: z.string().describe('Kind of who did that'),
    at: AnsweredTime,
  }),
);

export function toDueHistoryEntry(line: DueHistoryLine): z.output<typeof DueHistoryEntry> {
  const { dueOn, rule, riskClass, change, actorKind, at } = line;
  return { due_on: dueOn, rule, risk_class: riskClass, change, by: actorKind, at: at.toISOString() };
}

export const PersonEventResource = answerComponent(
  'PersonEvent',
  z.object({
    id: idOf('reported event'),
    kind: z.enum(PERSON_EVENT_KINDS),
    occurred_on: AnsweredDay,
    due_on: AnsweredDay,
    reported_at: AnsweredTime,
    settled_at: AnsweredTime.nullable(),
    settled_by: z.enum(MOVERS).nullable(),
  }),
);

export function toPersonEvent(event: PersonEvent): z.output<typeof PersonEventResource> {
  return {
    id: event.id,
    kind: event.kind,
    occurred_on: event.occurredOn,
    due_on: event.dueOn,
    reported_at: event.reportedAt.toISOString(),
    settled_at: event.settledAt?.toISOString() ?? null,
    settled_by: event.settledBy,
  };
}
