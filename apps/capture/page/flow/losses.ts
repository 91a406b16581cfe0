/** Why the customer cannot go on here, where it is not a screen of the server. */
export const LOSSES = [
  'no_session',
  'session_over',
  'taken_over',
  'closed',
  'code_locked',
  'interrupted',
  'too_many_attempts',
] as const;
export type Lost = (typeof LOSSES)[number];
