-- The tables of the first release.
--
-- Whatever a tenant owns carries `tenant_id` and is fenced by a row-level policy [API-2]; `fence-tables.ts` finds
-- such tables in the catalog, so a table cannot be forgotten. Columns that end in `_sealed` are AES-256-GCM
-- ciphertext [DAT-1], columns that end in `_hash` are one-way. `seq` keeps the order in which rows were written.
--
-- Busy tables have no foreign key to `tenants`: each check would lock the one row that all of them share.

create table installation (
  only_row boolean primary key default true check (only_row),
  root_key_check bytea not null,
  created_at timestamptz not null default now()
);
create table tenants (
  id text primary key,
  company text not null unique check (company ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  kind text not null check (kind in ('sandbox', 'live')),
  settings jsonb not null,
  wrapped_key bytea not null,
  clock_offset_ms bigint not null default 0 check (clock_offset_ms >= 0),
  created_at timestamptz not null default now(),
  check (kind = 'sandbox' or clock_offset_ms = 0)
);

create table clients (
  id text primary key,
  tenant_id text not null references tenants,
  secret_hashes bytea[] not null check (cardinality(secret_hashes) between 1 and 2),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table access_tokens (
  token_hash bytea primary key,
  tenant_id text not null references tenants,
  client_id text not null references clients on delete cascade,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index access_tokens_by_end on access_tokens (tenant_id, expires_at);

create table persons (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
  attributes_sealed bytea not null,
  identified_at timestamptz,
  counted_identifications integer not null default 0,
  counted_until timestamptz not null default '-infinity',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index persons_by_time on persons (tenant_id, created_at, id);

create table person_keys (
  tenant_id text not null,
  person_id text not null,
  version integer not null default 1,
  wrapped_key bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, person_id)
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
  created_at timestamptz not null,
  requested_at timestamptz,
  completed_at timestamptz,
  expires_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references persons
);
create index identifications_by_person on identifications (tenant_id, person_id, created_at, id);
create index identifications_by_time on identifications (tenant_id, created_at, id);
create unique index identifications_by_reference on identifications (tenant_id, reference_hash) where reference_hash is not null;
create index identifications_by_end on identifications (tenant_id, completed_at desc) where completed_at is not null;
create index identifications_by_status on identifications (tenant_id, status, created_at) where status in ('pending', 'pending_successful', 'pending_failed');

create table identification_events (
  tenant_id text not null,
  seq bigint generated always as identity,
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
  at timestamptz not null,
  primary key (tenant_id, identification_id, seq),
  foreign key (tenant_id, identification_id) references identifications
);

create table subscriptions (
  tenant_id text not null references tenants,
  id text not null,
  event_type text not null,
  url text not null,
  secret_sealed bytea not null,
  created_at timestamptz not null,
  failing_since timestamptz,
  disabled_at timestamptz,
  disabled_reason text,
  primary key (tenant_id, id)
);
create index subscriptions_by_event on subscriptions (tenant_id, event_type) where disabled_at is null;

create table notifications (
  tenant_id text not null,
  seq bigint generated always as identity,
  id text not null,
  event_type text not null,
  entity_id text not null,
  person_id text,
  body_sealed bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index notifications_by_entity on notifications (tenant_id, entity_id, seq);

create table deliveries (
  tenant_id text not null,
  seq bigint generated always as identity,
  id text not null,
  notification_id text not null,
  subscription_id text not null,
  entity_id text not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'rejected', 'exhausted', 'canceled')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  lease_id text,
  leased_until timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, notification_id) references notifications,
  foreign key (tenant_id, subscription_id) references subscriptions
);
create index deliveries_due on deliveries (subscription_id, due_at, seq) where state = 'pending';
create index deliveries_first_attempts on deliveries (subscription_id, entity_id, seq) where state = 'pending' and attempts = 0;
create index deliveries_in_flight on deliveries (subscription_id) where state = 'pending' and lease_id is not null;
create index deliveries_by_notification on deliveries (tenant_id, notification_id);

create table delivery_attempts (
  tenant_id text not null,
  seq bigint generated always as identity,
  delivery_id text not null,
  attempt integer not null,
  outcome text not null,
  response_status integer,
  error text,
  duration_ms integer not null,
  at timestamptz not null,
  primary key (tenant_id, delivery_id, seq),
  foreign key (tenant_id, delivery_id) references deliveries
);

create table jobs (
  tenant_id text not null,
  seq bigint generated always as identity,
  id text not null,
  kind text not null,
  key text not null,
  payload jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'failed')),
  attempts integer not null default 0,
  revision integer not null default 1,
  due_at timestamptz not null,
  lease_id text,
  leased_until timestamptz,
  error_id text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index jobs_by_key on jobs (tenant_id, kind, key) where state = 'pending';
create index jobs_due on jobs (tenant_id, due_at, seq) where state = 'pending';

create table documents (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
  person_id text not null,
  identification_id text,
  name_sealed bytea not null,
  content_type text not null,
  document_type text not null,
  size bigint not null,
  sha256 text not null,
  blob_key text not null,
  customer_accessible boolean not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references persons,
  foreign key (tenant_id, identification_id) references identifications
);
create index documents_by_person on documents (tenant_id, person_id, created_at, id);
create index documents_by_identification on documents (tenant_id, identification_id, seq);

create table capture_sessions (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
  identification_id text not null,
  person_id text not null,
  cookie_hash bytea not null unique,
  language text not null,
  private_sealed bytea not null,
  phone_verified boolean not null default false,
  otp_tries integer not null default 0,
  consents jsonb not null,
  document_kind text,
  issuing_state text,
  submitted_at timestamptz,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, identification_id) references identifications
);
create index capture_sessions_by_identification on capture_sessions (tenant_id, identification_id, seq);

