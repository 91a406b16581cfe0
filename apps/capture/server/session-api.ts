import { RECORDING_TYPE } from '@reident/engine';
import {
  abortSitting,
  addressIsOnDocument,
  beginUpload,
  chooseDocument,
  continueUpload,
  describeProof,
  followSitting,
  goWithout,
  interruptSitting,
  issueNonce,
  keepPicture,
  LIMITS,
  type OpenSitting,
  type PageLanguage,
  proveCode,
  quitSitting,
  Refusal,
  readIntroduction,
  reloadSitting,
  reopenDocumentChoice,
  resendCode,
  resumeSitting,
  retakeDocument,
  type SmsMessage,
  startSitting,
  submitSitting,
  switchLanguage,
  uploadPlace,
} from '@reident/platform';
import { type CaptureSession, findCaptureSession, type Move, type Tenant, type TenantTx } from '@reident/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isIssuingState } from '../shared/issuing-states.ts';
import { type CaptureState, NONCE_HEADER, OFFSET_HEADER, PIECE_TYPE, type Whereabouts } from '../shared/protocol.ts';
import { answerRefusal } from './answer-refusal.ts';
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
type Act<T> = (tx: TenantTx, sitting: OpenSitting) => Promise<T>;
type Step = (tx: TenantTx, sitting: OpenSitting, fields: Fields) => Promise<SmsMessage | null> | Promise<void>;

/** Everything that moves the flow and needs no more than its fields. */
// biome-ignore format: a table
const STEPS: Readonly<Record<string, Step>> = {
  '/start':         (tx, sitting, fields) => startSitting(tx, sinceShown(sitting, fields), startInput(fields)),
  '/resend':        (tx, sitting) => resendCode(tx, sitting),
  '/introduction':  (tx, sitting) => readIntroduction(tx, sitting),
  '/document':      (tx, sitting, fields) => chooseDocument(tx, sitting, fields.text('kind'), issuingState(fields)),
  '/choose-again':  (tx, sitting) => reopenDocumentChoice(tx, sitting),
  '/keep':          (tx, sitting, fields) => keepPicture(tx, sitting, fields.text('step')),
  '/without':       (tx, sitting, fields) => goWithout(tx, sitting, fields.text('step')),
  '/proof':         (tx, sitting, fields) => describeProof(tx, sitting, fields.text('type'), fields.text('issuedAt')),
  '/address-shown': (tx, sitting) => addressIsOnDocument(tx, sitting),
  '/language':      (tx, sitting, fields) => switchLanguage(tx, sitting, language(fields)),
  '/retake':        (tx, sitting) => retakeDocument(tx, sitting),
  '/submit':        (tx, sitting) => submitSitting(tx, sitting),
};

/**
 * The calls of the page. Each one is: whose sitting, what did the customer do, where does that lead. Repeating any of
 * them is harmless: what is done stays done, and what comes too late is refused with a code of `REFUSALS`.
 */
