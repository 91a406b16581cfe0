-- How many identifications a person has, kept with each creation, so that a list of any length tells its total at once.
--
-- One row per person would make all who create for that person queue until the one before them is on the disk. So there
-- are several, and each connection adds to the one of its own slot; the count is their sum. Free space in each
-- page lets a row be rewritten without touching its index.
--
-- The fence lies around the owner too, hence it is opened while what already exists is counted.

create table identification_counts (
  tenant_id text not null,
  person_id text not null,
  slot integer not null,
  n bigint not null,
  primary key (tenant_id, person_id, slot),
  foreign key (tenant_id, person_id) references persons
) with (fillfactor = 50);

alter table identifications no force row level security;
insert into identification_counts (tenant_id, person_id, slot, n)
select tenant_id, person_id, 0, count(*) from identifications group by tenant_id, person_id;
alter table identifications force row level security;

alter table persons drop column counted_identifications, drop column counted_until;
