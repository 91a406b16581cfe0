import { useEffect, useState } from 'preact/hooks';
import { DoneArt, PauseArt } from '../components/art.tsx';
import { Button } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { partner } from '../embedding/tell-partner.ts';
import type { Lost } from '../flow/losses.ts';
import { model } from '../flow/model.ts';
import { brandTexts, texts } from '../words/texts.ts';

/** The last page. It is the same for everybody who has sent their pictures, whatever becomes of them [CAP-10]. */
export function EndScreen({ returnUrl }: { returnUrl: string | null }) {
  const t = texts().end;
  return (
    <Screen name="end" art={<DoneArt />} heading={t.heading} lead={brandTexts().endText ?? t.text}>
      <p>{t.result(model.value.boot.partner)}</p>
      <WayBack returnUrl={returnUrl} />
    </Screen>
  );
}

export function QuitScreen({ returnUrl }: { returnUrl: string | null }) {
  const t = texts().quitEnd;
  return (
    <Screen name="quit" art={<PauseArt />} heading={t.heading} lead={t.text}>
      <WayBack returnUrl={returnUrl} />
    </Screen>
  );
}

/** Back to the partner's page, unless that one has this page open and is told. */
function WayBack({ returnUrl }: { returnUrl: string | null }) {
  if (partner.value === null) return <LeadBack returnUrl={returnUrl} />;
  return model.value.boot.embed?.kind === 'tab' ? <p class="hint">{texts().end.close}</p> : null;
}

/** By itself after a while; whoever needs longer can stay. */
function LeadBack({ returnUrl }: { returnUrl: string | null }) {
  const t = texts().end;
  const [left, setLeft] = useState<number | null>(returnUrl === null ? null : model.value.boot.returnDelaySeconds);
  useEffect(() => {
    if (left === null || returnUrl === null) return;
    if (left === 0) return location.replace(returnUrl);
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, returnUrl]);
  if (returnUrl === null) return <p class="hint">{t.close}</p>;
  return (
    <div class="buttons">
      <Button onClick={() => location.replace(returnUrl)}>{t.back}</Button>
      {left !== null && (
        <>
          <p class="hint centered">{t.leaving(left)}</p>
          <Button kind="plain" onClick={() => setLeft(null)}>
            {t.stay}
          </Button>
        </>
      )}
    </div>
  );
}

/** Unknown, used up, run out: one page for all of them. */
export function GoneScreen() {
  const t = texts().gone;
  return (
    <Screen name="gone" art={<PauseArt />} heading={t.heading} lead={t.text}>
      <ul class="tips">
        {t.help.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Screen>
  );
}

/** The session is over, here or for good. */
export function LostScreen({ why }: { why: Lost }) {
  const { heading, text } = texts().lost[why];
  return <Screen name={`lost-${why}`} art={<PauseArt />} heading={heading} lead={text} />;
}
