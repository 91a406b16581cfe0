-- The whole schema, as the migrations beside this file make it. Made by `npm run schema`; a test compares it. Do not edit it.

set search_path = reident, pg_temp;

create table access_tokens (
  token_hash bytea not null,
  tenant_id text not null,
  client_id text not null,
  issued_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint access_tokens_pkey PRIMARY KEY (token_hash)
);

create table audit_log (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  actor_kind text not null,
  actor_id text,
  action text not null,
  entity text not null,
  details jsonb,
  at timestamp with time zone not null,
  constraint audit_log_pkey PRIMARY KEY (tenant_id, seq)
);

create table campaigns (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  name text not null,
  state text not null,
  plan jsonb not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  planned_on text,
  constraint campaigns_pkey PRIMARY KEY (tenant_id, id),
  constraint campaigns_state_check CHECK (state = ANY (ARRAY['draft'::text, 'running'::text, 'paused'::text, 'stopped'::text, 'finished'::text]))
);

create table capture_sessions (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  identification_id text not null,
  person_id text not null,
  cookie_hash bytea not null,
  language text not null,
  private_sealed bytea not null,
  phone_verified boolean not null default false,
  otp_tries integer not null default 0,
  consents jsonb not null,
  document_kind text,
  issuing_state text,
  submitted_at timestamp with time zone,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  funnel_step text,
  funnel_phase text,
  funnel_step_since timestamp with time zone,
  quit_reason text,
  constraint capture_sessions_cookie_hash_key UNIQUE (cookie_hash),
  constraint capture_sessions_funnel_check CHECK ((funnel_step IS NULL) = (funnel_step_since IS NULL) AND (funnel_step IS NULL) = (funnel_phase IS NULL)),
  constraint capture_sessions_funnel_phase_check CHECK (funnel_phase = ANY (ARRAY['customer'::text, 'machine'::text])),
  constraint capture_sessions_pkey PRIMARY KEY (tenant_id, id)
);

create table captures (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  identification_id text not null,
  person_id text not null,
  session_id text not null,
  step text not null,
  content_type text not null,
  size bigint not null,
  sha256 text not null,
  blob_key text not null,
  source text not null,
  reading_sealed bytea,
  derivative jsonb,
  created_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint captures_pkey PRIMARY KEY (tenant_id, id)
);

create table case_claims (
  tenant_id text not null,
  identification_id text not null,
  operator_id text not null,
  claimed_until timestamp with time zone not null,
  constraint case_claims_pkey PRIMARY KEY (tenant_id, identification_id),
  constraint case_claims_tenant_id_operator_id_key UNIQUE (tenant_id, operator_id)
);

create table change_requests (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  action text not null,
  payload_sealed bytea not null,
  status text not null,
  code_hash bytea,
  code_tries integer not null default 0,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  device_id text,
  string_to_sign text,
  constraint change_requests_pkey PRIMARY KEY (tenant_id, id),
  constraint change_requests_status_check CHECK (status = ANY (ARRAY['AUTHORIZATION_REQUIRED'::text, 'CONFIRMATION_REQUIRED'::text, 'COMPLETED'::text, 'FAILED'::text]))
);

create table clients (
  id text not null,
  tenant_id text not null,
  secret_hashes bytea[] not null,
  created_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  constraint clients_pkey PRIMARY KEY (id),
  constraint clients_secret_hashes_check CHECK (cardinality(secret_hashes) >= 1 AND cardinality(secret_hashes) <= 2)
);

create table decisions (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  identification_id text not null,
  person_id text not null,
  decision text not null,
  reason text,
  note_sealed bytea,
  operator_id text,
  created_at timestamp with time zone not null,
  constraint decisions_pkey PRIMARY KEY (tenant_id, id)
);

create table deletion_proofs (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  person_id text not null,
  erased_at timestamp with time zone not null,
  record text not null,
  signature bytea not null,
  public_key bytea not null,
  constraint deletion_proofs_pkey PRIMARY KEY (tenant_id, seq)
);

create table deliveries (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  id text not null,
  notification_id text not null,
  subscription_id text not null,
  entity_id text not null,
  state text not null default 'pending'::text,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  lease_id text,
  leased_until timestamp with time zone,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint deliveries_state_check CHECK (state = ANY (ARRAY['pending'::text, 'delivered'::text, 'rejected'::text, 'exhausted'::text, 'canceled'::text]))
);

create table delivery_attempts (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  delivery_id text not null,
  attempt integer not null,
  outcome text not null,
  response_status integer,
  error text,
  duration_ms integer not null,
  at timestamp with time zone not null,
  constraint delivery_attempts_pkey PRIMARY KEY (tenant_id, delivery_id, seq)
);

create table devices (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  person_id text not null,
  content_sealed bytea not null,
  string_to_sign text not null,
  tries integer not null default 0,
  challenge_expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  constraint devices_pkey PRIMARY KEY (tenant_id, id)
);

create table documents (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  person_id text not null,
  identification_id text,
  name_sealed bytea not null,
  content_type text not null,
  document_type text not null,
  size bigint not null,
  sha256 text not null,
  blob_key text not null,
  customer_accessible boolean not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint documents_pkey PRIMARY KEY (tenant_id, id)
);

create table due_history (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  person_id text not null,
  due_on text,
  rule text,
  cause text,
  risk_class text not null,
  change text not null,
  actor_kind text not null,
  actor_id text,
  at timestamp with time zone not null,
  constraint due_history_pkey PRIMARY KEY (tenant_id, seq)
);