export async function registerSessionApi(server: FastifyInstance, capture: Capture): Promise<void> {
  const { platform, guesses } = capture;
  const { database, config } = platform;

  server.addContentTypeParser(PIECE_TYPE, { parseAs: 'buffer', bodyLimit: LIMITS.pieceBytes }, (_request, body, done) =>
    done(null, body),
  );
  server.setErrorHandler((error, request, reply) => answerRefusal(error, request, reply, platform.log));
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    assertSameOrigin(request, config.publicUrl, { marked: true });
  });

  for (const [path, step] of Object.entries(STEPS)) {
    server.post(path, async (request, reply) => {
      const fields = new Fields(request.body);
      const { state, result: message } = await inSitting(
        request,
        async (tx, sitting) => (await step(tx, sitting, fields)) ?? null,
      );
      if (message !== null) await capture.sms.send(message);
      if (state.screen.id === 'end') clearSite(reply);
      return state;
    });
  }

  server.get('/state', async (request, reply) => {
    const { state } = await inSitting(request, async () => undefined);
    if (state.screen.id === 'end') clearSite(reply);
    return state;
  });

  server.get<{ Querystring: { identification?: string } }>('/sitting', async (request, reply): Promise<Whereabouts> => {
    const { identification } = request.query;
    try {
      const { state } = await inSitting(request, async (_tx, { session }) => {
        if (identification !== session.identificationId) throw new Refusal('no_session');
      });
      if (state.screen.id === 'end') clearSite(reply);
      return { state };
    } catch (error) {
      if (error instanceof Refusal) return { state: null, why: error.code };
      throw error;
    }
  });

  server.post('/entry', async (request, reply) => {
    if (guesses.isExhausted(request.ip)) throw new Refusal('too_many_tries');
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
    if (guesses.isExhausted(request.ip)) throw new Refusal('too_many_tries');
    const code = new Fields(request.body).text('code');
    const found = await findSession(request);
    const proven = found === null ? null : await inSession(found, (tx, sitting) => tryCode(tx, sitting, code));
    if (proven?.result === 'right') return proven.state;
    guesses.countMiss(request.ip);
    throw new Refusal(proven?.result === 'locked' ? 'code_locked' : 'code_wrong');
  });

  server.post('/nonce', async (request) => {
    const step = new Fields(request.body).text('step');
    const { result } = await inSitting(request, (tx, sitting) => issueNonce(tx, platform, sitting, step));
    return result;
  });

  // What a sandbox shows in place of a camera; it is sent like a picture that was taken.
  server.post('/sample', async (request, reply) => {
    const fields = new Fields(request.body);
    const { result } = await inSitting(request, (tx, sitting) =>
      sampleOrder(tx, sitting, fields.text('step'), fields.text('species')),
    );
    const type = isRecording(result.step) ? RECORDING_TYPE : 'image/jpeg';
    return reply.type(type).send(await drawSample(result, config.projectRoot));
  });

  // One upload at a time and sitting, so its address needs no name: the number says which it is [CAP-5, CAP-11].
  server.post('/upload', async (request) => {
    const fields = new Fields(request.body);
    const order = {
      nonce: fields.text('nonce'),
      size: fields.whole('size'),
      sha256: fields.matching('sha256', /^[0-9a-f]{64}$/),
      source: fields.oneOf('source', ['camera', 'file', 'sample']),
    };
    const { result } = await inSitting(request, (tx, sitting) => beginUpload(tx, platform, sitting, order));
    return result;
  });

  server.get('/upload', async (request) => {
    const { result } = await inSitting(request, async (_tx, sitting) => uploadPlace(sitting, nonceOf(request)));
    return result;
  });

  server.patch('/upload', { bodyLimit: LIMITS.pieceBytes }, async (request) => {
    const bytes = request.body;
    const offset = Number(request.headers[OFFSET_HEADER] ?? Number.NaN);
    if (!Buffer.isBuffer(bytes) || !Number.isSafeInteger(offset) || offset < 0) throw new Refusal('bad_request');
    const { state, result } = await inSitting(request, (tx, sitting) =>
      continueUpload(tx, platform, sitting, { nonce: nonceOf(request), offset, bytes }),
    );
    if (result === 'broken') throw new Refusal('upload_broken');
    return state;
  });

  server.post('/interrupted', async (request) => {
    const { state, result: over } = await inSitting(request, interruptSitting);
    if (over) throw new Refusal('interrupted');
    return state;
  });

  server.post('/quit', async (request, reply) => {
    const reason = new Fields(request.body).text('reason');
    const { tenant, result: identificationId } = await inSitting(request, async (tx, sitting) => {
      await quitSitting(tx, platform, sitting, reason);
      return sitting.identification.id;
    });
    clearSite(reply);
    return { returnUrl: returnUrl(tenant, 'failure', identificationId) };
  });

  async function tryCode(tx: TenantTx, sitting: OpenSitting, code: string): Promise<'right' | 'wrong' | 'locked'> {
    const outcome = await proveCode(tx, sitting, code);
    if (outcome === 'locked') await abortSitting(tx, platform, sitting, 'APP_CANCELLATION_OTP_MATCH_LIMIT_REACHED');
    return outcome;
  }

  /** A sitting that was entered without the link does not exist for the page before its phone is proven [CAP-2]. */
  async function inSitting<T>(request: FastifyRequest, act: Act<T>): Promise<Acted<T>> {
    const found = await findSession(request);
    if (found === null || (found.session.flow.entry === 'phone' && !found.session.phoneVerified)) {
      throw new Refusal('no_session');
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
      const resumed = await resumeSitting(tx, found.session);
      const result = await act(tx, resumed);
      const sitting = await reloadSitting(tx, resumed);
      const move = await followSitting(tx, sitting);
      tx.afterCommit(() => count(sitting.session, move));
      return { result, tenant: tx.tenant, state: toState(tx.tenant, sitting) };
    });
  }

  function count({ at, endReason, quitReason }: CaptureSession, move: Move | null): void {
    if (move !== null) platform.sittings?.moved(move);
    const why = quitReason ?? endReason;
    if (why !== null && at !== null) platform.sittings?.ended(at.place, why);
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

/** The start page is read before there is a sitting, so the page says for how long: for the figures, and for nothing else. */
function sinceShown(sitting: OpenSitting, fields: Fields): OpenSitting {
  const { at } = sitting.session;
  const seconds = Math.min(fields.number('shownSeconds') ?? 0, LIMITS.absoluteMinutes * 60);
  if (at?.place === 'start') at.since = new Date(Math.min(at.since.getTime(), sitting.now.getTime() - seconds * 1000));
  return sitting;
}

function language(fields: Fields): PageLanguage {
  return fields.oneOf('language', ['de', 'en']);
}

function issuingState(fields: Fields): string {
  const code = fields.text('issuingState');
  if (!isIssuingState(code)) throw new Refusal('document_unknown');
  return code;
}
