import { Choices, focusField } from '@reident/design/field';
import { useState } from 'preact/hooks';
import { formatReference, isWholeReference } from '../../shared/reference.ts';
import { ShieldArt, Sign } from '../components/art.tsx';
import { Button, TextField } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { enter, startIdentification } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { brandTexts, texts } from '../words/texts.ts';
import { OnThePhone } from './on-the-phone.tsx';

type Mode = 'link' | 'session' | 'reference' | 'again';

/**
 * Number and boxes [guide, tutorial, step 4]. The same screen in four situations: behind the link (`link`), once more in a
 * running session (`session`), with a reference instead of a link (`reference`), at the clean address without a session (`again`).
 */
export function StartScreen({ mode }: { mode: Mode }) {
  const { boot } = model.value;
  const t = texts();
  const entry = useEntry(mode);
  const entering = mode === 'reference' || mode === 'again';
  return (
    <Screen
      name={`start-${mode}`}
      art={<ShieldArt />}
      heading={entering ? t.entry.heading : t.start.heading}
      lead={leadFor(mode)}
    >
      {mode === 'link' && boot.handOver !== null && <OnThePhone code={boot.handOver} />}
      <form onSubmit={entry.begin} noValidate>
        {mode === 'reference' && (
          <TextField
            id="reference"
            label={t.entry.reference}
            hint={t.entry.referenceHint}
            value={entry.reference}
            onInput={(typed) => entry.setReference(formatReference(typed))}
            maxLength={40}
            error={entry.missing('reference') ? t.entry.referenceMissing : null}
          />
        )}
        <TextField
          id="phone"
          label={t.start.phone}
          hint={boot.sandbox ? t.start.phoneHintSandbox : t.start.phoneHint}
          inputMode="tel"
          autoComplete="tel"
          maxLength={30}
          value={entry.phone}
          onInput={entry.setPhone}
          error={entry.missing('phone') ? t.start.phoneMissing : null}
        />
        <Consents ticked={entry.ticked} missing={entry.missing} onTick={entry.setTicked} />
        <details class="more">
          <summary>
            <Sign name="lock" />
            {t.start.whoSees}
          </summary>
          <p>{t.start.private}</p>
        </details>
        <div class="buttons">
          <Button type="submit" disabled={mode === 'reference' && !isWholeReference(entry.reference)}>
            {entering ? t.entry.send : t.start.begin}
          </Button>
        </div>
      </form>
    </Screen>
  );
}

/** Versions of the consents that are ticked, by id. */
type Ticked = Record<string, string>;

/** What the customer has entered, what is still missing once they tried to go on, and the way on. */
function useEntry(mode: Mode) {
  const { boot } = model.value;
  const [reference, setReference] = useState('');
  const [phone, setPhone] = useState('');
  const [ticked, setTicked] = useState<Ticked>({});
  const [tried, setTried] = useState(false);
  const missing = [
    ...(mode === 'reference' && !isWholeReference(reference) ? ['reference'] : []),
    ...(phone.trim() === '' ? ['phone'] : []),
    ...boot.consents.map(({ id }) => id).filter((id) => ticked[id] === undefined),
  ];
  const begin = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const [first] = missing;
    if (first !== undefined) return focusField(first);
    if (mode === 'reference') void enter(reference, phone, ticked);
    else if (mode === 'again') void enter(boot.identification ?? '', phone, ticked);
    else void startIdentification(phone, ticked);
  };
  return {
    reference,
    setReference,
    phone,
    setPhone,
    ticked,
    setTicked,
    missing: (id: string) => tried && missing.includes(id),
    begin,
  };
}

interface ConsentsProps {
  ticked: Ticked;
  missing(id: string): boolean;
  onTick(ticked: Ticked): void;
}

/** Each with the version of its text that the customer saw. */
function Consents({ ticked, missing, onTick }: ConsentsProps) {
  const { boot, language } = model.value;
  const t = texts().start;
  return (
    <Choices
      id="consents"
      class="consents"
      legend={t.consents}
      error={boot.consents.some(({ id }) => missing(id)) ? t.tickAll : null}
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
              aria-invalid={missing(id)}
              onChange={({ currentTarget }) => {
                const { [id]: _removed, ...others } = ticked;
                onTick(currentTarget.checked ? { ...others, [id]: version } : others);
              }}
            />
            <span>{text[language]}</span>
          </label>
        ))
      }
    </Choices>
  );
}

function leadFor(mode: Mode): string {
  const t = texts();
  if (mode === 'reference') return t.entry.lead;
  if (mode === 'again') return t.entry.againLead;
  return brandTexts().startLead ?? t.start.lead(model.value.boot.partner);
}
