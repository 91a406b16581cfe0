import type { components, operations } from './generated/openapi.ts';
import type { ERROR_CODES, OPERATIONS } from './generated/operations.ts';

type Schemas = components['schemas'];

export type Person = Schemas['Person'];
export type PersonInput = Schemas['PersonInput'];
export type NewIdentification = Schemas['NewIdentification'];
export type RequestedIdentification = Schemas['RequestedIdentification'];
export type Identification = Schemas['Identification'];
export type IdentificationInput = Schemas['IdentificationInput'];
export type IdentStatus = Identification['status'];
export type FailureReason = NonNullable<Identification['failure_reason']>;
export type LegitimationData = SuccessOf<'getLegitimationData'>;
export type SupportedDocument = SuccessOf<'listSupportedDocuments'>[number];
export type Eligibility = SuccessOf<'checkEligibility'>;
export type Document = Schemas['Document'];
export type DocumentType = Document['document_type'];
export type UploadDocumentType = Schemas['DocumentUpload']['document_type'];
export type Subscription = Schemas['Webhook'];
export type NewSubscription = Schemas['NewWebhook'];
export type SubscriptionHealth = SuccessOf<'getSubscriptionHealth'>;
export type RotatedSecret = SuccessOf<'rotateSubscriptionSecret'>;
/** A fault that the sandbox plays. */
export type Chaos = Schemas['ChaosInput'];
export type EventType = Subscription['event_type'];
export type MobileNumber = Schemas['MobileNumber'];
/** A change that the person has to authorize before it is made. */
export type ChangeRequest = Schemas['ChangeRequest'];
export type ConfirmedChange = Schemas['ConfirmedChange'];
/** Whether and when a person is erased. */
export type Erasure = Schemas['Erasure'];
/** When a person has to be identified again, and why. */
export type Due = Schemas['Due'];
export type DueSummary = Schemas['DueSummary'];
export type Campaign = Schemas['Campaign'];
export type CampaignInput = Schemas['CampaignInput'];
export type CampaignAction = PathOf<'moveCampaign'>['action'];
export type DryRun = Schemas['DryRun'];
export type Board = Schemas['Board'];
export type IdentificationBatch = Schemas['IdentificationBatch'];
export type IdentificationBatchLine = Schemas['IdentificationBatchLine'];
export type Delivery = Schemas['Delivery'];
export type DeliveryDetails = Schemas['DeliveryDetails'];
export type DeliveryState = Delivery['state'];
export type FeedEvent = Schemas['FeedEvent'];
export type Outcome = Schemas['OutcomeInput'];

/** What the platform may refuse with. Beside these, `ReidentError` has codes of its own. */
export type PlatformErrorCode = (typeof ERROR_CODES)[number];

/** The operations by the names of the OpenAPI document. */
export type OperationName = keyof typeof OPERATIONS & keyof operations;

export type PathOf<O extends OperationName> = operations[O]['parameters'] extends { path: infer P } ? P : undefined;

export type QueryOf<O extends OperationName> = NonNullable<operations[O]['parameters']['query']>;

type FactsOf<O extends OperationName> = (typeof OPERATIONS)[O];

export type BodyOf<O extends OperationName> = FactsOf<O>['consumes'] extends 'multipart'
  ? FormData
  : NonNullable<operations[O]['requestBody']> extends { content: infer C }
    ? C[keyof C]
    : undefined;

/** What a success answers: parsed JSON, the bytes of a file, or nothing. */
export type SuccessOf<O extends OperationName> = FactsOf<O>['answers'] extends 'bytes'
  ? Uint8Array<ArrayBuffer>
  : FactsOf<O>['answers'] extends 'nothing'
    ? undefined
    : ContentOf<operations[O]['responses'][keyof operations[O]['responses'] & (200 | 201 | 202)]>;

type ContentOf<R> = R extends { content: infer C } ? C[keyof C] : never;

/** One item of what a list answers. */
export type ItemOf<O extends OperationName> = SuccessOf<O> extends readonly (infer I)[] ? I : never;
