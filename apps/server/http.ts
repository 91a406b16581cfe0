import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import { Gate, registerApi, toErrorBody } from '@reident/api';
import { registerCapture } from '@reident/capture';
import { registerConsole } from '@reident/console';
import { PlatformError } from '@reident/domain';
import type { Platform, SmsSender } from '@reident/platform';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
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
  const server = Fastify({
    logger: false,
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
  const gate = new Gate({ onReject: metrics.rejected });
  standBefore(server, gate);
  metrics.register(server);
  registerHealth(server, platform);
  registerHome(server, platform);
  await server.register(async (scope) => registerApi(scope, platform, { sms, gate }));
  await server.register(async (scope) => registerConsole(scope, platform));
  await server.register(async (scope) => registerCapture(scope, platform, { sms }));
  return server;
}

/** An error at the gate costs none of what the server does for a request that it takes. */
function standBefore({ server }: FastifyInstance, gate: Gate): void {
  const [handle, ...others] = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  if (handle === undefined || others.length > 0)
    throw new Error('the server handles requests in another way than expected');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!gate.refuses(request, response)) handle.call(server, request, response);
  });
}

/** What no app's routes answer: the envelope of the API, which repeats nothing of the address. */
function reject(reply: FastifyReply, error: PlatformError): FastifyReply {
  return reply
    .code(error.status)
    .type('application/json')
    .send(toErrorBody([error]));
}
