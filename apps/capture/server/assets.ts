import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Platform } from '@reident/providers';
import type { FastifyInstance } from 'fastify';

// biome-ignore format: a table
const TYPES: Readonly<Record<string, string>> = {
  '.js':  'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The built page's script and style. Their names carry a hash of what is in them, so they may be kept for a year. */
export async function registerAssets(server: FastifyInstance, platform: Platform): Promise<void> {
  server.get<{ Params: { file: string } }>('/assets/capture/assets/:file', async (request, reply) => {
    const { file } = request.params;
    const type = TYPES[path.extname(file)];
    const full = path.join(platform.config.projectRoot, 'dist/capture/assets', file);
    if (type === undefined || !/^[\w.-]+$/.test(file)) return reply.code(404).send();
    const found = await stat(full).catch(() => null);
    if (found === null || !found.isFile()) return reply.code(404).send();
    return reply
      .headers({
        'content-type': type,
        'content-length': found.size,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(createReadStream(full));
  });
}
