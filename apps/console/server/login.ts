import { randomBytes } from 'node:crypto';
import { Answer, addRoute, routesFor } from '@reident/http';
import { preferredLanguage } from '@reident/messages';
import type { Platform } from '@reident/platform';
import { endOperatorSession, redeemLoginLink } from '@reident/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loginPage } from './login-page.ts';
import { rejectCrossOrigin } from './same-origin.ts';
import { SESSION } from './session-cookie.ts';

const TOKEN_SHAPE = /^[\w-]{16,256}$/;

interface Visit {
  platform: Platform;
  request: FastifyRequest;
  reply: FastifyReply;
}

const loginRoute = routesFor<Visit>();

/** Of another shape it signs nobody in, whatever it is. */
const Token = z.string().catch('');

/** Opening the link shows a button and uses nothing up, because mail programs open links to look at them. */
const showButton = loginRoute({
  method: 'GET',
  path: '/console/login',
  query: { token: Token },
  handle: async ({ query: { token } }, { request }) => page(request, TOKEN_SHAPE.test(token) ? 'ask' : 'none', token),
});

/** Pressing the button redeems the link, which works once. */
const signIn = loginRoute({
  method: 'POST',
  path: '/console/login',
  body: z.object({ token: Token }).catch({ token: '' }),
  async handle({ body: { token } }, { platform, request, reply }) {
    rejectCrossOrigin(request, platform.config.publicUrl, 'form');
    const session = TOKEN_SHAPE.test(token) ? await redeemLoginLink(platform.database, token) : null;
    if (session === null) return page(request, 'used', '', 410);
    SESSION.set(reply, session);
    return new Answer('', { status: 303, headers: { location: '/console' } });
  },
});

const signOut = loginRoute({
  method: 'POST',
  path: '/console/api/logout',
  async handle(_, { platform, request, reply }) {
    rejectCrossOrigin(request, platform.config.publicUrl, 'script');
    const token = SESSION.read(request);
    if (token) await endOperatorSession(platform.database, token);
    SESSION.clear(reply);
    return new Answer({ signedOut: true }, { headers: { 'clear-site-data': '"cache", "storage"' } });
  },
});

const FORM = 'application/x-www-form-urlencoded';

export function registerLogin(scope: FastifyInstance, platform: Platform): void {
  scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  for (const route of [showButton, signIn, signOut])
    addRoute(scope, route, (request, reply) => ({ platform, request, reply }));
}

function page(request: FastifyRequest, state: 'ask' | 'none' | 'used', token: string, status = 200): Answer<string> {
  const nonce = randomBytes(18).toString('base64');
  const language = preferredLanguage(request.headers['accept-language'] ?? '', 'en');
  return new Answer(loginPage({ language, state, token, nonce }), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}
