import type { IdentStatus } from '@reident/domain/browser';
import { texts, wordFor } from '../state/texts.ts';

type Tone = 'good' | 'bad' | 'doubt' | 'plain';

const TONE_BY_STATUS: Record<IdentStatus, Tone> = {
  created: 'plain',
  pending: 'plain',
  pending_successful: 'plain',
  pending_failed: 'doubt',
  successful: 'good',
  aborted: 'plain',
  canceled: 'bad',
  failed: 'bad',
  expired: 'plain',
};

const TONE_BY_RESULT: Record<string, Tone> = {
  SUCCESS: 'good',
  SUCCESS_DATA_CHANGED: 'good',
  CANCELED: 'bad',
  FRAUD_SUSPICION_PENDING: 'bad',
  FRAUD_SUSPICION_CONFIRMED: 'bad',
  REVIEW_PENDING: 'doubt',
  CHECK_PENDING: 'doubt',
};

export function StatusChip({ status }: { status: IdentStatus }) {
  return <span class={`chip ${TONE_BY_STATUS[status]}`}>{texts.value.terms.statuses[status]}</span>;
}

export function VerdictChip({ result }: { result: string | null }) {
  if (result === null) return <span class="soft">–</span>;
  return <span class={`chip ${TONE_BY_RESULT[result] ?? 'plain'}`}>{wordFor(texts.value.terms.results, result)}</span>;
}
