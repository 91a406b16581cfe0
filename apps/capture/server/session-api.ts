import { RECORDING_TYPE } from '@reident/engine';
import {
  abortSession,
  addressIsOnDocument,
  beginUpload,
  CaptureError,
  chooseDocument,
  continueUpload,
  describeProof,
  goWithout,
  interruptSession,
  issueNonce,
  keepPicture,
  LIMITS,
  type OpenSession,
  type PageLanguage,
  proveCode,
  quitSession,
  readIntroduction,
  reloadSession,
  reopenDocumentChoice,
  resendCode,
  resumeSession,
  retakeDocument,
  type SmsMessage,
  submitSession,
  submitStartPage,
  switchLanguage,
  trackFunnelStep,
  uploadStatus,
} from '@reident/platform';
import {
  type CaptureSession,
  findCaptureSession,
  type StageTransition,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isIssuingState } from '../shared/issuing-states.ts';
import {
  type CaptureState,
  CHUNK_TYPE,
  NONCE_HEADER,
  type SessionLookup,
  UPLOAD_OFFSET_HEADER,
} from '../shared/protocol.ts';
import { answerError } from './answer-error.ts';
import type { Capture } from './capture.ts';
import { drawSample, isRecording, sampleOrder } from './draw-sample.ts';
import { isFramed } from './embedding.ts';
import { enterByPhone } from './enter-by-phone.ts';
import { Fields } from './fields.ts';
import { returnUrl } from './return-url.ts';
import { assertSameOrigin } from './same-origin.ts';
import { clearSite, sessionToken, setSessionCookie } from './session-cookie.ts';
import { toState } from './to-state.ts';

/** What the customer did, inside the transaction. It may leave a message to send after the commit. */
type Act<T> = (tx: TenantTx, openSession: OpenSession) => Promise<T>;
type Step = (tx: TenantTx, openSession: OpenSession, fields: Fields) => Promise<SmsMessage | null> | Promise<void>;

/** Everything that moves the flow and needs no more than its fields. */
// biome-ignore format: a table
const STEPS: Readonly<Record<string, Step>> = {
  '/start':         (tx, openSession, fields) => submitStartPage(tx, sinceShown(openSession, fields), startInput(fields)),
  '/resend':        (tx, openSession) => resendCode(tx, openSession),
  '/introduction':  (tx, openSession) => readIntroduction(tx, openSession),
  '/document':      (tx, openSession, fields) => chooseDocument(tx, openSession, fields.text('kind'), issuingState(fields)),
  '/choose-again':  (tx, openSession) => reopenDocumentChoice(tx, openSession),
  '/keep':          (tx, openSession, fields) => keepPicture(tx, openSession, fields.text('step')),
  '/without':       (tx, openSession, fields) => goWithout(tx, openSession, fields.text('step')),
  '/proof':         (tx, openSession, fields) => describeProof(tx, openSession, fields.text('type'), fields.text('issuedAt')),
  '/address-shown': (tx, openSession) => addressIsOnDocument(tx, openSession),
  '/language':      (tx, openSession, fields) => switchLanguage(tx, openSession, language(fields)),
  '/retake':        (tx, openSession) => retakeDocument(tx, openSession),
  '/submit':        (tx, openSession) => submitSession(tx, openSession),
};

/**
 * The calls of the page. Each one is: whose session, what did the customer do, where does that lead. Repeating any of
 * them is harmless: what is done stays done, and what comes too late is refused with a code of `CAPTURE_ERRORS`.
 */
