import type { TenantSettings } from '@reident/domain/tenant-settings';
import type { ColumnType, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Chaos, ConsentRecord, StoredBlob } from './types.ts';

/** The tables as Kysely sees them. `*_sealed` is ciphertext, `*_hash` is one-way. */
export interface Schema {
  tenants: TenantsTable;
  clients: ClientsTable;
  access_tokens: AccessTokensTable;
  persons: PersonsTable;
  person_keys: PersonKeysTable;
  identifications: IdentificationsTable;
  identification_counts: IdentificationCountsTable;
  list_counts: ListCountsTable;
  identification_events: IdentificationEventsTable;
  subscriptions: SubscriptionsTable;
  notifications: NotificationsTable;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  jobs: JobsTable;
  documents: DocumentsTable;
  capture_sessions: CaptureSessionsTable;
  funnel_steps: FunnelStepsTable;
  captures: CapturesTable;
  examinations: ExaminationsTable;
  duplicate_fingerprints: DuplicateFingerprintsTable;
  decisions: DecisionsTable;
  case_claims: CaseClaimsTable;
  operators: OperatorsTable;
  operator_sessions: OperatorSessionsTable;
  login_links: LoginLinksTable;
  audit_log: AuditLogTable;
  idempotency_keys: IdempotencyKeysTable;
  mobile_numbers: MobileNumbersTable;
  change_requests: ChangeRequestsTable;
  devices: DevicesTable;
}

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Time = ColumnType<Date, Date, Date>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

interface TenantsTable {
  id: string;
  company: string;
  name: string;
  kind: 'sandbox' | 'live';
  settings: JSONColumnType<Partial<TenantSettings>>;
  wrapped_key: Buffer;
  clock_offset_ms: Defaulted<number>;
  created_at: Defaulted<Date>;
}

interface ClientsTable {
  id: string;
  tenant_id: string;
  secret_hashes: Buffer[];
  created_at: Defaulted<Date>;
  disabled_at: Date | null;
}

interface AccessTokensTable {
  token_hash: Buffer;
  tenant_id: string;
  client_id: string;
  issued_at: Defaulted<Date>;
  expires_at: Time;
  revoked_at: Date | null;
}

interface PersonsTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  attributes_sealed: Buffer;
  identified_at: Date | null;
  version: Defaulted<number>;
  created_at: Time;
  updated_at: Time;
  relationship_ended_on: Optional<string>;
  /** When a later erasure is due. */
  erase_at: Optional<Date>;
  /** Since when a legal hold forbids the erasure. */
  held_since: Optional<Date>;
  erased_at: Optional<Date>;
}

/** Their sum is how many identifications a person has. */
interface IdentificationCountsTable {
  tenant_id: string;
  person_id: string;
  slot: number;
  n: number;
}

interface ListCountsTable {
  tenant_id: string;
  list: string;
  slot: number;
  n: number;
}

interface PersonKeysTable {
  tenant_id: string;
  person_id: string;
  version: Defaulted<number>;
  wrapped_key: Buffer;
  created_at: Defaulted<Date>;
}

export interface IdentificationsTable {
  tenant_id: string;
  id: string;
  person_id: string;
  method: string;
  language: string | null;
  proof_of_address_type: string | null;
  proof_of_address_issued_at: string | null;
  status: string;
  result: string | null;
  reason: string | null;
  reference_sealed: Buffer | null;
  reference_hash: Buffer | null;
  url_sealed: Buffer | null;
  link_token_hash: Buffer | null;
  created_at: Time;
  requested_at: Date | null;
  completed_at: Date | null;
  expires_at: Date | null;
  version: Defaulted<number>;
  erased_at: Optional<Date>;
}

interface IdentificationEventsTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  id: string;
  identification_id: string;
  person_id: string;
  event: string;
  from_status: string | null;
  to_status: string;
  result: string | null;
  reason: string | null;
  actor_kind: string;
  actor_id: string | null;
  at: Time;
}

interface SubscriptionsTable {
  tenant_id: string;
  id: string;
  event_type: string;
  url: string;
  secret_sealed: Buffer;
  /** The secret that replaces the other one at `overlap_until`, or earlier when the partner says so. */
  next_secret_sealed: Buffer | null;
  overlap_until: Date | null;
  created_at: Time;
  failing_since: Date | null;
  last_success_at: Date | null;
  disabled_at: Date | null;
  disabled_reason: string | null;
  chaos: ColumnType<Chaos | null, string | null | undefined, string | null>;
}

interface NotificationsTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  id: string;
  event_type: string;
  entity_id: string;
  person_id: string | null;
  body_sealed: Buffer;
  created_at: Time;
}

interface DeliveriesTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  id: string;
  notification_id: string;
  subscription_id: string;
  entity_id: string;
  state: Defaulted<string>;
  attempts: Defaulted<number>;
  due_at: Time;
  lease_id: string | null;
  leased_until: Date | null;
  created_at: Time;
  finished_at: Date | null;
}

