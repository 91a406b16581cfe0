import { focusField } from '@reident/design/field';
import { useEffect, useState } from 'preact/hooks';
import { PhoneArt } from '../components/art.tsx';
import { Button, TextField } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { askForAnotherCode, giveCode } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

/** Six digits from the phone. */
export function CodeScreen() {
  const { server, entering } = model.value;
  const t = texts();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const wait = useCountdown(server?.resendInSeconds ?? 0, server);
  const digits = code.replace(/\D/g, '');
  const missing = digits.length !== 6;
  const phone = server?.phone ?? '';

  const confirm = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing) return focusField('code');
    void giveCode(digits);
  };

  return (
    <Screen
      name="code"
      art={<PhoneArt />}
      heading={t.code.heading}
      lead={entering === null ? t.code.lead(phone) : t.code.leadEntry(phone)}
    >
      {server?.sandboxCode && (
        <p class="note" data-sandbox>
          {t.code.sandbox} <strong data-testid="sandbox-code">{server.sandboxCode}</strong>
        </p>
      )}
      <form onSubmit={confirm} noValidate>
        <TextField
          id="code"
          label={t.code.label}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          big
          value={code}
          onInput={setCode}
          error={tried && missing ? t.code.missing : null}
        />
        <div class="buttons">
          <Button type="submit">{t.code.confirm}</Button>
          {wait > 0 ? (
            <p class="hint centered">{t.code.resendIn(wait)}</p>
          ) : (
            <Button kind="plain" onClick={() => void askForAnotherCode()}>
              {t.code.resend}
            </Button>
          )}
        </div>
      </form>
    </Screen>
  );
}

/** Seconds left, counted here so that nobody has to ask the server; begins anew with every answer. */
function useCountdown(seconds: number, since: unknown): number {
  const [left, setLeft] = useState(seconds);
  // The answer, not the number, starts the countdown again
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return left;
}
