import { isSameOrigin } from '@reident/http';
import { CaptureError } from '@reident/platform';
import type { FastifyRequest } from 'fastify';
import { PAGE_HEADER } from '../shared/protocol.ts';

/** Refuses what does not come from our own page. */
export function assertSameOrigin(request: FastifyRequest, publicUrl: string, { marked }: { marked: boolean }): void {
  const mark = marked ? PAGE_HEADER : undefined;
  if (!isSameOrigin(request, { publicUrl, origin: 'not_denied', mark })) throw new CaptureError('cross_origin');
}
