import type { Language } from '@reident/domain';
import { Answer, addRoute, answerErrors, routesFor } from '@reident/http';
import {
  beginCaptureSession,
  isLinkToken,
  isLive,
  linkState,
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
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Progress } from '../shared/protocol.ts';
import { VISITOR } from './audience.ts';
import { brandRoutes } from './brand-routes.ts';
import type { Capture, Visit } from './capture.ts';
import { assertCodesCanBeSent } from './codes-can-be-sent.ts';
import { embedOf, isFramed, showOpening } from './embedding.ts';
import { handOverFor } from './hand-over.ts';
import { answerPage, bootFor, browserLanguage, nothingHere } from './page.ts';
import { assertSameOrigin } from './same-origin.ts';
import { sessionToken, setSessionCookie } from './session-cookie.ts';

/** `guessable`: whoever has guessed too often hears nothing more at this address, right or wrong. */
const linkRoute = routesFor<Visit, { guessable: boolean }>();

const LINK = { company: z.string(), id: z.string(), token: z.string() };
/** How a partner's page has opened ours. */
const EMBEDDED = { in: z.unknown().optional() };

// With the slash it is the home of an installed page, within which all others lie.
const homes = (['/:company', '/:company/'] as const).map((path) =>
  linkRoute({
    method: 'GET',
    path,
    guessable: false,
    params: { company: LINK.company },
    async handle({ params }, visit) {
      const tenant = await findTenantByCompany(visit.platform.database, params.company);
      if (tenant === null) return nothingHere();
      return answerPage(visit, tenant, bootFor('reference', tenant, browserLanguage(visit.request)));
    },
  }),
);

/** Where the page is after the link was exchanged for a session: the same address without its secret. */
const showSession = linkRoute({
  method: 'GET',
  path: '/:company/identifications/:id',
  guessable: true,
  params: { company: LINK.company, id: LINK.id },
  query: EMBEDDED,
  async handle({ params: { company, id }, query }, visit) {
    const found = await findByLink(visit, company, id);
    if (found === null || found.state === 'gone') return gone(visit);
    return answerPage(visit, found.tenant, bootOf('session', found, visit.request, query.in));
  },
});

const showLink = linkRoute({
  method: 'GET',
  path: '/:company/identifications/:id/:token',
  guessable: true,
  params: LINK,
  query: EMBEDDED,
  async handle({ params: { company, id, token }, query }, visit) {
    const { platform, request } = visit;
    if (!isLinkToken(platform.linkKey, company, id, token)) return gone(visit);
    const found = await findByLink(visit, company, id);
    if (found === null || found.state === 'gone') return gone(visit);
    const boot = bootOf('link', found, request, query.in);
    const handOver = boot.entry === 'link' ? await handOverFor(platform, company, id) : null;
    return answerPage(visit, found.tenant, { ...boot, handOver });
  },
});

const openLink = linkRoute({
  method: 'POST',
  path: '/:company/identifications/:id/:token',
  guessable: true,
  params: LINK,
  async handle({ params: { company, id, token } }, visit) {
    const { platform, request, reply } = visit;
    assertSameOrigin(request, platform.config.publicUrl, { marked: false });
    if (!isLinkToken(platform.linkKey, company, id, token)) return gone(visit);
    const opened = await openByLink(visit, request, company, id);
    if (opened === null) return gone(visit);
    if (opened.token !== null) setSessionCookie(reply, opened.token, opened);
    const headers = { 'cache-control': 'no-store', location: `/${company}/identifications/${id}` };
    return new Answer('', { status: 303, headers });
  },
});

/** For the computer that has shown the link to a phone. */
const showProgress = linkRoute({
  method: 'GET',
  path: '/:company/identifications/:id/:token/progress',
  guessable: true,
  params: LINK,
  async handle({ params: { company, id, token } }, { platform, guesses, request }) {
    const isLink = isLinkToken(platform.linkKey, company, id, token);
    const found = isLink ? await findIdentificationByLink(platform.database, company, id) : null;
    if (found === null) await guesses.countMiss(request.ip);
    const progress: Progress =
      found === null
        ? { at: 'gone' }
        : await platform.database.inTenant(found.tenantId, async (tx) =>
            progressOf(tx, await findIdentification(tx, id), platform.config.timeLimits),
          );
    return new Answer(progress, { headers: { 'cache-control': 'no-store' } });
  },
});

const LINK_ROUTES = [...homes, showSession, showLink, openLink, showProgress];

/**
 * The addresses that a customer opens. Looking at one changes nothing, however often a messenger's preview or a virus
 * scanner does so [CAP-3]; only the page's own POST begins a session.
 */
export async function registerLinks(server: FastifyInstance, capture: Capture): Promise<void> {
  answerErrors(server, VISITOR, capture.platform.log);
  // The POST carries nothing but its address.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });
  for (const route of LINK_ROUTES)
    addRoute(server, route, async (request, reply) => {
      if (route.guessable) await capture.guesses.assertLeft(request.ip);
      return { ...capture, request, reply };
    });
  for (const route of [showOpening, ...brandRoutes(capture)])
    addRoute(server, route, (request, reply) => ({ ...capture, request, reply }));
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

interface Found {
  tenant: Tenant;
  identification: Identification;
  state: Awaited<ReturnType<typeof linkState>>;
}

async function findByLink({ platform: { database } }: Capture, company: string, id: string): Promise<Found | null> {
  const link = await findIdentificationByLink(database, company, id);
  if (link === null) return null;
  return database.inTenant(link.tenantId, async (tx: TenantTx) => {
    const identification = await findIdentification(tx, id);
    return { tenant: tx.tenant, identification, state: await linkState(tx, identification) };
  });
}

/** How the page begins; one whose pictures are handed in shows that it is over, whichever address it has. */
function bootOf(
  entry: 'session' | 'link',
  { tenant, identification, state }: Found,
  request: FastifyRequest,
  opened: unknown,
) {
  const language = languageOf(identification, request);
  const embed = embedOf(tenant, opened);
  if (state === 'submitted') return bootFor('closed', tenant, language, null, embed);
  return bootFor(entry, tenant, language, identification.id, embed);
}

/** The language that the partner asked for, else the browser's. */
function languageOf({ language }: Identification, request: FastifyRequest): Language {
  return language ?? browserLanguage(request);
}

/** Unknown, expired, burned: one page for all, which says nothing about which it is. */
async function gone(visit: Visit): Promise<Answer<string>> {
  await visit.guesses.countMiss(visit.request.ip);
  return answerPage(visit, null, bootFor('gone', null, browserLanguage(visit.request)), 410);
}
