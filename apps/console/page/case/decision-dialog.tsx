import { useState } from 'preact/hooks';
import type { ChecklistId } from '../../shared/checklist.ts';
import type { CaseView, OfferedDecision } from '../../shared/view.ts';
import { Dialog } from '../components/dialog.tsx';
import { texts } from '../state/texts.ts';
import { decideSoon } from './pending-decision.ts';
import { ReasonPicker } from './reason-picker.tsx';

interface DecisionDialogProps {
  found: CaseView;
  decision: OfferedDecision;
  onClose(): void;
}

/** Asks for what a decision needs: the checklist, a reason of its groups, a note. Confirming starts the time to undo. */
export function DecisionDialog({ found, decision, onClose }: DecisionDialogProps) {
  const { console: t, errors } = texts.value;
  const [ticked, setTicked] = useState<readonly ChecklistId[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [formError, setFormError] = useState<string | null>(null);
  const toggle = (id: ChecklistId) => {
    setFormError(null);
    setTicked((former) => (former.includes(id) ? former.filter((one) => one !== id) : [...former, id]));
  };
  const chooseReason = (code: string) => {
    setFormError(null);
    setReason(code);
  };

  const confirm = () => {
    const missing = missingAnswer(decision, { ticked, reason, note, wanted: found.checklist });
    setFormError(missing && errors[missing]);
    if (missing) return;
    decideSoon(found.id, {
      decision: decision.id,
      reason,
      note: note.trim(),
      version: found.version,
      checklist: [...ticked],
    });
    onClose();
  };

  return (
    <Dialog title={t.decisions[decision.id]} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
        onKeyDown={(event) => {
          const id = found.checklist[Number(event.key) - 1];
          const typing =
            event.target instanceof HTMLTextAreaElement ||
            (event.target instanceof HTMLInputElement && event.target.type === 'search');
          if (decision.checklist && id && !typing) {
            event.preventDefault();
            toggle(id);
          } else if (
            event.key === 'Enter' &&
            (event.ctrlKey || event.metaKey || (!typing && !(event.target instanceof HTMLButtonElement)))
          ) {
            event.preventDefault();
            confirm();
          }
        }}
      >
        <p class="soft">{t.decisionMeanings[decision.id]}</p>
        {decision.checklist ? (
          <fieldset>
            <legend>{t.checklist.legend}</legend>
            {found.checklist.map((id, index) => (
              <label key={id} class="tick">
                <input
                  type="checkbox"
                  checked={ticked.includes(id)}
                  autofocus={index === 0}
                  onChange={() => toggle(id)}
                />
                <kbd>{index + 1}</kbd> {t.checklist[id]}
              </label>
            ))}
          </fieldset>
        ) : null}
        {decision.reasonGroups.length > 0 ? (
          <ReasonPicker
            groups={decision.reasonGroups}
            suggested={found.verdict?.reason ?? null}
            chosen={reason}
            onChoose={chooseReason}
          />
        ) : null}
        <label class="note">
          <span>
            {t.dialog.note} <small class="soft">{t.dialog.noteHint}</small>
          </span>
          <textarea
            rows={2}
            maxLength={2000}
            value={note}
            required={decision.noteRequired}
            autofocus={!decision.checklist && decision.reasonGroups.length === 0}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <p class="form-error" role="alert">
          {formError}
        </p>
        <footer>
          <button type="button" class="quiet" onClick={onClose}>
            {t.dialog.back} <kbd>Esc</kbd>
          </button>
          <button type="submit" class="main" formNoValidate>
            {t.dialog.confirm} <kbd>Ctrl ↵</kbd>
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface Answers {
  ticked: readonly ChecklistId[];
  reason: string | null;
  note: string;
  wanted: readonly ChecklistId[];
}

type Missing = 'checklist_incomplete' | 'reason_needed' | 'note_needed';

/** The code of what is missing, as the server would say it; the server asks again by itself. */
function missingAnswer(decision: OfferedDecision, { ticked, reason, note, wanted }: Answers): Missing | null {
  if (decision.checklist && !wanted.every((id) => ticked.includes(id))) return 'checklist_incomplete';
  if (decision.reasonGroups.length > 0 && reason === null) return 'reason_needed';
  return decision.noteRequired && note.trim() === '' ? 'note_needed' : null;
}
