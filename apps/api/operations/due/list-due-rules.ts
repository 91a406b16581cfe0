import { DUE_RULE_CODES, DUE_RULES, PERSON_EVENT_KINDS, PERSON_EVENTS } from '@reident/domain/rekyc';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';

const WHERE_FROM = { meaning: z.string(), certainty: z.string(), source: z.string() };

const DueRules = answerComponent(
  'DueRules',
  z.object({
    rules: z.array(
      z.object({
        rule: z.enum(DUE_RULE_CODES),
        identification: z.string().describe('Whether a successful identification moves it'),
        data_confirmation: z
          .string()
          .describe('Whether a confirmation moves it; `class`: where the risk class says so'),
        ...WHERE_FROM,
      }),
    ),
    events: z.array(
      z.object({
        kind: z.enum(PERSON_EVENT_KINDS),
        within_days: z.int(),
        settled_by: z.string().describe('The least that settles it'),
        ...WHERE_FROM,
      }),
    ),
  }),
);

/** The rules by which persons are due, each with its source and how sure we are of it. */
export const listDueRules = defineOperation({
  method: 'GET',
  path: '/reident/v1/due_rules',
  tag: 'Reident',
  summary: 'List the rules of due dates',
  answer: DueRules,
  errors: [],

  async handle() {
    return {
      rules: DUE_RULE_CODES.map((rule) => {
        const { identification, dataConfirmation, meaning, certainty, source } = DUE_RULES[rule];
        return { rule, identification, data_confirmation: dataConfirmation, meaning, certainty, source };
      }),
      events: PERSON_EVENT_KINDS.map((kind) => {
        const { withinDays, settledBy, meaning, certainty, source } = PERSON_EVENTS[kind];
        return { kind, within_days: withinDays, settled_by: settledBy, meaning, certainty, source };
      }),
    };
  },
});