create table due_states (
  tenant_id text not null,
  person_id text not null,
  risk_class text not null default 'normal'::text,
  product_tags text[] not null default '{}'::text[],
  due_on text,
  rule text,
  since text,
  cause text,
  objected_at timestamp with time zone,
  stale boolean not null default false,
  updated_at timestamp with time zone not null,
  constraint due_states_check CHECK ((due_on IS NULL) = (rule IS NULL) AND (due_on IS NULL) = (cause IS NULL)),
  constraint due_states_pkey PRIMARY KEY (tenant_id, person_id)
);

create table duplicate_fingerprints (
  tenant_id text not null,
  fingerprint bigint not null,
  identification_id text not null,
  kind text not null,
  person_id text not null,
  constraint duplicate_fingerprints_pkey PRIMARY KEY (tenant_id, fingerprint, identification_id, kind)
);

create table event_feed (
  tenant_id text not null,
  "position" bigint not null,
  event_seq bigint not null,
  identification_id text not null,
  constraint event_feed_pkey PRIMARY KEY (tenant_id, "position"),
  constraint event_feed_tenant_id_event_seq_key UNIQUE (tenant_id, event_seq)
);

create table event_feed_horizons (
  tenant_id text not null,
  horizon xid8 not null,
  constraint event_feed_horizons_pkey PRIMARY KEY (tenant_id)
);

create table examinations (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  identification_id text not null,
  person_id text not null,
  engine_version text not null,
  content_sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint examinations_pkey PRIMARY KEY (tenant_id, id)
);

create table funnel_steps (
  tenant_id text not null,
  session_id text not null,
  step text not null,
  phase text not null,
  visits integer not null default 0,
  seconds double precision not null default 0,
  sent_back jsonb not null default '{}'::jsonb,
  constraint funnel_steps_phase_check CHECK (phase = ANY (ARRAY['customer'::text, 'machine'::text])),
  constraint funnel_steps_pkey PRIMARY KEY (tenant_id, session_id, step, phase)
);

create table idempotency_keys (
  tenant_id text not null,
  route text not null,
  key_hash bytea not null,
  request_hash bytea not null,
  response_status integer,
  response_sealed bytea,
  created_at timestamp with time zone not null,
  person_id text,
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, route, key_hash)
);

create table identification_batch_lines (
  tenant_id text not null,
  batch_id text not null,
  line integer not null,
  person_id text,
  language text,
  state text not null,
  fault text,
  identification_id text,
  constraint identification_batch_lines_check CHECK ((state = 'fault'::text) = (fault IS NOT NULL) AND (state = 'started'::text) = (identification_id IS NOT NULL)),
  constraint identification_batch_lines_pkey PRIMARY KEY (tenant_id, batch_id, line),
  constraint identification_batch_lines_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'started'::text, 'fault'::text]))
);

create table identification_batches (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  name text not null,
  sha256 text not null,
  lines integer not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint identification_batches_pkey PRIMARY KEY (tenant_id, id)
);

create table identification_counts (
  tenant_id text not null,
  person_id text not null,
  slot integer not null,
  n bigint not null,
  constraint identification_counts_pkey PRIMARY KEY (tenant_id, person_id, slot)
) with (fillfactor=50);

create table identification_events (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  id text not null,
  identification_id text not null,
  person_id text not null,
  event text not null,
  from_status text,
  to_status text not null,
  result text,
  reason text,
  actor_kind text not null,
  actor_id text,
  at timestamp with time zone not null,
  txid xid8 not null default pg_current_xact_id(),
  constraint identification_events_pkey PRIMARY KEY (tenant_id, identification_id, seq)
);

create table identifications (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  method text not null,
  language text,
  proof_of_address_type text,
  proof_of_address_issued_at text,
  status text not null,
  result text,
  reason text,
  reference_sealed bytea,
  reference_hash bytea,
  url_sealed bytea,
  link_token_hash bytea,
  created_at timestamp with time zone not null,
  requested_at timestamp with time zone,
  completed_at timestamp with time zone,
  expires_at timestamp with time zone,
  version integer not null default 1,
  erased_at timestamp with time zone,
  constraint identifications_pkey PRIMARY KEY (tenant_id, id)
);

create table installation (
  only_row boolean not null default true,
  root_key_check bytea not null,
  created_at timestamp with time zone not null default now(),
  constraint installation_only_row_check CHECK (only_row),
  constraint installation_pkey PRIMARY KEY (only_row)
);

create table invitations (
  tenant_id text not null,
  id text not null,
  campaign_id text not null,
  person_id text not null,
  cause text not null,
  rule text not null,
  due_on text not null,
  risk_class text not null,
  state text not null,
  why text,
  planned_at timestamp with time zone not null,
  invited_at timestamp with time zone,
  ended_at timestamp with time zone,
  identification_id text,
  reminders integer not null default 0,
  next_at timestamp with time zone,
  warned_at timestamp with time zone,
  task_at timestamp with time zone,
  task_why text,
  task_closed_at timestamp with time zone,
  constraint invitations_check CHECK ((state <> ALL (ARRAY['invited'::text, 'done'::text, 'lapsed'::text])) OR invited_at IS NOT NULL),
  constraint invitations_check1 CHECK ((task_at IS NULL) = (task_why IS NULL)),
  constraint invitations_pkey PRIMARY KEY (tenant_id, id),
  constraint invitations_state_check CHECK (state = ANY (ARRAY['planned'::text, 'invited'::text, 'done'::text, 'withdrawn'::text, 'lapsed'::text]))
);

