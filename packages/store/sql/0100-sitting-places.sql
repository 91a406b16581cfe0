-- Where sittings are, how long they took there and where they ended, for the operator's picture of the way. Places and
-- published codes only: nothing of it says who anybody is.

alter table capture_sessions
  add column place text,
  add column place_phase text check (place_phase in ('customer', 'machine')),
  add column place_since timestamptz,
  add column quit_reason text,
  add check ((place is null) = (place_since is null) and (place is null) = (place_phase is null));
create index capture_sessions_by_start on capture_sessions (tenant_id, started_at);

create table sitting_places (
  tenant_id text not null,
  session_id text not null,
  place text not null,
  phase text not null check (phase in ('customer', 'machine')),
  visits integer not null default 0,
  seconds double precision not null default 0,
  sent_back jsonb not null default '{}',
  primary key (tenant_id, session_id, place, phase),
  foreign key (tenant_id, session_id) references capture_sessions
);
