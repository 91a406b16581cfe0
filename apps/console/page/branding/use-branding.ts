import { focusField } from '@reident/design/field';
import type { Branding } from '@reident/domain/tenant-settings';
import { useState } from 'preact/hooks';
import type { SettingsView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { validationErrorText } from '../state/error-texts.ts';
import { say, showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';
import { type Draft, discardDraft, followSaved, idOf, isSame, mistakesIn, toBranding } from './draft.ts';
import type { Source } from './preview.tsx';

/** What holds, what is written, what waits for a second admin, and what can be done about it. */
export function useBranding(view: SettingsView, setView: (view: SettingsView) => void, written: Draft) {
  const [source, setSource] = useState<Source>('draft');
  const saved = savedIn(view);
  const branding = toBranding(written);
  const changed = !isSame(branding, saved);
  const mistakes = mistakesIn(branding);
  const twoAdmins = view.settings.some(({ name, twoAdmins: two }) => name === 'branding' && two);
  const proposal = view.proposals.find(({ setting }) => setting === 'branding') ?? null;

  const act = async (work: () => Promise<SettingsView>, done: () => string) => {
    try {
      const next = await work();
      followSaved(saved, savedIn(next));
      setView(next);
      say('good', done);
      return true;
    } catch (error) {
      showError(error);
      return false;
    }
  };
  const save = async () => {
    const [first] = mistakes.keys();
    if (first !== undefined) {
      focusField(idOf(first));
      return say('bad', () => texts.value.branding.wrong(mistakes.size));
    }
    if (!changed) return say('good', () => texts.value.branding.unchanged);
    const done = await act(
      () => api.saveSetting('branding', branding),
      () => (twoAdmins ? texts.value.settings.proposed : texts.value.branding.saved),
    );
    if (!done || !twoAdmins) return;
    // What was written waits as a proposal now, and is looked at there.
    discardDraft(saved);
    setSource('proposed');
  };
  const settle = (work: typeof api.confirmSetting, done: 'confirmed' | 'withdrawn') => () => {
    if (proposal === null) return;
    void act(
      () => work(proposal.id),
      () => texts.value.settings[done],
    );
  };

  return {
    saved,
    branding,
    changed,
    twoAdmins,
    proposal,
    /** What is wrong with a part, in words; null when nothing is. */
    mistakeOf(field: string): string | null {
      const error = mistakes.get(field);
      return error === undefined ? null : validationErrorText(error);
    },
    source,
    setSource,
    save: () => void save(),
    confirm: settle(api.confirmSetting, 'confirmed'),
    withdraw: settle(api.withdrawSetting, 'withdrawn'),
  };
}

export type BrandingInHand = ReturnType<typeof useBranding>;

export function savedIn(view: SettingsView): Branding {
  return view.settings.find(({ name }) => name === 'branding')?.value as Branding;
}
