-- Who is asked to be identified again, by whom, when and how it went.
--
-- `invitations_once`: nobody is invited twice for one cause, in no campaign. `invitations_one_open`: nobody has two open ones.
-- What was withdrawn was never sent. `why` says why it was withdrawn, or why a person has to look (`task_why`).

create table campaigns (
  tenant_id text not null,
  id text not null,
  seq bigint not null generated always as identity,
  name text not null,
  state text not null check (state in ('draft', 'running', 'paused', 'stopped', 'finished')),
  plan jsonb not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  planned_on text,
  primary key (tenant_id, id)
);
create index campaigns_by_time on campaigns (tenant_id, seq);

create table invitations (
  tenant_id text not null,
  id text not null,
  campaign_id text not null,
  person_id text not null,
  cause text not null,
  rule text not null,
  due_on text not null,
  risk_class text not null,
  state text not null check (state in ('planned', 'invited', 'done', 'withdrawn', 'lapsed')),
  why text,
  planned_at timestamptz not null,
  invited_at timestamptz,
  ended_at timestamptz,
  identification_id text,
  reminders integer not null default 0,
  next_at timestamptz,
  warned_at timestamptz,
  task_at timestamptz,
  task_why text,
  task_closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaigns,
  foreign key (tenant_id, person_id) references persons,
  check (state not in ('invited', 'done', 'lapsed') or invited_at is not null),
  check ((task_at is null) = (task_why is null))
);
create unique index invitations_once on invitations (tenant_id, person_id, cause) where state <> 'withdrawn';
create unique index invitations_one_open on invitations (tenant_id, person_id) where state in ('planned', 'invited');
create index invitations_planned on invitations (tenant_id, campaign_id, planned_at) where state = 'planned';
create index invitations_next on invitations (tenant_id, campaign_id, next_at) where state = 'invited' and next_at is not null;
create index invitations_sent on invitations (tenant_id, campaign_id, invited_at) where invited_at is not null;
create index invitations_by_time on invitations (tenant_id, invited_at) where invited_at is not null;
create index invitations_by_stage on invitations (tenant_id, state, campaign_id, risk_class);
create index invitations_of_person on invitations (tenant_id, person_id);
create index invitations_tasks on invitations (tenant_id, task_at) where task_at is not null and task_closed_at is null;

-- A message to a customer. `sending` is committed before the message leaves: whoever finds it so after a crash cannot tell
-- whether it left, and does not send it again.
create table messages (
  tenant_id text not null,
  id text not null,
  invitation_id text not null,
  person_id text not null,
  ordinal integer not null,
  channel text not null check (channel in ('webhook', 'email', 'sms', 'letter')),
  state text not null check (state in ('queued', 'sending', 'sent', 'refused', 'unknown', 'withdrawn')),
  tries integer not null default 0,
  fault text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, invitation_id) references invitations
);
create unique index messages_once on messages (tenant_id, invitation_id, ordinal);

alter table persons add column hold_allows_contact boolean not null default false;
