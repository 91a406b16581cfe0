import type { CaseView } from '../../shared/view.ts';
import { StatusChip, VerdictChip } from '../components/chips.tsx';
import { age } from '../components/format.ts';
import { goTo } from '../state/state.ts';
import { texts } from '../state/texts.ts';

/** Which case it is, how it stands, what the engine said, and how long it is claimed. */
export function CaseHead({ found, onRelease }: { found: CaseView; onRelease(): void }) {
  const t = texts.value.console;
  return (
    <header class="case-head">
      <BackLink />
      <h1>
        <span class="unseen">{t.case.title} </span>
        <code>{found.id}</code>
      </h1>
      <StatusChip status={found.status} />
      {found.reason ? <code class="soft">{found.reason}</code> : null}
      {found.verdict ? (
        <span class="verdict">
          <span class="soft">{t.case.verdict}</span> <VerdictChip result={found.verdict.result} />
          {found.verdict.reason ? <code>{found.verdict.reason}</code> : null}
        </span>
      ) : null}
      <span class="grow" />
      {found.submittedAt ? <span class="soft">{t.case.examined(age(found.submittedAt, found.now))}</span> : null}
      {found.claim?.mine ? (
        <>
          <span class="soft">{t.case.claimedFor(minutesBetween(found.now, found.claim.until))}</span>
          <button type="button" class="quiet" onClick={onRelease}>
            {t.case.release} <kbd>r</kbd>
          </button>
        </>
      ) : null}
    </header>
  );
}

export function BackLink() {
  return (
    <a
      class="back"
      href="/console"
      onClick={(event) => {
        event.preventDefault();
        goTo('/console');
      }}
    >
      ← {texts.value.console.case.back}
    </a>
  );
}

function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}
