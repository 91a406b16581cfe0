import { chooseDocumentAgain, openCamera, submit } from '../acts.ts';
import { texts } from '../i18n/index.ts';
import { happen, model } from '../model.ts';
import { Sign } from '../parts/art.tsx';
import { Button } from '../parts/controls.tsx';
import { Screen } from '../parts/screen.tsx';

/** Everything is there: a last look, then off it goes. */
export function ConfirmScreen() {
  const { server } = model.value;
  const t = texts();
  if (server === null) return null;
  const again = (step: string) => {
    happen({ type: 'retake chosen', step });
    openCamera();
  };
  return (
    <Screen name="confirm" heading={t.confirm.heading} lead={t.confirm.lead}>
      <ul class="taken">
        {server.steps.map(({ id }) => {
          const name = t.steps[id]?.name ?? id;
          return (
            <li key={id}>
              <span class="bubble">
                <Sign name="check" />
              </span>
              <span class="words">{name}</span>
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
