import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HandOver, Progress } from '../../shared/protocol.ts';
import { readProgress } from '../flow/calls.ts';
import { dispatch, model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

/** On a larger screen without touch: a phone has the better camera. Shown or not by the style sheet, because the server cannot know. */
export function OnThePhone({ code }: { code: HandOver }) {
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
        <TakeTheLink />
        <p class="progress-there" role="status">
          {progress?.at === 'going' && t.there(placeOf(progress))}
        </p>
      </div>
    </section>
  );
}

/** Other ways for the link than the camera: shared or copied by the computer, to the customer's own phone. */
function TakeTheLink() {
  const t = texts().handOver;
  const [said, setSaid] = useState<'copied' | 'by hand' | null>(null);
  // What stands behind it says how a partner's page opened this one, which is nothing for the phone.
  const link = `${location.origin}${location.pathname}`;
  const share = () => {
    // Closing the list of apps again is no failure.
    navigator.share({ title: texts().title, url: link }).catch(() => undefined);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid('copied');
    } catch {
      setSaid('by hand');
    }
  };
  return (
    <>
      <div class="take-link">
        <button type="button" class="button quiet" onClick={() => void copy()}>
          {t.copy}
        </button>
        {'share' in navigator && (
          <button type="button" class="button quiet" onClick={share}>
            {t.share}
          </button>
        )}
      </div>
      <p role="status">{said === 'copied' ? t.copied : said === 'by hand' ? t.copyByHand : ''}</p>
      {said === 'by hand' && <LinkByHand link={link} />}
    </>
  );
}

/** Selected, so that the keys for copying do the rest. */
function LinkByHand({ link }: { link: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return <input ref={field} type="text" readOnly aria-label={texts().handOver.link} value={link} />;
}

function placeOf({ screen, step }: Extract<Progress, { at: 'going' }>): string {
  const { steps, handOver } = texts();
  const places: Partial<Record<typeof screen, string>> = handOver.places;
  return step === null ? (places[screen] ?? handOver.begun) : steps[step].name;
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
        (found) => (found.at === 'sent' ? dispatch({ type: 'sent elsewhere' }) : setProgress(found)),
        () => undefined,
      );
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [section]);
  return progress;
}
