import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Files of the page: their names carry a hash of their content, so they never change. Only names in the folder are served. */
export function serveAssets(server: FastifyInstance, projectRoot: string): void {
  const folder = path.join(projectRoot, 'dist/console/assets');
  server.get<{ Params: { file: string } }>('/assets/console/assets/:file', async ({ params }, reply) => {
    const type = TYPES[path.extname(params.file)];
    const known = await readdir(folder).catch((): string[] => []);
    if (!type || !known.includes(params.file)) return reply.code(404).type('text/plain').send('Not found');
    return reply
      .headers({
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(createReadStream(path.join(folder, params.file)));
  });
}
