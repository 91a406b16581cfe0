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

interface FieldProps {
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

/** A labelled field. Hint and mistake are tied to it, so both are read out with it. */
export function Field({ id, label, hint, error, value, onInput, inputMode, autoComplete, maxLength, big }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={id}
        class={big ? 'code' : undefined}
        type="text"
        inputMode={inputMode}
        autocomplete={autoComplete ?? 'off'}
        maxLength={maxLength}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p class="mistake" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Puts the focus on the first field that has a mistake. */
export function focusField(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
