import type { Operator } from '@reident/store';

/** What an operator may do with cases, and with the settings of the tenant. Every route of the console names one of these; a role holds a set of them. */
export type Right =
  | 'list'
  | 'open'
  | 'open_unclaimed'
  | 'decide'
  | 'overturn'
  | 'settings'
  | 'funnel'
  | 'rekyc'
  | 'campaigns';

export type Role = Operator['role'];

/**
 * `open` needs the operator's own claim on the case; `open_unclaimed` reads without one.
 * `funnel` shows how far the customers come, which is counts and codes without any case.
 * `rekyc` shows due dates and campaigns, by ids and codes; `campaigns` is the right to plan, start and stop them.
 * `overturn` is the right to change an outcome that already went to the partner.
 */
// biome-ignore format: a table
export const ROLES = {
  //           rights                                                            meaning
  specialist: { rights: ['list', 'open', 'decide'],                                         meaning: 'works the queue' },
  senior:     { rights: ['list', 'open', 'decide', 'overturn', 'funnel', 'rekyc'],                   meaning: 'works the queue and takes the second look' },
  compliance: { rights: ['list', 'open', 'open_unclaimed', 'decide', 'overturn', 'funnel', 'rekyc', 'campaigns'], meaning: 'looks into any case and may overturn an outcome' },
  auditor:    { rights: ['list', 'open', 'open_unclaimed', 'funnel', 'rekyc'],                       meaning: 'reads everything, changes nothing' },
  admin:      { rights: ['settings', 'funnel', 'rekyc', 'campaigns'],                                             meaning: 'sets what holds for the tenant, sees no case' },
} as const satisfies Record<Role, { rights: readonly Right[]; meaning: string }>;

export function hasRight(role: Role, right: Right): boolean {
  const rights: readonly Right[] = ROLES[role].rights;
  return rights.includes(right);
}