create table jobs (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  id text not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  state text not null default 'pending'::text,
  attempts integer not null default 0,
  revision integer not null default 1,
  due_at timestamp with time zone not null,
  lease_id text,
  leased_until timestamp with time zone,
  error_id text,
  created_at timestamp with time zone not null,
  constraint jobs_pkey PRIMARY KEY (tenant_id, id),
  constraint jobs_state_check CHECK (state = ANY (ARRAY['pending'::text, 'failed'::text]))
);

create table list_counts (
  tenant_id text not null,
  list text not null,
  slot integer not null,
  n bigint not null,
  constraint list_counts_list_check CHECK (list = ANY (ARRAY['identifications'::text, 'persons'::text])),
  constraint list_counts_pkey PRIMARY KEY (tenant_id, list, slot)
) with (fillfactor=50);

create table login_links (
  tenant_id text not null,
  token_hash bytea not null,
  operator_id text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  redeemed_at timestamp with time zone,
  constraint login_links_pkey PRIMARY KEY (token_hash)
);

create table messages (
  tenant_id text not null,
  id text not null,
  invitation_id text not null,
  person_id text not null,
  ordinal integer not null,
  channel text not null,
  state text not null,
  tries integer not null default 0,
  fault text,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint messages_channel_check CHECK (channel = ANY (ARRAY['webhook'::text, 'email'::text, 'sms'::text, 'letter'::text])),
  constraint messages_pkey PRIMARY KEY (tenant_id, id),
  constraint messages_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text, 'withdrawn'::text]))
);

