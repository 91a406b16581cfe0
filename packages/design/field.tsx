import type { ComponentChildren } from 'preact';

/** What a control takes over from its field, so that hint and error are read out with it. */
export interface Described {
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FieldProps {
  /** Of the control; hint and error are named after it. */
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** What is wrong, as a sentence; null when nothing is. */
  error?: string | null;
  required?: boolean;
  children(control: Described & { id: string; required: boolean }): ComponentChildren;
}

/** One control with its label. The hint stands above it, where no keyboard of a phone covers it, and what is wrong below it. */
export function Field({ id, label, hint, error = null, required = false, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} text={hint} />
      {children({ id, required, ...described({ id, hint, error }) })}
      <FieldError id={id} text={error} />
    </div>
  );
}

interface ChoicesProps {
  /** Hint and error are named after it. */
  id: string;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  /** What is wrong with all of them together, as a sentence; null when nothing is. */
  error?: string | null;
  /** Beside `choices`. */
  class?: string;
}

/** Several controls that answer one question, each of which may be wrong: boxes to tick, a pair of fields. */
export function Choices({ children, ...group }: ChoicesProps & { children(control: Described): ComponentChildren }) {
  return <Group {...group}>{children(described(group))}</Group>;
}

/** Radio buttons: only all of them together can be wrong. */
export function OneOf({ children, ...group }: ChoicesProps & { children: ComponentChildren }) {
  return (
    <Group {...group} role="radiogroup" {...described(group)}>
      {children}
    </Group>
  );
}

type GroupProps = ChoicesProps & Partial<Described> & { role?: 'radiogroup'; children: ComponentChildren };

function Group({ id, legend, hint, error = null, class: name, children, ...attributes }: GroupProps) {
  return (
    <fieldset class={name === undefined ? 'choices' : `choices ${name}`} {...attributes}>
      <legend>{legend}</legend>
      <Hint id={id} text={hint} />
      {children}
      <FieldError id={id} text={error} />
    </fieldset>
  );
}

function described({ id, hint, error = null }: Pick<FieldProps, 'id' | 'hint' | 'error'>): Described {
  const ids = [isThere(hint) && `${id}-hint`, error !== null && `${id}-error`].filter(Boolean);
  return { 'aria-describedby': ids.length === 0 ? undefined : ids.join(' '), 'aria-invalid': error !== null };
}

function Hint({ id, text }: { id: string; text: ComponentChildren }) {
  if (!isThere(text)) return null;
  return (
    <p class="hint" id={`${id}-hint`}>
      {text}
    </p>
  );
}

/** The place is always there: what comes into it is then read out wherever the reader is. */
function FieldError({ id, text }: { id: string; text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <p class="field-error" id={`${id}-error`}>
          {text}
        </p>
      )}
    </div>
  );
}

function isThere(content: ComponentChildren): boolean {
  return content !== undefined && content !== null && content !== false && content !== '';
}

/** Puts the focus on what has to be filled in or mended, once it is drawn. */
export function focusField(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
