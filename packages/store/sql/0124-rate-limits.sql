-- What is counted by the clock, by all processes together. The key is the name of a limit and a keyed hash: no address and no number
-- can be read from it. Not logged, because a count is worth nothing after a crash, and would cost a write to disk with every guess.

create unlogged table rate_limits (
  key text primary key,
  points integer not null,
  expire bigint not null
) with (fillfactor = 70);
