import type { Certainty } from './certainty.ts';
import type { IdentResult } from './results.ts';
import type { IdentStatus } from './statuses.ts';

/**
 * Why an identification was aborted or canceled, or a fraud suspicion confirmed: 76 published codes in three groups,
 * and two that only the guide's test cases use. Unless a row says otherwise: published, guide, IDnow failure codes.
 */
// biome-ignore format: a table
export const REASONS = {
  //                                                             group                        raised by     about
  USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED:                       reason('ABORTED',                   'user',       'document'),
  USER_CANCELLATION_DOCUMENT_EXPIRED:                            reason('ABORTED',                   'user',       'document'),
  USER_CANCELLATION_UNDERAGE:                                    reason('ABORTED',                   'user',       'person'),
  USER_CANCELLATION_CAMERA_ACCESS_DENIED:                        reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_TERMS_DENIED:                                reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_SELFIE_NOT_READY:                            reason('ABORTED',                   'user',       'face'),
  USER_CANCELLATION_APP_NOT_SCANNING:                            reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_ESIGNING_REJECTED:                           reason('ABORTED',                   'user',       'signing'),
  USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED:         reason('ABORTED',                   'user',       'signing'),
  USER_CANCELLATION_INCORRECT_PHONE_NUMBER:                      reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_IDENTIFY_LATER:                              reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_USER_NOT_INTERESTED:                         reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_APP_NOT_RESPONDING:                          reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_PRIVACY_CONCERNS:                            reason('ABORTED',                   'user',       'session'),
  USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE:                      reason('ABORTED',                   'user',       'document'),
  APP_CANCELLATION_APPROVAL_PHRASE_RETRY_LIMIT_REACHED:          reason('ABORTED',                   'app',        'signing'),
  APP_CANCELLATION_APPROVAL_PHRASE_NO_CONTRACT:                  reason('ABORTED',                   'app',        'signing'),
  APP_CANCELLATION_APPROVAL_PHRASE_INSUFFICIENT_DOCUMENT_COUNT:  reason('ABORTED',                   'app',        'signing'),
  APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED:                      reason('ABORTED',                   'app',        'session'),
  APP_CANCELLATION_TSP_TECHNICAL_EXCEPTION:                      reason('ABORTED',                   'app',        'signing'),

  ID_BLURRY:                                                     reason('CANCELLED',                 'engine',     'document'),
  ID_GLARE:                                                      reason('CANCELLED',                 'engine',     'document'),
  ID_DARKNESS:                                                   reason('CANCELLED',                 'engine',     'document'),
  ID_DATA_COVERED:                                               reason('CANCELLED',                 'engine',     'document'),
  ID_PERSPECTIVE:                                                reason('CANCELLED',                 'engine',     'document'),
  ID_DATA:                                                       reason('CANCELLED',                 'engine',     'document'),
  ID_DATA_OTHER:                                                 reason('CANCELLED',                 'specialist', 'document'),
  ID_NOT_SUPPORTED:                                              reason('CANCELLED',                 'engine',     'document'),
  ID_EXPIRED:                                                    reason('CANCELLED',                 'engine',     'document'),
  ID_WRONG_SIDE:                                                 reason('CANCELLED',                 'engine',     'document'),
  ID_OUTWORN:                                                    reason('CANCELLED',                 'specialist', 'document'),
  ID_HAS_STICKER:                                                reason('CANCELLED',                 'specialist', 'document'),
  ID_WRITTEN_ON:                                                 reason('CANCELLED',                 'specialist', 'document'),
  ID_BROKEN:                                                     reason('CANCELLED',                 'specialist', 'document'),
  ID_DAMAGED:                                                    reason('CANCELLED',                 'specialist', 'document'),
  ID_DAMAGED_OTHER:                                              reason('CANCELLED',                 'specialist', 'document'),
  ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD:                     reason('CANCELLED',                 'engine',     'video'),
  ID_SECURITY_FEATURE_VIDEO_SHORT:                               reason('CANCELLED',                 'engine',     'video'),
  ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED:                    reason('CANCELLED',                 'engine',     'video'),
  ID_SECURITY_FEATURE_OTHER:                                     reason('CANCELLED',                 'specialist', 'video'),
  ID_SECOND_DOCUMENT:                                            reason('CANCELLED',                 'specialist', 'second document'),
  ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY:                          reason('CANCELLED',                 'engine',     'second document'),
  ID_SECOND_DOCUMENT_DAMAGED:                                    reason('CANCELLED',                 'specialist', 'second document'),
  ID_SECOND_DOCUMENT_EXPIRED:                                    reason('CANCELLED',                 'engine',     'second document'),
  ID_SECOND_DOCUMENT_OTHER:                                      reason('CANCELLED',                 'specialist', 'second document'),
  ID_NEED_ADDITIONAL_DOCUMENT:                                   reason('CANCELLED',                 'specialist', 'second document'),
  ID_OTHER:                                                      reason('CANCELLED',                 'specialist', 'document'),
  USER_INVOICE_MISSING:                                          reason('CANCELLED',                 'engine',     'address'),
  USER_OBSCURED:                                                 reason('CANCELLED',                 'engine',     'face'),
  SELFIE_BLURRY:                                                 reason('CANCELLED',                 'engine',     'face'),
  SELFIE_GLARE:                                                  reason('CANCELLED',                 'engine',     'face'),
  SELFIE_DARKNESS:                                               reason('CANCELLED',                 'engine',     'face'),
  SELFIE_PERSPECTIVE:                                            reason('CANCELLED',                 'engine',     'face'),
  SELFIE_OTHER:                                                  reason('CANCELLED',                 'engine',     'face'),
  IDENT_CANNOT_BE_COMPLETED:                                     reason('CANCELLED',                 'specialist', 'process'),
  IDENT_DISPLAY_ERROR:                                           reason('CANCELLED',                 'specialist', 'process'),
  IDENT_OTHER:                                                   reason('CANCELLED',                 'specialist', 'process'),
  TSP_WRONG_CONFIRMATION_TOKEN:                                  reason('CANCELLED',                 'system',     'signing'),
  TSP_SIGNING_FAILED:                                            reason('CANCELLED',                 'system',     'signing'),
  TSP_CERTIFICATE_EXPIRED:                                       reason('CANCELLED',                 'system',     'signing'),
  ID_SECURITY_FEATURE_VIDEO_FILE_MISSING:                        reason('CANCELLED',                 'engine',     'video'),

  WARNING_SELFIE_REAL_PERSON:                                    reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'face'),
  WARNING_SELFIE_NO_REAL_PERSON:                                 reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'face'),
  WARNING_SELFIE_DISGUISED:                                      reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'face'),
  WARNING_MANIPULATED_DATA:                                      reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document'),
  WARNING_MANIPULATED_PHOTO:                                     reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document'),
  WARNING_FAKED_SECURITY_FEATURES:                               reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'document'),
  WARNING_PAPER_PRINT:                                           reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document'),
  WARNING_DIGITAL_DOCUMENT:                                      reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document'),
  WARNING_FAKED_SPECIMEN:                                        reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document'),
  WARNING_USER_UNDERAGE:                                         reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'person'),
  WARNING_DIGITAL_SELFIE:                                        reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'face'),
  WARNING_MONEY_MULE:                                            reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'person'),
  WARNING_NAME_COMPARISON:                                       reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'person'),
  WARNING_SCAN:                                                  reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document'),
  WARNING_FRAUD_OTHER:                                           reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'person'),

  WARNING_FAKED_MANIPULATED_ID:                                  reason('FRAUD_SUSPICION_CONFIRMED', 'sandbox',    'document', 'disputed', 'guide, test cases'),
  OTHER_ERROR:                                                   reason('FAILED',                    'sandbox',    'process', 'disputed', 'guide, test cases'),
} as const satisfies Record<string, ReasonRow>;

