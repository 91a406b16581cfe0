import { listSubscriptions as find } from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { SubscriptionResource, toSubscriptionResource } from '../../resources/subscription.ts';

/** The subscriptions that are at work. One that was ended is cancelled, as published, and so not there any more. */
export const listSubscriptions = defineOperation({
  method: 'GET',
  path: '/v1/webhooks',
  tag: 'Webhooks',
  summary: 'List subscriptions',
  query: PAGING,
  paged: true,
  answer: z.array(SubscriptionResource),
  errors: [],

  async handle({ query }, { tx }) {
    const asked = pageOf(query);
    const { rows, total } = await find(tx, asked, { atWork: true });
    return new PageAnswer(rows.map(toSubscriptionResource), { asked, total });
  },
});
