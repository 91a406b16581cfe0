import { ENGINE_VERSION } from '@reident/engine';
import type { Platform } from '@reident/platform';
import type { FastifyInstance } from 'fastify';

/** `/health/live`: the process answers, and which versions it runs. `/health/ready`: it can also reach its database. */
export function registerHealth(server: FastifyInstance, platform: Platform): void {
  const versions = { version: platform.config.version, engine: ENGINE_VERSION };
  server.get('/health/live', async () => ({ status: 'live', ...versions }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await platform.database.pool.query({ text: 'select 1', query_timeout: 2_000 } as never);
      return { status: 'ready', ...versions };
    } catch {
      reply.code(503).header('retry-after', '5');
      return { status: 'not ready', waiting_for: 'database' };
    }
  });
}
