import { type BatchFault, type Language, newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import { offsetOf, type Page } from '../transaction/pages.ts';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

export interface Batch {
  id: string;
  name: string;
  sha256: string;
  lines: number;
  createdAt: Date;
  endedAt: Date | null;
}

export interface BatchLine {
  /** As the file counts them: the head is line 1. */
  line: number;
  personId: string | null;
  language: Language | null;
  state: 'waiting' | 'started' | 'fault';
  fault: BatchFault | null;
  identificationId: string | null;
}

const BATCH = columns('identification_batches', 'id', 'name', 'sha256', 'lines', 'created_at', 'ended_at');

/**
 * A batch with all its lines. The same name with the same bytes is the same batch, whatever became of it.
 *
 * @throws PlatformError `record_not_unique` when the name belongs to other bytes
 */
export async function insertBatch(
  tx: TenantTx,
  order: { name: string; sha256: string; lines: readonly Omit<BatchLine, 'state' | 'identificationId'>[] },
  actor: Actor,
): Promise<{ batch: Batch; isNew: boolean }> {
  const { name, sha256, lines } = order;
  const row = { tenant_id: tx.tenant.id, id: newId(''), name, sha256, lines: lines.length, created_at: tx.now };
  const [inserted] = await tx.query(sql<RowOf<typeof BATCH>>`
    ${insertInto('identification_batches', row)} on conflict (tenant_id, name) do nothing returning ${BATCH}`);
  if (inserted === undefined) {
    const [known] = await tx.query(sql<RowOf<typeof BATCH>>`
      select ${BATCH} from identification_batches where tenant_id = ${tx.tenant.id} and name = ${name}`);
    if (known?.sha256 === sha256) return { batch: toBatch(known), isNew: false };
    const message = 'is taken by a batch with other lines';
    throw new PlatformError('record_not_unique', `name ${message}`, { field: 'name', message });
  }
  // An empty text stands for nothing, since an array of texts has no place for it.
  await tx.query(sql`
    insert into identification_batch_lines (tenant_id, batch_id, line, person_id, language, state, fault)
    select ${tx.tenant.id}, ${inserted.id}, n.line, nullif(n.person_id, ''), nullif(n.language, ''),
           case when n.fault = '' then 'waiting' else 'fault' end, nullif(n.fault, '')
    from unnest(
      ${lines.map(({ line }) => line)}::int[], ${lines.map(({ personId }) => personId ?? '')}::text[],
      ${lines.map(({ language }) => language ?? '')}::text[], ${lines.map(({ fault }) => fault ?? '')}::text[]
    ) as n (line, person_id, language, fault)`);
  await recordAudit(tx, { actor, action: 'batch.created', entity: inserted.id, details: { lines: lines.length } });
  return { batch: toBatch(inserted), isNew: true };
}

/** @throws PlatformError `model_not_found` */
export async function findBatch(tx: TenantTx, id: string): Promise<Batch> {
  const [row] = await tx.query(sql<RowOf<typeof BATCH>>`
    select ${BATCH} from identification_batches where tenant_id = ${tx.tenant.id} and id = ${id}`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find a batch for id '${id}'.`);
  return toBatch(row);
}

export interface BatchCounts {
  waiting: number;
  started: number;
  faults: number;
}

export async function countBatchLines(tx: TenantTx, batchId: string): Promise<BatchCounts> {
  const rows = await tx.query(sql<{ state: BatchLine['state']; n: number }>`
    select state, count(*)::int as n from identification_batch_lines
    where tenant_id = ${tx.tenant.id} and batch_id = ${batchId} group by state`);
  const of = (state: BatchLine['state']) => rows.find((row) => row.state === state)?.n ?? 0;
  return { waiting: of('waiting'), started: of('started'), faults: of('fault') };
}

const LINE = columns(
  'identification_batch_lines',
  'line',
  'person_id',
  'language',
  'state',
  'fault',
  'identification_id',
);

/** Waiting lines in the order of the file. Locked: nobody else starts them. */
export async function listWaitingLines(tx: TenantTx, batchId: string, limit: number): Promise<BatchLine[]> {
  const rows = await tx.query(sql<RowOf<typeof LINE>>`
    select ${LINE} from identification_batch_lines
    where tenant_id = ${tx.tenant.id} and batch_id = ${batchId} and state = 'waiting' order by line limit ${limit} for update`);
  return rows.map(toLine);
}

export async function listBatchLines(
  tx: TenantTx,
  batchId: string,
  page: Page,
  state: BatchLine['state'] | null,
): Promise<BatchLine[]> {
  const rows = await tx.query(sql<RowOf<typeof LINE>>`
    select ${LINE} from identification_batch_lines
    where tenant_id = ${tx.tenant.id} and batch_id = ${batchId} and (${state}::text is null or state = ${state}::text)
    order by line limit ${page.size} offset ${offsetOf(page)}`);
  return rows.map(toLine);
}

export async function settleBatchLine(
  tx: TenantTx,
  batchId: string,
  line: number,
  outcome: { identificationId: string } | { fault: BatchFault },
): Promise<void> {
  const changes =
    'fault' in outcome
      ? ({ state: 'fault', fault: outcome.fault } as const)
      : ({ state: 'started', identification_id: outcome.identificationId } as const);
  await tx.query(sql`
    ${update('identification_batch_lines', changes)}
    where tenant_id = ${tx.tenant.id} and batch_id = ${batchId} and line = ${line}`);
}

export async function endBatch(tx: TenantTx, batchId: string): Promise<void> {
  await tx.query(sql`
    ${update('identification_batches', { ended_at: tx.now })} where tenant_id = ${tx.tenant.id} and id = ${batchId}`);
}

function toBatch(row: RowOf<typeof BATCH>): Batch {
  return {
    id: row.id,
    name: row.name,
    sha256: row.sha256,
    lines: row.lines,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

function toLine(row: RowOf<typeof LINE>): BatchLine {
  return {
    line: row.line,
    personId: row.person_id,
    language: row.language as Language | null,
    state: row.state,
    fault: row.fault as BatchFault | null,
    identificationId: row.identification_id,
  };
}
