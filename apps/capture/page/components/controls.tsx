import { Field } from '@reident/design/field';
import type { ComponentChildren } from 'preact';
import { model } from '../flow/model.ts';

interface ButtonProps {
  kind?: 'primary' | 'quiet' | 'plain';
  onClick?: () => void;
  type?: 'button' | 'submit';
  label?: string;
  disabled?: boolean;
  children: ComponentChildren;
}

/** A button that waits while a call is under way, so a double tap is one tap. */
export function Button({ kind = 'primary', onClick, type = 'button', label, disabled = false, children }: ButtonProps) {
  const waiting = model.value.busy;
  return (
    <button
      type={type}
      class={`button ${kind}`}
      aria-label={label}
      aria-disabled={waiting || disabled}
      onClick={(event) => {
        if (waiting || disabled) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
      {waiting && kind === 'primary' && <span class="spinner small" aria-hidden="true" />}
    </button>
  );
}

interface TextFieldProps {
  id: string;
  label: string;
  hint?: string;
  error: string | null;
  value: string;
  onInput: (value: string) => void;
  inputMode?: 'numeric' | 'tel' | 'text';
  autoComplete?: 'tel' | 'one-time-code';
  maxLength?: number;
  big?: boolean;
}

/** A field for a line of text. */
export function TextField({ id, label, hint, error, value, onInput, big, ...typing }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} required>
      {(control) => (
        <input
          {...control}
          name={id}
          class={big ? 'code' : undefined}
          type="text"
          inputMode={typing.inputMode}
          autocomplete={typing.autoComplete ?? 'off'}
          maxLength={typing.maxLength}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
