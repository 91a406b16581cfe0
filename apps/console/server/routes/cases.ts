import { z } from 'zod';
import { type QueueView, SHELVES } from '../../shared/view.ts';
import { loadQueue } from '../queue.ts';
import { consoleRoute } from '../route.ts';

const LONGEST_SEARCH = 64;

/** The queue: what waits for a decision, oldest first, and the other shelves. */
export const cases = consoleRoute({
  method: 'GET',
  path: '/cases',
  right: 'list',
  // Of an address that somebody typed; whatever it says there is a queue.
  query: {
    shelf: z.enum(SHELVES).catch('waiting'),
    search: z
      .string()
      .transform((text) => text.trim().slice(0, LONGEST_SEARCH))
      .catch(''),
  },
  async handle({ query: { shelf, search } }, { operator, inTenant }): Promise<QueueView> {
    return inTenant((tx) => loadQueue(tx, operator, shelf, search));
  },
});
