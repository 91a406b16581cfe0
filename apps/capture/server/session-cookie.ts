import fastifyCookie from '@fastify/cookie';
import { LIMITS } from '@reident/providers';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The prefix makes browsers insist on Secure, on no domain and on the whole site as path [CAP-3].
 * Chrome counts http://127.0.0.1 and http://localhost as trustworthy and keeps a Secure cookie there, so the sandbox
 * on a laptop needs no TLS; everywhere else it does. An end-to-end test holds us to that.
 */
export const SESSION_COOKIE = '__Host-reident-capture';

export function sessionToken(request: FastifyRequest): string | null {
  const header = request.headers.cookie;
  return (header && fastifyCookie.parse(header)[SESSION_COOKIE]) || null;
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.header('set-cookie', cookie(token, LIMITS.absoluteMinutes * 60));
}

/** At the end nothing stays: the cookie goes, and whatever a browser may have kept for this site by itself [CAP-8]. */
export function clearSite(reply: FastifyReply): void {
  reply.header('set-cookie', cookie('', 0));
  // Not "cookies": that would sign a specialist out whose console runs on the same host.
  reply.header('clear-site-data', '"storage"');
}

function cookie(value: string, maxAge: number): string {
  return fastifyCookie.serialize(SESSION_COOKIE, value, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    maxAge,
  });
}
