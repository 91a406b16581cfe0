import { customProperties } from '@reident/design';
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
  ${customProperties('desk')}
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--background); color: var(--text); font: 100%/1.5 var(--sans); }
  main { max-width: 34rem; padding: var(--space-8) var(--space-5); }
  h1 { margin: 0; font-size: var(--font-figure); font-weight: var(--heavy); color: var(--accent); }
  p { margin: var(--space-1) 0 var(--space-6); color: var(--text-quiet); }
  ul { list-style: none; padding: 0; margin: 0; display: grid; gap: var(--space-2); }
  a { display: block; padding: var(--space-3) var(--space-4); border: var(--edge-width) solid var(--line); border-radius: var(--radius-card); background: var(--surface); color: inherit; text-decoration: none; }
  a:hover { border-color: var(--accent); }
  a:focus-visible { outline: var(--focus-width) solid var(--accent); outline-offset: var(--focus-offset); }
  small { display: block; color: var(--text-quiet); font-size: var(--font-small); }
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