create table captures (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
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
  created_at timestamptz not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, identification_id) references identifications,
  foreign key (tenant_id, session_id) references capture_sessions
);
create index captures_by_identification on captures (tenant_id, identification_id, seq);

create table examinations (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
  identification_id text not null,
  person_id text not null,
  engine_version text not null,
  content_sealed bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, identification_id) references identifications
);
create index examinations_by_identification on examinations (tenant_id, identification_id, seq);

create table operators (
  tenant_id text not null references tenants,
  id text not null,
  display_name_sealed bytea not null,
  role text not null check (role in ('specialist', 'senior', 'compliance', 'auditor', 'admin')),
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, id)
);

create table decisions (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
  identification_id text not null,
  person_id text not null,
  decision text not null,
  reason text,
  note_sealed bytea,
  operator_id text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, identification_id) references identifications,
  foreign key (tenant_id, operator_id) references operators
);
create index decisions_by_identification on decisions (tenant_id, identification_id, seq);

create table login_links (
  tenant_id text not null,
  token_hash bytea primary key,
  operator_id text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  foreign key (tenant_id, operator_id) references operators
);

create table operator_sessions (
  tenant_id text not null,
  token_hash bytea primary key,
  operator_id text not null,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (tenant_id, operator_id) references operators
);

create table audit_log (
  tenant_id text not null,
  seq bigint generated always as identity,
  actor_kind text not null,
  actor_id text,
  action text not null,
  entity text not null,
  details jsonb,
  at timestamptz not null,
  primary key (tenant_id, seq)
);
create index audit_log_by_entity on audit_log (tenant_id, entity, seq);

create table idempotency_keys (
  tenant_id text not null,
  route text not null,
  key_hash bytea not null,
  request_hash bytea not null,
  response_status integer,
  response_sealed bytea,
  created_at timestamptz not null,
  primary key (tenant_id, route, key_hash)
);

-- What must be known before the tenant is: functions that run as `reident_lookup`, answer the least that is needed,
-- and have no parameter that widens the question.

create function find_tenant_by_company(wanted text) returns text
language sql stable security definer set search_path = reident, pg_temp as $$
  select id from tenants where company = wanted
$$;

create function list_tenant_ids() returns setof text
language sql stable security definer set search_path = reident, pg_temp as $$
  select id from tenants order by created_at, id
$$;

create function find_client(wanted text) returns table (tenant_id text, secret_hashes bytea[])
language sql stable security definer set search_path = reident, pg_temp as $$
  select tenant_id, secret_hashes from clients where id = wanted and disabled_at is null
$$;

create function find_access_token(wanted bytea) returns table (tenant_id text, client_id text, expired boolean)
language sql stable security definer set search_path = reident, pg_temp as $$
  select tenant_id, client_id, expires_at <= now() from access_tokens where token_hash = wanted and revoked_at is null
$$;

create function find_capture_session_tenant(wanted bytea) returns text
language sql stable security definer set search_path = reident, pg_temp as $$
  select tenant_id from capture_sessions where cookie_hash = wanted
$$;

create function find_operator_tenant(wanted text) returns text
language sql stable security definer set search_path = reident, pg_temp as $$
  select tenant_id from operators where id = wanted
$$;

create function find_login_link_tenant(wanted bytea) returns text
language sql stable security definer set search_path = reident, pg_temp as $$
  select tenant_id from login_links where token_hash = wanted
$$;

create function find_operator_session_tenant(wanted bytea) returns text
language sql stable security definer set search_path = reident, pg_temp as $$
  select tenant_id from operator_sessions where token_hash = wanted
$$;

-- Due jobs over all tenants, one of each in turn. A lease that ran out counts as free.
-- The candidates are chosen without locks; the locked re-check decides, so no entry is ever leased twice.
-- Right after a burst the planner's statistics are old, and it would read the whole queue to lock ten entries of it: hence
-- the three settings. The time is that of the statement, because an index cannot be walked up to a time that moves.
-- A lease need not reach the disk before it is answered: one that is lost in a crash is simply given again.
create function lease_jobs(wanted_kinds text[], wanted integer, lease_seconds double precision, new_lease text)
returns table (id text, tenant_id text, kind text, key text, payload jsonb, attempt integer, revision integer)
language sql volatile security definer set search_path = reident, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
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
$$;

-- Due deliveries over all subscriptions, one of each in turn, at most five in flight per subscription [WH-7].
-- A first attempt waits for the first attempts of earlier notifications of the same entity; a retry holds nobody up.
-- One leaser at a time, or two could fill the same five places.
create function lease_deliveries(wanted integer, lease_seconds double precision, new_lease text)
returns table (id text, tenant_id text)
language plpgsql volatile security definer set search_path = reident, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
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
$$;
