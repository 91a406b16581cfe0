/** The entities as the rest of the program sees them: decrypted, typed, in tenant time. */
import type { IdentEvent, IdentResult, IdentStatus, Language, Method, ProofOfAddressType } from '@reident/domain';
import type { TenantKind, TenantSettings } from '@reident/domain/tenant-settings';

/** A change of a setting that a second admin has to confirm [CON-5]. */
export interface SettingProposal {
  id: string;
  setting: keyof TenantSettings;
  value: unknown;
  /** Operator ids. */
  proposedBy: string;
  proposedAt: Date;
}

export interface Tenant {
  id: string;
  /** Path segment in customer links, unique, lower case. */
  company: string;
  name: string;
  kind: TenantKind;
  settings: TenantSettings;
  /** How far the sandbox clock stands ahead of the wall clock. */
  clockOffsetMs: number;
  createdAt: Date;
}

export interface Address {
  line_1: string | null;
  line_2: string | null;
  postal_code: string | null;
  city: string | null;
  country: string | null;
  state: string | null;
}

/** The partner's fields of a person, spelled as published; stored encrypted as one object. */
export interface PersonAttributes {
  first_name?: string | null;
  last_name?: string | null;
  birth_date?: string | null;
  nationality?: string | null;
  email?: string | null;
  mobile_number?: string | null;
  address?: Partial<Address> | null;
  [field: string]: unknown;
}

