import { Choices, type Described, Field, focusField } from '@reident/design/field';
import type { ComponentChildren } from 'preact';
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
  /** Whether a change of it waits for a second admin already: there is never a second proposal for the same setting. */
  proposed: boolean;
  act: Act;
}

/** One setting: what it does, its name in the docs and for the shell, and a field of its kind. What is wrong stands beside it. */
export function SettingForm({ setting, tenant, proposed, act }: SettingFormProps) {
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
    if (settingError(name, value, tenant.kind) !== null) return focusField(name);
    setFailure(await act(() => api.saveSetting(name, value), twoAdmins ? 'proposed' : 'saved'));
  };
  const undo = () => {
    setWritten(saved);
    setTried(false);
    setFailure(null);
  };
  return (
    <form class="setting" onSubmit={(event) => void save(event)} noValidate>
      <SettingField
        name={name}
        label={
          <>
            {t.names[name]} <code>{name}</code>
          </>
        }
        hint={[t.meanings[name], hintFor(name), twoAdmins ? t.twoAdmins : ''].filter(Boolean).join(' ')}
        error={mistake}
        written={written}
        onWrite={setWritten}
      />
      {changed && (
        <div class="setting-actions">
          <button type="submit" class="main" disabled={proposed}>
            {twoAdmins ? t.propose : t.save}
          </button>
          <button type="button" onClick={undo}>
            {t.undo}
          </button>
        </div>
      )}
      {proposed && <p class="soft">{t.awaitsOther}</p>}
    </form>
  );
}

interface SettingFieldProps {
  name: SettingView['name'];
  label: ComponentChildren;
  hint: string;
  error: string | null;
  written: Written;
  onWrite(written: Written): void;
}

function SettingField({ name, label, hint, error, written, onWrite }: SettingFieldProps) {
  const [first = '', second = ''] = written;
  if (fieldOf(name)?.kind !== 'exits')
    return (
      <Field id={name} label={label} hint={hint} error={error}>
        {(control) => <Control name={name} control={control} written={first} onWrite={(text) => onWrite([text])} />}
      </Field>
    );
  return (
    <Choices id={name} class="exits" legend={label} hint={hint} error={error}>
      {(described) => <Exits name={name} described={described} success={first} failure={second} onWrite={onWrite} />}
    </Choices>
  );
}

interface ControlProps {
  name: SettingView['name'];
  control: Described & { id: string };
  written: string;
  onWrite(written: string): void;
}

/** A control of the kind that the setting's values have. */
function Control({ name, control, written, onWrite }: ControlProps) {
  const field = fieldOf(name);
  const common = {
    ...control,
    value: written,
    onInput: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
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
    case 'origins':
      return <textarea rows={3} spellcheck={false} {...common} />;
    default:
      return (
        <input
          type="text"
          inputMode={field?.kind === 'number' ? 'numeric' : undefined}
          spellcheck={false}
          autocomplete="off"
          {...common}
        />
      );
  }
}

interface ExitsProps {
  name: SettingView['name'];
  described: Described;
  success: string;
  failure: string;
  onWrite(written: Written): void;
}

/** Two addresses: where the customer goes after everything was sent, and after quitting. */
function Exits({ name, described, success, failure, onWrite }: ExitsProps) {
  const t = texts.value.settings.exits;
  const common = { type: 'text', inputMode: 'url', spellcheck: false, autocomplete: 'off', ...described } as const;
  return (
    <>
      <label for={name}>{t.success}</label>
      <input {...common} id={name} value={success} onInput={(event) => onWrite([event.currentTarget.value, failure])} />
      <label for={`${name}-failure`}>{t.failure}</label>
      <input
        {...common}
        id={`${name}-failure`}
        value={failure}
        onInput={(event) => onWrite([success, event.currentTarget.value])}
      />
    </>
  );
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
