import { routesFor } from '@reident/http';
import { abortSession, CaptureError, type OpenSession, type Platform, verifyCode } from '@reident/platform';
import type { TenantTx } from '@reident/store';
import { z } from 'zod';
import type { SessionLookup } from '../../shared/protocol.ts';
import type { Visit } from '../capture.ts';
import { isFramed } from '../embedding.ts';
import { enterByPhone } from '../enter-by-phone.ts';
import { clearSite, setSessionCookie } from '../session-cookie.ts';
import { actInSession, findSession, requireSession } from './act-in-session.ts';
import { StartFields, Text } from './fields.ts';

const route = routesFor<Visit>();

/** What the page asks and does before there is a session, or before it can be sure of one. */
export const ENTRY_ROUTES = [
  route({
    method: 'GET',
    path: '/session',
    query: { identification: z.string().optional().catch(undefined) },
    async handle({ query: { identification } }, visit): Promise<SessionLookup> {
      try {
        const { state } = await actInSession(visit, await requireSession(visit), async (_tx, { session }) => {
          if (identification !== session.identificationId) throw new CaptureError('no_session');
        });
        if (state.screen.id === 'end') clearSite(visit.reply);
        return { state };
      } catch (error) {
        if (error instanceof CaptureError) return { state: null, why: error.code };
        throw error;
      }
    },
  }),
  route({
    method: 'POST',
    path: '/entry',
    body: StartFields.extend({ company: Text, key: Text }),
    async handle({ body }, visit) {
      await visit.guesses.count(visit.request.ip);
      const entered = await enterByPhone(visit, body);
      setSessionCookie(visit.reply, entered.token, { framed: isFramed(entered.tenant, visit.request) });
      return entered.state;
    },
  }),
  route({
    method: 'POST',
    path: '/code',
    body: z.object({ code: Text }),
    async handle({ body: { code } }, visit) {
      const { guesses, platform, request } = visit;
      await guesses.assertLeft(request.ip);
      const found = await findSession(visit);
      const proven =
        found === null
          ? null
          : await actInSession(visit, found, (tx, openSession) => tryCode(tx, openSession, code, platform));
      if (proven?.result === 'right') return proven.state;
      await guesses.countMiss(request.ip);
      throw new CaptureError(proven?.result === 'locked' ? 'code_locked' : 'code_wrong');
    },
  }),
];

async function tryCode(tx: TenantTx, openSession: OpenSession, code: string, platform: Platform) {
  const outcome = await verifyCode(tx, openSession, code);
  if (outcome === 'locked') await abortSession(tx, platform, openSession, 'APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED');
  return outcome;
}
