import { FUNNEL_STEPS, LIMITS } from '@reident/platform';
import { readFunnel } from '@reident/store';
import { z } from 'zod';
import { FUNNEL_DAYS, type FunnelView } from '../../shared/view.ts';
import { consoleRoute } from '../route.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 7;

/** Where the customers' sessions come to, how long they take and where they end: counts and codes, no case and no person. */
export const funnel = consoleRoute({
  method: 'GET',
  path: '/funnel',
  right: 'funnel',
  query: {
    days: z
      .string()
      .transform((asked) => FUNNEL_DAYS.find((known) => String(known) === asked) ?? DEFAULT_DAYS)
      .catch(DEFAULT_DAYS),
  },
  async handle({ query: { days } }, { inTenant }): Promise<FunnelView> {
    return inTenant(async (tx) => {
      const at = tx.now.getTime();
      const found = await readFunnel(tx, {
        from: new Date(at - days * DAY_MS),
        // Whatever began at this very moment belongs to it.
        to: new Date(at + 1),
        idleSince: new Date(at - LIMITS.idleMinutes * 60_000),
      });
      const steps = FUNNEL_STEPS.flatMap((step) => {
        const row = found.steps.find((one) => one.step === step);
        return row === undefined ? [] : [{ ...row, step }];
      });
      return { ...found, days, steps };
    });
  },
});
