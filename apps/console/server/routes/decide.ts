import { REASONS } from '@reident/domain';
import { decide as decideCase } from '@reident/platform';
import { findIdentification, listCaptures, listDecisions } from '@reident/store';
import { checklistFor } from '../../shared/checklist.ts';
import { type Decision, decisionsFor, findDecision, isWaiting } from '../../shared/decisions.ts';
import type { DecideRequest } from '../../shared/view.ts';
import { releaseCase, requireClaim } from '../claims.ts';
import { ConsoleError } from '../console-error.ts';
import { bodyOf, type ConsoleRoute, pathPart } from '../route.ts';

const LONGEST_NOTE = 2000;

/**
 * The specialist's decision. Each error leaves the case as it was:
 * not claimed by this operator 404, changed meanwhile 409, not possible now 409, reason, note or checklist missing 422,
 * the same person as before where a second one is asked for 403.
 */
export const decide: ConsoleRoute = {
  method: 'POST',
  path: '/cases/:id/decide',
  right: 'decide',
  async handle(context, request) {
    const { platform, operator, may } = context;
    const id = pathPart(request, 'id');
    const asked = readRequest(bodyOf(request));
    return context.inTenant(async (tx) => {
      await requireClaim(tx, operator, id);
      const identification = await findIdentification(tx, id, { lock: true });
      if (identification.version !== asked.version) throw new ConsoleError('stale_version');

      const decision = findDecision(asked.decision);
      if (!decision) throw new ConsoleError('malformed');
      if (!may(decision.right)) throw new ConsoleError('not_allowed');
      const offered = decisionsFor(identification.status, isWaiting(identification.result), may);
      if (!offered.includes(decision)) throw new ConsoleError('not_offered');

      requireReason(decision, asked.reason);
      if (decision.note === 'required' && asked.note === '') throw new ConsoleError('note_needed');
      if (decision.checklist)
        requireChecklist(
          asked,
          (await listCaptures(tx, id)).map(({ step }) => step),
        );
      if (decision.secondPerson) requireSecondPerson(operator.id, await listDecisions(tx, id));

      const decided = await decideCase(tx, platform, id, {
        decision: decision.as,
        reason: asked.reason,
        note: asked.note || null,
        operator,
        expectedVersion: asked.version,
      });
      await releaseCase(tx, operator, id);
      return { id, status: decided.status, version: decided.version };
    });
  },
};

function readRequest(body: Record<string, unknown>): Omit<DecideRequest, 'decision'> & { decision: string } {
  const { decision, reason = null, note = '', version, checklist = [] } = body;
  if (typeof decision !== 'string' || typeof note !== 'string' || note.length > LONGEST_NOTE)
    throw new ConsoleError('malformed');
  if (typeof version !== 'number' || !Number.isSafeInteger(version)) throw new ConsoleError('malformed');
  if (reason !== null && typeof reason !== 'string') throw new ConsoleError('malformed');
  if (!Array.isArray(checklist)) throw new ConsoleError('malformed');
  return { decision, reason, note: note.trim(), version, checklist };
}

function requireReason({ reasons }: Decision, code: string | null): void {
  if (reasons.length === 0 && code === null) return;
  const row = code !== null && Object.hasOwn(REASONS, code) ? REASONS[code as keyof typeof REASONS] : null;
  if (!row || !reasons.some((group) => group === row.group)) throw new ConsoleError('reason_needed');
}

function requireChecklist(asked: Pick<DecideRequest, 'checklist'>, capturedSteps: readonly string[]): void {
  if (!checklistFor(capturedSteps).every((group) => asked.checklist.includes(group)))
    throw new ConsoleError('checklist_incomplete');
}

function requireSecondPerson(operatorId: string, decisions: readonly { operatorId: string | null }[]): void {
  if (decisions.at(-1)?.operatorId === operatorId) throw new ConsoleError('second_person_required');
}
