import type { Certainty } from './certainty.ts';

/** The webhook events that a partner may subscribe to. We send those that name an entity; the rest belong to other products. */
// biome-ignore format: a table
export const EVENT_TYPES = [
  // event type                                    about, if sent     certainty    source
  ['ACCOUNT_BLOCK',                               null,              'published', 'API reference, webhooks'],
  ['ACCOUNT_CLOSURE',                             null,              'seen',      'digest of the API reference'],
  ['ACCOUNT_CLOSURE_REQUEST',                     null,              'seen',      'digest of the API reference'],
  ['ACCOUNT_CLOSURE_REQUEST_UPDATE',              null,              'seen',      'digest of the API reference'],
  ['ACCOUNT_LIMIT_CHANGE',                        null,              'seen',      'digest of the API reference'],
  ['ACCOUNT_OPENING_REQUEST',                     null,              'seen',      'digest of the API reference'],
  ['ACCOUNT_SNAPSHOT',                            null,              'seen',      'digest of the API reference'],
  ['ACQUIRER_TOPUP_DECLINED',                     null,              'seen',      'digest of the API reference'],
  ['ACQUIRER_TOPUP_EXECUTED',                     null,              'seen',      'digest of the API reference'],
  ['ACQUIRER_TOPUP_PAYMENT_FAILED',               null,              'seen',      'digest of the API reference'],
  ['ACTIVATION_CHALLENGE_CREATION',               null,              'seen',      'digest of the API reference'],
  ['BENEFICIAL_OWNER',                            null,              'seen',      'digest of the API reference'],
  ['BOOKING',                                     null,              'seen',      'digest of the API reference'],
  ['BUSINESS_CHANGED',                            null,              'seen',      'digest of the API reference'],
  ['BUSINESS_DELETED',                            null,              'seen',      'digest of the API reference'],
  ['BUSINESS_FRONTING_APPLICATION',               null,              'seen',      'digest of the API reference'],
  ['BUSINESS_FRONTING_LOAN_PAYOUT',               null,              'seen',      'digest of the API reference'],
  ['BUSINESS_FRONTING_PAYOUT_UPDATE',             null,              'seen',      'digest of the API reference'],
  ['BUSINESS_FRONTING_RELATIONSHIP_STATUS_CHANGED', null,              'seen',      'digest of the API reference'],
  ['BUSINESS_IDENTIFICATION',                     null,              'seen',      'digest of the API reference'],
  ['BUSINESS_SEIZURE_CREATED',                    null,              'seen',      'digest of the API reference'],
  ['BUSINESS_SEIZURE_DELETED',                    null,              'seen',      'digest of the API reference'],
  ['BUSINESS_SEIZURE_FULFILLED',                  null,              'seen',      'digest of the API reference'],
  ['BUSINESS_SEIZURE_UPDATED',                    null,              'seen',      'digest of the API reference'],
  ['BUSINESS_TAX_IDENTIFICATION_CHANGED',         null,              'seen',      'digest of the API reference'],
  ['CARD_AUTHORIZATION',                          null,              'seen',      'digest of the API reference'],
  ['CARD_AUTHORIZATION_DECLINE_V2',               null,              'seen',      'digest of the API reference'],
  ['CARD_AUTHORIZATION_RESOLUTION',               null,              'seen',      'digest of the API reference'],
  ['CARD_DELIVERY_TRACKING',                      null,              'seen',      'digest of the API reference'],
  ['CARD_FRAUD_CASE_PENDING',                     null,              'seen',      'digest of the API reference'],
  ['CARD_FRAUD_CASE_TIMEOUT',                     null,              'seen',      'digest of the API reference'],
  ['CARD_LIFECYCLE_EVENT',                        null,              'seen',      'digest of the API reference'],
  ['CARD_TOKEN_LIFECYCLE',                        null,              'seen',      'digest of the API reference'],
  ['CASH_OPERATION_STATUS_CHANGED',               null,              'seen',      'digest of the API reference'],
  ['CONSUMER_FRONTING_APPLICATION',               null,              'seen',      'digest of the API reference'],
  ['CONSUMER_LOAN_APPLICATION',                   null,              'seen',      'digest of the API reference'],
  ['CONSUMER_OVERDRAFT',                          null,              'seen',      'digest of the API reference'],
  ['CONSUMER_OVERDRAFT_APPLICATION',              null,              'seen',      'digest of the API reference'],
  ['CONSUMER_OVERDRAFT_INTEREST_RATE_CHANGE',     null,              'seen',      'digest of the API reference'],
  ['CREDIT_CARD_APPLICATION',                     null,              'seen',      'digest of the API reference'],
  ['CREDIT_LINE',                                 null,              'seen',      'digest of the API reference'],
  ['DELEGATE_SCA_CANCEL',                         null,              'seen',      'digest of the API reference'],
  ['DISPUTE_CHANGED',                             null,              'seen',      'digest of the API reference'],
  ['FREELANCER_CREDIT_LINE_APPLICATION',          null,              'seen',      'digest of the API reference'],
  ['FREELANCER_OVERDRAFT_INTEREST_RATE_CHANGE',   null,              'seen',      'digest of the API reference'],
  ['IDENTIFICATION',                              'identification',  'published', 'guide, happy path'],
  ['IDENTIFICATION_INVITATION',                   'identification',  'ours',      'campaigns, which Solaris does not have'],
  ['IDENTIFICATION_ORIGINATION',                  null,              'published', 'API reference, webhooks'],
  ['IDENTIFICATION_REFERENCE_TRANSFER_ATTEMPT',   null,              'published', 'API reference, webhooks'],
  ['IDENTIFICATION_SESSION',                      null,              'published', 'API reference, webhooks'],
  ['INCOMING_REJECTED_TRANSACTION',               null,              'seen',      'digest of the API reference'],
  ['INSTANT_SEPA_CREDIT_TRANSFER_EXECUTED',       null,              'seen',      'digest of the API reference'],
  ['INSTANT_SEPA_CREDIT_TRANSFER_FAILED',         null,              'seen',      'digest of the API reference'],
  ['LEGAL_REPRESENTATIVE',                        null,              'seen',      'digest of the API reference'],
  ['LOAN',                                        null,              'seen',      'digest of the API reference'],
  ['OVERDRAFT',                                   null,              'seen',      'digest of the API reference'],
  ['OVERDRAFT_APPLICATION',                       null,              'seen',      'digest of the API reference'],
  ['OVERDRAFT_LIMIT_CHANGE',                      null,              'seen',      'digest of the API reference'],
  ['PERSON_CHANGED',                              'person',          'published', 'API reference, webhooks'],
  ['PERSON_DELETED',                              'person',          'published', 'API reference, webhooks'],
  ['PERSON_MOBILE_NUMBER_CREATED',                'person',          'published', 'API reference, webhooks'],
  ['PERSON_MOBILE_NUMBER_DELETED',                'person',          'published', 'API reference, webhooks'],
  ['PERSON_SEIZURE_CREATED',                      null,              'seen',      'digest of the API reference'],
  ['PERSON_SEIZURE_DELETED',                      null,              'seen',      'digest of the API reference'],
  ['PERSON_SEIZURE_FULFILLED',                    null,              'seen',      'digest of the API reference'],
  ['PERSON_SEIZURE_UPDATED',                      null,              'seen',      'digest of the API reference'],
  ['PERSON_TAX_IDENTIFICATION_CHANGED',           null,              'published', 'API reference, webhooks'],
  ['POSTBOX_ITEM_CREATED',                        null,              'seen',      'digest of the API reference'],
  ['POTENTIAL_ACCOUNT_BLOCKING',                  'person',          'published', 'API reference, webhooks'],
  ['QUESTIONS_REQUIRE_RESPONSE',                  null,              'published', 'API reference, webhooks'],
  ['REFERENCE_ACCOUNT_CREATED',                   null,              'seen',      'digest of the API reference'],
  ['REFERENCE_ACCOUNT_INSTANT_PAYOUT_DECLINED',   null,              'seen',      'digest of the API reference'],
  ['REFERENCE_ACCOUNT_INSTANT_PAYOUT_EXECUTED',   null,              'seen',      'digest of the API reference'],
  ['RESERVATION_CREATED',                         null,              'seen',      'digest of the API reference'],
  ['RESERVATION_RESOLVED',                        null,              'seen',      'digest of the API reference'],
  ['SCA_CHALLENGE',                               null,              'seen',      'digest of the API reference'],
  ['SCHEDULED_TRANSFER_STATUS_CHANGED',           null,              'seen',      'digest of the API reference'],
  ['SEPA_CREDIT_TRANSACTION_DECLINED',            null,              'seen',      'digest of the API reference'],
  ['SEPA_DIRECT_DEBIT_RETURN',                    null,              'seen',      'digest of the API reference'],
  ['SEPA_SCHEDULED_TRANSACTION',                  null,              'seen',      'digest of the API reference'],
  ['SEPA_STANDING_ORDER',                         null,              'seen',      'digest of the API reference'],
  ['SEPA_TIMED_ORDER',                            null,              'seen',      'digest of the API reference'],
  ['TRUSTED_IBAN_CONFIRMED',                      null,              'seen',      'digest of the API reference'],
] as const satisfies readonly (readonly [type: string, entity: 'identification' | 'person' | null, Certainty, source: string])[];

export type WebhookEventType = (typeof EVENT_TYPES)[number][0];

export const EVENT_TYPE_CODES: readonly WebhookEventType[] = EVENT_TYPES.map(([type]) => type);

/** The events that this platform sends. */
export const SENT_EVENT_TYPES: readonly WebhookEventType[] = EVENT_TYPES.filter(([, entity]) => entity !== null).map(
  ([type]) => type,
);

/** The type of the verification request before a subscription exists. Nobody can subscribe to it. */
export const VERIFICATION_EVENT_TYPE = 'WEBHOOK-SUBSCRIPTION';

export function isWebhookEventType(value: unknown): value is WebhookEventType {
  return EVENT_TYPE_CODES.some((type) => type === value);
}
