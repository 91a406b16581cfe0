import { type Move, moveSitting, type TenantTx, type Whereabouts } from '@reident/store';
import { type Screen, type ScreenId, screenFor } from './screen.ts';
import type { OpenSitting } from './sitting.ts';
import { STEPS, type StepId } from './steps.ts';

/** The places of a sitting in the order of the way; which steps there are is said by the document and the tenant. */
export const PLACES: readonly Place[] = [
  'start',
  'code',
  'introduction',
  'document',
  ...new Set(STEPS.flatMap(({ id }): Place[] => (id === 'proof_of_address' ? ['proof', id] : [id]))),
  'confirm',
  'checking',
  'end',
];

export type Place = Exclude<ScreenId, 'capture' | 'reading' | 'feedback'> | StepId;

/** Where a screen is: while the software reads, the customer waits for a machine. */
function whereaboutsOf(screen: Screen): Whereabouts & { place: Place } {
  switch (screen.id) {
    case 'capture':
    case 'feedback':
      return { place: screen.step, phase: 'customer' };
    case 'reading':
      return { place: screen.step, phase: 'machine' };
    case 'checking':
      return { place: 'checking', phase: 'machine' };
    default:
      return { place: screen.id, phase: 'customer' };
  }
}

/**
 * Writes down where the sitting is, if that has changed. A sitting without the link counts once its phone is proven, as it
 * does everywhere.
 */
export async function followSitting(tx: TenantTx, sitting: OpenSitting): Promise<Move | null> {
  const { session } = sitting;
  if (session.flow.entry === 'phone' && !session.phoneVerified) return null;
  const screen = screenFor(sitting);
  const to = whereaboutsOf(screen);
  if (session.at?.place === to.place && session.at.phase === to.phase) return null;
  return moveSitting(tx, session, to, screen.id === 'feedback' ? (screen.reason ?? 'unreadable') : null);
}
