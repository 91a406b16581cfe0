-- Erasing a person: the key goes, the rows stay and can no longer be read. `erased_at` keeps them out of lists.
-- `erase_at` is when a later erasure is due, `held_since` forbids any until the hold is lifted.
--
-- The answer that a repeated request gets may hold a person's data, so it is sealed with that person's key.

alter table persons
  add column relationship_ended_on text,
  add column erase_at timestamptz,
  add column held_since timestamptz,
  add column erased_at timestamptz;
alter table identifications add column erased_at timestamptz;
alter table idempotency_keys add column person_id text;
create index persons_erased on persons (tenant_id) where erased_at is not null;
create index identifications_erased on identifications (tenant_id) where erased_at is not null;
