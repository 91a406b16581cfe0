import { useEffect, useState } from 'preact/hooks';
import type { CaseView, FindingView, MeView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { goTo, showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';
import { failedDecisions } from './pending-decision.ts';

/** One case as it was last loaded, the picture and the finding that are looked at, and what opens and releases it. */
export function useCase(id: string, me: MeView) {
  const [found, setFound] = useState<CaseView | null>(null);
  const [step, setStep] = useState<string | null>(null);
  const [finding, setFinding] = useState<FindingView | null>(null);
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

  return {
    found,
    step,
    setStep,
    finding,
    /** Shows the place of a finding on its picture. */
    choose(chosen: FindingView): void {
      setFinding(chosen);
      if (chosen.region) setStep(chosen.region.step);
    },
    open: () =>
      void load(async () => {
        if (me.rights.includes('decide')) await api.claim(id);
        return api.openCase(id);
      }),
    release: () =>
      void load(async () => {
        await api.release(id);
        return api.findCase(id);
      }),
  };
}

/** The keys for a case as a whole; its parts have their own. */
export function useCaseShortcuts({
  found,
  open,
  release,
}: Pick<ReturnType<typeof useCase>, 'found' | 'open' | 'release'>): void {
  const t = texts.value.console;
  const closed = found !== null && !found.opened && (found.mayOpen || found.mayClaim);
  useShortcuts('case', [
    { keys: ['Escape'], shown: 'Esc', label: t.keys.back, run: () => goTo('/console') },
    ...(closed ? [{ keys: ['Enter', 'c'], label: t.keys.take, run: open }] : []),
    ...(found?.opened && found.claim?.mine ? [{ keys: ['r'], label: t.keys.release, run: release }] : []),
  ]);
}
