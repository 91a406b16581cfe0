/** The engine host: reads one picture at a time and says what it saw. Its parent bounds its time and memory. */
import { PlatformError } from '@reident/domain';
import { openReader } from '../capture-reader/read-capture.ts';
import { shutOtherLoaders } from '../image/decode.ts';
import { deriveJpeg } from './derive-jpeg.ts';
import { drawIcon, drawLogo } from './draw-logo.ts';
import type { HostMessage, HostRequest } from './protocol.ts';

const assetsDir = process.argv[2];
if (!assetsDir) throw new Error('the folder of the weights is missing');
shutOtherLoaders();
const reader = openReader({ assetsDir });

process.on('message', (request: HostRequest) => void answer(request).then(say));
process.on('disconnect', () => process.exit(0));
say({ say: 'ready' });

async function answer(request: HostRequest): Promise<HostMessage> {
  const { id } = request;
  try {
    if (request.ask === 'derive')
      return { say: 'derivative', id, jpeg: await deriveJpeg(request.bytes, request.contentType) };
    if (request.ask === 'logo') return { say: 'drawing', id, png: await drawLogo(request.bytes) };
    if (request.ask === 'icon')
      return { say: 'drawing', id, png: await drawIcon(request.logo, request.background, request.size) };
    return { say: 'reading', id, reading: await reader.read(request.media, () => say({ say: 'decoded', id })) };
  } catch (error) {
    if (error instanceof PlatformError) return { say: 'rejected', id, code: error.code, detail: error.detail };
    return { say: 'failed', id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function say(message: HostMessage): void {
  process.send?.(message);
}
