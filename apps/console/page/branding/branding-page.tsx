import { LANGUAGE_CODES } from '@reident/domain/browser';
import { BRAND_COLOURS, BRAND_TEXTS, type Branding } from '@reident/domain/tenant-settings';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeView, SettingsView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { validationErrorText } from '../state/error-texts.ts';
import { say, showError } from '../state/state.ts';
import { formats, texts } from '../state/texts.ts';
import {
  BRAND_FIELDS,
  beginDraft,
  canUndo,
  changeDraft,
  discardDraft,
  draft,
  followSaved,
  isSame,
  mistakesIn,
  toBranding,
  undoDraft,
} from './draft.ts';
import { ColourField, LogoField, NameField, TextField } from './fields.tsx';
import { Preview, type Source } from './preview.tsx';
import { BrandingProposal } from './proposal.tsx';

/** An admin dresses the customer's pages, and sees them while typing. */
export function BrandingPage({ me }: { me: MeView }) {
  const [view, setView] = useState<SettingsView | null>(null);
  useEffect(() => {
    api.settings().then((found) => {
      beginDraft(savedIn(found));
      setView(found);
    }, showError);
  }, []);
  const t = texts.value;
  if (view === null || draft.value === null) return <p class="notice">{t.console.loading}</p>;
  return <Loaded me={me} view={view} setView={setView} />;
}

function Loaded({ me, view, setView }: { me: MeView; view: SettingsView; setView(view: SettingsView): void }) {
  const { branding: t } = texts.value;
  const [source, setSource] = useState<Source>('draft');
  const [side, setSide] = useState<Side>('form');
  const saved = savedIn(view);
  const written = draft.value;
  const branding = written === null ? saved : toBranding(written);
  const changed = !isSame(branding, saved);
  const mistakes = mistakesIn(branding);
  const twoAdmins = view.settings.some(({ name, twoAdmins: two }) => name === 'branding' && two);
  const proposal = view.proposals.find(({ setting }) => setting === 'branding');
  useUnsavedWarning(changed);

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
      document.getElementById(first.replaceAll('.', '-'))?.focus();
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
  const said = (field: string) => {
    const error = mistakes.get(field);
    return error === undefined ? null : validationErrorText(error);
  };
  if (written === null) return null;

  return (
    <main class={`branding at-${side}`} id="content" tabIndex={-1}>
      <Sides side={side} onChoose={setSide} />
      <div class="branding-side">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
        {proposal !== undefined && (
          <BrandingProposal
            saved={saved}
            proposal={proposal}
            onConfirm={() =>
              void act(
                () => api.confirmSetting(proposal.id),
                () => texts.value.settings.confirmed,
              )
            }
            onWithdraw={() =>
              void act(
                () => api.withdrawSetting(proposal.id),
                () => texts.value.settings.withdrawn,
              )
            }
          />
        )}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
          onInput={() => setSource('draft')}
          onKeyDown={(event) => {
            if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void save();
          }}
        >
          <fieldset class="brand-group">
            <legend>{t.who}</legend>
            <NameField draft={written} tenant={me.tenant.name} mistake={said('name')} />
            <LogoField draft={written} branding={branding} />
          </fieldset>
          <fieldset class="brand-group">
            <legend>{t.colours}</legend>
            {BRAND_COLOURS.map((which) => (
              <ColourField key={which} which={which} draft={written} mistake={said(which)} />
            ))}
          </fieldset>
          {LANGUAGE_CODES.map((language) => (
            <fieldset class="brand-group" key={language}>
              <legend>{t.words(formats.value.language(language))}</legend>
              {BRAND_FIELDS.map((field) => (
                <TextField
                  key={field}
                  field={`texts.${language}.${field}`}
                  label={t.fields[field]}
                  hint={t.hints[field]}
                  longest={BRAND_TEXTS[field][1]}
                  lines={BRAND_TEXTS[field][1] === 300 ? 2 : 1}
                  value={written.texts[language][field]}
                  mistake={said(`texts.${language}.${field}`)}
                  onInput={(value) =>
                    changeDraft(`texts.${language}.${field}`, (before) => ({
                      ...before,
                      texts: { ...before.texts, [language]: { ...before.texts[language], [field]: value } },
                    }))
                  }
                />
              ))}
            </fieldset>
          ))}
          <div class="branding-actions">
            <button type="submit" class="main" disabled={!changed || (twoAdmins && proposal !== undefined)}>
              {twoAdmins ? t.propose : t.save} <kbd>Ctrl S</kbd>
            </button>
            <button type="button" disabled={!canUndo.value} onClick={undoDraft}>
              {t.undo}
            </button>
            <button type="button" disabled={!changed} onClick={() => discardDraft(saved)}>
              {t.discard}
            </button>
            {twoAdmins && (
              <p class="soft">{proposal === undefined ? t.proposeHint : texts.value.errors.proposal_waits}</p>
            )}
          </div>
        </form>
      </div>
      <Preview
        tenant={me.tenant}
        source={source}
        onSource={setSource}
        shown={{
          draft: branding,
          ...(changed || proposal !== undefined ? { saved } : {}),
          ...(proposal === undefined ? {} : { proposed: proposal.value as Branding }),
        }}
      />
    </main>
  );
}

type Side = 'form' | 'preview';

/**
 * Where form and preview do not fit beside each other: a touch from one to the other, from wherever the form is scrolled to. The
 * form keeps its place, because neither is taken out of the page.
 */
function Sides({ side, onChoose }: { side: Side; onChoose(side: Side): void }) {
  const t = texts.value.branding;
  const formAt = useRef(0);
  const choose = (next: Side) => {
    if (next === side) return;
    if (side === 'form') formAt.current = scrollY;
    onChoose(next);
    requestAnimationFrame(() => scrollTo(0, next === 'form' ? formAt.current : 0));
  };
  return (
    <fieldset class="switch branding-sides">
      <legend class="unseen">{t.sides}</legend>
      <button type="button" aria-pressed={side === 'form'} onClick={() => choose('form')}>
        {t.form}
      </button>
      <button type="button" aria-pressed={side === 'preview'} onClick={() => choose('preview')}>
        {t.preview}
      </button>
    </fieldset>
  );
}

function savedIn(view: SettingsView): Branding {
  return view.settings.find(({ name }) => name === 'branding')?.value as Branding;
}

/** The browser asks before a page with unsaved changes is closed. */
function useUnsavedWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
}
