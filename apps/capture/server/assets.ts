import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Platform } from '@reident/platform';
import type { FastifyInstance } from 'fastify';

const compress = promisify(gzip);

// biome-ignore format: a table
const TYPES: Readonly<Record<string, string>> = {
  '.js':  'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  // The networks that find faces, and what they run on.
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.bin': 'application/octet-stream',
};

/**
 * For a script that is started as a worker: it has all it needs in itself, or is handed it, and may ask for nothing. The one
 * that looks at faces may compile what the page hands it; the page itself may not.
 */
function policyOf(file: string): string {
  return file.startsWith('face-worker-') ? "default-src 'none'; script-src 'wasm-unsafe-eval'" : "default-src 'none'";
}

/** A partner's page keeps the script for that long; what it says to ours stays the same across versions. */
const EMBED_SECONDS = 300;

interface Asset {
  plain: Buffer;
  compressed: Buffer;
}

/** The built page's script and style. Their names carry a hash of what is in them, so they may be kept for a year. */
export async function registerAssets(server: FastifyInstance, platform: Platform): Promise<void> {
  const dist = path.join(platform.config.projectRoot, 'dist');
  const folder = path.join(dist, 'capture/assets');
  const known = new Map<string, Asset>();

  async function load(file: string): Promise<Asset | null> {
    const loaded = known.get(file);
    if (loaded !== undefined) return loaded;
    const plain = await readFile(file).catch(() => null);
    if (plain === null) return null;
    const asset = { plain, compressed: await compress(plain, { level: 9 }) };
    known.set(file, asset);
    return asset;
  }

  server.get<{ Params: { file: string } }>('/assets/capture/assets/:file', async (request, reply) => {
    const { file } = request.params;
    const type = TYPES[path.extname(file)];
    const asset = type === undefined || !/^[\w-]+\.\w+$/.test(file) ? null : await load(path.join(folder, file));
    if (type === undefined || asset === null) return reply.code(404).send();
    const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    reply.headers({
      'content-type': type,
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': policyOf(file),
    });
    if (packed) reply.header('content-encoding', 'gzip');
    return reply.send(packed ? asset.compressed : asset.plain);
  });

  // The one file that pages of partners load.
  server.get('/embed.js', async (request, reply) => {
    const asset = await load(path.join(dist, 'embed.js'));
    if (asset === null) return reply.code(404).send();
    const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    reply.headers({
      'content-type': TYPES['.js'],
      vary: 'accept-encoding',
      'cache-control': `public, max-age=${EMBED_SECONDS}`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    });
    if (packed) reply.header('content-encoding', 'gzip');
    return reply.send(packed ? asset.compressed : asset.plain);
  });
}
