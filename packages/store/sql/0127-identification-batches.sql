-- Many identifications started by one upload. Each line has an answer of its own; what is waiting is started by a job, slice by
-- slice. Of the upload itself only ids are kept.

create table identification_batches (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  name text not null,
  sha256 text not null,
  lines integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create unique index identification_batches_by_name on identification_batches (tenant_id, name);

create table identification_batch_lines (
  tenant_id text not null,
  batch_id text not null,
  line integer not null,
  person_id text,
  language text,
  state text not null check (state in ('waiting', 'started', 'fault')),
  fault text,
  identification_id text,
  primary key (tenant_id, batch_id, line),
  foreign key (tenant_id, batch_id) references identification_batches,
  check ((state = 'fault') = (fault is not null) and (state = 'started') = (identification_id is not null))
);
create index identification_batch_lines_waiting on identification_batch_lines (tenant_id, batch_id, line) where state = 'waiting';
