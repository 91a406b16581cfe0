import type { DataRead, StepId } from '../../shared/protocol.ts';
import { Sign } from '../components/art.tsx';
import { Button } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { chooseDocumentAgain, openCamera, retakeDocument, submit } from '../flow/actions.ts';
import { dispatch, model } from '../flow/model.ts';
import { shownDate, texts } from '../words/texts.ts';

/** Everything is there: a last look, then off it goes. */
export function ConfirmScreen() {
  const { server } = model.value;
  const t = texts();
  if (server === null) return null;
  const again = (step: StepId) => {
    dispatch({ type: 'retake chosen', step });
    openCamera();
  };
  return (
    <Screen name="confirm" heading={t.confirm.heading} lead={t.confirm.lead}>
      {server.read !== null && <WhatWasRead read={server.read} />}
      <ul class="taken">
        {server.steps.map(({ id, without }) => {
          const name = t.steps[id].name;
          return (
            <li key={id}>
              <span class="bubble">
                <Sign name="check" />
              </span>
              <span class="words">
                {name}
                {without && <small>{t.recording.leftOut}</small>}
              </span>
              <Button kind="plain" label={t.confirm.againFor(name)} onClick={() => again(id)}>
                {t.confirm.again}
              </Button>
            </li>
          );
        })}
      </ul>
      <div class="buttons">
        <Button onClick={() => void submit()}>{t.confirm.send}</Button>
        <Button kind="plain" onClick={() => void chooseDocumentAgain()}>
          {t.confirm.otherDocument}
        </Button>
      </div>
    </Screen>
  );
}

/** What the MRZ of the document says, for the customer to compare with the document in the hand. */
function WhatWasRead({ read }: { read: DataRead }) {
  const t = texts().confirm.read;
  const rows = [
    [t.name, read.name],
    [t.birthDate, read.birthDate && shownDate(read.birthDate)],
    [t.expiryDate, read.expiryDate && shownDate(read.expiryDate)],
    [t.documentNumber, read.documentNumber],
  ] as const;
  return (
    <section class="read" aria-labelledby="read">
      <h2 id="read">{t.heading}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? t.unread}</dd>
          </div>
        ))}
      </dl>
      <Button kind="plain" onClick={() => void retakeDocument()}>
        {t.wrong}
      </Button>
    </section>
  );
}
