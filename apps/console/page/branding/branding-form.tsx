import { LANGUAGE_CODES, type Language } from '@reident/domain/browser';
import { BRAND_COLOURS, BRAND_TEXTS } from '@reident/domain/tenant-settings';
import type { MeView } from '../../shared/view.ts';
import { formats, texts } from '../state/texts.ts';
import { BRAND_FIELDS, canUndo, changeDraft, type Draft, discardDraft, undoDraft } from './draft.ts';
import { ColourField, LogoField, NameField, TextField } from './fields.tsx';
import type { BrandingInHand } from './use-branding.ts';

interface BrandingFormProps {
  me: MeView;
  written: Draft;
  inHand: BrandingInHand;
}

/** Who asks, in which colours, in which words. */
export function BrandingForm({ me, written, inHand }: BrandingFormProps) {
  const t = texts.value.branding;
  const { mistakeOf, save, setSource } = inHand;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onInput={() => setSource('draft')}
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      <fieldset class="brand-group">
        <legend>{t.who}</legend>
        <NameField draft={written} tenant={me.tenant.name} mistake={mistakeOf('name')} />
        <LogoField draft={written} branding={inHand.branding} />
      </fieldset>
      <fieldset class="brand-group">
        <legend>{t.colours}</legend>
        {BRAND_COLOURS.map((which) => (
          <ColourField key={which} which={which} draft={written} mistake={mistakeOf(which)} />
        ))}
      </fieldset>
      {LANGUAGE_CODES.map((language) => (
        <Words key={language} language={language} written={written} mistakeOf={mistakeOf} />
      ))}
      <Actions inHand={inHand} />
    </form>
  );
}

interface WordsProps {
  language: Language;
  written: Draft;
  mistakeOf: BrandingInHand['mistakeOf'];
}

/** Everything that the tenant may say in one language. */
function Words({ language, written, mistakeOf }: WordsProps) {
  const t = texts.value.branding;
  return (
    <fieldset class="brand-group">
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
          mistake={mistakeOf(`texts.${language}.${field}`)}
          onInput={(value) =>
            changeDraft(`texts.${language}.${field}`, (before) => ({
              ...before,
              texts: { ...before.texts, [language]: { ...before.texts[language], [field]: value } },
            }))
          }
        />
      ))}
    </fieldset>
  );
}

/** They stay in view while the form is scrolled. */
function Actions({ inHand: { saved, changed, twoAdmins, proposal } }: { inHand: BrandingInHand }) {
  const t = texts.value.branding;
  return (
    <div class="branding-actions">
      <button type="submit" class="main" disabled={!changed || (twoAdmins && proposal !== null)}>
        {twoAdmins ? t.propose : t.save} <kbd>Ctrl S</kbd>
      </button>
      <button type="button" disabled={!canUndo.value} onClick={undoDraft}>
        {t.undo}
      </button>
      <button type="button" disabled={!changed} onClick={() => discardDraft(saved)}>
        {t.discard}
      </button>
      {twoAdmins && <p class="soft">{proposal === null ? t.proposeHint : texts.value.errors.proposal_waits}</p>}
    </div>
  );
}
