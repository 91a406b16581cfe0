import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { addRoute, answerErrors, WITHOUT_SCHEMAS } from '@reident/http';
import type { Platform } from '@reident/platform';
import { prepareSocketFolder } from '@reident/store';
import Fastify from 'fastify';
import { ADMIN } from './audience.ts';
import { ADMIN_ROUTES } from './operations.ts';

/** Says where the socket is; only the owner of the data folder can read it. */
export const POINTER = 'admin.json';

/**
 * Listens for `npx reident admin` on a Unix socket that only the user of this process can open: no port, no password, nothing
 * that a browser or another machine could reach. A second process on the same data folder leaves the first one its socket.
 *
 * @returns how to stop listening; null where there are no Unix sockets, or another process listens
 */
export async function openAdminSocket(platform: Platform): Promise<{ close(): Promise<void> } | null> {
  const owner = process.getuid?.();
  if (owner === undefined) return null;
  const { dataDir } = platform.config;
  const socket = path.join(prepareSocketFolder(`${dataDir} admin`, owner), 'admin');
  if (await answers(socket)) return null;
  rmSync(socket, { force: true });

  const server = Fastify({
    logger: false,
    schemaController: WITHOUT_SCHEMAS,
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
  });
  answerErrors(server, ADMIN, platform.log);
  for (const route of ADMIN_ROUTES) addRoute(server, route, () => platform);
  await server.listen({ path: socket });
  chmodSync(socket, 0o600);
  const pointer = path.join(dataDir, POINTER);
  writeFileSync(pointer, `${JSON.stringify({ socket })}\n`, { mode: 0o600 });
  return {
    async close() {
      await server.close();
      rmSync(pointer, { force: true });
      rmSync(socket, { force: true });
    },
  };
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
