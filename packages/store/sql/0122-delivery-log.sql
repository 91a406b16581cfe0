-- The log of deliveries is read newest first, all of it or what did not arrive. Without an order of its own, each page
-- of a long log was found by reading and sorting the whole of it.

create index deliveries_by_seq on deliveries (tenant_id, seq);
create index deliveries_that_failed on deliveries (tenant_id, state, seq) where state in ('rejected', 'exhausted', 'canceled');
