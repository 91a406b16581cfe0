import { rotateSecret } from '@reident/webhooks';
import { z } from 'zod';
import { answerComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { AnsweredTime } from '../../contract/schemas.ts';
import { SubscriptionId } from '../../resources/subscription.ts';

const NextSecret = answerComponent(
  'NextWebhookSecret',
  z.object({
    id: SubscriptionId,
    secret: z.string().describe('The next secret; shown once'),
    old_secret_ends_at: AnsweredTime,
  }),
);

/** Gives a subscription its next secret. For a day `webhook-signature` carries a signature by each of the two [WH-4]. */
export const rotateSubscriptionSecret = defineOperation({
  method: 'POST',
  path: '/reident/v1/webhooks/{id}/rotate',
  tag: 'Reident',
  summary: 'Replace the secret of a subscription',
  description:
    '`Solaris-Webhook-Signature` stays with the old secret until it ends or until the cut-over. ' +
    'Asking again meanwhile replaces the next secret, and the day begins anew.',
  params: { id: SubscriptionId },
  status: 201,
  answer: NextSecret,
  errors: [],

  async handle({ params }, { tx, caller }) {
    const { id, secret, until } = await rotateSecret(tx, params.id, caller.actor);
    return { id, secret, old_secret_ends_at: until.toISOString() };
  },
});
