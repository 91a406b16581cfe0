import { createHash } from 'node:crypto';
import { BATCH_FAULT_CODES } from '@reident/domain';
import { MOST_BATCH_LINES, readBatch } from '@reident/platform';
import {
  type Batch,
  type BatchCounts,
  type BatchLine,
  countBatchLines,
  findBatch,
  insertBatch,
  listBatchLines,
  scheduleJob,
} from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { AnsweredTime, idOf, text } from '../../contract/schemas.ts';

const BatchId = idOf('batch');

const BatchInput = requestComponent(
  'IdentificationBatchInput',
  z.object({
    name: text(100)
      .min(1)
      .optional()
      .describe('Yours: the same name with the same file is the same batch. Without one, the file itself is the name'),
  }),
);

const BatchResource = answerComponent(
  'IdentificationBatch',
  z.object({
    id: BatchId,
    name: z.string(),
    state: z.enum(['running', 'done']),
    lines: z.int(),
    waiting: z.int(),
    started: z.int(),
    faults: z.int(),
    created_at: AnsweredTime,
    ended_at: AnsweredTime.nullable(),
  }),
);

function toBatch({ id, name, lines, createdAt, endedAt }: Batch, counts: BatchCounts): z.output<typeof BatchResource> {
  return {
    id,
    name,
    state: endedAt === null ? 'running' : 'done',
    lines,
    ...counts,
    created_at: createdAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
  };
}

const LINE_STATES = ['waiting', 'started', 'fault'] as const;

const BatchLineResource = answerComponent(
  'IdentificationBatchLine',
  z.object({
    line: z.int().describe('As the file counts them: the head is line 1'),
    person_id: z.string().nullable().describe('Null where it has not the shape of an id'),
    state: z.enum(LINE_STATES),
    fault: z.enum(BATCH_FAULT_CODES).nullable(),
    identification_id: idOf('identification', 'cidt').nullable(),
  }),
);

function toLine({ line, personId, state, fault, identificationId }: BatchLine): z.output<typeof BatchLineResource> {
  return { line, person_id: personId, state, fault, identification_id: identificationId };
}

/** Starts many identifications by one upload. Faults are answered line by line, and the other lines are started. */
export const startBatch = defineOperation({
  method: 'POST',
  path: '/reident/v1/identification_batches',
  tag: 'Reident',
  summary: 'Start many identifications',
  description: `A CSV with the columns \`person_id\` and, if you like, \`language\`, or one JSON object per line; at most ${MOST_BATCH_LINES} lines. UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs. The same upload again answers the same batch and starts nothing twice.`,
  consumes: 'multipart',
  takes: 'table',
  body: BatchInput,
  status: 202,
  answer: BatchResource,
  errors: ['record_not_unique'],

  async handle({ body, file }, { tx, caller }) {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const order = { name: body.name ?? sha256, sha256, lines: readBatch(file.bytes) };
    const { batch, isNew } = await insertBatch(tx, order, caller.actor);
    if (isNew) await scheduleJob(tx, { kind: 'batch', key: batch.id });
    return toBatch(batch, await countBatchLines(tx, batch.id));
  },
});

const ONE = { tag: 'Reident', params: { id: BatchId }, errors: [] } as const;

export const getBatch = defineOperation({
  ...ONE,
  method: 'GET',
  path: '/reident/v1/identification_batches/{id}',
  summary: 'Retrieve the progress of a batch',
  answer: BatchResource,

  async handle({ params }, { tx }) {
    const batch = await findBatch(tx, params.id);
    return toBatch(batch, await countBatchLines(tx, batch.id));
  },
});

export const listBatchedLines = defineOperation({
  ...ONE,
  method: 'GET',
  path: '/reident/v1/identification_batches/{id}/lines',
  summary: 'List what became of each line of a batch',
  query: { state: z.enum(LINE_STATES).optional(), ...PAGING },
  answer: z.array(BatchLineResource),
  paged: true,

  async handle({ params, query }, { tx }) {
    const batch = await findBatch(tx, params.id);
    const counts = await countBatchLines(tx, batch.id);
    const asked = pageOf(query);
    const { state = null } = query;
    const lines = await listBatchLines(tx, batch.id, asked, state);
    const total = state === null ? batch.lines : state === 'fault' ? counts.faults : counts[state];
    return new PageAnswer(lines.map(toLine), { asked, total });
  },
});
