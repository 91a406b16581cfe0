-- How many entries the lists over a whole tenant have, kept with each creation and each erasure, as 0025 does for the
-- list of a person: several rows for each list, so that nobody waits for the one before them, and the count is their sum.
--
-- The orders of the lists leave out what is erased, so that a place far from both ends is found in the index alone.

create table list_counts (
  tenant_id text not null,
  list text not null check (list in ('identifications', 'persons')),
  slot integer not null,
  n bigint not null,
  primary key (tenant_id, list, slot)
) with (fillfactor = 50);

alter table identifications no force row level security;
alter table persons no force row level security;
insert into list_counts (tenant_id, list, slot, n)
select tenant_id, 'identifications', 0, count(*) from identifications where erased_at is null group by tenant_id
union all
select tenant_id, 'persons', 0, count(*) from persons where erased_at is null group by tenant_id;
alter table identifications force row level security;
alter table persons force row level security;

drop index identifications_by_time, persons_by_time;
create index identifications_by_time on identifications (tenant_id, created_at, id) where erased_at is null;
create index persons_by_time on persons (tenant_id, created_at, id) where erased_at is null;
