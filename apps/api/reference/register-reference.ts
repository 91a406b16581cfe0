import { colour } from '@reident/design';
import { WITHOUT_SCHEMAS } from '@reident/http';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { REFERENCE_CSS, REFERENCE_SCRIPT } from './reference-theme.ts';
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

const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">';

const TITLE = 'Reident partner API';

/** Ours in place of the viewer's, for the bar on top and for the tab. */
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40" width="150" height="40" role="img" aria-label="Reident">' +
  '<text x="0" y="29" fill="white" font-family="system-ui,sans-serif" font-size="28" font-weight="600">Reident</text></svg>';
const ICON =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${colour('text')}"/>` +
  '<text x="8" y="24" fill="white" font-family="system-ui,sans-serif" font-size="22" font-weight="700">R</text></svg>';
const FAVICON = {
  filename: 'reident.svg',
  rel: 'icon',
  type: 'image/svg+xml',
  sizes: 'any',
  content: Buffer.from(ICON),
};

/**
 * `/openapi.json`, and the pages at `/docs` that show it; nothing is fetched from elsewhere.
 *
 * Both are made when somebody first asks for them: together they were a sixth of the start, and most processes are never asked.
 */
export function registerReference(server: FastifyInstance): void {
  let json: string | undefined;
  let viewer: Promise<FastifyInstance> | undefined;
  const document = () => {
    json ??= JSON.stringify(openApiDocument());
    return json;
  };
  server.get('/openapi.json', async (_, reply) => reply.type('application/json').send(document()));
  const showPage = async (request: FastifyRequest, reply: FastifyReply) => {
    viewer ??= openViewer(document());
    const { url, headers } = request;
    const page = await (await viewer).inject({ method: 'GET', url, headers });
    if (page.statusCode === 404) return reply.callNotFound();
    for (const [name, value] of Object.entries(page.headers)) if (!OF_ONE_HOP.has(name)) reply.header(name, value);
    return reply.code(page.statusCode).send(page.rawPayload.length > 0 ? page.rawPayload : undefined);
  };
  server.get('/docs', showPage);
  server.get('/docs/*', showPage);
}

/** Written anew by the server that really answers. */
const OF_ONE_HOP: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/** A server without a port, which only the one above asks. */
async function openViewer(document: string): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ]);
  const server = Fastify({ schemaController: WITHOUT_SCHEMAS });
  // The viewer's page does not tell a phone how wide it is, and would be drawn as for a desk and made small.
  server.addHook('onSend', async (_, reply, payload) =>
    String(reply.getHeader('content-type')).startsWith('text/html') && typeof payload === 'string'
      ? payload.replace('<head>', `<head>\n${VIEWPORT}`)
      : payload,
  );
  await server.register(swagger, { mode: 'static', specification: { document: JSON.parse(document) } });
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: REFERENCE_CSP,
    theme: {
      title: TITLE,
      favicon: [FAVICON],
      css: [{ filename: 'reident.css', content: REFERENCE_CSS }],
      js: [{ filename: 'reident.js', content: REFERENCE_SCRIPT }],
    },
    logo: { type: 'image/svg+xml', content: Buffer.from(LOGO), href: '/', target: '_self' },
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true, validatorUrl: null },
  });
  await server.ready();
  return server;
}
