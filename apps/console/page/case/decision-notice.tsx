import { useEffect } from 'preact/hooks';
import { useShortcuts } from '../state/shortcuts.ts';
import { message } from '../state/state.ts';
import { texts } from '../state/texts.ts';
import { pendingDecision, undoDecision } from './pending-decision.ts';

const MESSAGE_SECONDS = 8;

/** The line at the foot: a decision that can still be taken back, or how the last action ended. */
export function DecisionNotice() {
  const t = texts.value.console;
  const pending = pendingDecision.value;
  const said = message.value;
  useShortcuts('everywhere', pending ? [{ keys: ['u'], label: t.keys.undo, run: undoDecision }] : []);
  useEffect(() => {
    if (said?.tone !== 'good') return;
    const timer = setTimeout(() => (message.value = null), MESSAGE_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="foot" role="status">
      {pending ? (
        <p class="said doubt">
          {t.decisionsPending[pending.request.decision](pending.secondsLeft)}
          <button type="button" onClick={undoDecision}>
            {t.undo.undo} <kbd>u</kbd>
          </button>
        </p>
      ) : said ? (
        <p class={`said ${said.tone}`}>
          {said.text()}
          <button type="button" class="quiet" onClick={() => (message.value = null)}>
            {t.close}
          </button>
        </p>
      ) : null}
    </div>
  );
}
