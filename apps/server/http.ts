import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import helmet from '@fastify/helmet';
import { Gate, PARTNER, registerApi } from '@reident/api';
import { registerCapture } from '@reident/capture';
import { registerConsole } from '@reident/console';
import { PlatformError } from '@reident/domain';
import { openRateLimits, toProblem, WITHOUT_SCHEMAS } from '@reident/http';
import type { Platform, SmsSender } from '@reident/platform';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerFactory } from 'fastify';
import { answerClientError } from './answer-client-error.ts';
import { registerHealth } from './health.ts';
import { registerHome } from './home.ts';
import type { Metrics } from './metrics.ts';

/** The HTTP side: every app's routes on one instance, with headers that each app may only make stricter. */
export async function buildServer(
  platform: Platform,
  metrics: Metrics,
  trustProxy: string[],
  sms?: SmsSender,
): Promise<FastifyInstance> {
  const gate = new Gate({ onReject: metrics.rejected });
  const server = Fastify({
    logger: false,
    schemaController: WITHOUT_SCHEMAS,
    serverFactory: serverBehind(gate),
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    genReqId: () => randomUUID(),
    bodyLimit: 256 * 1024,
    requestTimeout: 60_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, _request, reply) =>
      void reject(reply, new PlatformError('bad_request', 'The address is not a valid one')),
  });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: platform.config.publicUrl.startsWith('https:'),
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    platform.log.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  server.setNotFoundHandler((_request, reply) =>
    reject(reply, new PlatformError('model_not_found', 'There is nothing at this address')),
  );
  metrics.register(server);
  registerHealth(server, platform);
  registerHome(server, platform);
  const limits = openRateLimits({
    pool: platform.database.pool,
    secret: platform.linkKey,
    timeoutMs: platform.config.databaseAnswerMs,
  });
  await server.register(async (scope) => registerApi(scope, platform, { limits, sms, gate }));
  await server.register(async (scope) => registerConsole(scope, platform, { limits }));
  await server.register(async (scope) => registerCapture(scope, platform, { limits, sms }));
  return server;
}

/** An error at the gate costs none of what the server does for a request that it takes: it comes before Fastify has seen anything. */
function serverBehind(gate: Gate): FastifyServerFactory {
  return (handle, options) => {
    const server = createServer((request, response) => {
      if (!gate.refuses(request, response)) handle(request, response);
    });
    // Fastify leaves a server that it has not made as it is.
    server.keepAliveTimeout = options.keepAliveTimeout as number;
    server.requestTimeout = options.requestTimeout as number;
    return server;
  };
}

/** What no app's routes answer: the envelope of the API, which repeats nothing of the address. */
function reject(reply: FastifyReply, error: PlatformError): FastifyReply {
  const { status, headers, body } = toProblem(PARTNER, error);
  return reply.code(status).headers(headers).send(body);
}
