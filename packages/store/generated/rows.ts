/** Made from the migrated schema by `npm run schema`; a test compares it. Do not edit it. */

/** What the database alone fills in. */
type Generated<T> = { readonly generated: T };
/** What the database fills in where nothing is said. */
type Defaulted<T> = { readonly defaulted: T };
/** Read, it is whatever was written; to be written, it has to be text already. */
type Json = { readonly json: unknown };
export type JsonText = string & { readonly isJson: true };

type Read<C> = C extends Generated<infer T> | Defaulted<infer T> ? Read<T> : C extends Json ? unknown : C;
type Written<C> = C extends Defaulted<infer T> ? Written<T> | undefined : C extends Json ? JsonText : C;

type Open<T> = { [C in keyof T]: T[C] extends Generated<unknown> ? never : C }[keyof T];
type MayLack<T> = { [C in Open<T>]: T[C] extends Defaulted<unknown> ? C : null extends T[C] ? C : never }[Open<T>];

export type TableName = keyof Tables;
/** A row as it is read. */
export type Row<T extends TableName> = { [C in keyof Tables[T]]: Read<Tables[T][C]> };
/** A row as it is written first. */
export type NewRow<T extends TableName> = {
  [C in Exclude<Open<Tables[T]>, MayLack<Tables[T]>>]: Written<Tables[T][C]>;
} & { [C in MayLack<Tables[T]>]?: Written<Tables[T][C]> };
/** What of a row may be written later. */
export type Changes<T extends TableName> = { [C in Open<Tables[T]>]?: Written<Tables[T][C]> };

