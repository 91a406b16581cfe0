import { Choices, focusField } from '@reident/design/field';
import { useState } from 'preact/hooks';
import { formatReference, isWholeReference } from '../../shared/reference.ts';
import { ShieldArt, Sign } from '../components/art.tsx';
import { Button, TextField } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { enter, startIdentification } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { brandTexts, texts } from '../i18n/index.ts';
import { OnThePhone } from './on-the-phone.tsx';

/**
 * Number and boxes [guide, tutorial, step 4]. The same screen in four situations: behind the link (`link`), once more in a
 * running session (`session`), with a reference instead of a link (`reference`), at the clean address without a session (`again`).
 */
export function StartScreen({ mode }: { mode: 'link' | 'session' | 'reference' | 'again' }) {
  const { boot, language } = model.value;
  const t = texts();
  const [reference, setReference] = useState('');
  const [phone, setPhone] = useState('');
  const [ticked, setTicked] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);

  const referenceMissing = mode === 'reference' && !isWholeReference(reference);
  const phoneMissing = phone.trim() === '';
  const boxMissing = boot.consents.find(({ id }) => ticked[id] === undefined);

  const begin = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (referenceMissing) return focusField('reference');
    if (phoneMissing) return focusField('phone');
    if (boxMissing) return focusField(boxMissing.id);
    if (mode === 'reference') void enter(reference, phone, ticked);
    else if (mode === 'again') void enter(boot.identification ?? '', phone, ticked);
    else void startIdentification(phone, ticked);
  };

  const entering = mode === 'reference' || mode === 'again';
  return (
    <Screen
      name={`start-${mode}`}
      art={<ShieldArt />}
      heading={entering ? t.entry.heading : t.start.heading}
      lead={
        mode === 'reference'
          ? t.entry.lead
          : mode === 'again'
            ? t.entry.againLead
            : (brandTexts().startLead ?? t.start.lead(boot.partner))
      }
    >
      {mode === 'link' && boot.handOver !== null && <OnThePhone code={boot.handOver} />}
      <form onSubmit={begin} noValidate>
        {mode === 'reference' && (
          <TextField
            id="reference"
            label={t.entry.reference}
            hint={t.entry.referenceHint}
            value={reference}
            onInput={(typed) => setReference(formatReference(typed))}
            maxLength={40}
            error={tried && referenceMissing ? t.entry.referenceMissing : null}
          />
        )}
        <TextField
          id="phone"
          label={t.start.phone}
          hint={boot.sandbox ? t.start.phoneHintSandbox : t.start.phoneHint}
          inputMode="tel"
          autoComplete="tel"
          maxLength={30}
          value={phone}
          onInput={setPhone}
          error={tried && phoneMissing ? t.start.phoneMissing : null}
        />
        <Choices
          id="consents"
          class="consents"
          legend={t.start.consents}
          error={tried && boxMissing ? t.start.tickAll : null}
        >
          {(described) =>
            boot.consents.map(({ id, version, text }) => (
              <label class="choice" key={id}>
                <input
                  {...described}
                  id={id}
                  type="checkbox"
                  required
                  checked={ticked[id] === version}
                  aria-invalid={tried && ticked[id] === undefined}
                  onChange={({ currentTarget }) => {
                    const { [id]: _removed, ...others } = ticked;
                    setTicked(currentTarget.checked ? { ...others, [id]: version } : others);
                  }}
                />
                <span>{text[language]}</span>
              </label>
            ))
          }
        </Choices>
        <details class="more">
          <summary>
            <Sign name="lock" />
            {t.start.whoSees}
          </summary>
          <p>{t.start.private}</p>
        </details>
        <div class="buttons">
          <Button type="submit" disabled={mode === 'reference' && !isWholeReference(reference)}>
            {entering ? t.entry.send : t.start.begin}
          </Button>
        </div>
      </form>
    </Screen>
  );
}
