import type { Certainty } from './certainty.ts';
import type { IdentResult } from './results.ts';
import type { IdentStatus } from './statuses.ts';

/**
 * Why an identification was aborted or canceled, or a fraud suspicion confirmed: 76 published codes in three groups,
 * and two that only the guide's test cases use. Unless a row says otherwise: published, guide, IDnow failure codes.
 */
// biome-ignore format: a table
export const REASONS = {
  //                                                               group        raised by     about          meaning
  USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED:                  reason('ABORTED',   'user',       'document',    'The user has no document that is accepted'),
  USER_CANCELLATION_DOCUMENT_EXPIRED:                       reason('ABORTED',   'user',       'document',    'The user stopped because the document is expired'),
  USER_CANCELLATION_UNDERAGE:                               reason('ABORTED',   'user',       'person',      'The user is too young to go on'),
  USER_CANCELLATION_CAMERA_ACCESS_DENIED:                   reason('ABORTED',   'user',       'session',     'The user did not allow the camera'),
  USER_CANCELLATION_TERMS_DENIED:                           reason('ABORTED',   'user',       'session',     'The user did not accept the terms'),
  USER_CANCELLATION_SELFIE_NOT_READY:                       reason('ABORTED',   'user',       'face',        'The user is not ready for a selfie'),
  USER_CANCELLATION_APP_NOT_SCANNING:                       reason('ABORTED',   'user',       'session',     'The user stopped because the document was not scanned'),
  USER_CANCELLATION_ESIGNING_REJECTED:                      reason('ABORTED',   'user',       'signing',     'The user did not agree to sign'),
  USER_CANCELLATION_ESIGNING_NAME_CONFIRMATION_REJECTED:    reason('ABORTED',   'user',       'signing',     'The name to sign with is wrong'),
  USER_CANCELLATION_INCORRECT_PHONE_NUMBER:                 reason('ABORTED',   'user',       'session',     'The phone number is wrong'),
  USER_CANCELLATION_IDENTIFY_LATER:                         reason('ABORTED',   'user',       'session',     'The user wants to do it later'),
  USER_CANCELLATION_USER_NOT_INTERESTED:                    reason('ABORTED',   'user',       'session',     'The user does not want to be identified'),
  USER_CANCELLATION_APP_NOT_RESPONDING:                     reason('ABORTED',   'user',       'session',     'The user stopped because nothing moved any more'),
  USER_CANCELLATION_PRIVACY_CONCERNS:                       reason('ABORTED',   'user',       'session',     'The user worries about privacy'),
  USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE:                 reason('ABORTED',   'user',       'document',    'The user does not have the document at hand'),
  APP_CANCELLATION_APPROVAL_PHRASE_RETRY_LIMIT_REACHED:     reason('ABORTED',   'app',        'signing',     'The approval phrases could not be fetched after several tries'),
  APP_CANCELLATION_APPROVAL_PHRASE_NO_CONTRACT:             reason('ABORTED',   'app',        'signing',     'A technical error in the step of the approval phrases'),
  APP_CANCELLATION_APPROVAL_PHRASE_INSUFFICIENT_DOCUMENT_COUNT: reason('ABORTED', 'app',      'signing',     'Fewer documents to sign arrived than are required'),
  APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED:                 reason('ABORTED',   'app',        'session',     'Too many wrong codes were entered'),
  APP_CANCELLATION_TSP_TECHNICAL_EXCEPTION:                 reason('ABORTED',   'app',        'signing',     'The trust service provider kept failing'),

  ID_BLURRY:                                                reason('CANCELLED', 'engine',     'document',    'Mandatory data cannot be read because of blur'),
  ID_GLARE:                                                 reason('CANCELLED', 'engine',     'document',    'Mandatory data cannot be read because of glare'),
  ID_DARKNESS:                                              reason('CANCELLED', 'engine',     'document',    'The pictures are too dark to read or to verify the document'),
  ID_DATA_COVERED:                                          reason('CANCELLED', 'engine',     'document',    'Mandatory data was covered when the picture was taken'),
  ID_PERSPECTIVE:                                           reason('CANCELLED', 'engine',     'document',    'The document was held at too steep an angle'),
  ID_DATA:                                                  reason('CANCELLED', 'engine',     'document',    'Mandatory data cannot be read'),
  ID_DATA_OTHER:                                            reason('CANCELLED', 'specialist', 'document',    'Mandatory data cannot be read for another reason'),
  ID_NOT_SUPPORTED:                                         reason('CANCELLED', 'engine',     'document',    'This document is not accepted for the purpose'),
  ID_EXPIRED:                                               reason('CANCELLED', 'engine',     'document',    'The document is expired'),
  ID_WRONG_SIDE:                                            reason('CANCELLED', 'engine',     'document',    'The wrong side of the document was shown'),
  ID_OUTWORN:                                               reason('CANCELLED', 'specialist', 'document',    'The document is too worn to read or to verify'),
  ID_HAS_STICKER:                                           reason('CANCELLED', 'specialist', 'document',    'Stickers on the document make it count as damaged'),
  ID_WRITTEN_ON:                                            reason('CANCELLED', 'specialist', 'document',    'Writing hides what must be read; stickers of the authority are fine'),
  ID_BROKEN:                                                reason('CANCELLED', 'specialist', 'document',    'The document is broken'),
  ID_DAMAGED:                                               reason('CANCELLED', 'specialist', 'document',    'The document is damaged'),
  ID_DAMAGED_OTHER:                                         reason('CANCELLED', 'specialist', 'document',    'The document is damaged in another way'),
  ID_SECURITY_FEATURE_NOT_VISIBLE_NOT_FRAUD:                reason('CANCELLED', 'engine',     'video',       'The security features do not show because the document was not moved well'),
  ID_SECURITY_FEATURE_VIDEO_SHORT:                          reason('CANCELLED', 'engine',     'video',       'The security feature video is too short'),
  ID_SECURITY_FEATURE_VIDEO_CANNOT_BE_PLAYED:               reason('CANCELLED', 'engine',     'video',       'The security feature video cannot be played'),
  ID_SECURITY_FEATURE_OTHER:                                reason('CANCELLED', 'specialist', 'video',       'Another problem with the security feature video'),
  ID_SECOND_DOCUMENT:                                       reason('CANCELLED', 'specialist', 'second document', 'Two different documents are required, and the second one was not shown'),
  ID_SECOND_DOCUMENT_BAD_PHOTO_QUALITY:                     reason('CANCELLED', 'engine',     'second document', 'The picture of the additional document is not good enough'),
  ID_SECOND_DOCUMENT_DAMAGED:                               reason('CANCELLED', 'specialist', 'second document', 'The additional document is worn, written on, torn or broken'),
  ID_SECOND_DOCUMENT_EXPIRED:                               reason('CANCELLED', 'engine',     'second document', 'The additional document is expired'),
  ID_SECOND_DOCUMENT_OTHER:                                 reason('CANCELLED', 'specialist', 'second document', 'Another problem with the additional document'),
  ID_NEED_ADDITIONAL_DOCUMENT:                              reason('CANCELLED', 'specialist', 'second document', 'A required additional document is missing'),
  ID_OTHER:                                                 reason('CANCELLED', 'specialist', 'document',    'Another problem with the document'),
  USER_INVOICE_MISSING:                                     reason('CANCELLED', 'engine',     'address',     'A proof of address is required and was not shown'),
  USER_OBSCURED:                                            reason('CANCELLED', 'engine',     'face',        'The face was covered without intent, for example by a mask'),
  SELFIE_BLURRY:                                            reason('CANCELLED', 'engine',     'face',        'The selfie is too blurred to compare the faces'),
  SELFIE_GLARE:                                             reason('CANCELLED', 'engine',     'face',        'Glare on the portrait of the document prevents comparing it with the selfie'),
  SELFIE_DARKNESS:                                          reason('CANCELLED', 'engine',     'face',        'The selfie is too dark to compare the faces'),
  SELFIE_PERSPECTIVE:                                       reason('CANCELLED', 'engine',     'face',        'The selfie was taken at too steep an angle to compare the faces'),
  SELFIE_OTHER:                                             reason('CANCELLED', 'engine',     'face',        'Another problem with the selfie prevents comparing the faces'),
  IDENT_CANNOT_BE_COMPLETED:                                reason('CANCELLED', 'specialist', 'process',     'A technical problem keeps the specialist from finishing'),
  IDENT_DISPLAY_ERROR:                                      reason('CANCELLED', 'specialist', 'process',     'A technical problem keeps the specialist from seeing the material'),
  IDENT_OTHER:                                              reason('CANCELLED', 'specialist', 'process',     'The specialist cannot finish for another reason'),
  TSP_WRONG_CONFIRMATION_TOKEN:                             reason('CANCELLED', 'system',     'signing',     'A wrong signing code was entered'),
  TSP_SIGNING_FAILED:                                       reason('CANCELLED', 'system',     'signing',     'The signing failed for a technical reason'),
  TSP_CERTIFICATE_EXPIRED:                                  reason('CANCELLED', 'system',     'signing',     'The signing took longer than the hour that the certificate lives'),
  ID_SECURITY_FEATURE_VIDEO_FILE_MISSING:                   reason('CANCELLED', 'engine',     'video',       'The security feature video was not stored because of a technical error'),

  WARNING_SELFIE_REAL_PERSON:                               reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'face',     'A real person, but not the one on the document'),
  WARNING_SELFIE_NO_REAL_PERSON:                            reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'face',     'The selfie does not show a real person, but for example a picture'),
  WARNING_SELFIE_DISGUISED:                                 reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'face',     'The face was disguised on purpose'),
  WARNING_MANIPULATED_DATA:                                 reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document', 'Data on the document was altered'),
  WARNING_MANIPULATED_PHOTO:                                reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document', 'The portrait on the document was altered'),
  WARNING_FAKED_SECURITY_FEATURES:                          reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'document', 'The security features of the document are not genuine'),
  WARNING_PAPER_PRINT:                                      reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document', 'The document is a print on paper'),
  WARNING_DIGITAL_DOCUMENT:                                 reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document', 'The document was taken from a screen'),
  WARNING_FAKED_SPECIMEN:                                   reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document', 'The document is a specimen'),
  WARNING_USER_UNDERAGE:                                    reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'person',   'The user is younger than required'),
  WARNING_DIGITAL_SELFIE:                                   reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'face',     'The selfie was taken from a screen'),
  WARNING_MONEY_MULE:                                       reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'person',   'A fraudster made the user do the identification for them'),
  WARNING_NAME_COMPARISON:                                  reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'person',   'The name of the user and the name on the document differ considerably'),
  WARNING_SCAN:                                             reason('FRAUD_SUSPICION_CONFIRMED', 'engine',     'document', 'The document is a facsimile'),
  WARNING_FRAUD_OTHER:                                      reason('FRAUD_SUSPICION_CONFIRMED', 'specialist', 'person',   'Another kind of fraud that the specialist found'),

  WARNING_FAKED_MANIPULATED_ID:                             reason('FRAUD_SUSPICION_CONFIRMED', 'sandbox',    'document', 'The document is faked or manipulated', 'disputed', 'guide, test cases'),
  OTHER_ERROR:                                              reason('FAILED',                    'sandbox',    'process',  'Another error',                        'disputed', 'guide, test cases'),
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
  meaning: string;
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
  meaning: string,
  certainty: Certainty = 'published',
  source = 'guide, IDnow failure codes',
): ReasonRow {
  return { group, raisedBy, about, meaning, certainty, source };
}
