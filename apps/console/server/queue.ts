import type { Finding, Verdict } from '@reident/engine';
import {
  countQueue,
  findLatestExamination,
  listQueue,
  type Operator,
  type QueuedCase,
  type TenantTx,
} from '@reident/store';
import { isWaiting } from '../shared/decisions.ts';
import type { QueueRow, QueueView, Shelf } from '../shared/view.ts';
import { operatorNames } from './operator-names.ts';

const PAGE_SIZE = 100;

/** One shelf of the queue, with how much each shelf holds. */
export async function loadQueue(tx: TenantTx, operator: Operator, shelf: Shelf, search: string): Promise<QueueView> {
  const question = { shelf, operatorId: operator.id, search, limit: PAGE_SIZE };
  const cases = await listQueue(tx, question);
  const nameOf = await operatorNames(tx);
  const rows: QueueRow[] = [];
  for (const one of cases) rows.push({ ...toRow(one, operator.id, nameOf), ...(await engineSummary(tx, one.id)) });
  return { rows, counts: await countQueue(tx, operator.id), now: tx.now.toISOString() };
}

function toRow(
  one: QueuedCase,
  operatorId: string,
  nameOf: (id: string) => string,
): Omit<QueueRow, EngineSummaryField> {
  const { claimedBy, claimedUntil } = one;
  return {
    id: one.id,
    status: one.status,
    result: one.result,
    reason: one.reason,
    since: one.since.toISOString(),
    waiting: isWaiting(one.result),
    claim:
      claimedBy && claimedUntil
        ? { mine: claimedBy === operatorId, by: nameOf(claimedBy), until: claimedUntil.toISOString() }
        : null,
    lastActor: one.lastActor,
  };
}

type EngineSummaryField = 'verdict' | 'failed' | 'inconclusive';

/** What the engine made of the last submission, as far as it may stand in a list. */
async function engineSummary(tx: TenantTx, identificationId: string): Promise<Pick<QueueRow, EngineSummaryField>> {
  const examination = await findLatestExamination(tx, identificationId);
  if (!examination) return { verdict: null, failed: 0, inconclusive: 0 };
  const { findings, verdict } = examination as { findings: Finding[]; verdict: Verdict };
  const count = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).length;
  return { verdict: verdict.result, failed: count('fail'), inconclusive: count('inconclusive') };
}
