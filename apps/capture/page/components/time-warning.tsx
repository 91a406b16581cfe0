import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { look } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';
import { Button } from './controls.tsx';

/**
 * Asks before the session ends for want of a sign of life: one button gives the whole time again [WCAG 2.2.1]. Before the
 * half hour that nobody can exceed, it says once what comes and what to do then.
 */
export function TimeWarning() {
  const dialog = useRef<HTMLDialogElement>(null);
  const due = useDueWarning();
  const [endTold, setEndTold] = useState(false);
  const shown = due === 'end' && endTold ? null : due;
  useEffect(() => {
    if (shown !== null && !dialog.current?.open) dialog.current?.showModal();
    if (shown === null) dialog.current?.close();
  }, [shown]);
  const t = texts().time;
  const goOn = () => {
    if (shown === 'end') setEndTold(true);
    else void look();
  };
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="time-heading"
      aria-describedby="time-text"
      onCancel={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      {shown !== null && (
        <>
          <h2 id="time-heading">{shown === 'end' ? t.endHeading : t.heading}</h2>
          <p id="time-text">{shown === 'end' ? t.end : t.idle}</p>
          <div class="buttons">
            <Button onClick={goOn}>{shown === 'end' ? t.understood : t.goOn}</Button>
          </div>
        </>
      )}
    </dialog>
  );
}

/**
 * Which end is near: that of the idle time, or that of the whole session. Every answer of the server counts anew, from when it
 * was drawn and by the clock on the wall: a phone that was locked stops its timers, not the server's.
 */
function useDueWarning(): 'idle' | 'end' | null {
  const [due, setDue] = useState<'idle' | 'end' | null>(null);
  const left = model.value.server?.timeLeft ?? null;
  const drawnAt = useMemo(() => Date.now(), [left]);
  useEffect(() => {
    setDue(null);
    if (left === null) return;
    const kind = left.total <= left.idle ? 'end' : 'idle';
    const dueAt = drawnAt + Math.max(0, Math.min(left.total, left.idle) - left.warn) * 1000;
    const tell = () => {
      if (Date.now() >= dueAt) setDue(kind);
    };
    const timer = setTimeout(() => setDue(kind), Math.max(0, dueAt - Date.now()));
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [left, drawnAt]);
  return due;
}
