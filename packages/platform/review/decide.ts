import { type IdentResult, type IdentStatus, PlatformError, REASONS, type ReasonGroup } from '@reident/domain';
import { dataChanges, type GatheredEvidence } from '@reident/engine';
import {
  findIdentification,
  findLatestExamination,
  type Identification,
  insertDecision,
  type Operator,
  type PersonAttributes,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../provider/record-report.ts';

/** A customer who tries again after a cancellation is under review in the old status: it follows the next result. */
const UNDER_REVIEW = ['pending', 'pending_successful', 'aborted', 'canceled'] as const;

/** What an ident specialist may decide, and what each decision says in the provider's words. */
// biome-ignore format: one row per line
export const DECISIONS = {
  //               result                                     reasons from                            in status
  approve:       { result: 'SUCCESS',                   group: null,                        from: [...UNDER_REVIEW, 'pending_failed'] },
  cancel:        { result: 'CANCELED',                  group: 'CANCELLED',                 from: [...UNDER_REVIEW, 'pending_failed', 'successful'] },
  suspect_fraud: { result: 'FRAUD_SUSPICION_PENDING',   group: null,                        from: UNDER_REVIEW },
  confirm_fraud: { result: 'FRAUD_SUSPICION_CONFIRMED', group: 'FRAUD_SUSPICION_CONFIRMED', from: [...UNDER_REVIEW, 'pending_failed', 'successful'] },
} as const satisfies Record<string, DecisionRow>;

interface DecisionRow {
  result: IdentResult;
  group: ReasonGroup | null;
  from: readonly IdentStatus[];
}

export type DecisionName = keyof typeof DECISIONS;

export interface DecisionInput {
  decision: DecisionName;
  reason: string | null;
  /** Free text for colleagues; sealed, never shown to the partner. */
  note: string | null;
  operator: Operator;
  /** Version of the identification that the specialist saw; another one means that the case has moved on. */
  expectedVersion: number;
}

/**
 * A specialist's decision: row, report, status, documents and notification in the caller's transaction.
 *
 * @throws PlatformError `stale_version` when somebody was faster, `wrong_status` when nothing is there to decide,
 *   `invalid_model` when the reason does not fit the decision
 */
export async function decide(
  tx: TenantTx,
  platform: Platform,
  identificationId: string,
  input: DecisionInput,
): Promise<Identification> {
  const row: DecisionRow = DECISIONS[input.decision];
  const identification = await findIdentification(tx, identificationId, { lock: true });
  if (identification.version !== input.expectedVersion) {
    throw new PlatformError('stale_version', 'The case has changed since you opened it: open it again.');
  }
  if (!row.from.includes(identification.status)) {
    throw new PlatformError(
      'wrong_status',
      `An identification in status ${identification.status} cannot be decided so.`,
    );
  }
  const examination = await findLatestExamination(tx, identificationId);
  if (examination === null) {
    throw new PlatformError(
      'wrong_status',
      'The customer has not submitted anything yet, so there is nothing to decide.',
    );
  }
  checkReason(row, input.reason);
  await insertDecision(tx, {
    identificationId,
    operatorId: input.operator.id,
    decision: input.decision,
    reason: input.reason,
    note: input.note,
  });
  const personChanges: Partial<PersonAttributes> =
    input.decision === 'approve' ? { ...dataChanges(examination.evidence as GatheredEvidence) } : {};
  return recordReport(tx, platform, identificationId, {
    result: Object.keys(personChanges).length > 0 ? 'SUCCESS_DATA_CHANGED' : row.result,
    reason: input.reason,
    actor: { kind: 'operator', id: input.operator.id },
    personChanges,
  });
}

function checkReason(row: DecisionRow, reason: string | null): void {
  if (row.group === null) {
    if (reason !== null)
      throw new PlatformError('invalid_model', 'This decision takes no reason.', { field: 'reason' });
    return;
  }
  const known = reason === null ? undefined : REASONS[reason as keyof typeof REASONS];
  if (known?.group !== row.group) {
    throw new PlatformError('invalid_model', `must be a reason of the group ${row.group}`, { field: 'reason' });
  }
}