create table migrations (
  name text not null,
  migrated_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table mobile_numbers (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  number_sealed bytea not null,
  verified boolean not null default false,
  code_hash bytea,
  code_tries integer not null default 0,
  code_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint mobile_numbers_pkey PRIMARY KEY (tenant_id, id),
  constraint mobile_numbers_tenant_id_person_id_key UNIQUE (tenant_id, person_id)
);

create table notifications (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  id text not null,
  event_type text not null,
  entity_id text not null,
  person_id text,
  body_sealed bytea not null,
  created_at timestamp with time zone not null,
  constraint notifications_pkey PRIMARY KEY (tenant_id, id)
);

create table operator_sessions (
  tenant_id text not null,
  token_hash bytea not null,
  operator_id text not null,
  started_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint operator_sessions_pkey PRIMARY KEY (token_hash)
);

create table operators (
  tenant_id text not null,
  id text not null,
  display_name_sealed bytea not null,
  role text not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  constraint operators_pkey PRIMARY KEY (tenant_id, id),
  constraint operators_role_check CHECK (role = ANY (ARRAY['specialist'::text, 'senior'::text, 'compliance'::text, 'auditor'::text, 'admin'::text]))
);

create table person_events (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  occurred_on text not null,
  due_on text not null,
  reported_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint person_events_check CHECK ((settled_at IS NULL) = (settled_by IS NULL)),
  constraint person_events_pkey PRIMARY KEY (tenant_id, id)
);

create table person_keys (
  tenant_id text not null,
  person_id text not null,
  version integer not null default 1,
  wrapped_key bytea not null,
  created_at timestamp with time zone not null default now(),
  constraint person_keys_pkey PRIMARY KEY (tenant_id, person_id)
);

create table persons (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  attributes_sealed bytea not null,
  identified_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  relationship_ended_on text,
  erase_at timestamp with time zone,
  held_since timestamp with time zone,
  erased_at timestamp with time zone,
  hold_allows_contact boolean not null default false,
  constraint persons_pkey PRIMARY KEY (tenant_id, id)
);

create unlogged table rate_limits (
  key text not null,
  points integer not null,
  expire bigint not null,
  constraint rate_limits_pkey PRIMARY KEY (key)
) with (fillfactor=70);

create table retention_extensions (
  tenant_id text not null,
  person_id text not null,
  file_number text not null,
  keep_until text not null,
  created_at timestamp with time zone not null,
  constraint retention_extensions_pkey PRIMARY KEY (tenant_id, person_id)
);

create table risk_classes (
  tenant_id text not null,
  code text not null,
  law_class text not null,
  cycle_years integer not null,
  confirmation_counts boolean not null,
  constraint risk_classes_check CHECK (cycle_years >= 1 AND cycle_years <= 5 AND (law_class = 'normal'::text OR cycle_years = 1)),
  constraint risk_classes_law_class_check CHECK (law_class = ANY (ARRAY['normal'::text, 'high'::text])),
  constraint risk_classes_pkey PRIMARY KEY (tenant_id, code)
);

create table setting_proposals (
  tenant_id text not null,
  id text not null,
  setting text not null,
  value jsonb not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null default now(),
  state text not null default 'open'::text,
  decided_by text,
  decided_at timestamp with time zone,
  constraint setting_proposals_check CHECK ((state = 'open'::text) = (decided_by IS NULL)),
  constraint setting_proposals_check1 CHECK (state <> 'confirmed'::text OR decided_by <> proposed_by),
  constraint setting_proposals_pkey PRIMARY KEY (tenant_id, id),
  constraint setting_proposals_state_check CHECK (state = ANY (ARRAY['open'::text, 'confirmed'::text, 'withdrawn'::text]))
);

create table subscriptions (
  tenant_id text not null,
  id text not null,
  event_type text not null,
  url text not null,
  secret_sealed bytea not null,
  created_at timestamp with time zone not null,
  failing_since timestamp with time zone,
  disabled_at timestamp with time zone,
  disabled_reason text,
  next_secret_sealed bytea,
  overlap_until timestamp with time zone,
  last_success_at timestamp with time zone,
  chaos jsonb,
  constraint subscriptions_overlap CHECK ((next_secret_sealed IS NULL) = (overlap_until IS NULL)),
  constraint subscriptions_pkey PRIMARY KEY (tenant_id, id)
);

create table tenant_logos (
  tenant_id text not null,
  sha256 text not null,
  png bytea not null,
  created_at timestamp with time zone not null default now(),
  constraint tenant_logos_pkey PRIMARY KEY (tenant_id, sha256)
);

create table tenants (
  id text not null,
  company text not null,
  name text not null,
  kind text not null,
  settings jsonb not null,
  wrapped_key bytea not null,
  clock_offset_ms bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  constraint tenants_check CHECK (kind = 'sandbox'::text OR clock_offset_ms = 0),
  constraint tenants_clock_offset_ms_check CHECK (clock_offset_ms >= 0),
  constraint tenants_company_check CHECK (company ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text),
  constraint tenants_company_key UNIQUE (company),
  constraint tenants_kind_check CHECK (kind = ANY (ARRAY['sandbox'::text, 'live'::text])),
  constraint tenants_pkey PRIMARY KEY (id)
);

CREATE INDEX access_tokens_by_end ON access_tokens USING btree (tenant_id, expires_at);
CREATE INDEX audit_log_by_entity ON audit_log USING btree (tenant_id, entity, seq);
CREATE INDEX campaigns_by_time ON campaigns USING btree (tenant_id, seq);
CREATE INDEX capture_sessions_by_identification ON capture_sessions USING btree (tenant_id, identification_id, seq);
CREATE INDEX capture_sessions_by_start ON capture_sessions USING btree (tenant_id, started_at);
CREATE INDEX captures_by_file ON captures USING btree (tenant_id, sha256);
CREATE INDEX captures_by_identification ON captures USING btree (tenant_id, identification_id, seq);
CREATE INDEX decisions_by_identification ON decisions USING btree (tenant_id, identification_id, seq);
CREATE INDEX deletion_proofs_of_person ON deletion_proofs USING btree (tenant_id, person_id, seq);
CREATE INDEX deliveries_by_lease ON deliveries USING btree (lease_id) WHERE state = 'pending'::text AND lease_id IS NOT NULL;
CREATE INDEX deliveries_by_notification ON deliveries USING btree (tenant_id, notification_id);
CREATE INDEX deliveries_by_seq ON deliveries USING btree (tenant_id, seq);
CREATE INDEX deliveries_due ON deliveries USING btree (subscription_id, due_at, seq) WHERE state = 'pending'::text;
CREATE INDEX deliveries_first_attempts ON deliveries USING btree (subscription_id, entity_id, seq) WHERE state = 'pending'::text AND attempts = 0;
CREATE INDEX deliveries_in_flight ON deliveries USING btree (subscription_id) WHERE state = 'pending'::text AND lease_id IS NOT NULL;
CREATE INDEX deliveries_that_failed ON deliveries USING btree (tenant_id, state, seq) WHERE state = ANY (ARRAY['rejected'::text, 'exhausted'::text, 'canceled'::text]);
CREATE INDEX devices_by_person ON devices USING btree (tenant_id, person_id, seq);
CREATE INDEX documents_by_identification ON documents USING btree (tenant_id, identification_id, seq);
CREATE INDEX documents_by_person ON documents USING btree (tenant_id, person_id, created_at, id);
CREATE INDEX due_history_of_person ON due_history USING btree (tenant_id, person_id, seq);
CREATE INDEX due_states_by_day ON due_states USING btree (tenant_id, due_on, person_id) INCLUDE (risk_class) WHERE due_on IS NOT NULL;
CREATE INDEX due_states_stale ON due_states USING btree (tenant_id, person_id) WHERE stale;
CREATE INDEX duplicate_fingerprints_by_person ON duplicate_fingerprints USING btree (tenant_id, person_id);
CREATE INDEX examinations_by_identification ON examinations USING btree (tenant_id, identification_id, seq);
CREATE INDEX identification_batch_lines_waiting ON identification_batch_lines USING btree (tenant_id, batch_id, line) WHERE state = 'waiting'::text;
CREATE UNIQUE INDEX identification_batches_by_name ON identification_batches USING btree (tenant_id, name);
CREATE INDEX identification_events_by_txid ON identification_events USING btree (tenant_id, txid);
CREATE INDEX identifications_by_end ON identifications USING btree (tenant_id, completed_at DESC) WHERE completed_at IS NOT NULL;
CREATE INDEX identifications_by_person ON identifications USING btree (tenant_id, person_id, created_at, id);
CREATE UNIQUE INDEX identifications_by_reference ON identifications USING btree (tenant_id, reference_hash) WHERE reference_hash IS NOT NULL;
CREATE INDEX identifications_by_status ON identifications USING btree (tenant_id, status, created_at) WHERE status = ANY (ARRAY['pending'::text, 'pending_successful'::text, 'pending_failed'::text]);
CREATE INDEX identifications_by_time ON identifications USING btree (tenant_id, created_at, id) WHERE erased_at IS NULL;
CREATE INDEX identifications_erased ON identifications USING btree (tenant_id) WHERE erased_at IS NOT NULL;
CREATE INDEX identifications_waiting ON identifications USING btree (tenant_id, id) WHERE result = ANY (ARRAY['REVIEW_PENDING'::text, 'CHECK_PENDING'::text, 'FRAUD_SUSPICION_PENDING'::text]);
CREATE INDEX invitations_by_stage ON invitations USING btree (tenant_id, state, campaign_id, risk_class);
CREATE INDEX invitations_by_time ON invitations USING btree (tenant_id, invited_at) WHERE invited_at IS NOT NULL;
CREATE INDEX invitations_next ON invitations USING btree (tenant_id, campaign_id, next_at) WHERE state = 'invited'::text AND next_at IS NOT NULL;
CREATE INDEX invitations_of_person ON invitations USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX invitations_once ON invitations USING btree (tenant_id, person_id, cause) WHERE state <> 'withdrawn'::text;
CREATE UNIQUE INDEX invitations_one_open ON invitations USING btree (tenant_id, person_id) WHERE state = ANY (ARRAY['planned'::text, 'invited'::text]);
CREATE INDEX invitations_planned ON invitations USING btree (tenant_id, campaign_id, planned_at) WHERE state = 'planned'::text;
CREATE INDEX invitations_sent ON invitations USING btree (tenant_id, campaign_id, invited_at) WHERE invited_at IS NOT NULL;
CREATE INDEX invitations_tasks ON invitations USING btree (tenant_id, task_at) WHERE task_at IS NOT NULL AND task_closed_at IS NULL;
CREATE UNIQUE INDEX jobs_by_key ON jobs USING btree (tenant_id, kind, key) WHERE state = 'pending'::text;
CREATE INDEX jobs_by_lease ON jobs USING btree (lease_id) WHERE state = 'pending'::text AND lease_id IS NOT NULL;
CREATE INDEX jobs_due ON jobs USING btree (tenant_id, due_at, seq) WHERE state = 'pending'::text;
CREATE UNIQUE INDEX messages_once ON messages USING btree (tenant_id, invitation_id, ordinal);
CREATE INDEX notifications_by_entity ON notifications USING btree (tenant_id, entity_id, seq);
CREATE UNIQUE INDEX one_open_proposal ON setting_proposals USING btree (tenant_id, setting) WHERE state = 'open'::text;
CREATE UNIQUE INDEX person_events_once ON person_events USING btree (tenant_id, person_id, kind, occurred_on);
CREATE INDEX persons_by_time ON persons USING btree (tenant_id, created_at, id) WHERE erased_at IS NULL;
CREATE INDEX persons_erased ON persons USING btree (tenant_id) WHERE erased_at IS NOT NULL;
CREATE INDEX subscriptions_by_event ON subscriptions USING btree (tenant_id, event_type) WHERE disabled_at IS NULL;

alter table access_tokens add constraint access_tokens_client_id_fkey FOREIGN KEY (client_id) REFERENCES clients(id) ON DELETE CASCADE;
alter table access_tokens add constraint access_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table capture_sessions add constraint capture_sessions_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table captures add constraint captures_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table captures add constraint captures_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES capture_sessions(tenant_id, id);
alter table case_claims add constraint case_claims_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table case_claims add constraint case_claims_tenant_id_operator_id_fkey FOREIGN KEY (tenant_id, operator_id) REFERENCES operators(tenant_id, id);
alter table change_requests add constraint change_requests_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table clients add constraint clients_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table decisions add constraint decisions_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table decisions add constraint decisions_tenant_id_operator_id_fkey FOREIGN KEY (tenant_id, operator_id) REFERENCES operators(tenant_id, id);
alter table deliveries add constraint deliveries_tenant_id_notification_id_fkey FOREIGN KEY (tenant_id, notification_id) REFERENCES notifications(tenant_id, id);
alter table deliveries add constraint deliveries_tenant_id_subscription_id_fkey FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscriptions(tenant_id, id);
alter table delivery_attempts add constraint delivery_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES deliveries(tenant_id, id);
alter table devices add constraint devices_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table documents add constraint documents_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table documents add constraint documents_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table due_states add constraint due_states_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table duplicate_fingerprints add constraint duplicate_fingerprints_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table event_feed add constraint event_feed_tenant_id_identification_id_event_seq_fkey FOREIGN KEY (tenant_id, identification_id, event_seq) REFERENCES identification_events(tenant_id, identification_id, seq);
alter table examinations add constraint examinations_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table funnel_steps add constraint funnel_steps_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES capture_sessions(tenant_id, id);
alter table identification_batch_lines add constraint identification_batch_lines_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES identification_batches(tenant_id, id);
alter table identification_counts add constraint identification_counts_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table identification_events add constraint identification_events_tenant_id_identification_id_fkey FOREIGN KEY (tenant_id, identification_id) REFERENCES identifications(tenant_id, id);
alter table identifications add constraint identifications_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table invitations add constraint invitations_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaigns(tenant_id, id);
alter table invitations add constraint invitations_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table login_links add constraint login_links_tenant_id_operator_id_fkey FOREIGN KEY (tenant_id, operator_id) REFERENCES operators(tenant_id, id);
alter table messages add constraint messages_tenant_id_invitation_id_fkey FOREIGN KEY (tenant_id, invitation_id) REFERENCES invitations(tenant_id, id);
alter table mobile_numbers add constraint mobile_numbers_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table operator_sessions add constraint operator_sessions_tenant_id_operator_id_fkey FOREIGN KEY (tenant_id, operator_id) REFERENCES operators(tenant_id, id);
alter table operators add constraint operators_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table person_events add constraint person_events_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table retention_extensions add constraint retention_extensions_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES persons(tenant_id, id);
alter table setting_proposals add constraint setting_proposals_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES operators(tenant_id, id);
alter table setting_proposals add constraint setting_proposals_tenant_id_proposed_by_fkey FOREIGN KEY (tenant_id, proposed_by) REFERENCES operators(tenant_id, id);
alter table subscriptions add constraint subscriptions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);

