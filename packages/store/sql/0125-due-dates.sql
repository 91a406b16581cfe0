-- When persons have to be identified again. A person has a row once something is known of them that a date could follow from,
-- or once the partner has said something about them; without one, nothing is known and the risk class is the usual one.
--
-- `cause` names what the date follows from and stays the same when a class moves the date. `stale`: to be worked out anew.

create table risk_classes (
  tenant_id text not null,
  code text not null,
  law_class text not null check (law_class in ('normal', 'high')),
  cycle_years integer not null check (cycle_years between 1 and 5 and (law_class = 'normal' or cycle_years = 1)),
  confirmation_counts boolean not null,
  primary key (tenant_id, code)
);

create table due_states (
  tenant_id text not null,
  person_id text not null,
  risk_class text not null default 'normal',
  product_tags text[] not null default '{}',
  due_on text,
  rule text,
  since text,
  cause text,
  objected_at timestamptz,
  stale boolean not null default false,
  updated_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references persons,
  check ((due_on is null) = (rule is null) and (due_on is null) = (cause is null))
);
create index due_states_by_day on due_states (tenant_id, due_on, person_id) include (risk_class) where due_on is not null;
create index due_states_stale on due_states (tenant_id, person_id) where stale;

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
  at timestamptz not null,
  primary key (tenant_id, seq)
);
create index due_history_of_person on due_history (tenant_id, person_id, seq);

create table person_events (
  tenant_id text not null,
  id text not null,
  person_id text not null,
  kind text not null,
  occurred_on text not null,
  due_on text not null,
  reported_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references persons,
  check ((settled_at is null) = (settled_by is null))
);
create unique index person_events_once on person_events (tenant_id, person_id, kind, occurred_on);

-- Persons who were there before: a job works their dates out, because what they follow from is sealed. The owner of the tables
-- need not be a superuser, and would otherwise see no tenant here.
alter table tenants no force row level security;
alter table persons no force row level security;
alter table jobs no force row level security;
insert into jobs (tenant_id, id, kind, key, payload, due_at, created_at)
select t.id, replace(gen_random_uuid()::text, '-', ''), 'refresh_due', 'all', '{"everybody": true}'::jsonb, now(), now()
from tenants t where exists (select from persons p where p.tenant_id = t.id);
alter table tenants force row level security;
alter table persons force row level security;
alter table jobs force row level security;
