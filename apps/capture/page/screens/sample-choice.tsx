import { Field } from '@reident/design/field';
import type { StepId } from '../../shared/protocol.ts';
import { pictureFromSample } from '../camera/take-picture.ts';
import { CallFailed } from '../flow/calls.ts';
import { dispatch, model } from '../flow/model.ts';
import { recordingFromSample } from '../recording/make-recording.ts';
import { texts } from '../words/texts.ts';

/** In a sandbox: a picture or recording that the server draws, made out to the person of the order, good or with a certain defect. */
export function SampleChoice({ step }: { step: StepId }) {
  const { server, busy } = model.value;
  const t = texts();
  const view = server?.steps.find(({ id }) => id === step);
  const samples = view?.samples ?? [];
  const drawn = view?.produces === 'recording' ? recordingFromSample : pictureFromSample;
  if (samples.length === 0) return null;
  const choose = async (select: HTMLSelectElement) => {
    const scenario = samples.find((one) => one === select.value);
    if (scenario === undefined) return;
    select.disabled = true;
    try {
      dispatch({ type: 'picture taken', picture: await drawn(scenario, step) });
    } catch (error) {
      dispatch({ type: 'rejected', code: error instanceof CallFailed ? error.code : 'internal' });
      select.disabled = false;
      select.value = '';
    }
  };
  return (
    <div data-sandbox>
      <Field id="sample" label={t.samples.label}>
        {(control) => (
          <select {...control} disabled={busy} onChange={({ currentTarget }) => void choose(currentTarget)}>
            <option value="">{t.samples.none}</option>
            {samples.map((scenario) => (
              <option key={scenario} value={scenario}>
                {t.samples.names[scenario]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