export async function registerSessionApi(server: FastifyInstance, capture: Capture): Promise<void> {
  const { platform, guesses } = capture;
  const { database, config } = platform;

  server.addContentTypeParser(CHUNK_TYPE, { parseAs: 'buffer', bodyLimit: LIMITS.chunkBytes }, (_request, body, done) =>
    done(null, body),
  );
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, platform.log));
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    assertSameOrigin(request, config.publicUrl, { marked: true });
  });

  for (const [path, step] of Object.entries(STEPS)) {
    server.post(path, async (request, reply) => {
      const fields = new Fields(request.body);
      const { state, result: message } = await inOpenSession(
        request,
        async (tx, openSession) => (await step(tx, openSession, fields)) ?? null,
      );
      if (message !== null) await capture.sms.send(message);
      if (state.screen.id === 'end') clearSite(reply);
      return state;
    });
  }

  server.get('/state', async (request, reply) => {
    const { state } = await inOpenSession(request, async () => undefined);
    if (state.screen.id === 'end') clearSite(reply);
    return state;
  });

  server.get<{ Querystring: { identification?: string } }>(
    '/session',
    async (request, reply): Promise<SessionLookup> => {
      const { identification } = request.query;
      try {
        const { state } = await inOpenSession(request, async (_tx, { session }) => {
          if (identification !== session.identificationId) throw new CaptureError('no_session');
        });
        if (state.screen.id === 'end') clearSite(reply);
        return { state };
      } catch (error) {
        if (error instanceof CaptureError) return { state: null, why: error.code };
        throw error;
      }
    },
  );

  server.post('/entry', async (request, reply) => {
    if (guesses.isExhausted(request.ip)) throw new CaptureError('too_many_tries');
    guesses.countMiss(request.ip);
    const fields = new Fields(request.body);
    const entered = await enterByPhone(capture, {
      company: fields.text('company'),
      key: fields.text('key'),
      ...startInput(fields),
    });
    setSessionCookie(reply, entered.token, { framed: isFramed(entered.tenant, request) });
    return entered.state;
  });

  server.post('/code', async (request) => {
    if (guesses.isExhausted(request.ip)) throw new CaptureError('too_many_tries');
    const code = new Fields(request.body).text('code');
    const found = await findSession(request);
    const proven = found === null ? null : await inSession(found, (tx, openSession) => tryCode(tx, openSession, code));
    if (proven?.result === 'right') return proven.state;
    guesses.countMiss(request.ip);
    throw new CaptureError(proven?.result === 'locked' ? 'code_locked' : 'code_wrong');
  });

  server.post('/nonce', async (request) => {
    const step = new Fields(request.body).text('step');
    const { result } = await inOpenSession(request, (tx, openSession) => issueNonce(tx, platform, openSession, step));
    return result;
  });

  // What a sandbox shows instead of a camera; it is sent like a picture that was taken.
  server.post('/sample', async (request, reply) => {
    const fields = new Fields(request.body);
    const { result } = await inOpenSession(request, (tx, openSession) =>
      sampleOrder(tx, openSession, fields.text('step'), fields.text('scenario')),
    );
    const type = isRecording(result.step) ? RECORDING_TYPE : 'image/jpeg';
    return reply.type(type).send(await drawSample(result, config.projectRoot));
  });

  // One upload at a time per session, so its address needs no name: the nonce says which it is [CAP-5, CAP-11].
  server.post('/upload', async (request) => {
    const fields = new Fields(request.body);
    const order = {
      nonce: fields.text('nonce'),
      size: fields.whole('size'),
      sha256: fields.matching('sha256', /^[0-9a-f]{64}$/),
      source: fields.oneOf('source', ['camera', 'file', 'sample']),
    };
    const { result } = await inOpenSession(request, (tx, openSession) => beginUpload(tx, platform, openSession, order));
    return result;
  });

  server.get('/upload', async (request) => {
    const { result } = await inOpenSession(request, async (_tx, openSession) =>
      uploadStatus(openSession, nonceOf(request)),
    );
    return result;
  });

  server.patch('/upload', { bodyLimit: LIMITS.chunkBytes }, async (request) => {
    const bytes = request.body;
    const offset = Number(request.headers[UPLOAD_OFFSET_HEADER] ?? Number.NaN);
    if (!Buffer.isBuffer(bytes) || !Number.isSafeInteger(offset) || offset < 0) throw new CaptureError('bad_request');
    const { state, result } = await inOpenSession(request, (tx, openSession) =>
      continueUpload(tx, platform, openSession, { nonce: nonceOf(request), offset, bytes }),
    );
    if (result === 'broken') throw new CaptureError('upload_checksum_mismatch');
    return state;
  });

  server.post('/interrupted', async (request) => {
    const { state, result: over } = await inOpenSession(request, interruptSession);
    if (over) throw new CaptureError('interrupted');
    return state;
  });

  server.post('/quit', async (request, reply) => {
    const reason = new Fields(request.body).text('reason');
    const { tenant, result: identificationId } = await inOpenSession(request, async (tx, openSession) => {
      await quitSession(tx, platform, openSession, reason);
      return openSession.identification.id;
    });
    clearSite(reply);
    return { returnUrl: returnUrl(tenant, 'failure', identificationId) };
  });

  async function tryCode(tx: TenantTx, openSession: OpenSession, code: string): Promise<'right' | 'wrong' | 'locked'> {
    const outcome = await proveCode(tx, openSession, code);
    if (outcome === 'locked') await abortSession(tx, platform, openSession, 'APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED');
    return outcome;
  }

  /** A session that was entered without the link does not exist for the page before its phone is proven [CAP-2]. */
  async function inOpenSession<T>(request: FastifyRequest, act: Act<T>): Promise<Acted<T>> {
    const found = await findSession(request);
    if (found === null || (found.session.flow.entry === 'phone' && !found.session.phoneVerified)) {
      throw new CaptureError('no_session');
    }
    return inSession(found, act);
  }

  async function findSession(request: FastifyRequest): Promise<FoundSession | null> {
    const token = sessionToken(request);
    return token === null ? null : findCaptureSession(database, token);
  }

  /** One transaction: lock, let the customer act, and see where that leads. */
  function inSession<T>(found: FoundSession, act: Act<T>): Promise<Acted<T>> {
    return database.inTenant(found.tenantId, async (tx) => {
      const resumed = await resumeSession(tx, found.session, config.timeLimits);
      const result = await act(tx, resumed);
      const openSession = await reloadSession(tx, resumed);
      const transition = await trackFunnelStep(tx, openSession);
      tx.afterCommit(() => count(openSession.session, transition));
      return { result, tenant: tx.tenant, state: toState(tx.tenant, openSession) };
    });
  }

  function count({ at, endReason, quitReason }: CaptureSession, transition: StageTransition | null): void {
    if (transition !== null) platform.funnel?.moved(transition);
    const why = quitReason ?? endReason;
    if (why !== null && at !== null) platform.funnel?.ended(at.step, why);
  }
}

type FoundSession = { tenantId: string; session: CaptureSession };
type Acted<T> = { result: T; tenant: Tenant; state: CaptureState };

function nonceOf(request: FastifyRequest): string {
  return String(request.headers[NONCE_HEADER] ?? '');
}

function startInput(fields: Fields) {
  return { phone: fields.text('phone', 40), consents: fields.texts('consents'), language: language(fields) };
}

/** The start page is read before there is a session, so the page says for how long: for the figures, and for nothing else. */
function sinceShown(openSession: OpenSession, fields: Fields): OpenSession {
  const { at } = openSession.session;
  const seconds = Math.min(fields.number('shownSeconds') ?? 0, LIMITS.absoluteMinutes * 60);
  if (at?.step === 'start')
    at.since = new Date(Math.min(at.since.getTime(), openSession.now.getTime() - seconds * 1000));
  return openSession;
}

function language(fields: Fields): PageLanguage {
  return fields.oneOf('language', ['de', 'en']);
}

function issuingState(fields: Fields): string {
  const code = fields.text('issuingState');
  if (!isIssuingState(code)) throw new CaptureError('document_unknown');
  return code;
}