CREATE OR REPLACE FUNCTION reident.find_access_token(wanted bytea)
 RETURNS TABLE(tenant_id text, client_id text, expired boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select tenant_id, client_id, expires_at <= now() from access_tokens where token_hash = wanted and revoked_at is null
$function$;
alter function find_access_token(bytea) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.find_capture_session_tenant(wanted bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select tenant_id from capture_sessions where cookie_hash = wanted
$function$;
alter function find_capture_session_tenant(bytea) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.find_client(wanted text)
 RETURNS TABLE(tenant_id text, secret_hashes bytea[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select tenant_id, secret_hashes from clients where id = wanted and disabled_at is null
$function$;
alter function find_client(text) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.find_login_link_tenant(wanted bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select tenant_id from login_links where token_hash = wanted
$function$;
alter function find_login_link_tenant(bytea) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.find_operator_session_tenant(wanted bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select tenant_id from operator_sessions where token_hash = wanted
$function$;
alter function find_operator_session_tenant(bytea) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.find_operator_tenant(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select tenant_id from operators where id = wanted
$function$;
alter function find_operator_tenant(text) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.find_tenant_by_company(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select id from tenants where company = wanted
$function$;
alter function find_tenant_by_company(text) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.free_lease(lost_lease text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  update jobs set lease_id = null, leased_until = null, attempts = greatest(0, attempts - 1)
  where state = 'pending' and lease_id = lost_lease;
  update deliveries set lease_id = null, leased_until = null
  where state = 'pending' and lease_id = lost_lease;
$function$;
alter function free_lease(text) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.lease_deliveries(wanted integer, lease_seconds double precision, new_lease text)
 RETURNS TABLE(id text, tenant_id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('reident.lease_deliveries'));
  perform set_config('synchronous_commit', 'off', true);
  return query
  with candidates as materialized (
    select due.id, due.tenant_id, due.turn, due.due_at
    from subscriptions s
    join tenants t on t.id = s.tenant_id
    cross join lateral (
      select count(*) as in_flight from deliveries f
      where f.subscription_id = s.id and f.state = 'pending' and f.lease_id is not null and f.leased_until > clock_timestamp()
    ) busy
    cross join lateral (
      select d.id, d.tenant_id, d.due_at, row_number() over (order by d.due_at, d.seq) as turn
      from deliveries d
      where d.subscription_id = s.id and d.state = 'pending'
        and d.due_at <= statement_timestamp() + t.clock_offset_ms * interval '1 millisecond'
        and (d.lease_id is null or d.leased_until <= clock_timestamp())
        and (d.attempts > 0 or not exists (
          select from deliveries e
          where e.subscription_id = d.subscription_id and e.entity_id = d.entity_id
            and e.state = 'pending' and e.attempts = 0 and e.seq < d.seq
        ))
      order by d.due_at, d.seq
      limit greatest(0, 5 - busy.in_flight)
    ) due
    where s.disabled_at is null
    order by due.turn, due.due_at
    limit wanted
  ), taken as materialized (
    select d.tenant_id, d.id
    from candidates c join deliveries d on d.tenant_id = c.tenant_id and d.id = c.id
    where d.state = 'pending' and (d.lease_id is null or d.leased_until <= clock_timestamp())
    order by c.turn, c.due_at
    for update of d skip locked
  )
  update deliveries d
  set lease_id = new_lease, leased_until = clock_timestamp() + lease_seconds * interval '1 second'
  from taken
  where d.tenant_id = taken.tenant_id and d.id = taken.id
  returning d.id, d.tenant_id;
end
$function$;
alter function lease_deliveries(integer,double precision,text) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.lease_jobs(wanted_kinds text[], wanted integer, lease_seconds double precision, new_lease text)
 RETURNS TABLE(id text, tenant_id text, kind text, key text, payload jsonb, attempt integer, revision integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
  select set_config('synchronous_commit', 'off', true);
  with candidates as materialized (
    select due.id, due.tenant_id, due.turn, due.due_at
    from tenants t
    cross join lateral (
      select j.id, j.tenant_id, j.due_at, row_number() over (order by j.due_at, j.seq) as turn
      from jobs j
      where j.tenant_id = t.id and j.state = 'pending'
        and j.due_at <= statement_timestamp() + t.clock_offset_ms * interval '1 millisecond'
        and (j.lease_id is null or j.leased_until <= clock_timestamp())
        and (wanted_kinds is null or j.kind = any (wanted_kinds))
      order by j.due_at, j.seq
      limit wanted * 4
    ) due
    order by due.turn, due.due_at
    limit wanted * 4
  ), taken as materialized (
    select j.tenant_id, j.id
    from candidates c join jobs j on j.tenant_id = c.tenant_id and j.id = c.id
    where j.state = 'pending' and (j.lease_id is null or j.leased_until <= clock_timestamp())
    order by c.turn, c.due_at
    limit wanted
    for update of j skip locked
  )
  update jobs j
  set lease_id = new_lease, leased_until = clock_timestamp() + lease_seconds * interval '1 second', attempts = j.attempts + 1
  from taken
  where j.tenant_id = taken.tenant_id and j.id = taken.id
  returning j.id, j.tenant_id, j.kind, j.key, j.payload, j.attempts, j.revision
$function$;
alter function lease_jobs(text[],integer,double precision,text) owner to reident_lookup;

CREATE OR REPLACE FUNCTION reident.list_tenant_ids()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'reident', 'pg_temp'
AS $function$
  select id from tenants order by created_at, id
$function$;
alter function list_tenant_ids() owner to reident_lookup;

alter table access_tokens enable row level security;
alter table access_tokens force row level security;
create policy lookup_select on access_tokens for select to reident_lookup using (true);
create policy own_tenant on access_tokens for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy own_tenant on audit_log for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table campaigns enable row level security;
alter table campaigns force row level security;
create policy own_tenant on campaigns for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table capture_sessions enable row level security;
alter table capture_sessions force row level security;
create policy lookup_select on capture_sessions for select to reident_lookup using (true);
create policy own_tenant on capture_sessions for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table captures enable row level security;
alter table captures force row level security;
create policy own_tenant on captures for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table case_claims enable row level security;
alter table case_claims force row level security;
create policy own_tenant on case_claims for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table change_requests enable row level security;
alter table change_requests force row level security;
create policy own_tenant on change_requests for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table clients enable row level security;
alter table clients force row level security;
create policy lookup_select on clients for select to reident_lookup using (true);
create policy own_tenant on clients for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table decisions enable row level security;
alter table decisions force row level security;
create policy own_tenant on decisions for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table deletion_proofs enable row level security;
alter table deletion_proofs force row level security;
create policy own_tenant on deletion_proofs for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy lookup_select on deliveries for select to reident_lookup using (true);
create policy lookup_update on deliveries for update to reident_lookup using (true);
create policy own_tenant on deliveries for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table delivery_attempts enable row level security;
alter table delivery_attempts force row level security;
create policy own_tenant on delivery_attempts for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table devices enable row level security;
alter table devices force row level security;
create policy own_tenant on devices for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table documents enable row level security;
alter table documents force row level security;
create policy own_tenant on documents for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table due_history enable row level security;
alter table due_history force row level security;
create policy own_tenant on due_history for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table due_states enable row level security;
alter table due_states force row level security;
create policy own_tenant on due_states for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table duplicate_fingerprints enable row level security;
alter table duplicate_fingerprints force row level security;
create policy own_tenant on duplicate_fingerprints for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table event_feed enable row level security;
alter table event_feed force row level security;
create policy own_tenant on event_feed for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table event_feed_horizons enable row level security;
alter table event_feed_horizons force row level security;
create policy own_tenant on event_feed_horizons for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table examinations enable row level security;
alter table examinations force row level security;
create policy own_tenant on examinations for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table funnel_steps enable row level security;
alter table funnel_steps force row level security;
create policy own_tenant on funnel_steps for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy own_tenant on idempotency_keys for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table identification_batch_lines enable row level security;
alter table identification_batch_lines force row level security;
create policy own_tenant on identification_batch_lines for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table identification_batches enable row level security;
alter table identification_batches force row level security;
create policy own_tenant on identification_batches for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table identification_counts enable row level security;
alter table identification_counts force row level security;
create policy own_tenant on identification_counts for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table identification_events enable row level security;
alter table identification_events force row level security;
create policy own_tenant on identification_events for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table identifications enable row level security;
alter table identifications force row level security;
create policy own_tenant on identifications for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table invitations enable row level security;
alter table invitations force row level security;
create policy own_tenant on invitations for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table jobs enable row level security;
alter table jobs force row level security;
create policy lookup_select on jobs for select to reident_lookup using (true);
create policy lookup_update on jobs for update to reident_lookup using (true);
create policy own_tenant on jobs for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table list_counts enable row level security;
alter table list_counts force row level security;
create policy own_tenant on list_counts for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table login_links enable row level security;
alter table login_links force row level security;
create policy lookup_select on login_links for select to reident_lookup using (true);
create policy own_tenant on login_links for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table messages enable row level security;
alter table messages force row level security;
create policy own_tenant on messages for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table mobile_numbers enable row level security;
alter table mobile_numbers force row level security;
create policy own_tenant on mobile_numbers for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table notifications enable row level security;
alter table notifications force row level security;
create policy own_tenant on notifications for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table operator_sessions enable row level security;
alter table operator_sessions force row level security;
create policy lookup_select on operator_sessions for select to reident_lookup using (true);
create policy own_tenant on operator_sessions for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table operators enable row level security;
alter table operators force row level security;
create policy lookup_select on operators for select to reident_lookup using (true);
create policy own_tenant on operators for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table person_events enable row level security;
alter table person_events force row level security;
create policy own_tenant on person_events for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table person_keys enable row level security;
alter table person_keys force row level security;
create policy own_tenant on person_keys for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table persons enable row level security;
alter table persons force row level security;
create policy own_tenant on persons for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table retention_extensions enable row level security;
alter table retention_extensions force row level security;
create policy own_tenant on retention_extensions for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table risk_classes enable row level security;
alter table risk_classes force row level security;
create policy own_tenant on risk_classes for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table setting_proposals enable row level security;
alter table setting_proposals force row level security;
create policy own_tenant on setting_proposals for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table subscriptions enable row level security;
alter table subscriptions force row level security;
create policy lookup_select on subscriptions for select to reident_lookup using (true);
create policy own_tenant on subscriptions for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table tenant_logos enable row level security;
alter table tenant_logos force row level security;
create policy own_tenant on tenant_logos for all using (tenant_id = current_setting('reident.tenant'::text, true)) with check (tenant_id = current_setting('reident.tenant'::text, true));

alter table tenants enable row level security;
alter table tenants force row level security;
create policy lookup_select on tenants for select to reident_lookup using (true);
create policy own_tenant on tenants for all using (id = current_setting('reident.tenant'::text, true)) with check (id = current_setting('reident.tenant'::text, true));

grant usage on schema reident to reident_app;
grant usage on schema reident to reident_lookup;
grant delete, insert, select, update on table access_tokens to reident_app;
grant insert, select on table audit_log to reident_app;
grant insert, select, update on table campaigns to reident_app;
grant insert, select, update on table capture_sessions to reident_app;
grant insert, select, update on table captures to reident_app;
grant delete, insert, select, update on table case_claims to reident_app;
grant insert, select, update on table change_requests to reident_app;
grant insert, select, update on table clients to reident_app;
grant insert, select on table decisions to reident_app;
grant insert, select on table deletion_proofs to reident_app;
grant insert, select, update on table deliveries to reident_app;
grant insert, select on table delivery_attempts to reident_app;
grant delete, insert, select, update on table devices to reident_app;
grant insert, select, update on table documents to reident_app;
grant delete, insert, select on table due_history to reident_app;
grant delete, insert, select, update on table due_states to reident_app;
grant delete, insert, select on table duplicate_fingerprints to reident_app;
grant insert, select on table event_feed to reident_app;
grant insert, select, update on table event_feed_horizons to reident_app;
grant insert, select on table examinations to reident_app;
grant insert, select, update on table funnel_steps to reident_app;
grant delete, insert, select, update on table idempotency_keys to reident_app;
grant insert, select, update on table identification_batch_lines to reident_app;
grant insert, select, update on table identification_batches to reident_app;
grant insert, select, update on table identification_counts to reident_app;
grant insert, select on table identification_events to reident_app;
grant insert, select, update on table identifications to reident_app;
grant insert, select, update on table invitations to reident_app;
grant delete, insert, select, update on table jobs to reident_app;
grant insert, select, update on table list_counts to reident_app;
grant insert, select, update on table login_links to reident_app;
grant insert, select, update on table messages to reident_app;
grant delete, insert, select, update on table mobile_numbers to reident_app;
grant insert, select on table notifications to reident_app;
grant insert, select, update on table operator_sessions to reident_app;
grant insert, select, update on table operators to reident_app;
grant delete, insert, select, update on table person_events to reident_app;
grant delete, insert, select, update on table person_keys to reident_app;
grant insert, select, update on table persons to reident_app;
grant delete, insert, select, update on table rate_limits to reident_app;
grant delete, insert, select, update on table retention_extensions to reident_app;
grant insert, select, update on table risk_classes to reident_app;
grant insert, select, update on table setting_proposals to reident_app;
grant insert, select, update on table subscriptions to reident_app;
grant delete, insert, select, update on table tenant_logos to reident_app;
grant insert, select, update on table tenants to reident_app;
grant select (client_id, expires_at, revoked_at, tenant_id, token_hash) on table access_tokens to reident_lookup;
grant select (cookie_hash, tenant_id) on table capture_sessions to reident_lookup;
grant select (disabled_at, id, secret_hashes, tenant_id) on table clients to reident_lookup;
grant select (attempts, due_at, entity_id, id, lease_id, leased_until, seq, state, subscription_id, tenant_id), update (lease_id, leased_until) on table deliveries to reident_lookup;
grant select (attempts, due_at, id, key, kind, lease_id, leased_until, payload, revision, seq, state, tenant_id), update (attempts, lease_id, leased_until) on table jobs to reident_lookup;
grant select (tenant_id, token_hash) on table login_links to reident_lookup;
grant select (tenant_id, token_hash) on table operator_sessions to reident_lookup;
grant select (id, tenant_id) on table operators to reident_lookup;
grant select (disabled_at, id, tenant_id) on table subscriptions to reident_lookup;
grant select (clock_offset_ms, company, created_at, id) on table tenants to reident_lookup;
grant execute on function find_access_token(bytea) to reident_app;
grant execute on function find_capture_session_tenant(bytea) to reident_app;
grant execute on function find_client(text) to reident_app;
grant execute on function find_login_link_tenant(bytea) to reident_app;
grant execute on function find_operator_session_tenant(bytea) to reident_app;
grant execute on function find_operator_tenant(text) to reident_app;
grant execute on function find_tenant_by_company(text) to reident_app;
grant execute on function free_lease(text) to reident_app;
grant execute on function lease_deliveries(integer,double precision,text) to reident_app;
grant execute on function lease_jobs(text[],integer,double precision,text) to reident_app;
grant execute on function list_tenant_ids() to reident_app;
revoke execute on function find_access_token(bytea) from public;
revoke execute on function find_capture_session_tenant(bytea) from public;
revoke execute on function find_client(text) from public;
revoke execute on function find_login_link_tenant(bytea) from public;
revoke execute on function find_operator_session_tenant(bytea) from public;
revoke execute on function find_operator_tenant(text) from public;
revoke execute on function find_tenant_by_company(text) from public;
revoke execute on function free_lease(text) from public;
revoke execute on function lease_deliveries(integer,double precision,text) from public;
revoke execute on function lease_jobs(text[],integer,double precision,text) from public;
revoke execute on function list_tenant_ids() from public;
