import { OneOf } from '@reident/design/field';
import type { QuitReason } from '@reident/platform';
import { useEffect, useRef, useState } from 'preact/hooks';
import { quit } from '../flow/actions.ts';
import { dispatch, model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';
import { Button } from './controls.tsx';

/** Reasons that fit before anything was begun: the server has not been asked yet. */
const AT_START: readonly QuitReason[] = [
  'USER_CANCELLATION_IDENTIFY_LATER',
  'USER_CANCELLATION_TERMS_DENIED',
  'USER_CANCELLATION_PRIVACY_CONCERNS',
  'USER_CANCELLATION_UNDERAGE',
  'USER_CANCELLATION_USER_NOT_INTERESTED',
];

/** Asks why the customer wants to stop. Esc, the first button and a tap beside it all lead back. */
export function QuitDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, choose] = useState<QuitReason | null>(null);
  const [missing, setMissing] = useState(false);
  const open = model.value.quitting;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const t = texts();
  const reasons = model.value.server?.quitReasons ?? AT_START;
  const leave = () => {
    setMissing(reason === null);
    if (reason !== null) void quit(reason);
  };
  return (
    <dialog ref={dialog} aria-labelledby="quit-heading" onClose={() => dispatch({ type: 'quit dismissed' })}>
      {open && (
        <form method="dialog" onSubmit={(event) => event.preventDefault()}>
          <h2 id="quit-heading">{t.quit.heading}</h2>
          <p>{t.quit.lead}</p>
          <OneOf
            id="reasons"
            class="reasons"
            legend={t.quit.question}
            error={missing && reason === null ? t.quit.missing : null}
          >
            {reasons.map((code) => (
              <label class="choice" key={code}>
                <input
                  type="radio"
                  name="reason"
                  value={code}
                  checked={reason === code}
                  onChange={() => choose(code)}
                />
                <span>{t.quitReasons[code]}</span>
              </label>
            ))}
          </OneOf>
          <div class="buttons">
            <Button onClick={() => dispatch({ type: 'quit dismissed' })}>{t.quit.stay}</Button>
            <Button kind="quiet" onClick={leave}>
              {t.quit.leave}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}
