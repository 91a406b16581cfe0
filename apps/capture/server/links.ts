import {
  beginCaptureSession,
  CaptureError,
  isLinkToken,
  isLive,
  linkState,
  type PageLanguage,
  screenFor,
  type TimeLimits,
  watchSession,
} from '@reident/platform';
import {
  findCaptureSession,
  findIdentification,
  findIdentificationByLink,
  findTenantByCompany,
  type Identification,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Progress } from '../shared/protocol.ts';
import { answerVisitor } from './answer-error.ts';
import { registerBrand } from './brand-routes.ts';
import type { Capture } from './capture.ts';
import { assertCodesCanBeSent } from './codes-can-be-sent.ts';
import { embedOf, isFramed, registerOpening } from './embedding.ts';
import { handOverFor } from './hand-over.ts';
import { bootFor, browserLanguage, sendPage } from './page.ts';
import { assertSameOrigin } from './same-origin.ts';
import { sessionToken, setSessionCookie } from './session-cookie.ts';

interface LinkParams {
  company: string;
  id: string;
  token: string;
}

/**
 * The addresses that a customer opens. Looking at one changes nothing, however often a messenger's preview or a virus
 * scanner does so [CAP-3]; only the page's own POST begins a session.
 */
export async function registerLinks(server: FastifyInstance, capture: Capture): Promise<void> {
  const { platform } = capture;
  const { projectRoot, publicUrl } = platform.config;

  server.setErrorHandler((error, request, reply) => answerVisitor(error, request, reply, platform.log));
  // The POST carries nothing but its address.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });

  registerOpening(server, capture);
  registerBrand(server, capture);

  // With the slash it is the home of an installed page, within which all others lie.
  for (const home of ['/:company', '/:company/'])
    server.get<{ Params: { company: string } }>(home, async (request, reply) => {
      const tenant = await findTenantByCompany(platform.database, request.params.company);
      if (tenant === null) return reply.code(404).type('text/plain').send('There is nothing at this address.\n');
      return sendPage(reply, projectRoot, tenant, bootFor('reference', tenant, browserLanguage(request)));
    });

  server.get<{ Params: Omit<LinkParams, 'token'> }>('/:company/identifications/:id', async (request, reply) => {
    if (capture.guesses.isExhausted(request.ip)) return tooMany(reply);
    const { company, id } = request.params;
    return withIdentification(capture, company, id, async (found) => {
      if (found === null) return gone(capture, request, reply);
      const { tenant, identification, state } = found;
      if (state === 'gone') return gone(capture, request, reply);
      const language = languageOf(identification, request);
      const embed = embedOf(tenant, request);
      if (state === 'submitted')
        return sendPage(reply, projectRoot, tenant, bootFor('closed', tenant, language, null, embed));
      return sendPage(reply, projectRoot, tenant, bootFor('session', tenant, language, id, embed));
    });
  });

  server.get<{ Params: LinkParams }>('/:company/identifications/:id/:token', async (request, reply) => {
    if (capture.guesses.isExhausted(request.ip)) return tooMany(reply);
    const { company, id, token } = request.params;
    if (!isLinkToken(platform.linkKey, company, id, token)) return gone(capture, request, reply);
    return withIdentification(capture, company, id, async (found) => {
      if (found === null || found.state === 'gone') return gone(capture, request, reply);
      const { tenant, identification, state } = found;
      const language = languageOf(identification, request);
      const embed = embedOf(tenant, request);
      if (state === 'submitted')
        return sendPage(reply, projectRoot, tenant, bootFor('closed', tenant, language, null, embed));
      const boot = bootFor('link', tenant, language, id, embed);
      return sendPage(reply, projectRoot, tenant, { ...boot, handOver: handOverFor(platform, company, id) });
    });
  });

  server.post<{ Params: LinkParams }>('/:company/identifications/:id/:token', async (request, reply) => {
    if (capture.guesses.isExhausted(request.ip)) return tooMany(reply);
    const { company, id, token } = request.params;
    assertSameOrigin(request, publicUrl, { marked: false });
    if (!isLinkToken(platform.linkKey, company, id, token)) return gone(capture, request, reply);
    const opened = await openByLink(capture, request, company, id);
    if (opened === null) return gone(capture, request, reply);
    if (opened.token !== null) setSessionCookie(reply, opened.token, opened);
    return reply.header('cache-control', 'no-store').redirect(`/${company}/identifications/${id}`, 303);
  });

  server.get<{ Params: LinkParams }>(
    '/:company/identifications/:id/:token/progress',
    async (request, reply): Promise<Progress> => {
      const { company, id, token } = request.params;
      reply.header('cache-control', 'no-store');
      if (capture.guesses.isExhausted(request.ip)) throw new CaptureError('too_many_tries');
      const isLink = isLinkToken(platform.linkKey, company, id, token);
      const found = isLink ? await findIdentificationByLink(platform.database, company, id) : null;
      if (found === null) {
        capture.guesses.countMiss(request.ip);
        return { at: 'gone' };
      }
      return platform.database.inTenant(found.tenantId, async (tx) =>
        progressOf(tx, await findIdentification(tx, id), platform.config.timeLimits),
      );
    },
  );
}

