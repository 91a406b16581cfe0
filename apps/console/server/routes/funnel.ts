import { FUNNEL_STEPS, LIMITS } from '@reident/platform';
import { readFunnel } from '@reident/store';
import { FUNNEL_DAYS, type FunnelView } from '../../shared/view.ts';
import type { ConsoleRoute } from '../route.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where the customers' sessions come to, how long they take and where they end: counts and codes, no case and no person. */
export const funnel: ConsoleRoute = {
  method: 'GET',
  path: '/funnel',
  right: 'funnel',
  async handle({ inTenant }, request): Promise<FunnelView> {
    const { days: asked } = request.query as Record<string, unknown>;
    const days = FUNNEL_DAYS.find((known) => String(known) === asked) ?? 7;
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
};
