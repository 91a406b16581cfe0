import { enterFunnelStep, type FunnelPosition, type StageTransition, type TenantTx } from '@reident/store';
import { type Screen, type ScreenId, screenFor } from './current-screen.ts';
import type { OpenSession } from './session-state.ts';
import { STEPS, type StepId } from './steps.ts';

/** The funnel steps of a capture session in order; the document and the tenant decide which of them apply. */
export const FUNNEL_STEPS: readonly FunnelStepId[] = [
  'start',
  'code',
  'introduction',
  'document',
  ...new Set(STEPS.flatMap(({ id }): FunnelStepId[] => (id === 'proof_of_address' ? ['proof', id] : [id]))),
  'confirm',
  'checking',
  'end',
];

export type FunnelStepId = Exclude<ScreenId, 'capture' | 'reading' | 'feedback'> | StepId;

/** The funnel step of a screen: while the software reads, the customer waits for a machine. */
function funnelPositionOf(screen: Screen): FunnelPosition & { step: FunnelStepId } {
  switch (screen.id) {
    case 'capture':
    case 'feedback':
      return { step: screen.step, phase: 'customer' };
    case 'reading':
      return { step: screen.step, phase: 'machine' };
    case 'checking':
      return { step: 'checking', phase: 'machine' };
    default:
      return { step: screen.id, phase: 'customer' };
  }
}

/**
 * Records the funnel step of the session, if it has changed. A session entered without the link counts once its phone is proven, as it
 * does everywhere.
 */
export async function trackFunnelStep(tx: TenantTx, openSession: OpenSession): Promise<StageTransition | null> {
  const { session } = openSession;
  if (session.flow.entry === 'phone' && !session.phoneVerified) return null;
  const screen = screenFor(openSession);
  const to = funnelPositionOf(screen);
  if (session.at?.step === to.step && session.at.phase === to.phase) return null;
  return enterFunnelStep(tx, session, to, screen.id === 'feedback' ? (screen.reason ?? 'unreadable') : null);
}
