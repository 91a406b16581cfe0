import fastifyCookie from '@fastify/cookie';
import { LIMITS } from '@reident/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The prefix makes browsers insist on Secure, on no domain and on the whole site as path [CAP-3].
 * Chrome counts http://127.0.0.1 and http://localhost as trustworthy and keeps a Secure cookie there, so the sandbox
 * on a laptop needs no TLS; everywhere else it does. An end-to-end test holds us to that.
 */
export const SESSION_COOKIE = '__Host-reident-capture';
/**
 * The same for a session in a partner's frame, to which browsers send no SameSite=Strict cookie. It is kept apart for each
 * partner's site (Partitioned), and `assertSameOrigin` refuses every call that does not come from our own page.
 */
export const FRAMED_COOKIE = '__Host-reident-capture-framed';

export function sessionToken(request: FastifyRequest): string | null {
  const header = request.headers.cookie;
  if (header === undefined) return null;
  const cookies = fastifyCookie.parse(header);
  return cookies[SESSION_COOKIE] || cookies[FRAMED_COOKIE] || null;
}

export function setSessionCookie(reply: FastifyReply, token: string, options: { framed: boolean }): void {
  reply.header('set-cookie', cookie(options.framed, token, LIMITS.absoluteMinutes * 60));
}

/** At the end nothing stays: the cookie goes, and whatever a browser may have kept for this site by itself [CAP-8]. */
export function clearSite(reply: FastifyReply): void {
  const framed = fastifyCookie.parse(reply.request.headers.cookie ?? '')[FRAMED_COOKIE] !== undefined;
  reply.header('set-cookie', framed ? [cookie(false, '', 0), cookie(true, '', 0)] : cookie(false, '', 0));
  // Not "cookies": that would sign a specialist out whose console runs on the same host.
  reply.header('clear-site-data', '"storage"');
}

function cookie(framed: boolean, value: string, maxAge: number): string {
  return fastifyCookie.serialize(framed ? FRAMED_COOKIE : SESSION_COOKIE, value, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: framed ? 'none' : 'strict',
    partitioned: framed,
    maxAge,
  });
}
