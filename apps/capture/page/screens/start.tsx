import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HandOver, Progress } from '../../shared/protocol.ts';
import { formatReference, isWholeReference } from '../../shared/reference.ts';
import { enter, startIdentification } from '../acts.ts';
import { readProgress } from '../calls.ts';
import { brandTexts, texts } from '../i18n/index.ts';
import { happen, model } from '../model.ts';
import { ShieldArt, Sign } from '../parts/art.tsx';
import { Button, Field, focusField } from '../parts/controls.tsx';
import { Screen } from '../parts/screen.tsx';

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
          <Field
            id="reference"
            label={t.entry.reference}
            hint={t.entry.referenceHint}
            value={reference}
            onInput={(typed) => setReference(formatReference(typed))}
            maxLength={40}
            error={tried && referenceMissing ? t.entry.referenceMissing : null}
          />
        )}
        <Field
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
        <fieldset class="consents">
          <legend>{t.start.consents}</legend>
          {boot.consents.map(({ id, version, text }) => (
            <label class="choice" key={id}>
              <input
                id={id}
                type="checkbox"
                checked={ticked[id] === version}
                aria-invalid={tried && ticked[id] === undefined}
                aria-describedby={tried && boxMissing ? 'boxes-mistake' : undefined}
                onChange={({ currentTarget }) => {
                  const { [id]: _removed, ...others } = ticked;
                  setTicked(currentTarget.checked ? { ...others, [id]: version } : others);
                }}
              />
              <span>{text[language]}</span>
            </label>
          ))}
          <div role="alert">
            {tried && boxMissing && (
              <p class="mistake" id="boxes-mistake">
                {t.start.tickAll}
              </p>
            )}
          </div>
        </fieldset>
        <p class="private">
          <Sign name="lock" />
          <span>{t.start.private}</span>
        </p>
        <div class="buttons">
          <Button type="submit" disabled={mode === 'reference' && !isWholeReference(reference)}>
            {entering ? t.entry.send : t.start.begin}
          </Button>
        </div>
      </form>
    </Screen>
  );
}

/** On a larger screen without touch: a phone has the better camera. Shown or not by the style sheet, because the server cannot know. */
function OnThePhone({ code }: { code: HandOver }) {
  const t = texts().handOver;
  const section = useRef<HTMLElement>(null);
  const progress = useProgress(section);
  return (
    <section ref={section} class="hand-over" aria-labelledby="hand-over">
      <svg
        viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
        role="img"
        aria-label={t.code}
        shape-rendering="crispEdges"
      >
        <path d={code.path} />
      </svg>
      <div>
        <h2 id="hand-over">{t.heading}</h2>
        <p>{t.text}</p>
        <p class="progress-there" role="status">
          {progress?.at === 'going' && t.there(placeOf(progress))}
        </p>
      </div>
    </section>
  );
}

function placeOf({ screen, step }: Extract<Progress, { at: 'going' }>): string {
  const t = texts();
  return (step !== null && t.steps[step]?.name) || (t.handOver.places[screen] ?? t.handOver.begun);
}

const LOOK_EVERY_MS = 3_000;

/** How far the phone has come, asked as long as the section is shown and looked at. When all was sent there, this page is done too. */
function useProgress(section: RefObject<HTMLElement | null>): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const shown = section.current !== null && section.current.getClientRects().length > 0;
      if (!shown || document.visibilityState === 'hidden' || model.value.busy) return;
      readProgress().then(
        (found) => (found.at === 'sent' ? happen({ type: 'sent elsewhere' }) : setProgress(found)),
        () => undefined,
      );
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [section]);
  return progress;
}
