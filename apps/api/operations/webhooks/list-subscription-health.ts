import { listSubscriptions as find } from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { SubscriptionHealthResource, toSubscriptionHealth } from '../../resources/subscription-health.ts';

/** Every subscription with how it fares: what was disabled, and why, stands here [WH-8]. */
export const listSubscriptionHealth = defineOperation({
  method: 'GET',
  path: '/reident/v1/webhooks',
  tag: 'Reident',
  summary: 'See how all subscriptions fare',
  query: PAGING,
  paged: true,
  answer: z.array(SubscriptionHealthResource),
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { rows, total } = await find(tx, asked);
    return new PageAnswer(rows.map(toSubscriptionHealth), { asked, total });
  },
});
