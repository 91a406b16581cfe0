import { loadCase } from '@reident/platform';
import { toCaseView } from '../case-view.ts';
import { findClaim } from '../claims.ts';
import { consoleRoute, Id } from '../route.ts';

/** One case with every personal value masked: enough to choose it, too little to know the person [CON-6]. */
export const showCase = consoleRoute({
  method: 'GET',
  path: '/cases/:id',
  right: 'list',
  params: { id: Id },
  async handle({ params: { id } }, context) {
    return context.inTenant(async (tx) => {
      const found = await loadCase(tx, id);
      return toCaseView(tx, found, { ...context, claim: await findClaim(tx, id), opened: false });
    });
  },
});
