-- What a partner does with a subscription besides having it: replacing its secret, seeing how it fares, and, in a
-- sandbox, playing faults with it.

alter table subscriptions
  add column next_secret_sealed bytea,
  add column overlap_until timestamptz,
  add column last_success_at timestamptz,
  add column chaos jsonb,
  add constraint subscriptions_overlap check ((next_secret_sealed is null) = (overlap_until is null));
