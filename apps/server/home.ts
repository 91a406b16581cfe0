import type { Platform } from '@reident/platform';
import type { FastifyInstance } from 'fastify';

/** `/`: says what this is and where to go; no data, no script. */
export function registerHome(server: FastifyInstance, platform: Platform): void {
  const page = homePage(platform.config.version);
  server.get('/', async (_request, reply) => {
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return page;
  });
  // Browsers ask for it wherever a page names none; no page of ours should begin with a line of error in their consoles.
  server.get('/favicon.ico', async (_request, reply) =>
    reply.code(204).header('cache-control', 'max-age=86400').send(),
  );
}

function homePage(version: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reident</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
  main { max-width: 34rem; padding: 2rem 1.25rem; }
  h1 { font-size: 1.75rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
  p { margin: .25rem 0 1.5rem; opacity: .8; }
  ul { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; }
  a { display: block; padding: .75rem 1rem; border: 1px solid color-mix(in srgb, CanvasText 20%, transparent); border-radius: .6rem; color: inherit; text-decoration: none; }
  a:hover, a:focus-visible { border-color: #1f6f5c; outline: 2px solid #1f6f5c; outline-offset: 1px; }
  a small { display: block; opacity: .75; }
</style>
</head>
<body><main>
<h1>Reident</h1>
<p>Re-identification of a bank's customers, version ${version}.</p>
<ul>
<li><a href="/docs">Partner API reference <small>persons, identifications, documents, webhooks</small></a></li>
<li><a href="/openapi.json">OpenAPI document <small>the contract as a file</small></a></li>
<li><a href="/console">Specialist console <small>look at cases and decide them</small></a></li>
<li><a href="/health/ready">Health <small>is everything reachable?</small></a></li>
</ul>
</main></body></html>
`;
}
