import { CaptureError } from '@reident/platform';
import type { FastifyRequest } from 'fastify';
import { PAGE_HEADER } from '../shared/protocol.ts';

/**
 * Refuses what does not come from our own page. Browsers say where a request comes from in headers that scripts cannot
 * set; a client that is no browser sends neither and is no danger to a customer's cookie.
 */
export function assertSameOrigin(request: FastifyRequest, publicUrl: string, options: { marked: boolean }): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new CaptureError('cross_origin');
  if (origin !== undefined && origin !== publicUrl && hostOf(origin) !== host) throw new CaptureError('cross_origin');
  if (options.marked && request.headers[PAGE_HEADER] !== '1') throw new CaptureError('cross_origin');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
