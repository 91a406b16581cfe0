import { useEffect, useState } from 'preact/hooks';
import type { CaseView, FindingView, MeView } from '../../shared/view.ts';
import { StatusChip, VerdictChip } from '../components/chips.tsx';
import { age } from '../components/format.ts';
import { api } from '../state/api.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { goTo, showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { FindingsList } from './findings-list.tsx';
import { MrzLines } from './mrz-lines.tsx';
import { failedDecisions } from './pending-decision.ts';
import { PersonList } from './person-list.tsx';
import { PictureDesk } from './picture-desk.tsx';
import { Timeline } from './timeline.tsx';
import { usePictures } from './use-pictures.ts';

/** One case: pictures on the left, what was read and found on the right, the decision at the foot. */
export function CasePage({ id, me }: { id: string; me: MeView }) {
  const t = texts.value.console;
  const [found, setFound] = useState<CaseView | null>(null);
  const [step, setStep] = useState<string | null>(null);
  const [finding, setFinding] = useState<FindingView | null>(null);
  const pictures = usePictures(id, found);
  const failure = failedDecisions.value;

  const load = async (act: () => Promise<CaseView>) => {
    try {
      const loaded = await act();
      setFound(loaded);
      setStep((former) => former ?? loaded.captures[0]?.step ?? null);
    } catch (error) {
      showError(error);
    }
  };
  useEffect(() => {
    // A case that this operator already holds, or may look into, stays open when it is loaded again.
    void load(async () => {
      const masked = await api.findCase(id);
      return failure > 0 && masked.mayOpen ? api.openCase(id) : masked;
    });
  }, [id, failure]);

  const open = () =>
    void load(async () => {
      if (me.rights.includes('decide')) await api.claim(id);
      return api.openCase(id);
    });
  const release = () =>
    void load(async () => {
      await api.release(id);
      return api.findCase(id);
    });
  const choose = (chosen: FindingView) => {
    setFinding(chosen);
    if (chosen.region) setStep(chosen.region.step);
  };

  const closed = found !== null && !found.opened && (found.mayOpen || found.mayClaim);
  useShortcuts('case', [
    { keys: ['Escape'], shown: 'Esc', label: t.keys.back, run: () => goTo('/console') },
    ...(closed ? [{ keys: ['Enter', 'c'], label: t.keys.take, run: open }] : []),
    ...(found?.opened && found.claim?.mine ? [{ keys: ['r'], label: t.keys.release, run: release }] : []),
  ]);

  if (!found) {
    return (
      <main class="case" id="content" tabIndex={-1}>
        <BackLink />
        <p class="soft">{t.loading}</p>
      </main>
    );
  }
  return (
    <main class="case" id="content" tabIndex={-1}>
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
            <span class="soft">
              {t.case.claimedFor(
                Math.max(0, Math.round((Date.parse(found.claim.until) - Date.parse(found.now)) / 60_000)),
              )}
            </span>
            <button type="button" class="quiet" onClick={release}>
              {t.case.release} <kbd>r</kbd>
            </button>
          </>
        ) : null}
      </header>

      {found.opened ? null : <ClosedNotice found={found} me={me} onOpen={open} />}

      <div class="desk">
        <PictureDesk
          found={found}
          step={step}
          onStep={setStep}
          pictures={pictures}
          region={finding?.region ?? null}
          watermark={`${me.displayName} · ${found.now.slice(0, 16).replace('T', ' ')}`}
        />
        <div class="papers">
          <ComparisonTable rows={found.comparison} />
          <MrzLines mrzReadings={found.mrzReadings} opened={found.opened} />
          <FindingsList found={found} chosen={finding} onChoose={choose} />
          <PersonList fields={found.person.fields} />
          <Timeline found={found} />
        </div>
      </div>
      {found.opened && found.claim?.mine ? <DecisionBar found={found} /> : null}
    </main>
  );
}

function BackLink() {
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

function ClosedNotice({ found, me, onOpen }: { found: CaseView; me: MeView; onOpen(): void }) {
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