interface DeliveryAttemptsTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  delivery_id: string;
  attempt: number;
  outcome: string;
  response_status: number | null;
  error: string | null;
  duration_ms: number;
  at: Time;
}

interface JobsTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  id: string;
  kind: string;
  key: string;
  payload: JSONColumnType<object>;
  state: Defaulted<string>;
  attempts: Defaulted<number>;
  revision: Defaulted<number>;
  due_at: Time;
  lease_id: string | null;
  leased_until: Date | null;
  error_id: string | null;
  created_at: Time;
}

interface DocumentsTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  person_id: string;
  identification_id: string | null;
  name_sealed: Buffer;
  content_type: string;
  document_type: string;
  size: number;
  sha256: string;
  blob_key: string;
  customer_accessible: boolean;
  created_at: Time;
  deleted_at: Date | null;
}

interface CaptureSessionsTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  identification_id: string;
  person_id: string;
  cookie_hash: Buffer;
  language: string;
  private_sealed: Buffer;
  phone_verified: Defaulted<boolean>;
  otp_tries: Defaulted<number>;
  consents: JSONColumnType<ConsentRecord[]>;
  document_kind: string | null;
  issuing_state: string | null;
  submitted_at: Date | null;
  started_at: Time;
  last_seen_at: Time;
  ended_at: Date | null;
  end_reason: string | null;
  quit_reason: Optional<string>;
  funnel_step: Optional<string>;
  funnel_phase: Optional<string>;
  funnel_step_since: Optional<Date>;
}

interface FunnelStepsTable {
  tenant_id: string;
  session_id: string;
  step: string;
  phase: string;
  visits: Defaulted<number>;
  seconds: Defaulted<number>;
  sent_back: Defaulted<object>;
}

interface CapturesTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  identification_id: string;
  person_id: string;
  session_id: string;
  step: string;
  content_type: string;
  size: number;
  sha256: string;
  blob_key: string;
  source: string;
  reading_sealed: Buffer | null;
  derivative: JSONColumnType<StoredBlob | null> | null;
  created_at: Time;
  superseded_at: Date | null;
}

interface DuplicateFingerprintsTable {
  tenant_id: string;
  fingerprint: string;
  identification_id: string;
  kind: string;
  person_id: string;
}

interface ExaminationsTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  identification_id: string;
  person_id: string;
  engine_version: string;
  content_sealed: Buffer;
  created_at: Time;
}

interface DecisionsTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  identification_id: string;
  person_id: string;
  decision: string;
  reason: string | null;
  note_sealed: Buffer | null;
  operator_id: string | null;
  created_at: Time;
}

interface CaseClaimsTable {
  tenant_id: string;
  identification_id: string;
  operator_id: string;
  claimed_until: Time;
}

interface OperatorsTable {
  tenant_id: string;
  id: string;
  display_name_sealed: Buffer;
  role: string;
  created_at: Time;
  disabled_at: Date | null;
}

interface OperatorSessionsTable {
  tenant_id: string;
  token_hash: Buffer;
  operator_id: string;
  started_at: Defaulted<Date>;
  last_seen_at: Defaulted<Date>;
  ended_at: Date | null;
}

interface LoginLinksTable {
  tenant_id: string;
  token_hash: Buffer;
  operator_id: string;
  created_at: Defaulted<Date>;
  expires_at: Time;
  redeemed_at: Date | null;
}

interface AuditLogTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  entity: string;
  details: JSONColumnType<object> | null;
  at: Time;
}

interface IdempotencyKeysTable {
  tenant_id: string;
  route: string;
  key_hash: Buffer;
  request_hash: Buffer;
  response_status: number | null;
  response_sealed: Buffer | null;
  created_at: Time;
  /** Whose data the answer may hold; decides the key. */
  person_id: Optional<string>;
}

interface MobileNumbersTable {
  tenant_id: string;
  id: string;
  person_id: string;
  number_sealed: Buffer;
  verified: Defaulted<boolean>;
  code_hash: Buffer | null;
  code_tries: Defaulted<number>;
  code_expires_at: Date | null;
  created_at: Time;
}

interface DevicesTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  person_id: string;
  content_sealed: Buffer;
  string_to_sign: string;
  tries: Defaulted<number>;
  challenge_expires_at: Time;
  created_at: Time;
  verified_at: Optional<Date>;
}

interface ChangeRequestsTable {
  device_id: Optional<string>;
  string_to_sign: Optional<string>;
  tenant_id: string;
  id: string;
  person_id: string;
  action: string;
  payload_sealed: Buffer;
  status: string;
  code_hash: Buffer | null;
  code_tries: Defaulted<number>;
  expires_at: Time;
  created_at: Time;
  updated_at: Time;
}
