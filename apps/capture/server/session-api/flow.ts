import {
  addressIsOnDocument,
  CaptureError,
  chooseDocument,
  describeProof,
  interruptSession,
  keepPicture,
  LIMITS,
  type OpenSession,
  quitSession,
  readIntroduction,
  reopenDocumentChoice,
  resendCode,
  retakeDocument,
  type SmsMessage,
  skipStep,
  submitSession,
  submitStartPage,
  switchLanguage,
} from '@reident/platform';
import type { TenantTx } from '@reident/store';
import { z } from 'zod';
import { isIssuingState } from '../../shared/issuing-states.ts';
import { returnUrl } from '../return-url.ts';
import { clearSite } from '../session-cookie.ts';
import { actInSession } from './act-in-session.ts';
import { Language, StartFields, Text } from './fields.ts';
import { sessionRoute } from './route.ts';

/** Everything that moves the flow and needs no more than its fields. */
// biome-ignore format: a table
const STEPS = [
  //    path              fields                                     what the customer did
  step('/start',         { ...StartFields.shape, shownSeconds: z.number().min(0).optional() },
                                                                     (tx, at, fields) => submitStartPage(tx, sinceShown(at, fields.shownSeconds), fields)),
  step('/resend',        {},                                         (tx, at) => resendCode(tx, at)),
  step('/introduction',  {},                                         (tx, at) => readIntroduction(tx, at)),
  step('/document',      { kind: Text, issuingState: Text },         (tx, at, { kind, issuingState }) => chooseDocument(tx, at, kind, knownState(issuingState))),
  step('/choose-again',  {},                                         (tx, at) => reopenDocumentChoice(tx, at)),
  step('/keep',          { step: Text },                             (tx, at, fields) => keepPicture(tx, at, fields.step)),
  step('/without',       { step: Text },                             (tx, at, fields) => skipStep(tx, at, fields.step)),
  step('/proof',         { type: Text, issuedAt: Text },             (tx, at, { type, issuedAt }) => describeProof(tx, at, type, issuedAt)),
  step('/address-shown', {},                                         (tx, at) => addressIsOnDocument(tx, at)),
  step('/language',      { language: Language },                     (tx, at, { language }) => switchLanguage(tx, at, language)),
  step('/retake',        {},                                         (tx, at) => retakeDocument(tx, at)),
  step('/submit',        {},                                         (tx, at) => submitSession(tx, at)),
];

export const FLOW_ROUTES = [
  ...STEPS,
  sessionRoute({
    method: 'GET',
    path: '/state',
    async handle(_, visit) {
      const { state } = await actInSession(visit, visit.found, async () => undefined);
      if (state.screen.id === 'end') clearSite(visit.reply);
      return state;
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/interrupted',
    async handle(_, visit) {
      const { state, result: over } = await actInSession(visit, visit.found, interruptSession);
      if (over) throw new CaptureError('interrupted');
      return state;
    },
  }),
  sessionRoute({
    method: 'POST',
    path: '/quit',
    body: z.object({ reason: Text }),
    async handle({ body: { reason } }, visit) {
      const { tenant, result } = await actInSession(visit, visit.found, async (tx, openSession) => {
        await quitSession(tx, visit.platform, openSession, reason);
        return openSession.identification.id;
      });
      clearSite(visit.reply);
      return { returnUrl: returnUrl(tenant, 'failure', result) };
    },
  }),
];

/** It may leave a message, which is sent after the commit. */
function step<F extends z.ZodRawShape>(
  path: `/${string}`,
  fields: F,
  act: (tx: TenantTx, at: OpenSession, fields: z.output<z.ZodObject<F>>) => Promise<SmsMessage | null> | Promise<void>,
) {
  return sessionRoute({
    method: 'POST',
    path,
    body: z.object(fields),
    async handle({ body }, visit) {
      const { state, result: message } = await actInSession(
        visit,
        visit.found,
        async (tx, openSession) => (await act(tx, openSession, body)) ?? null,
      );
      if (message !== null) await visit.sms.send(message);
      if (state.screen.id === 'end') clearSite(visit.reply);
      return state;
    },
  });
}

/** The start page is read before there is a session, so the page says for how long: for the figures, and for nothing else. */
function sinceShown(openSession: OpenSession, shownSeconds = 0): OpenSession {
  const { at } = openSession.session;
  const seconds = Math.min(shownSeconds, LIMITS.absoluteMinutes * 60);
  if (at?.step === 'start')
    at.since = new Date(Math.min(at.since.getTime(), openSession.now.getTime() - seconds * 1000));
  return openSession;
}

function knownState(code: string): string {
  if (!isIssuingState(code)) throw new CaptureError('document_unknown');
  return code;
}
