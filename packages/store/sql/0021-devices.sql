-- Devices with which a person signs changes. A device counts once it has signed the text that it was given at the beginning.

create table devices (
  tenant_id text not null,
  id text not null,
  seq bigint generated always as identity,
  person_id text not null,
  content_sealed bytea not null,
  string_to_sign text not null,
  tries integer not null default 0,
  challenge_expires_at timestamptz not null,
  created_at timestamptz not null,
  verified_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references persons
);
create index devices_by_person on devices (tenant_id, person_id, seq);
alter table change_requests add column device_id text, add column string_to_sign text;
