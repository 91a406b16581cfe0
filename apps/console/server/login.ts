import { randomBytes } from 'node:crypto';
import { preferredLanguage } from '@reident/messages';
import type { Platform } from '@reident/platform';
import { endOperatorSession, redeemLoginLink } from '@reident/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loginPage } from './login-page.ts';
import { rejectCrossOrigin } from './same-origin.ts';
import { dropSessionCookie, sessionToken, setSessionCookie } from './session-cookie.ts';

const TOKEN_SHAPE = /^[\w-]{16,256}$/;

/**
 * Log-in by a link that works once. Opening it shows a button and uses nothing up, because mail programs open links to
 * look at them; pressing the button redeems it.
 */
export function registerLogin(scope: FastifyInstance, platform: Platform): void {
  if (!scope.hasContentTypeParser('application/x-www-form-urlencoded')) {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4096 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
  }

  scope.get('/console/login', async (request, reply) =>
    sendPage(request, reply, 'ask', textOf(request.query, 'token')),
  );

  scope.post('/console/login', async (request, reply) => {
    rejectCrossOrigin(request, platform.config.publicUrl, 'form');
    const token = textOf(request.body, 'token');
    const session = TOKEN_SHAPE.test(token) ? await redeemLoginLink(platform.database, token) : null;
    if (!session) return sendPage(request, reply.code(410), 'used', '');
    setSessionCookie(reply, session);
    return reply.redirect('/console', 303);
  });

  scope.post('/console/api/logout', async (request, reply) => {
    rejectCrossOrigin(request, platform.config.publicUrl, 'script');
    const token = sessionToken(request);
    if (token) await endOperatorSession(platform.database, token);
    dropSessionCookie(reply);
    reply.header('clear-site-data', '"cache", "storage"');
    return { signedOut: true };
  });
}

function sendPage(request: FastifyRequest, reply: FastifyReply, state: 'ask' | 'used', token: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  return reply
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    .type('text/html; charset=utf-8')
    .send(
      loginPage({
        language: preferredLanguage(request.headers['accept-language'] ?? '', 'en'),
        state: TOKEN_SHAPE.test(token) || state === 'used' ? state : 'none',
        token,
        nonce,
      }),
    );
}

function textOf(source: unknown, name: string): string {
  const value = typeof source === 'object' && source !== null ? (source as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value : '';
}
