import { loadCase } from '@reident/platform';
import { recordAudit } from '@reident/store';
import { toCaseView } from '../case-view.ts';
import { requireOpenable } from '../claims.ts';
import { consoleRoute, Id } from '../route.ts';

/** The same case with its values. The audit entry is committed before the answer leaves [CON-6]. */
export const reveal = consoleRoute({
  method: 'POST',
  path: '/cases/:id/reveal',
  right: 'open',
  params: { id: Id },
  async handle({ params: { id } }, context) {
    await context.countOpening();
    return context.inTenant(async (tx) => {
      const claim = await requireOpenable(tx, context, id);
      const found = await loadCase(tx, id);
      await recordAudit(tx, {
        actor: { kind: 'operator', id: context.operator.id },
        action: 'case.revealed',
        entity: id,
      });
      return toCaseView(tx, found, { ...context, claim, opened: true });
    });
  },
});
