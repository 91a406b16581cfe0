/** Front door: a typed client of the partner API. It imports nothing of ours and has no dependencies. */
export { type ListOptions, type Page, Pages } from './pages.ts';
export {
  type CallOptions,
  type FeedOptions,
  type IdentificationName,
  Reident,
  type SandboxCredentials,
  type Upload,
} from './reident.ts';
export { type ErrorItem, ReidentError, type ReidentErrorCode } from './reident-error.ts';
export type { RetryPolicy } from './retry.ts';
export type { CallAnswer, CallInput, TransportOptions as ReidentOptions } from './transport.ts';
export type * from './types.ts';
export { CLIENT_VERSION } from './user-agent.ts';
export {
  isVerificationRequest,
  type SignatureScheme,
  verifyWebhook,
  WebhookError,
  type WebhookEvent,
  type WebhookFault,
  type WebhookHeaders,
  type WebhookMessage,
} from './verify-webhook.ts';
export { ENDED, type WaitOptions } from './wait-for.ts';
