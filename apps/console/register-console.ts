import path from 'node:path';
import { addRoute, answerErrors, type RateLimits, serveFolder } from '@reident/http';
import type { Platform } from '@reident/platform';
import { findOperatorSession } from '@reident/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CONSOLE } from './server/audience.ts';
import { ConsoleError } from './server/console-error.ts';
import { CONSOLE_HEADERS } from './server/headers.ts';
import { registerLogin } from './server/login.ts';
import { type ConsoleContext, type ConsoleRoute, consoleContext } from './server/route.ts';
import { ROUTES } from './server/routes/index.ts';
import { FILE_TYPE } from './server/routes/logo.ts';
import { rejectCrossOrigin } from './server/same-origin.ts';
import { SESSION } from './server/session-cookie.ts';
import { serveShell } from './server/shell.ts';
import { hasRight } from './shared/roles.ts';

const BODY_BYTES = 64 * 1024;

/** Adds the console: its page below `/console`, what the page asks below `/console/api`, its files below `/assets/console`. */
export async function registerConsole(
  server: FastifyInstance,
  platform: Platform,
  { limits }: { limits: RateLimits },
): Promise<void> {
  const { projectRoot } = platform.config;
  await server.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => void reply.headers(CONSOLE_HEADERS));
    answerErrors(scope, CONSOLE, platform.log);
    scope.addContentTypeParser(FILE_TYPE, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    registerLogin(scope, platform);
    await scope.register(
      async (api) => {
        for (const route of ROUTES)
          addRoute(api, { bodyLimit: BODY_BYTES, ...route }, (request) => enter(route, request, platform, limits));
      },
      { prefix: '/console/api' },
    );
    serveShell(scope, projectRoot);
  });
  serveFolder(server, { url: '/assets/console/assets/', folder: path.join(projectRoot, 'dist/console/assets') });
}

/** @throws ConsoleError for whoever is not signed in, has not the right, or was sent here by another site */
async function enter(
  { method, right }: ConsoleRoute,
  request: FastifyRequest,
  platform: Platform,
  limits: RateLimits,
): Promise<ConsoleContext> {
  if (method !== 'GET') rejectCrossOrigin(request, platform.config.publicUrl, 'script');
  const token = SESSION.read(request);
  const operator = token && (await findOperatorSession(platform.database, token));
  if (!operator) throw new ConsoleError('signed_out');
  if (right !== null && !hasRight(operator.role, right)) throw new ConsoleError('not_allowed');
  return consoleContext(platform, operator, limits.console_openings);
}
