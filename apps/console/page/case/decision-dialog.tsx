import { Choices, Field, focusField } from '@reident/design/field';
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
  const [missing, setMissing] = useState<MissingAnswer | null>(null);
  const errorOf = (code: MissingAnswer) => (missing === code ? errors[code] : null);
  const toggle = (id: ChecklistId) => {
    setMissing(null);
    setTicked((former) => (former.includes(id) ? former.filter((one) => one !== id) : [...former, id]));
  };
  const chooseReason = (code: string) => {
    setMissing(null);
    setReason(code);
  };

  const confirm = () => {
    const answer = missingAnswer(decision, { ticked, reason, note, wanted: found.checklist });
    setMissing(answer);
    if (answer !== null) return focusField(PLACE_OF[answer]);
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
          <Choices id="checklist" legend={t.checklist.legend} error={errorOf('checklist_incomplete')}>
            {(described) =>
              found.checklist.map((id, index) => (
                <label key={id} class="tick">
                  <input
                    {...described}
                    id={index === 0 ? PLACE_OF.checklist_incomplete : undefined}
                    type="checkbox"
                    checked={ticked.includes(id)}
                    autofocus={index === 0}
                    onChange={() => toggle(id)}
                  />
                  <kbd>{index + 1}</kbd> {t.checklist[id]}
                </label>
              ))
            }
          </Choices>
        ) : null}
        {decision.reasonGroups.length > 0 ? (
          <ReasonPicker
            searchId={PLACE_OF.reason_needed}
            groups={decision.reasonGroups}
            suggested={found.verdict?.reason ?? null}
            chosen={reason}
            error={errorOf('reason_needed')}
            onChoose={chooseReason}
          />
        ) : null}
        <Field
          id={PLACE_OF.note_needed}
          label={t.dialog.note}
          hint={t.dialog.noteHint}
          error={errorOf('note_needed')}
          required={decision.noteRequired}
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={note}
              autofocus={!decision.checklist && decision.reasonGroups.length === 0}
              onInput={(event) => {
                setMissing(null);
                setNote(event.currentTarget.value);
              }}
            />
          )}
        </Field>
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

/** What may be missing, by the code with which the server would say it, and the control to go to. */
const PLACE_OF = {
  checklist_incomplete: 'first-tick',
  reason_needed: 'search-reason',
  note_needed: 'note',
} as const;

type MissingAnswer = keyof typeof PLACE_OF;

/** The first answer that is missing; the server asks again by itself. */
function missingAnswer(decision: OfferedDecision, { ticked, reason, note, wanted }: Answers): MissingAnswer | null {
  if (decision.checklist && !wanted.every((id) => ticked.includes(id))) return 'checklist_incomplete';
  if (decision.reasonGroups.length > 0 && reason === null) return 'reason_needed';
  return decision.noteRequired && note.trim() === '' ? 'note_needed' : null;
}
