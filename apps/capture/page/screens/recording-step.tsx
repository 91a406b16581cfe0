import type { StepId } from '../../shared/protocol.ts';
import { Button } from '../components/controls.tsx';
import { skipStep } from '../flow/actions.ts';
import { dispatch, model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

/** What a recording needs beside its explanation: more time, and another way for whoever cannot do it. */
export function MoreTime() {
  const t = texts().recording;
  return (
    <label class="choice slow">
      <input
        type="checkbox"
        checked={model.value.slow}
        onChange={({ currentTarget }) => dispatch({ type: 'pace chosen', slow: currentTarget.checked })}
      />
      <span>{t.slow}</span>
    </label>
  );
}

/** On without the step. Nobody is asked why, and nobody is kept waiting: a specialist decides. */
export function WithoutIt({ step }: { step: StepId }) {
  const t = texts().recording;
  const cannot: Partial<Record<StepId, string>> = t.cannot;
  const view = model.value.server?.steps.find(({ id }) => id === step);
  if (!view?.mayGoWithout) return null;
  return (
    <details class="without">
      <summary>{cannot[step] ?? t.without}</summary>
      <p>{t.withoutText}</p>
      <Button kind="quiet" onClick={() => void skipStep(step)}>
        {t.without}
      </Button>
    </details>
  );
}
