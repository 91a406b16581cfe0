import { isSameOrigin } from '@reident/http';
import type { FastifyRequest } from 'fastify';
import { ConsoleError } from './console-error.ts';

/** A page of another site cannot set this header without asking first, and nobody answers its question. */
export const CONSOLE_HEADER = 'x-reident-console';

/**
 * Refuses a change of state that does not come from our own page [CON-2]. The log-in form is a plain form, so it alone goes
 * without the header that only a script of ours would set.
 */
export function rejectCrossOrigin(request: FastifyRequest, publicUrl: string, kind: 'script' | 'form'): void {
  const mark = kind === 'script' ? CONSOLE_HEADER : undefined;
  if (!isSameOrigin(request, { publicUrl, origin: 'named', mark })) throw new ConsoleError('cross_origin');
}