/** How far somebody has come with this link: a place, never what was pictured there or how it was judged. */
async function progressOf(tx: TenantTx, identification: Identification, limits?: TimeLimits): Promise<Progress> {
  const state = await linkState(tx, identification);
  if (state !== 'open') return { at: state === 'submitted' ? 'sent' : 'gone' };
  const openSession = await watchSession(tx, identification, limits);
  if (openSession === null) return { at: 'nobody' };
  const screen = screenFor(openSession);
  return { at: 'going', screen: screen.id, step: 'step' in screen ? screen.step : null };
}

/** Exchanges the link for a session; a browser that already has a live one keeps it, so a second tap is harmless. */
async function openByLink(
  capture: Capture,
  request: FastifyRequest,
  company: string,
  id: string,
): Promise<{ token: string | null; framed: boolean } | null> {
  const { database } = capture.platform;
  const found = await findIdentificationByLink(database, company, id);
  if (found === null) return null;
  const cookie = sessionToken(request);
  const current = cookie === null ? null : await findCaptureSession(database, cookie);
  return database.inTenant(found.tenantId, async (tx) => {
    const identification = await findIdentification(tx, id, { lock: true });
    if ((await linkState(tx, identification)) !== 'open') return null;
    assertCodesCanBeSent(capture, tx.tenant);
    const framed = isFramed(tx.tenant, request);
    if (current !== null && (await isLive(tx, identification, current.session.id))) return { token: null, framed };
    const { token, transition } = await beginCaptureSession(tx, identification, {
      language: languageOf(identification, request),
      entry: 'link',
    });
    tx.afterCommit(() => transition !== null && capture.platform.funnel?.moved(transition));
    return { token, framed };
  });
}

type Found = { tenant: Tenant; identification: Identification; state: Awaited<ReturnType<typeof linkState>> };

async function withIdentification<T>(
  capture: Capture,
  company: string,
  id: string,
  answer: (found: Found | null) => Promise<T>,
): Promise<T> {
  const { database } = capture.platform;
  const link = await findIdentificationByLink(database, company, id);
  if (link === null) return answer(null);
  const found = await database.inTenant(link.tenantId, async (tx: TenantTx): Promise<Found> => {
    const identification = await findIdentification(tx, id);
    return { tenant: tx.tenant, identification, state: await linkState(tx, identification) };
  });
  return answer(found);
}

/** The language that the partner asked for, else the browser's. */
function languageOf({ language }: Identification, request: FastifyRequest): PageLanguage {
  return language === null ? browserLanguage(request) : language === 'DE' ? 'de' : 'en';
}

function tooMany(reply: FastifyReply): FastifyReply {
  return reply.code(429).header('retry-after', '60').type('text/plain').send('Too many tries. Wait a minute.\n');
}

/** Unknown, expired, burned: one page for all, which says nothing about which it is. */
async function gone(capture: Capture, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  capture.guesses.countMiss(request.ip);
  return sendPage(
    reply,
    capture.platform.config.projectRoot,
    null,
    bootFor('gone', null, browserLanguage(request)),
    410,
  );
}
