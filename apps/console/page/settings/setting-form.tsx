import { useState } from 'preact/hooks';
import type { MeView, SettingsView, SettingView } from '../../shared/view.ts';
import { api, type RequestFailed } from '../state/api.ts';
import { errorText, validationErrorText } from '../state/error-texts.ts';
import { texts, wordFor } from '../state/texts.ts';
import { fieldOf, settingError, toValue, toWritten, type Written } from './setting-values.ts';

/** The words that say how it ended. */
export type Done = 'saved' | 'proposed' | 'confirmed' | 'withdrawn';

/** Answers the error of a value, or null. */
export type Act = (work: () => Promise<SettingsView>, done: Done) => Promise<RequestFailed | null>;

interface SettingFormProps {
  setting: SettingView;
  tenant: MeView['tenant'];
  act: Act;
}

/** One setting: what it does, its name in the docs and for the shell, and a field of its kind. What is wrong stands beside it. */
export function SettingForm({ setting, tenant, act }: SettingFormProps) {
  const t = texts.value.settings;
  const { name, twoAdmins } = setting;
  const field = fieldOf(name);
  const saved = toWritten(field, setting.value);
  const [written, setWritten] = useState<Written>(saved);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const changed = written.join('\n') !== saved.join('\n');
  const value = toValue(field, written);
  const validationError = changed && tried ? settingError(name, value, tenant.kind) : null;
  const mistake =
    validationError !== null ? validationErrorText(validationError) : failure !== null ? errorText(failure) : null;

  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    setFailure(null);
    if (settingError(name, value, tenant.kind) !== null) return document.getElementById(name)?.focus();
    setFailure(await act(() => api.saveSetting(name, value), twoAdmins ? 'proposed' : 'saved'));
  };
  const undo = () => {
    setWritten(saved);
    setTried(false);
    setFailure(null);
  };
  return (
    <form class="setting" onSubmit={(event) => void save(event)} noValidate>
      <label for={name}>
        {t.names[name]} <code>{name}</code>
      </label>
      <Fields name={name} written={written} wrong={mistake !== null} onWrite={setWritten} />
      <div role="alert">
        {mistake !== null && (
          <p class="mistake" id={`${name}-mistake`}>
            {mistake}
          </p>
        )}
      </div>
      <div class="setting-actions">
        {changed && (
          <>
            <button type="submit" class="main">
              {twoAdmins ? t.propose : t.save}
            </button>
            <button type="button" onClick={undo}>
              {t.undo}
            </button>
          </>
        )}
        <p id={`${name}-about`} class="soft">
          {[t.meanings[name], hintFor(name), twoAdmins ? t.twoAdmins : ''].filter(Boolean).join(' ')}
        </p>
      </div>
    </form>
  );
}

interface FieldsProps {
  name: SettingView['name'];
  written: Written;
  wrong: boolean;
  onWrite(written: Written): void;
}

function Fields({ name, written, wrong, onWrite }: FieldsProps) {
  const t = texts.value.settings;
  const field = fieldOf(name);
  const [first = '', second = ''] = written;
  const common = {
    id: name,
    value: first,
    spellcheck: false,
    autocomplete: 'off',
    'aria-invalid': wrong,
    'aria-describedby': `${name}-about${wrong ? ` ${name}-mistake` : ''}`,
    onInput: (event: { currentTarget: { value: string } }) => onWrite([event.currentTarget.value, ...written.slice(1)]),
  };
  switch (field.kind) {
    case 'choice':
    case 'flag': {
      const options = field.kind === 'flag' ? ['true', 'false'] : field.options;
      return (
        <select {...common}>
          {options.map((option) => (
            <option key={option} value={option}>
              {optionText(name, option)}
            </option>
          ))}
        </select>
      );
    }
    case 'number':
      return <input type="text" inputMode="numeric" {...common} />;
    case 'origins':
      return <textarea rows={3} {...common} />;
    case 'exits':
      return (
        <div class="exits">
          <label for={name}>{t.exits.success}</label>
          <input type="text" inputMode="url" {...common} />
          <label for={`${name}-failure`}>{t.exits.failure}</label>
          <input
            {...common}
            type="text"
            inputMode="url"
            id={`${name}-failure`}
            value={second}
            onInput={(event) => onWrite([first, event.currentTarget.value])}
          />
        </div>
      );
    default:
      return <input type="text" {...common} />;
  }
}

/** What the field takes, in words. */
function hintFor(name: SettingView['name']): string {
  const { hints } = texts.value.settings;
  const field = fieldOf(name);
  switch (field.kind) {
    case 'number':
      return `${hints.number(field.least, field.most)}${field.mayBeNull ? ` ${hints.mayBeEmpty}` : ''}`;
    case 'exits':
      return hints.exits;
    case 'origins':
      return hints.origins;
    default:
      return '';
  }
}

/** A value as somebody would choose it. */
export function shownValue(name: SettingView['name'], value: unknown): string {
  const field = fieldOf(name);
  const written = toWritten(field, value).filter((text) => text !== '');
  if (written.length === 0) return '–';
  const [first = ''] = written;
  if (field.kind === 'choice' || field.kind === 'flag') return optionText(name, first);
  return written.join(', ').replaceAll('\n', ', ');
}

function optionText(name: SettingView['name'], option: string): string {
  const { options, flags } = texts.value.settings;
  const words: Readonly<Record<string, string>> = name in options ? options[name as keyof typeof options] : flags;
  return wordFor(words, option);
}
