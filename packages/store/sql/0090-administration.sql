-- What admins do: proposals of settings that a second admin confirms [CON-5], and the logo that goes with the branding.

create table setting_proposals (
  tenant_id text not null,
  id text not null,
  setting text not null,
  value jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'confirmed', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, proposed_by) references operators,
  foreign key (tenant_id, decided_by) references operators,
  check ((state = 'open') = (decided_by is null)),
  check (state <> 'confirmed' or decided_by <> proposed_by)
);
create unique index one_open_proposal on setting_proposals (tenant_id, setting) where state = 'open';

create table tenant_logos (
  tenant_id text not null,
  sha256 text not null,
  png bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, sha256)
);
