import { Field, focusField, OneOf } from '@reident/design/field';
import type { DocumentKind } from '@reident/domain/browser';
import { useMemo, useState } from 'preact/hooks';
import { ISSUING_STATES } from '../../shared/issuing-states.ts';
import { KindArt } from '../components/art.tsx';
import { Button } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { chooseDocument } from '../flow/actions.ts';
import { dispatch, model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

/** Every customer lives in Germany, so this is the likeliest issuer. */
const SUGGESTED = 'DEU';

/** Who issued the document, and what it is. */
export function DocumentScreen() {
  const { boot, language } = model.value;
  const t = texts();
  const [state, setState] = useState(SUGGESTED);
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [tried, setTried] = useState(false);
  const states = useMemo(() => statesIn(language), [language]);

  const choose = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (kind === null) return focusField(boot.documentKinds[0] ?? '');
    void chooseDocument(kind, state);
  };

  return (
    <Screen name="document" heading={t.document.heading}>
      <form onSubmit={choose} noValidate>
        <Field id="state" label={t.document.state}>
          {(control) => (
            <select {...control} value={state} onChange={({ currentTarget }) => setState(currentTarget.value)}>
              {states.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <OneOf
          id="kinds"
          class="kinds"
          legend={t.document.kind}
          error={tried && kind === null ? t.document.missing : null}
        >
          {boot.documentKinds.map((id) => (
            <label class="kind" key={id}>
              <input type="radio" id={id} name="kind" value={id} checked={kind === id} onChange={() => setKind(id)} />
              <span class="drawing">
                <KindArt kind={id} />
              </span>
              <span class="words">
                <strong>{t.document.kinds[id]}</strong>
              </span>
            </label>
          ))}
        </OneOf>
        <div class="buttons">
          <Button type="submit">{t.next}</Button>
          <Button kind="plain" onClick={() => dispatch({ type: 'quit asked' })}>
            {t.document.notHere}
          </Button>
        </div>
      </form>
    </Screen>
  );
}

/** Every State by its name in the customer's language; the suggested one first. */
function statesIn(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const collator = new Intl.Collator(language);
  return ISSUING_STATES.map(({ alpha2, alpha3 }) => ({ code: alpha3, name: names.of(alpha2) ?? alpha3 })).sort(
    (a, b) => (a.code === SUGGESTED ? -1 : b.code === SUGGESTED ? 1 : collator.compare(a.name, b.name)),
  );
}
