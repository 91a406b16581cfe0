import { CaptureError, type OpenSession, reloadSession, resumeSession, trackFunnelStep } from '@reident/platform';
import {
  type CaptureSession,
  findCaptureSession,
  type StageTransition,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import type { CaptureState } from '../../shared/protocol.ts';
import type { Capture, Visit } from '../capture.ts';
import { sessionToken } from '../session-cookie.ts';
import { toState } from '../to-state.ts';

/** What the customer did, inside the transaction. */
export type Act<T> = (tx: TenantTx, openSession: OpenSession) => Promise<T>;

export interface FoundSession {
  tenantId: string;
  session: CaptureSession;
}

export interface Acted<T> {
  result: T;
  tenant: Tenant;
  state: CaptureState;
}

/** The session of this browser, whatever has become of it. */
export async function findSession({ platform, request }: Visit): Promise<FoundSession | null> {
  const token = sessionToken(request);
  return token === null ? null : findCaptureSession(platform.database, token);
}

/**
 * A session that was entered without the link does not exist for the page before its phone is proven [CAP-2].
 *
 * @throws CaptureError `no_session`
 */
export async function requireSession(visit: Visit): Promise<FoundSession> {
  const found = await findSession(visit);
  if (found === null || (found.session.flow.entry === 'phone' && !found.session.phoneVerified))
    throw new CaptureError('no_session');
  return found;
}

/** One transaction: lock, let the customer act, and see where that leads. */
export function actInSession<T>(
  { platform }: Capture,
  { tenantId, session }: FoundSession,
  act: Act<T>,
): Promise<Acted<T>> {
  return platform.database.inTenant(tenantId, async (tx) => {
    const resumed = await resumeSession(tx, session, platform.config.timeLimits);
    const result = await act(tx, resumed);
    const openSession = await reloadSession(tx, resumed);
    const transition = await trackFunnelStep(tx, openSession);
    tx.afterCommit(() => count(platform, openSession.session, transition));
    return { result, tenant: tx.tenant, state: toState(tx.tenant, openSession) };
  });
}

function count(
  { funnel }: Capture['platform'],
  { at, endReason, quitReason }: CaptureSession,
  transition: StageTransition | null,
): void {
  if (transition !== null) funnel?.moved(transition);
  const why = quitReason ?? endReason;
  if (why !== null && at !== null) funnel?.ended(at.step, why);
}
