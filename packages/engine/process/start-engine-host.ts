import type { CapturedMedia, CaptureReading } from '../readings/capture.ts';
import { type HostAnswer, type HostLog, HostRequests, type RequestBody } from './host-requests.ts';

/** Reads pictures in a process of its own, so that a hostile picture can take down nothing but that process [UPL-2]. */
export interface EngineHost {
  /** @throws PlatformError `unreadable_media`, `media_too_large` or `unsupported_media_type` */
  read(media: CapturedMedia): Promise<CaptureReading>;
  /** A JPEG for people to look at: upright, long side at most 1600 pixels, without any metadata; of a recording, its frames on one sheet [UPL-3]. Throws like `read`. */
  derive(bytes: Uint8Array, contentType?: string): Promise<Buffer>;
  /** A partner's logo as PNG, drawn anew with its transparency and at most 40 kB. Throws like `read` [UPL-3]. */
  drawLogo(bytes: Uint8Array): Promise<Buffer>;
  /** A square PNG with a logo of `drawLogo` in its middle. @param background `#rrggbb` @param size pixels of a side */
  drawIcon(logo: Uint8Array, background: string, size: number): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface EngineHostOptions {
  /** The built program, `dist/engine-host.mjs`. */
  entry: string;
  /** Folder that holds `weights/`: `packages/engine`. */
  assetsDir: string;
  /** The process ends after so long without a picture; default five minutes. */
  idleSeconds?: number;
  /** From the request to the answer, once the process runs; default 30. Longer where the process is given no processor. */
  timeoutSeconds?: number;
  /** Of that, decoding alone; default 5. */
  decodeSeconds?: number;
  log: HostLog;
}

/** Makes the host ready to start; the process itself starts with the first picture. */
export function startEngineHost(options: EngineHostOptions): EngineHost {
  const { entry, assetsDir, idleSeconds = 300, timeoutSeconds = 30, decodeSeconds = 5, log } = options;
  const requests = new HostRequests({ entry, assetsDir }, { idleSeconds, timeoutSeconds, decodeSeconds }, log);

  /** Asks for what is answered in this way. */
  async function answerTo<S extends HostAnswer['say']>(request: RequestBody, say: S) {
    const answer = await requests.ask(request);
    if (answer.say !== say) throw new Error(`the engine host answered ${answer.say} to ${request.ask}`);
    return answer as Extract<HostAnswer, { say: S }>;
  }

  return {
    read: async (media) => (await answerTo({ ask: 'read', media }, 'reading')).reading,
    derive: async (bytes, contentType = 'image/jpeg') =>
      Buffer.from((await answerTo({ ask: 'derive', bytes, contentType }, 'derivative')).jpeg),
    drawLogo: async (bytes) => Buffer.from((await answerTo({ ask: 'logo', bytes }, 'drawing')).png),
    drawIcon: async (logo, background, size) =>
      Buffer.from((await answerTo({ ask: 'icon', logo, background, size }, 'drawing')).png),
    stop: () => requests.stop(),
  };
}
