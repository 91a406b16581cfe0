import { useState } from 'preact/hooks';
import type { DecisionId } from '../../shared/decisions.ts';
import type { CaseView, OfferedDecision } from '../../shared/view.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { texts } from '../state/texts.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { pendingDecision } from './pending-decision.ts';

/** The key of each decision, and how its button looks. */
// biome-ignore format: a table
const BUTTONS: Record<DecisionId, { key: string; look: 'good' | 'plain' | 'bad' }> = {
  approve:         { key: 'a', look: 'good' },
  cancel:          { key: 'x', look: 'plain' },
  suspect_fraud:   { key: 's', look: 'plain' },
  confirm_fraud:   { key: 'b', look: 'bad' },
  clear_suspicion: { key: 'a', look: 'good' },
  revoke:          { key: 'v', look: 'bad' },
  reverse:         { key: 'a', look: 'good' },
};

/** What may be decided now. A button opens the dialog that asks for what the decision needs. */
export function DecisionBar({ found }: { found: CaseView }) {
  const { console: t, errors } = texts.value;
  const [asked, setAsked] = useState<OfferedDecision | null>(null);
  const waiting = pendingDecision.value !== null;
  const offered = waiting ? [] : found.offered.filter(({ needsOther }) => !needsOther);
  useShortcuts(
    'case',
    offered.map((decision) => ({
      keys: [BUTTONS[decision.id].key],
      label: t.decisions[decision.id],
      run: () => setAsked(decision),
    })),
  );
  return (
    <section class="decide" aria-label={t.case.decisions}>
      {found.offered.length === 0 ? <p class="soft">{t.case.nothingToDecide}</p> : null}
      {found.offered.map((decision) => (
        <button
          key={decision.id}
          type="button"
          class={BUTTONS[decision.id].look}
          disabled={waiting || decision.needsOther}
          title={decision.needsOther ? errors.second_person_required : undefined}
          onClick={() => setAsked(decision)}
        >
          {t.decisions[decision.id]} <kbd>{BUTTONS[decision.id].key}</kbd>
        </button>
      ))}
      {found.offered.some(({ needsOther }) => needsOther) ? <p class="soft">{errors.second_person_required}</p> : null}
      {asked ? <DecisionDialog found={found} decision={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}
