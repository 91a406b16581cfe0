import { REASONS } from '@reident/domain';
import { decide as decideCase } from '@reident/platform';
import { findIdentification, listCaptures, listDecisions } from '@reident/store';
import { z } from 'zod';
import { checklistFor } from '../../shared/checklist.ts';
import { type Decision, decisionsFor, findDecision, isWaiting } from '../../shared/decisions.ts';
import { releaseCase, requireClaim } from '../claims.ts';
import { ConsoleError } from '../console-error.ts';
import { consoleRoute, Id } from '../route.ts';

const LONGEST_NOTE = 2000;

/** What its fields may hold depends on the case; that is asked below, where every breach has a code of its own. */
const DecideBody = z.object({
  decision: z.string(),
  reason: z.string().nullable().default(null),
  note: z
    .string()
    .max(LONGEST_NOTE)
    .default('')
    .transform((note) => note.trim()),
  version: z.int(),
  checklist: z.array(z.unknown()).default([]),
});
type DecideBody = z.output<typeof DecideBody>;

/**
 * The specialist's decision. Each error leaves the case as it was:
 * not claimed by this operator 404, changed meanwhile 409, not possible now 409, reason, note or checklist missing 422,
 * the same person as before where a second one is asked for 403.
 */
export const decide = consoleRoute({
  method: 'POST',
  path: '/cases/:id/decide',
  right: 'decide',
  params: { id: Id },
  body: DecideBody,
  async handle({ params: { id }, body: asked }, context) {
    const { platform, operator, may } = context;
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
});

function requireReason({ reasons }: Decision, code: string | null): void {
  if (reasons.length === 0 && code === null) return;
  const row = code !== null && Object.hasOwn(REASONS, code) ? REASONS[code as keyof typeof REASONS] : null;
  if (!row || !reasons.some((group) => group === row.group)) throw new ConsoleError('reason_needed');
}

function requireChecklist(asked: DecideBody, capturedSteps: readonly string[]): void {
  if (!checklistFor(capturedSteps).every((group) => asked.checklist.includes(group)))
    throw new ConsoleError('checklist_incomplete');
}

function requireSecondPerson(operatorId: string, decisions: readonly { operatorId: string | null }[]): void {
  if (decisions.at(-1)?.operatorId === operatorId) throw new ConsoleError('second_person_required');
}
