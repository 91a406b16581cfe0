-- Who is working on which case: one operator per case, one case per operator [CON-3].
-- The index finds what waits for a decision among all that was ever decided.

create table case_claims (
  tenant_id text not null,
  identification_id text not null,
  operator_id text not null,
  claimed_until timestamptz not null,
  primary key (tenant_id, identification_id),
  unique (tenant_id, operator_id),
  foreign key (tenant_id, identification_id) references identifications,
  foreign key (tenant_id, operator_id) references operators
);
create index identifications_waiting on identifications (tenant_id, id)
  where result in ('REVIEW_PENDING', 'CHECK_PENDING', 'FRAUD_SUSPICION_PENDING');
