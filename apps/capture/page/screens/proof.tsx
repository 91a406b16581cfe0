import { Field, focusField } from '@reident/design/field';
import { PROOF_OF_ADDRESS_TYPE_CODES } from '@reident/domain/browser';
import { useState } from 'preact/hooks';
import { StepArt } from '../components/art.tsx';
import { Button } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { addressIsOnDocument, describeProof } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

/** Which letter bears the address and when it was written, before it is pictured. */
export function ProofScreen() {
  const { server } = model.value;
  const t = texts().proof;
  const [type, setType] = useState(server?.proof?.type ?? '');
  const [issuedAt, setIssuedAt] = useState(server?.proof?.issuedAt ?? '');
  const [tried, setTried] = useState(false);
  if (!server?.proof) return null;

  const goOn = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (type === '') return focusField('proof-type');
    if (issuedAt === '') return focusField('proof-date');
    void describeProof(type, issuedAt);
  };

  return (
    <Screen
      name="proof"
      heading={t.heading}
      lead={t.lead(server.proof.months)}
      art={<StepArt step="proof_of_address" />}
    >
      <form onSubmit={goOn} noValidate>
        <Field id="proof-type" label={t.type} error={tried && type === '' ? t.typeMissing : null} required>
          {(control) => (
            <select {...control} value={type} onChange={({ currentTarget }) => setType(currentTarget.value)}>
              <option value="">{texts().choose}</option>
              {PROOF_OF_ADDRESS_TYPE_CODES.map((code) => (
                <option key={code} value={code}>
                  {t.types[code]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="proof-date" label={t.issuedAt} error={tried && issuedAt === '' ? t.dateMissing : null} required>
          {(control) => (
            <input
              {...control}
              type="date"
              value={issuedAt}
              onInput={({ currentTarget }) => setIssuedAt(currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit">{texts().next}</Button>
          {server.proof.mayBeOnDocument && (
            <Button kind="plain" onClick={() => void addressIsOnDocument()}>
              {t.onDocument}
            </Button>
          )}
        </div>
      </form>
    </Screen>
  );
}
