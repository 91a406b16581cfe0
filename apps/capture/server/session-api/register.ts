import { addRoute, answerErrors } from '@reident/http';
import { LIMITS } from '@reident/platform';
import type { FastifyInstance } from 'fastify';
import { CHUNK_TYPE } from '../../shared/protocol.ts';
import { CAPTURE_PAGE } from '../audience.ts';
import type { Capture } from '../capture.ts';
import { assertSameOrigin } from '../same-origin.ts';
import { requireSession } from './act-in-session.ts';
import { ENTRY_ROUTES } from './entry.ts';
import { FLOW_ROUTES } from './flow.ts';
import { MEDIA_ROUTES } from './media.ts';

/**
 * The calls of the page. Each one is: whose session, what did the customer do, where does that lead. Repeating any of
 * them is harmless: what is done stays done, and what comes too late is refused with a code of `CAPTURE_ERRORS`.
 */
export async function registerSessionApi(server: FastifyInstance, capture: Capture): Promise<void> {
  const { platform } = capture;
  server.addContentTypeParser(CHUNK_TYPE, { parseAs: 'buffer', bodyLimit: LIMITS.chunkBytes }, (_request, body, done) =>
    done(null, body),
  );
  answerErrors(server, CAPTURE_PAGE, platform.log);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    assertSameOrigin(request, platform.config.publicUrl, { marked: true });
  });
  for (const route of ENTRY_ROUTES) addRoute(server, route, (request, reply) => ({ ...capture, request, reply }));
  for (const route of [...FLOW_ROUTES, ...MEDIA_ROUTES])
    addRoute(server, route, async (request, reply) => {
      const visit = { ...capture, request, reply };
      return { ...visit, found: await requireSession(visit) };
    });
}
