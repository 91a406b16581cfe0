import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);

// biome-ignore format: a table
const TYPES: Readonly<Record<string, string>> = {
  '.js':   'text/javascript; charset=utf-8',
  '.css':  'text/css; charset=utf-8',
  '.svg':  'image/svg+xml',
  // The networks that find faces, and what they run on.
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.bin':  'application/octet-stream',
};

/** For a file whose address holds a hash of what is in it: it may be kept for a year. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

type Headers = Readonly<Record<string, string>>;

/**
 * Serves the files of one folder of the build, whose names carry a hash of their content. Nothing below or beside the folder can be
 * named, and what is no file of a known type is not there.
 *
 * @param url      where they lie, with a slash at its end
 * @param headers  what the answer says beyond the usual, by the file's name
 */
export function serveFolder(
  server: FastifyInstance,
  { url, folder, headers = () => ({}) }: { url: string; folder: string; headers?: (file: string) => Headers },
): void {
  const files = new Files();
  server.get<{ Params: { file: string } }>(`${url}:file`, async (request, reply) => {
    const { file } = request.params;
    const found = /^[\w-]+(\.[\w-]+)*\.\w+$/.test(file) ? await files.load(path.join(folder, file)) : null;
    return sendFile(request, reply, found, {
      'cache-control': IMMUTABLE,
      'cross-origin-resource-policy': 'same-origin',
      ...headers(file),
    });
  });
}

/** Serves one file, under an address that stays while its content changes. */
export function serveFile(
  server: FastifyInstance,
  { url, file, headers }: { url: string; file: string; headers: Headers },
): void {
  const files = new Files();
  server.get(url, async (request, reply) => sendFile(request, reply, await files.load(file), headers));
}

interface StaticFile {
  type: string;
  plain: Buffer;
  compressed: Buffer;
}

/** Files of the build, read and compressed once: a few hundred kilobytes. */
class Files {
  readonly #known = new Map<string, StaticFile>();

  async load(file: string): Promise<StaticFile | null> {
    const type = TYPES[path.extname(file)];
    if (type === undefined) return null;
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const plain = await readFile(file).catch(() => null);
    if (plain === null) return null;
    const found = { type, plain, compressed: await compress(plain, { level: 9 }) };
    this.#known.set(file, found);
    return found;
  }
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: StaticFile | null, headers: Headers) {
  if (file === null) return reply.code(404).type('text/plain').send('Not found');
  const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  reply.headers({
    'content-type': file.type,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(packed && { 'content-encoding': 'gzip' }),
  });
  return reply.send(packed ? file.compressed : file.plain);
}
