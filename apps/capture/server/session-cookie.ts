import { hostCookie } from '@reident/http';
import { LIMITS } from '@reident/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const lifetimeSeconds = LIMITS.absoluteMinutes * 60;

/** Which session a browser is in [CAP-3]. */
const SESSION = hostCookie('__Host-reident-capture', { lifetimeSeconds });
/** The same for a session in a partner's frame; `assertSameOrigin` refuses every call that does not come from our own page. */
const FRAMED = hostCookie('__Host-reident-capture-framed', { lifetimeSeconds, framed: true });

export function sessionToken(request: FastifyRequest): string | null {
  return SESSION.read(request) ?? FRAMED.read(request);
}

export function setSessionCookie(reply: FastifyReply, token: string, { framed }: { framed: boolean }): void {
  (framed ? FRAMED : SESSION).set(reply, token);
}

/** At the end nothing stays: the cookie goes, and whatever a browser may have kept for this site by itself [CAP-8]. */
export function clearSite(reply: FastifyReply): void {
  SESSION.clear(reply);
  if (FRAMED.read(reply.request) !== null) FRAMED.clear(reply);
  // Not "cookies": that would sign a specialist out whose console runs on the same host.
  reply.header('clear-site-data', '"storage"');
}