export type Reason = keyof typeof REASONS;

/** The provider result that a reason belongs to, spelled as in the published list (`CANCELLED` there, `CANCELED` as result). */
export type ReasonGroup = 'ABORTED' | 'CANCELLED' | 'FRAUD_SUSPICION_CONFIRMED' | 'FAILED';

export type RaisedBy = 'user' | 'app' | 'engine' | 'specialist' | 'system' | 'sandbox';

export type ReasonSubject =
  | 'session'
  | 'document'
  | 'second document'
  | 'video'
  | 'face'
  | 'person'
  | 'address'
  | 'signing'
  | 'process';

export interface ReasonRow {
  group: ReasonGroup;
  /** Who comes first to this reason here; a specialist may give any of them. */
  raisedBy: RaisedBy;
  about: ReasonSubject;
  certainty: Certainty;
  source: string;
}

export const REASON_CODES = Object.keys(REASONS) as Reason[];

export const RESULT_BY_GROUP = {
  ABORTED: 'ABORTED',
  CANCELLED: 'CANCELED',
  FRAUD_SUSPICION_CONFIRMED: 'FRAUD_SUSPICION_CONFIRMED',
  FAILED: 'FAILED',
} as const satisfies Record<ReasonGroup, IdentResult>;

export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(REASONS, value);
}

/** The reason as a partner may see it: with `canceled` and `aborted` only. For `failed` none is disclosed, anywhere. */
export function visibleReason(status: IdentStatus, reason: string | null): string | null {
  return status === 'canceled' || status === 'aborted' ? reason : null;
}

function reason(
  group: ReasonGroup,
  raisedBy: RaisedBy,
  about: ReasonSubject,
  certainty: Certainty = 'published',
  source = 'guide, IDnow failure codes',
): ReasonRow {
  return { group, raisedBy, about, certainty, source };
}
