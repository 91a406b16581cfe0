import { signal } from '@preact/signals';
import type { DecideRequest } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { goTo, say, showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';

const UNDO_SECONDS = 5;

interface PendingDecision {
  caseId: string;
  request: DecideRequest;
  secondsLeft: number;
  timer: ReturnType<typeof setInterval>;
}

/** A decision that was confirmed and not sent yet: until then nothing has happened and it can be taken back. */
export const pendingDecision = signal<PendingDecision | null>(null);

/** Grows when a decision was refused, so that the page loads the case again. */
export const failedDecisions = signal(0);

export function decideSoon(caseId: string, request: DecideRequest): void {
  const timer = setInterval(tick, 1000);
  pendingDecision.value = { caseId, request, secondsLeft: UNDO_SECONDS, timer };
}

export function undoDecision(): void {
  const pending = pendingDecision.value;
  if (!pending) return;
  clearInterval(pending.timer);
  pendingDecision.value = null;
  say('good', () => texts.value.console.undo.undone);
}

function tick(): void {
  const pending = pendingDecision.value;
  if (!pending) return;
  if (pending.secondsLeft > 1) {
    pendingDecision.value = { ...pending, secondsLeft: pending.secondsLeft - 1 };
    return;
  }
  clearInterval(pending.timer);
  pendingDecision.value = null;
  void sendDecision(pending);
}

async function sendDecision({ caseId, request }: PendingDecision): Promise<void> {
  try {
    await api.decide(caseId, request);
    say('good', () => texts.value.console.decisionsDone[request.decision]);
    if (location.pathname.endsWith(caseId)) goTo('/console');
  } catch (error) {
    showError(error);
    failedDecisions.value += 1;
  }
}

addEventListener('beforeunload', (event) => {
  if (pendingDecision.value) event.preventDefault();
});