export interface Tables {
  access_tokens: {
    token_hash: Buffer;
    tenant_id: string;
    client_id: string;
    issued_at: Defaulted<Date>;
    expires_at: Date;
    revoked_at: Date | null;
  };
  audit_log: {
    tenant_id: string;
    seq: Generated<number>;
    actor_kind: string;
    actor_id: string | null;
    action: string;
    entity: string;
    details: Json | null;
    at: Date;
  };
  campaigns: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    name: string;
    state: 'draft' | 'running' | 'paused' | 'stopped' | 'finished';
    plan: Json;
    created_at: Date;
    started_at: Date | null;
    ended_at: Date | null;
    planned_on: string | null;
  };
  capture_sessions: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    identification_id: string;
    person_id: string;
    cookie_hash: Buffer;
    language: string;
    private_sealed: Buffer;
    phone_verified: Defaulted<boolean>;
    otp_tries: Defaulted<number>;
    consents: Json;
    document_kind: string | null;
    issuing_state: string | null;
    submitted_at: Date | null;
    started_at: Date;
    last_seen_at: Date;
    ended_at: Date | null;
    end_reason: string | null;
    funnel_step: string | null;
    funnel_phase: 'customer' | 'machine' | null;
    funnel_step_since: Date | null;
    quit_reason: string | null;
  };
  captures: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
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
    derivative: Json | null;
    created_at: Date;
    superseded_at: Date | null;
  };
  case_claims: {
    tenant_id: string;
    identification_id: string;
    operator_id: string;
    claimed_until: Date;
  };
  change_requests: {
    tenant_id: string;
    id: string;
    person_id: string;
    action: string;
    payload_sealed: Buffer;
    status: 'AUTHORIZATION_REQUIRED' | 'CONFIRMATION_REQUIRED' | 'COMPLETED' | 'FAILED';
    code_hash: Buffer | null;
    code_tries: Defaulted<number>;
    expires_at: Date;
    created_at: Date;
    updated_at: Date;
    device_id: string | null;
    string_to_sign: string | null;
  };
  clients: {
    id: string;
    tenant_id: string;
    secret_hashes: Buffer[];
    created_at: Defaulted<Date>;
    disabled_at: Date | null;
  };
  decisions: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    identification_id: string;
    person_id: string;
    decision: string;
    reason: string | null;
    note_sealed: Buffer | null;
    operator_id: string | null;
    created_at: Date;
  };
  deletion_proofs: {
    tenant_id: string;
    seq: Generated<number>;
    person_id: string;
    erased_at: Date;
    record: string;
    signature: Buffer;
    public_key: Buffer;
  };
  deliveries: {
    tenant_id: string;
    seq: Generated<number>;
    id: string;
    notification_id: string;
    subscription_id: string;
    entity_id: string;
    state: Defaulted<'pending' | 'delivered' | 'rejected' | 'exhausted' | 'canceled'>;
    attempts: Defaulted<number>;
    due_at: Date;
    lease_id: string | null;
    leased_until: Date | null;
    created_at: Date;
    finished_at: Date | null;
  };
  delivery_attempts: {
    tenant_id: string;
    seq: Generated<number>;
    delivery_id: string;
    attempt: number;
    outcome: string;
    response_status: number | null;
    error: string | null;
    duration_ms: number;
    at: Date;
  };
  devices: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    person_id: string;
    content_sealed: Buffer;
    string_to_sign: string;
    tries: Defaulted<number>;
    challenge_expires_at: Date;
    created_at: Date;
    verified_at: Date | null;
  };
  documents: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    person_id: string;
    identification_id: string | null;
    name_sealed: Buffer;
    content_type: string;
    document_type: string;
    size: number;
    sha256: string;
    blob_key: string;
    customer_accessible: boolean;
    created_at: Date;
    deleted_at: Date | null;
  };
  due_history: {
    tenant_id: string;
    seq: Generated<number>;
    person_id: string;
    due_on: string | null;
    rule: string | null;
    cause: string | null;
    risk_class: string;
    change: string;
    actor_kind: string;
    actor_id: string | null;
    at: Date;
  };
  due_states: {
    tenant_id: string;
    person_id: string;
    risk_class: Defaulted<string>;
    product_tags: Defaulted<string[]>;
    due_on: string | null;
    rule: string | null;
    since: string | null;
    cause: string | null;
    objected_at: Date | null;
    stale: Defaulted<boolean>;
    updated_at: Date;
  };
  duplicate_fingerprints: {
    tenant_id: string;
    fingerprint: number;
    identification_id: string;
    kind: string;
    person_id: string;
  };
  event_feed: {
    tenant_id: string;
    position: number;
    event_seq: number;
    identification_id: string;
  };
  event_feed_horizons: {
    tenant_id: string;
    horizon: string;
  };
  examinations: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    identification_id: string;
    person_id: string;
    engine_version: string;
    content_sealed: Buffer;
    created_at: Date;
  };
  funnel_steps: {
    tenant_id: string;
    session_id: string;
    step: string;
    phase: 'customer' | 'machine';
    visits: Defaulted<number>;
    seconds: Defaulted<number>;
    sent_back: Defaulted<Json>;
  };
  idempotency_keys: {
    tenant_id: string;
    route: string;
    key_hash: Buffer;
    request_hash: Buffer;
    response_status: number | null;
    response_sealed: Buffer | null;
    created_at: Date;
    person_id: string | null;
  };
  identification_batch_lines: {
    tenant_id: string;
    batch_id: string;
    line: number;
    person_id: string | null;
    language: string | null;
    state: 'waiting' | 'started' | 'fault';
    fault: string | null;
    identification_id: string | null;
  };
  identification_batches: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    name: string;
    sha256: string;
    lines: number;
    created_at: Date;
    ended_at: Date | null;
  };
  identification_counts: {
    tenant_id: string;
    person_id: string;
    slot: number;
    n: number;
  };
  identification_events: {
    tenant_id: string;
    seq: Generated<number>;
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
    at: Date;
    txid: Defaulted<string>;
  };
  identifications: {
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
    created_at: Date;
    requested_at: Date | null;
    completed_at: Date | null;
    expires_at: Date | null;
    version: Defaulted<number>;
    erased_at: Date | null;
  };
  installation: {
    only_row: Defaulted<boolean>;
    root_key_check: Buffer;
    created_at: Defaulted<Date>;
  };
  invitations: {
    tenant_id: string;
    id: string;
    campaign_id: string;
    person_id: string;
    cause: string;
    rule: string;
    due_on: string;
    risk_class: string;
    state: 'planned' | 'invited' | 'done' | 'withdrawn' | 'lapsed';
    why: string | null;
    planned_at: Date;
    invited_at: Date | null;
    ended_at: Date | null;
    identification_id: string | null;
    reminders: Defaulted<number>;
    next_at: Date | null;
    warned_at: Date | null;
    task_at: Date | null;
    task_why: string | null;
    task_closed_at: Date | null;
  };
  jobs: {
    tenant_id: string;
    seq: Generated<number>;
    id: string;
    kind: string;
    key: string;
    payload: Json;
    state: Defaulted<'pending' | 'failed'>;
    attempts: Defaulted<number>;
    revision: Defaulted<number>;
    due_at: Date;
    lease_id: string | null;
    leased_until: Date | null;
    error_id: string | null;
    created_at: Date;
  };
  list_counts: {
    tenant_id: string;
    list: 'identifications' | 'persons';
    slot: number;
    n: number;
  };
  login_links: {
    tenant_id: string;
    token_hash: Buffer;
    operator_id: string;
    created_at: Defaulted<Date>;
    expires_at: Date;
    redeemed_at: Date | null;
  };
  messages: {
    tenant_id: string;
    id: string;
    invitation_id: string;
    person_id: string;
    ordinal: number;
    channel: 'webhook' | 'email' | 'sms' | 'letter';
    state: 'queued' | 'sending' | 'sent' | 'refused' | 'unknown' | 'withdrawn';
    tries: Defaulted<number>;
    fault: string | null;
    queued_at: Date;
    sent_at: Date | null;
  };
  migrations: {
    name: string;
    migrated_at: Defaulted<Date>;
  };
  mobile_numbers: {
    tenant_id: string;
    id: string;
    person_id: string;
    number_sealed: Buffer;
    verified: Defaulted<boolean>;
    code_hash: Buffer | null;
    code_tries: Defaulted<number>;
    code_expires_at: Date | null;
    created_at: Date;
  };
  notifications: {
    tenant_id: string;
    seq: Generated<number>;
    id: string;
    event_type: string;
    entity_id: string;
    person_id: string | null;
    body_sealed: Buffer;
    created_at: Date;
  };
  operator_sessions: {
    tenant_id: string;
    token_hash: Buffer;
    operator_id: string;
    started_at: Defaulted<Date>;
    last_seen_at: Defaulted<Date>;
    ended_at: Date | null;
  };
  operators: {
    tenant_id: string;
    id: string;
    display_name_sealed: Buffer;
    role: 'specialist' | 'senior' | 'compliance' | 'auditor' | 'admin';
    created_at: Date;
    disabled_at: Date | null;
  };
  person_events: {
    tenant_id: string;
    id: string;
    person_id: string;
    kind: string;
    occurred_on: string;
    due_on: string;
    reported_at: Date;
    settled_at: Date | null;
    settled_by: string | null;
  };
  person_keys: {
    tenant_id: string;
    person_id: string;
    version: Defaulted<number>;
    wrapped_key: Buffer;
    created_at: Defaulted<Date>;
  };
  persons: {
    tenant_id: string;
    id: string;
    seq: Generated<number>;
    attributes_sealed: Buffer;
    identified_at: Date | null;
    version: Defaulted<number>;
    created_at: Date;
    updated_at: Date;
    relationship_ended_on: string | null;
    erase_at: Date | null;
    held_since: Date | null;
    erased_at: Date | null;
    hold_allows_contact: Defaulted<boolean>;
  };
  rate_limits: {
    key: string;
    points: number;
    expire: number;
  };
  retention_extensions: {
    tenant_id: string;
    person_id: string;
    file_number: string;
    keep_until: string;
    created_at: Date;
  };
  risk_classes: {
    tenant_id: string;
    code: string;
    law_class: 'normal' | 'high';
    cycle_years: number;
    confirmation_counts: boolean;
  };
  setting_proposals: {
    tenant_id: string;
    id: string;
    setting: string;
    value: Json;
    proposed_by: string;
    proposed_at: Defaulted<Date>;
    state: Defaulted<'open' | 'confirmed' | 'withdrawn'>;
    decided_by: string | null;
    decided_at: Date | null;
  };
  subscriptions: {
    tenant_id: string;
    id: string;
    event_type: string;
    url: string;
    secret_sealed: Buffer;
    created_at: Date;
    failing_since: Date | null;
    disabled_at: Date | null;
    disabled_reason: string | null;
    next_secret_sealed: Buffer | null;
    overlap_until: Date | null;
    last_success_at: Date | null;
    chaos: Json | null;
  };
  tenant_logos: {
    tenant_id: string;
    sha256: string;
    png: Buffer;
    created_at: Defaulted<Date>;
  };
  tenants: {
    id: string;
    company: string;
    name: string;
    kind: 'sandbox' | 'live';
    settings: Json;
    wrapped_key: Buffer;
    clock_offset_ms: Defaulted<number>;
    created_at: Defaulted<Date>;
  };
}
