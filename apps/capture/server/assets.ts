import path from 'node:path';
import { serveFile, serveFolder } from '@reident/http';
import type { Platform } from '@reident/platform';
import type { FastifyInstance } from 'fastify';

/** A partner's page keeps the script for that long; what it says to ours stays the same across versions. */
const EMBED_SECONDS = 300;

/** The built page's script and style, and the one file that pages of partners load. */
export function registerAssets(server: FastifyInstance, { config }: Platform): void {
  const dist = path.join(config.projectRoot, 'dist');
  serveFolder(server, {
    url: '/assets/capture/assets/',
    folder: path.join(dist, 'capture/assets'),
    headers: (file) => ({ 'content-security-policy': policyOf(file) }),
  });
  serveFile(server, {
    url: '/embed.js',
    file: path.join(dist, 'embed.js'),
    headers: {
      'cache-control': `public, max-age=${EMBED_SECONDS}`,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    },
  });
}

/**
 * For a script that is started as a worker: it has all it needs in itself, or is handed it, and may ask for nothing. The one
 * that looks at faces may compile what the page hands it; the page itself may not.
 */
function policyOf(file: string): string {
  return file.startsWith('face-worker-') ? "default-src 'none'; script-src 'wasm-unsafe-eval'" : "default-src 'none'";
}
