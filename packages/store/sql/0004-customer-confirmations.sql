-- What a customer has to confirm with a code: a mobile number, and changes that a partner asks for.
-- A code is kept as a keyed hash, with the number of wrong tries and its end.

create table mobile_numbers (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  number_sealed bytea not null,
  verified boolean not null default false,
  code_hash bytea,
  code_tries integer not null default 0,
  code_expires_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id),
  foreign key (tenant_id, person_id) references persons
);

create table change_requests (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  action text not null,
  payload_sealed bytea not null,
  status text not null check (status in ('AUTHORIZATION_REQUIRED', 'CONFIRMATION_REQUIRED', 'COMPLETED', 'FAILED')),
  code_hash bytea,
  code_tries integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references persons
);
