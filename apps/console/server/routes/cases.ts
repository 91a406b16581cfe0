import { type QueueView, SHELVES } from '../../shared/view.ts';
import { loadQueue } from '../queue.ts';
import type { ConsoleRoute } from '../route.ts';

/** The queue: what waits for a decision, oldest first, and the other shelves. */
export const cases: ConsoleRoute = {
  method: 'GET',
  path: '/cases',
  right: 'list',
  async handle({ operator, inTenant }, request): Promise<QueueView> {
    const { shelf, search } = request.query as Record<string, unknown>;
    const wanted = SHELVES.find((known) => known === shelf) ?? 'waiting';
    const text = typeof search === 'string' ? search.trim().slice(0, 64) : '';
    return inTenant((tx) => loadQueue(tx, operator, wanted, text));
  },
};
