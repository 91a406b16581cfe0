-- A connection may break after the queue has leased work and before the worker has heard of it. The worker knows the
-- lease id, which it chose itself, and gives the lease back by it; otherwise that work would wait for the lease to end.

create function free_lease(lost_lease text) returns void
language sql volatile security definer set search_path = reident, pg_temp as $$
  update jobs set lease_id = null, leased_until = null, attempts = greatest(0, attempts - 1)
  where state = 'pending' and lease_id = lost_lease;
  update deliveries set lease_id = null, leased_until = null
  where state = 'pending' and lease_id = lost_lease;
$$;
create index deliveries_by_lease on deliveries (lease_id) where state = 'pending' and lease_id is not null;
create index jobs_by_lease on jobs (lease_id) where state = 'pending' and lease_id is not null;
