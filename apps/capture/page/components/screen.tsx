import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { model } from '../flow/model.ts';
import { errorText, texts } from '../words/texts.ts';

export interface ScreenProps {
  /** Changes when another screen is drawn: then the heading takes the focus, and a screen reader begins there. */
  name: string;
  heading: string;
  lead?: ComponentChildren;
  art?: ComponentChildren;
  children?: ComponentChildren;
}

/** The frame of every screen: a picture, a heading, what went wrong, what to do. */
export function Screen({ name, heading, lead, art, children }: ScreenProps) {
  const top = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${heading} – ${texts().title}`;
  }, [heading]);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <div class="screen" data-screen={name}>
      {art && (
        <div class="art" aria-hidden="true">
          {art}
        </div>
      )}
      <h1 ref={top} tabIndex={-1}>
        {heading}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
      <ErrorMessage />
    </div>
  );
}

/** What kept the last call from working. It stays in the page, so that a screen reader notices when it fills. */
function ErrorMessage() {
  const { error, offline } = model.value;
  const text = offline ? texts().offline : error !== null && error !== '' ? errorText(error) : '';
  return (
    <div role="alert" class="error-message">
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
