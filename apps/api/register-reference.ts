import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './to-openapi.ts';

/** What the reference pages may load: their own files, and styles that the viewer writes into the page. */
const REFERENCE_CSP = {
  'default-src': "'none'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'frame-ancestors': "'none'",
  'img-src': ["'self'", 'data:'],
  'script-src': "'self'",
  'style-src': ["'self'", "'unsafe-inline'"],
};

/** `/openapi.json`, and the pages at `/docs` that show it; nothing is fetched from elsewhere. */
export async function registerReference(server: FastifyInstance): Promise<void> {
  const document = openApiDocument();
  const json = JSON.stringify(document);
  server.get('/openapi.json', async (_, reply) => reply.type('application/json').send(json));
  await server.register(async (scope) => {
    await scope.register(swagger, { mode: 'static', specification: { document: JSON.parse(json) } });
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: REFERENCE_CSP,
      uiConfig: { url: '/openapi.json', docExpansion: 'list', tryItOutEnabled: true, validatorUrl: null },
    });
  });
}
