import { observedLines } from '@reident/messages/console';
import { useRef } from 'preact/hooks';
import type { CaseView, FindingView } from '../../shared/view.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { formats, texts, wordFor } from '../state/texts.ts';

const GROUPS = ['fail', 'inconclusive', 'pass'] as const;

interface FindingsListProps {
  found: CaseView;
  chosen: FindingView | null;
  onChoose(finding: FindingView): void;
}

/** The findings, worst first. Choosing one shows its place on the picture. */
export function FindingsList({ found, chosen, onChoose }: FindingsListProps) {
  const { console: t, terms } = texts.value;
  const list = useRef<HTMLElement>(null);
  const groups = GROUPS.map((outcome) => ({
    outcome,
    findings: found.findings.filter((finding) => finding.outcome === outcome),
  }));
  const inOrder = groups.flatMap(({ findings }) => findings);
  const notAsked = found.findings.filter(({ outcome }) => outcome === 'not_applicable');
  const move = (by: number) => {
    const next =
      inOrder[
        Math.max(
          0,
          Math.min((chosen ? inOrder.indexOf(chosen) : by > 0 ? -1 : inOrder.length) + by, inOrder.length - 1),
        )
      ];
    if (!next) return;
    onChoose(next);
    list.current?.querySelector(`[data-check="${next.check}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts(
    'case',
    found.findings.length > 0
      ? [{ keys: ['j', 'k'], shown: 'j k', label: t.keys.finding, run: (key) => move(key === 'j' ? 1 : -1) }]
      : [],
  );
  if (found.findings.length === 0) return null;
  return (
    <section aria-labelledby="findings" ref={list}>
      <h2 id="findings">{t.case.findings}</h2>
      {groups.map(({ outcome, findings }) =>
        findings.length === 0 ? null : (
          <div key={outcome} class="group">
            <h3 class={`outcome ${outcome}`}>
              {terms.outcomes[outcome]} <span class="count">{findings.length}</span>
            </h3>
            <ul class="findings">
              {findings.map((finding) => (
                <li key={finding.check}>
                  <FindingRow finding={finding} found={found} chosen={finding === chosen} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {notAsked.length > 0 ? (
        <details class="group" open={notAsked.some(({ check }) => found.verdict?.because.includes(check))}>
          <summary>{t.case.notApplicable(notAsked.length)}</summary>
          <ul class="findings">
            {notAsked.map((finding) => (
              <li key={finding.check} class="soft">
                {wordFor(texts.value.checks, finding.check)}{' '}
                {found.verdict?.because.includes(finding.check) ? (
                  <span class="chip doubt">{t.case.because}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

interface FindingRowProps {
  finding: FindingView;
  found: CaseView;
  chosen: boolean;
  onChoose(finding: FindingView): void;
}

function FindingRow({ finding, found, chosen, onChoose }: FindingRowProps) {
  const { console: t, checks } = texts.value;
  const seen = observedLines(finding.observed, texts.value, formats.value);
  const decisive = finding.outcome !== 'pass' && found.verdict?.because.includes(finding.check);
  return (
    <button
      type="button"
      class="finding"
      data-check={finding.check}
      aria-pressed={chosen}
      onClick={() => onChoose(finding)}
    >
      <span class="question">{wordFor(checks, finding.check)}</span>
      {finding.reason && finding.outcome !== 'pass' ? <code>{finding.reason}</code> : null}
      {decisive ? <span class="chip doubt">{t.case.because}</span> : null}
      {seen.length > 0 ? (
        <span class="seen">
          {seen.map(({ key, label, value }) => (
            <span key={key}>
              {label}: <b>{value}</b>
            </span>
          ))}
        </span>
      ) : null}
    </button>
  );
}
