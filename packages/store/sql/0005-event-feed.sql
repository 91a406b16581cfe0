-- The feed of events that a partner reads with a cursor.
--
-- `seq` is drawn before a transaction commits, so a reader that goes by it can miss what commits late. Positions are
-- therefore given out by readers, to what is committed. `txid` bounds what may still be without a position: everything
-- below the horizon, the oldest transaction that ran at the last reading, has one.

alter table identification_events add column txid xid8 not null default pg_current_xact_id();
create index identification_events_by_txid on identification_events (tenant_id, txid);

create table event_feed (
  tenant_id text not null,
  position bigint not null,
  event_seq bigint not null,
  identification_id text not null,
  primary key (tenant_id, position),
  unique (tenant_id, event_seq),
  foreign key (tenant_id, identification_id, event_seq) references identification_events (tenant_id, identification_id, seq)
);

create table event_feed_horizons (
  tenant_id text primary key,
  horizon xid8 not null
);
