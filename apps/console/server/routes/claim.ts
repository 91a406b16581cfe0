import { recordAudit } from '@reident/store';
import { claimCase, releaseCase } from '../claims.ts';
import { consoleRoute, Id } from '../route.ts';

/** Claims a case for a quarter of an hour, or keeps it for another one. A case claimed before is released. */
export const claim = consoleRoute({
  method: 'POST',
  path: '/cases/:id/claim',
  right: 'decide',
  params: { id: Id },
  async handle({ params: { id } }, { operator, inTenant }) {
    return inTenant(async (tx) => {
      const claimed = await claimCase(tx, operator, id);
      await recordAudit(tx, { actor: { kind: 'operator', id: operator.id }, action: 'case.claimed', entity: id });
      return claimed;
    });
  },
});

/** Puts a case back. */
export const release = consoleRoute({
  method: 'POST',
  path: '/cases/:id/release',
  right: 'decide',
  params: { id: Id },
  async handle({ params: { id } }, { operator, inTenant }) {
    return inTenant(async (tx) => {
      await releaseCase(tx, operator, id);
      await recordAudit(tx, { actor: { kind: 'operator', id: operator.id }, action: 'case.released', entity: id });
      return { released: true };
    });
  },
});
