import type { DocumentGlance } from '@reident/engine/browser';
import workerAddress from './eye-worker.ts?worker&url';

/** Looks at pictures in a worker of our own origin. Null where the browser lets none run: the customer then presses the button. */
export interface Eye {
  /** Null when the look failed or took too long; one look at a time. */
  look(canvas: HTMLCanvasElement): Promise<DocumentGlance | null>;
  close(): void;
}

/** Longer side in pixels at which frames are looked at: a card across it has the pixels that focus is measured on. */
const LOOK_SIZE = 1280;
const LONGEST_LOOK_MS = 5_000;

export function openEye(): Eye | null {
  const worker = startWorker();
  if (worker === null) return null;
  let broken = false;
  worker.addEventListener('error', () => {
    broken = true;
  });
  const small = document.createElement('canvas');
  return {
    look(canvas) {
      const pixels = broken ? null : pixelsOf(canvas, small);
      if (pixels === null) return Promise.resolve(null);
      return new Promise((resolve) => {
        const answer = (glance: DocumentGlance | null) => {
          clearTimeout(timer);
          worker.removeEventListener('message', onMessage);
          worker.removeEventListener('error', onError);
          resolve(glance);
        };
        const onMessage = ({ data }: MessageEvent<DocumentGlance>) => answer(data);
        const onError = () => answer(null);
        const timer = setTimeout(() => answer(null), LONGEST_LOOK_MS);
        worker.addEventListener('message', onMessage);
        worker.addEventListener('error', onError);
        const { data, width, height } = pixels;
        worker.postMessage({ data, channels: 4, width, height }, [data.buffer]);
      });
    },
    close: () => worker.terminate(),
  };
}

function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(trusted(workerAddress) as string);
  } catch {
    return null;
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** The page's policy lets scripts start by trusted addresses only; this is the only one, and it is a constant. */
function trusted(address: string): unknown {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('reident-eye', {
    createScriptURL(url) {
      if (url !== workerAddress) throw new TypeError('not a script of this page');
      return url;
    },
  });
  return policy === undefined ? address : policy.createScriptURL(address);
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

function pixelsOf(canvas: HTMLCanvasElement, small: HTMLCanvasElement): ImageData | null {
  const scale = Math.min(1, LOOK_SIZE / Math.max(canvas.width, canvas.height, 1));
  small.width = Math.round(canvas.width * scale);
  small.height = Math.round(canvas.height * scale);
  const context = small.getContext('2d', { willReadFrequently: true });
  if (context === null || small.width === 0 || small.height === 0) return null;
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return context.getImageData(0, 0, small.width, small.height);
}
