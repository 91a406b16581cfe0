import { useRef } from 'preact/hooks';
import { texts } from '../state/texts.ts';

export type Side = 'form' | 'preview';

/**
 * Where form and preview do not fit beside each other: a touch from one to the other, from wherever the form is scrolled to. The
 * form keeps its place, because neither is taken out of the page.
 */
export function Sides({ side, onChoose }: { side: Side; onChoose(side: Side): void }) {
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
