import { randomBytes } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import type { Platform } from '@reident/platform';
import { findOperatorSession } from '@reident/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasRight } from '../shared/roles.ts';
import { serveAssets } from './assets.ts';
import { ConsoleError } from './console-error.ts';
import { CONSOLE_HEADERS } from './headers.ts';
import { registerLogin } from './login.ts';
import { OpeningLimit } from './opening-limit.ts';
import { type ConsoleRoute, consoleContext } from './route.ts';
import { ROUTES } from './routes/index.ts';
import { FILE_TYPE } from './routes/logo.ts';
import { rejectCrossOrigin } from './same-origin.ts';
import { sessionToken } from './session-cookie.ts';
import { serveShell } from './shell.ts';

/** Adds the console: its page below `/console`, what the page asks below `/console/api`, its files below `/assets/console`. */
export async function registerConsole(server: FastifyInstance, platform: Platform): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => void reply.headers(CONSOLE_HEADERS));
    scope.setErrorHandler((error, request, reply) => answerError(platform, error, request, reply));
    const openings = new OpeningLimit((operatorId) =>
      platform.log.warn({ operatorId }, 'too many openings in the console'),
    );
    scope.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    registerLogin(scope, platform);
    for (const route of ROUTES) registerRoute(scope, platform, openings, route);
    serveShell(scope, platform.config.projectRoot);
  });
  serveAssets(server, platform.config.projectRoot);
}

function registerRoute(scope: FastifyInstance, platform: Platform, openings: OpeningLimit, route: ConsoleRoute): void {
  scope.route({
    method: route.method,
    url: `/console/api${route.path}`,
    bodyLimit: route.bodyLimit ?? 64 * 1024,
    handler: async (request, reply) => {
      if (route.method !== 'GET') rejectCrossOrigin(request, platform.config.publicUrl, 'script');
      const token = sessionToken(request);
      const operator = token && (await findOperatorSession(platform.database, token));
      if (!operator) throw new ConsoleError('signed_out');
      if (route.right !== null && !hasRight(operator.role, route.right)) throw new ConsoleError('not_allowed');
      return route.handle(consoleContext(platform, operator, openings), request, reply);
    },
  });
}

/** Errors keep their code; anything else is logged under an id, and only the id leaves. */
function answerError(platform: Platform, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ConsoleError || error instanceof PlatformError) {
    return reply.code(error.status).send({ error: { code: error.code, message: error.message } });
  }
  if (isClientError(error)) {
    return reply
      .code(error.statusCode)
      .send({ error: { code: 'malformed', message: 'The request is not understood.' } });
  }
  const id = randomBytes(8).toString('hex');
  platform.log.error({ err: error, errorId: id, route: request.routeOptions.url }, 'console request failed');
  return reply
    .code(500)
    .send({ error: { code: 'internal', message: `Something went wrong; the log has it under ${id}.` } });
}

/** What Fastify itself refuses: broken JSON, a body too large, an unknown media type. */
function isClientError(error: unknown): error is { statusCode: number } {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status >= 400 && status < 500;
}
