import type { CaseView, MeView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';

/** Why the case is masked, and the way to open it where there is one. */
export function ClosedNotice({ found, me, onOpen }: { found: CaseView; me: MeView; onOpen(): void }) {
  const t = texts.value.console;
  const other = found.claim && !found.claim.mine ? found.claim.by : null;
  return (
    <section class="closed">
      <div>
        <strong>{other && !found.mayOpen ? t.case.claimedBy(other) : t.case.hidden}</strong>
        <p>{found.captures.length === 0 && !found.verdict ? t.case.noExamination : t.case.hiddenWhy}</p>
      </div>
      {found.mayOpen || found.mayClaim ? (
        <button type="button" class="main" onClick={onOpen}>
          {me.rights.includes('decide') ? t.case.take : t.case.open} <kbd>↵</kbd>
        </button>
      ) : null}
    </section>
  );
}
