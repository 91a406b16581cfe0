-- An authority may ask that records are kept longer; and whoever was erased leaves a signed record of it, without anything about
-- the person but the id.

create table retention_extensions (
  tenant_id text not null,
  person_id text not null,
  file_number text not null,
  keep_until text not null,
  created_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references persons
);

create table deletion_proofs (
  tenant_id text not null,
  seq bigint not null generated always as identity,
  person_id text not null,
  erased_at timestamptz not null,
  record text not null,
  signature bytea not null,
  public_key bytea not null,
  primary key (tenant_id, seq)
);
-- Somebody who came back with a backup is erased again, and that is a record of its own.
create index deletion_proofs_of_person on deletion_proofs (tenant_id, person_id, seq);
