import { Choices, Field } from '@reident/design/field';
import {
  type BrandColour,
  type Branding,
  DEFAULT_BRANDING,
  judgeColour,
  NAME_LONGEST,
  TEXT_CONTRAST,
} from '@reident/domain/tenant-settings';
import { useRef, useState } from 'preact/hooks';
import { api, RequestFailed } from '../state/api.ts';
import { showError } from '../state/state.ts';
import { formats, texts } from '../state/texts.ts';
import { changeDraft, type Draft, idOf, toColour } from './draft.ts';
import { logoUrl } from './logos.ts';

interface TextFieldProps {
  /** As a validation error names it. */
  field: string;
  label: string;
  hint: string;
  value: string;
  longest: number;
  lines?: number;
  mistake: string | null;
  onInput(value: string): void;
}

/** A line or two of text. What is wrong is said once the field was left, or at once where it was said before. */
export function TextField({ field, label, hint, value, longest, lines = 1, mistake, onInput }: TextFieldProps) {
  const [left, setLeft] = useState(value !== '');
  const shown = left ? mistake : null;
  const id = idOf(field);
  return (
    <div data-field={field}>
      <Field id={id} label={label} hint={<Counted hint={hint} used={value.length} longest={longest} />} error={shown}>
        {(control) => {
          const common = {
            ...control,
            value,
            onBlur: () => setLeft(true),
            onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
          };
          return lines > 1 ? <textarea rows={lines} {...common} /> : <input type="text" {...common} />;
        }}
      </Field>
    </div>
  );
}

function Counted({ hint, used, longest }: { hint: string; used: number; longest: number }) {
  return (
    <span class="counted">
      <span>{hint}</span>
      <span class={used > longest ? 'over' : undefined}>
        {used} / {longest}
      </span>
    </span>
  );
}

export function NameField({ draft, tenant, mistake }: { draft: Draft; tenant: string; mistake: string | null }) {
  const t = texts.value.branding;
  return (
    <TextField
      field="name"
      label={t.name}
      hint={t.nameHint(tenant)}
      value={draft.name}
      longest={NAME_LONGEST}
      mistake={mistake}
      onInput={(name) => changeDraft('name', (before) => ({ ...before, name }))}
    />
  );
}

interface ColourFieldProps {
  which: BrandColour;
  draft: Draft;
  mistake: string | null;
}

/** A colour, written or picked. How well it can be read is said while it is being chosen. */
export function ColourField({ which, draft, mistake }: ColourFieldProps) {
  const t = texts.value.branding;
  const written = draft[which];
  const colour = toColour(written);
  const isColour = /^#[0-9a-f]{6}$/.test(colour);
  const verdict = isColour ? judgeColour(which, colour) : null;
  const set = (value: string, field: string = which) => changeDraft(field, (before) => ({ ...before, [which]: value }));
  const said =
    verdict === null
      ? texts.value.settings.validation.colour({ example: DEFAULT_BRANDING.accent })
      : verdict.passes
        ? t.contrastGood(formats.value.number(verdict.ratio, 2))
        : t.contrastBad(formats.value.number(verdict.ratio, 2), formats.value.number(TEXT_CONTRAST));
  return (
    <div data-field={which}>
      <Field id={which} label={t[which]} error={mistake === null ? null : said}>
        {(control) => (
          <>
            <div class="colour">
              <input
                type="color"
                aria-label={t.pick(t[which])}
                value={isColour ? colour : '#000000'}
                onInput={(event) => set(event.currentTarget.value)}
              />
              <input
                {...control}
                type="text"
                spellcheck={false}
                autocomplete="off"
                maxLength={20}
                value={written}
                onInput={(event) => set(event.currentTarget.value)}
              />
              {verdict !== null && !verdict.passes && (
                <button type="button" onClick={() => set(verdict.nearest, `${which} nearest`)}>
                  <span class="swatch" style={{ background: verdict.nearest }} />
                  {t.useNearest(verdict.nearest)}
                </button>
              )}
            </div>
            <p class="contrast" role="status">
              {mistake === null ? said : ''}
            </p>
          </>
        )}
      </Field>
    </div>
  );
}

/** The logo, drawn anew by the server as soon as it is chosen, so that what is previewed is what customers would get. */
export function LogoField({ draft, branding }: { draft: Draft; branding: Branding }) {
  const t = texts.value.branding;
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const set = (logo: string | null) => changeDraft('logo', (before) => ({ ...before, logo }));

  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setReading(true);
    setMistake(null);
    try {
      set((await api.uploadLogo(file)).logo);
    } catch (error) {
      const code = error instanceof RequestFailed ? error.code : '';
      // A body over the limit is refused by its size before anybody looks at it.
      const known = code === 'malformed' ? 'media_too_large' : code;
      if (Object.hasOwn(t.logoErrors, known)) setMistake(t.logoErrors[known as keyof typeof t.logoErrors]);
      else showError(error);
    } finally {
      setReading(false);
    }
  };

  const picture = logoUrl(draft.logo);
  return (
    <div data-field="logo">
      <Choices id="logo" legend={t.logo} hint={t.logoHint} error={mistake}>
        {(described) => (
          <div class="logo-row">
            {draft.logo === null ? (
              <span class="soft">{t.logoNone}</span>
            ) : (
              <span class="logo-shown" style={{ background: branding.bar }}>
                {picture !== null && <img src={picture} alt={t.logoAlt} />}
              </span>
            )}
            <input
              ref={input}
              id="logo-file"
              class="unseen"
              type="file"
              tabIndex={-1}
              aria-hidden="true"
              accept="image/png,image/jpeg,image/webp"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                currentTarget.value = '';
                void choose(file);
              }}
            />
            <button
              id="logo"
              type="button"
              disabled={reading}
              aria-describedby={described['aria-describedby']}
              onClick={() => input.current?.click()}
            >
              {reading ? t.logoReading : t.logoChoose}
            </button>
            {draft.logo !== null && (
              <button type="button" onClick={() => set(null)}>
                {t.logoRemove}
              </button>
            )}
          </div>
        )}
      </Choices>
    </div>
  );
}
