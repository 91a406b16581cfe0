import type { FastifyRequest } from 'fastify';
import { ConsoleError } from './console-error.ts';

/** A page of another site cannot set this header without asking first, and nobody answers its question. */
export const CONSOLE_HEADER = 'x-reident-console';

/**
 * Refuses a change of state that does not come from our own page [CON-2].
 *
 * The browser says where a request comes from in two headers that scripts cannot set; both must name us. The log-in
 * form is a plain form, so it alone goes without the third mark, the header only a script of ours would set.
 */
export function rejectCrossOrigin(request: FastifyRequest, publicUrl: string, kind: 'script' | 'form'): void {
  const { origin, host } = request.headers;
  const sameSite = request.headers['sec-fetch-site'] === 'same-origin';
  const sameOrigin = typeof origin === 'string' && (origin === publicUrl || hostOf(origin) === host);
  const marked = kind === 'form' || request.headers[CONSOLE_HEADER] === '1';
  if (!sameSite || !sameOrigin || !marked) throw new ConsoleError('cross_origin');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
