import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { pagePolicy } from './headers.ts';

/** Vite writes this word wherever a nonce belongs; see `vite.config.ts`. */
const NONCE_MARK = 'REIDENT_NONCE';

const PAGES = ['/console', '/console/', '/console/cases/:id', '/console/funnel', '/console/rekyc', '/console/branding'];

/** The page itself holds nothing about anybody; it asks for the rest when somebody is signed in. */
export function serveShell(scope: FastifyInstance, projectRoot: string): void {
  const file = path.join(projectRoot, 'dist/console/index.html');
  for (const url of PAGES) scope.get(url, async (_request, reply) => sendShell(reply, await readFile(file, 'utf8')));
}

function sendShell(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(NONCE_MARK, nonce));
}
