import { enableSubscription as enable } from '@reident/webhooks';
import { defineOperation } from '../../contract/define-operation.ts';
import { SubscriptionId } from '../../resources/subscription.ts';
import { SubscriptionHealthResource, toSubscriptionHealth } from '../../resources/subscription-health.ts';

/** Starts a subscription again that was disabled, once its receiver has answered a verification request. */
export const enableSubscription = defineOperation({
  method: 'POST',
  path: '/reident/v1/webhooks/{id}/enable',
  tag: 'Reident',
  summary: 'Start a disabled subscription again',
  description: 'The receiver gets a verification request first. What was canceled meanwhile can be replayed.',
  params: { id: SubscriptionId },
  answer: SubscriptionHealthResource,
  errors: ['unsafe_webhook_url', 'invalid_webhook_url', 'invalid_model'],

  async handleUnlocked({ params }, { platform, caller }) {
    return toSubscriptionHealth(await enable(platform, caller.tenantId, params.id, caller.actor));
  },
});
