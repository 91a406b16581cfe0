import { type Board, boardOf, timelineOf } from '@reident/platform';
import { BOARD_STAGES, type BoardPerson, listBoardPersons } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation, type UnlockedContext } from '../../contract/define-operation.ts';
import { AnsweredDay, AnsweredTime } from '../../contract/schemas.ts';
import { CampaignId } from '../../resources/campaign.ts';
import { PersonId } from '../../resources/person.ts';
import { csvAnswer } from '../campaigns/dry-run.ts';
import { DUE_QUERY, filterOf } from './due-dates.ts';

const BoardResource = answerComponent(
  'Board',
  z.object({
    persons: z.int(),
    without_date: z.int().describe('Nothing is known to count from: somebody has to look'),
    overdue: z.int(),
    open_tasks: z.int(),
    months: z
      .array(z.object({ month: z.string(), total: z.int(), classes: z.record(z.string(), z.int()) }))
      .describe('Due dates by month, five years ahead'),
    stages: z.array(
      z.object({
        campaign_id: CampaignId,
        risk_class: z.string(),
        stage: z.enum(BOARD_STAGES),
        step: z.string().nullable().describe('Where the customer is, of those who opened the link'),
        persons: z.int(),
      }),
    ),
    weeks: z.array(
      z.object({
        week: AnsweredDay.describe('Its Monday'),
        due: z.int(),
        planned: z.int().describe('Invitations'),
        expected_sessions: z.number().nullable(),
        expected_cases: z.number().nullable().describe('By what was measured; null: too few to tell'),
      }),
    ),
    conversion: z.object({ invitations: z.int(), opened: z.number(), submitted: z.number() }).nullable(),
  }),
);

function toBoard(board: Board): z.output<typeof BoardResource> {
  return {
    persons: board.persons,
    without_date: board.withoutDate,
    overdue: board.overdue,
    open_tasks: board.openTasks,
    months: board.months,
    stages: board.stages.map(({ campaignId, riskClass, stage, step, n }) => ({
      campaign_id: campaignId,
      risk_class: riskClass,
      stage,
      step,
      persons: n,
    })),
    weeks: board.weeks.map(({ week, due, planned, expectedSessions, expectedCases }) => ({
      week,
      due,
      planned,
      expected_sessions: expectedSessions,
      expected_cases: expectedCases,
    })),
    conversion: board.conversion,
  };
}

/** How the whole stands: who is due when, how far everybody has come, what the next weeks bring. */
export const getBoard = defineOperation({
  method: 'GET',
  path: '/reident/v1/board',
  tag: 'Reident',
  summary: 'Retrieve the figures of the board',
  answer: BoardResource,
  errors: [],

  async handle(_, { tx }) {
    return toBoard(await boardOf(tx));
  },
});

const SLICE = 5000;

/** The persons behind the figures as CSV: ids, days and codes, no personal data. */
export const exportBoard = defineOperation({
  method: 'GET',
  path: '/reident/v1/board/rows',
  tag: 'Reident',
  summary: 'Download the persons behind the board, as CSV',
  query: DUE_QUERY,
  answer: 'file',
  errors: [],

  async handleUnlocked({ query }, { inTenant }) {
    return csvAnswer(await boardLines(filterOf(query), inTenant), 'due');
  },
});

async function boardLines(
  filter: ReturnType<typeof filterOf>,
  inTenant: UnlockedContext['inTenant'],
): Promise<string[]> {
  const lines = ['person_id,due_on,rule,risk_class,campaign_id,stage,step'];
  for (let after: { dueOn: string; personId: string } | null = null; ; ) {
    const from: { dueOn: string; personId: string } | null = after;
    const rows: BoardPerson[] = await inTenant((tx) => listBoardPersons(tx, filter, from, SLICE));
    for (const { personId, dueOn, rule, riskClass, campaignId, stage, step } of rows)
      lines.push([personId, dueOn, rule, riskClass, campaignId ?? '', stage ?? '', step ?? ''].join(','));
    const last = rows.at(-1);
    if (rows.length < SLICE || last === undefined) return lines;
    after = last;
  }
}

const TimelineEntry = answerComponent(
  'TimelineEntry',
  z.object({
    at: AnsweredTime,
    kind: z
      .string()
      .describe(
        '`due`, `event`, `settled`, `planned`, `invited`, `message`, `warned`, `task`, `ended`, `identification`',
      ),
    details: z.record(z.string(), z.unknown()),
  }),
);

/** Everything about a person's due dates, invitations and identifications, in the order in which it happened. */
export const getTimeline = defineOperation({
  method: 'GET',
  path: '/reident/v1/persons/{person_id}/timeline',
  tag: 'Reident',
  summary: 'Retrieve the timeline of a person',
  params: { person_id: PersonId },
  answer: z.array(TimelineEntry),
  errors: [],

  async handle({ params }, { tx }) {
    return (await timelineOf(tx, params.person_id)).map(({ at, kind, ...details }) => ({
      at: at.toISOString(),
      kind,
      details: Object.fromEntries(Object.entries(details).map(([name, value]) => [snake(name), value])),
    }));
  },
});

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