export interface Person {
  id: string;
  attributes: PersonAttributes;
  /** When this person was last identified successfully, here or as imported; null when unknown. */
  identifiedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a provider answers when a session is opened. */
export interface ProviderSession {
  reference: string;
  url: string;
}

export interface Identification {
  id: string;
  personId: string;
  method: Method;
  language: Language | null;
  proofOfAddressType: ProofOfAddressType | null;
  proofOfAddressIssuedAt: string | null;
  status: IdentStatus;
  /** Last result of the provider, in the provider's words. */
  result: IdentResult | null;
  /** Reason of the last result; whether a partner sees it is decided by `visibleReason` in the domain. */
  reason: string | null;
  reference: string | null;
  url: string | null;
  createdAt: Date;
  requestedAt: Date | null;
  completedAt: Date | null;
  /** When the link ends; null until requested. */
  expiresAt: Date | null;
  /** Grows by one with every change; stale writers are refused. */
  version: number;
}

/** Who did something: kind and id, never a name. */
export interface Actor {
  kind: 'partner' | 'customer' | 'engine' | 'robot' | 'operator' | 'provider' | 'system';
  id: string | null;
}

export interface IdentificationEvent {
  id: string;
  identificationId: string;
  personId: string;
  event: IdentEvent | 'created' | 'result';
  from: IdentStatus | null;
  to: IdentStatus;
  result: IdentResult | null;
  reason: string | null;
  actor: Actor;
  at: Date;
}

export interface StoredDocument {
  id: string;
  personId: string;
  identificationId: string | null;
  name: string;
  contentType: string;
  documentType: string;
  size: number;
  sha256: string;
  blobKey: string;
  customerAccessible: boolean;
  createdAt: Date;
  deletedAt: Date | null;
}

/** One session of the customer. State of the flow only, no personal data outside sealed fields. */
export interface CaptureSession {
  id: string;
  identificationId: string;
  personId: string;
  language: Language;
  phoneNumber: string | null;
  phoneVerified: boolean;
  otpTries: number;
  consents: ConsentRecord[];
  documentKind: string | null;
  issuingState: string | null;
  /** Where the customer is between those; sealed as one object with the phone number. */
  flow: CaptureFlow;
  submittedAt: Date | null;
  startedAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
  endReason: string | null;
  /** Published reason for which the customer, or the page for the customer, gave up. */
  quitReason: string | null;
  /** Where the customer was seen last and since when; null before the first call. Written by `enterFunnelStep` only. */
  at: (FunnelPosition & { since: Date }) | null;
}

/** A step of the funnel, and whether the customer is at work there or waits for the machine. */
export interface FunnelPosition {
  step: string;
  phase: 'customer' | 'machine';
}

/** Progress inside a session that no query asks for. Dates are ISO texts in tenant time. */
export interface CaptureFlow {
  /** How the customer came in: by the link, or by naming a reference or id and proving a phone. */
  entry: 'link' | 'phone';
  /** The last code sent to the phone. */
  code: { value: string; sentAt: string; sends: number } | null;
  introduced: boolean;
  nonce: CaptureNonce | null;
  /** Captures that the customer kept, by step. */
  kept: Record<string, string>;
  /** Steps that the customer cannot do and went on without; absent means none. */
  without?: string[];
  /** What the customer says about the proof of address. */
  proof?: { type: ProofOfAddressType; issuedAt: string } | null;
  /** The customer says that the document shows the address, where only some of its kind do. */
  addressOnDocument?: boolean;
  /** How often the camera was left in the middle of a step; absent means never. */
  interruptions?: number;
}

/** The nonce of the step at hand, and the capture that used it up. */
export interface CaptureNonce {
  value: string;
  step: string;
  issuedAt: string;
  /** What is asked for while the camera records, in order; absent or null for a picture. */
  prompts?: string[] | null;
  captureId: string | null;
  /** Of the very bytes that the upload is reserved for. */
  sha256: string | null;
  /** What has arrived of them so far; absent or null before the first and after the last chunk. */
  upload?: { size: number; source: 'camera' | 'file' | 'sample'; offset: number; chunks: StoredBlob[] } | null;
}

export interface ConsentRecord {
  id: 'terms' | 'biometrics';
  version: string;
  sha256: string;
  at: string;
}

/** Where sealed bytes lie, and what they must be when read back. */
export interface StoredBlob {
  blobKey: string;
  sha256: string;
  size: number;
}

/** One picture or clip, stored as it came. `reading` is what the engine read from it, null until read. */
export interface Capture {
  id: string;
  identificationId: string;
  sessionId: string;
  step: string;
  contentType: string;
  size: number;
  sha256: string;
  blobKey: string;
  source: 'camera' | 'file' | 'sample';
  reading: unknown | null;
  /** Re-encoded picture without metadata, for people and for the partner; made together with the reading. */
  derivative: StoredBlob | null;
  createdAt: Date;
  /** Set when the customer took the picture again. */
  supersededAt: Date | null;
}

export interface Operator {
  id: string;
  tenantId: string;
  displayName: string;
  role: 'specialist' | 'senior' | 'compliance' | 'auditor' | 'admin';
}

export interface Subscription {
  id: string;
  eventType: string;
  url: string;
  createdAt: Date;
  /** Since when there were nothing but failures; null after a success. */
  failingSince: Date | null;
  /** Exact to a minute, in tenant time. */
  lastSuccessAt: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
  /** While the secret is being replaced: when the old one ends. */
  overlapUntil: Date | null;
  /** Null in a live tenant, whatever was set before [API-10]. */
  chaos: Chaos | null;
}

/** A fault that is played with a subscription of a sandbox. The words belong to the webhooks. */
export interface Chaos {
  fault: string;
  seconds: number | null;
}

/** What the engine found at one time; the shapes inside are the engine's. */
export interface Examination {
  id: string;
  identificationId: string;
  engineVersion: string;
  findings: unknown;
  verdict: unknown;
  evidence: unknown;
  createdAt: Date;
}

export interface Decision {
  id: string;
  identificationId: string;
  decision: 'approve' | 'cancel' | 'suspect_fraud' | 'confirm_fraud';
  reason: string | null;
  note: string | null;
  /** Null when a robot decided in a sandbox. */
  operatorId: string | null;
  createdAt: Date;
}

export interface AuditEntry {
  seq: number;
  actor: Actor;
  action: string;
  entity: string;
  details: object | null;
  at: Date;
}

/** One notification on its way to one subscription. */
export interface Delivery {
  id: string;
  notificationId: string;
  subscriptionId: string;
  eventType: string;
  entityId: string;
  state: 'pending' | 'delivered' | 'rejected' | 'exhausted' | 'canceled';
  attempts: number;
  /** In tenant time. */
  dueAt: Date;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface DeliveryAttempt {
  attempt: number;
  outcome: 'delivered' | 'retry' | 'rejected' | 'exhausted' | 'canceled';
  responseStatus: number | null;
  error: string | null;
  durationMs: number;
  at: Date;
}

/** The number by which a person authorizes changes. Not the attribute `mobile_number` of the person. */
export interface MobileNumber {
  id: string;
  personId: string;
  number: string;
  verified: boolean;
}

/** With which a person signs changes. */
export interface Device {
  id: string;
  personId: string;
  name: string;
  keyType: string;
  /** Hexadecimal. */
  publicKey: string;
  /** What it has to sign before it counts. */
  stringToSign: string;
  tries: number;
  challengeExpiresAt: Date;
  createdAt: Date;
  verified: boolean;
}

export type ChangeRequestStatus = 'AUTHORIZATION_REQUIRED' | 'CONFIRMATION_REQUIRED' | 'COMPLETED' | 'FAILED';

/** A change that a partner asked for and that the person has to confirm. */
export interface ChangeRequest {
  id: string;
  personId: string;
  /** What to do once it is confirmed; the names are the partner API's. */
  action: string;
  payload: unknown;
  status: ChangeRequestStatus;
  expiresAt: Date;
  updatedAt: Date;
  /** Set while a device is to sign. */
  signing: { deviceId: string; stringToSign: string } | null;
}
