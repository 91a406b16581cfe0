import type { DocumentFrameAnalysis, SideAsked } from '@reident/engine/live';
import { type DocumentFrame, LARGER, type LargerFrame } from './analyser-messages.ts';
import documentWorker from './document-worker.ts?worker&url';
import faceWorker from './face-worker.ts?worker&url';

/** Analyses frames in a worker of our own origin. */
export interface FrameAnalyser<FrameAnalysis, Asked = undefined> {
  /** Null when the analysis failed or took too long; one frame at a time. */
  analyse(canvas: HTMLCanvasElement, asked: Asked): Promise<FrameAnalysis | null>;
  close(): void;
}

/** Longer side in pixels at which frames are measured: a card across it has the pixels that focus is measured on. */
const MEASURED_SIZE = 1280;
/** Longer side in pixels of what every analysis begins with. */
const SEARCHED_SIZE = 640;
const ANALYSIS_TIMEOUT_MS = 5_000;

/** The frame analyser for documents. Null where the browser lets no worker run: the customer then presses the button. */
export function openDocumentAnalyser(): FrameAnalyser<DocumentFrameAnalysis, SideAsked> | null {
  const worker = startWorker(documentWorker);
  if (worker === null) return null;
  const measured = document.createElement('canvas');
  return workerClient<DocumentFrameAnalysis, SideAsked>(
    worker,
    (canvas, searched, asked) => {
      const small = shrink(canvas, searched, SEARCHED_SIZE);
      return small && [{ small: pixelsOf(small), asked } satisfies DocumentFrame, [small.data.buffer]];
    },
    (canvas) => {
      const larger = shrink(canvas, measured, MEASURED_SIZE);
      return larger && [{ larger: pixelsOf(larger) } satisfies LargerFrame, [larger.data.buffer]];
    },
  );
}

function pixelsOf({ data, width, height }: ImageData) {
  return { data, channels: 4, width, height } as const;
}

/** A message to a worker, and what of it becomes the worker's. */
type Handed = [message: object, given: Transferable[]];

/**
 * @param see  what the worker is handed of a picture; null when there is nothing to see
 * @param seeLarger  what it is handed of the same picture when it asks for more
 */
export function workerClient<FrameAnalysis, Asked = undefined>(
  worker: Worker,
  see: (canvas: HTMLCanvasElement, small: HTMLCanvasElement, asked: Asked) => Handed | null,
  seeLarger: (canvas: HTMLCanvasElement) => Handed | null = () => null,
): FrameAnalyser<FrameAnalysis, Asked> {
  let broken = false;
  worker.addEventListener('error', () => {
    broken = true;
  });
  const small = document.createElement('canvas');
  return {
    analyse(canvas, asked) {
      const seen = broken ? null : see(canvas, small, asked);
      if (seen === null) return Promise.resolve(null);
      return new Promise((resolve) => {
        const answer = (analysis: FrameAnalysis | null) => {
          clearTimeout(timer);
          worker.removeEventListener('message', onMessage);
          worker.removeEventListener('error', onError);
          resolve(analysis);
        };
        const onMessage = ({ data }: MessageEvent<FrameAnalysis | typeof LARGER>) => {
          if (data !== LARGER) return answer(data);
          const more = seeLarger(canvas);
          if (more === null) answer(null);
          else worker.postMessage(...more);
        };
        const onError = () => answer(null);
        const timer = setTimeout(() => answer(null), ANALYSIS_TIMEOUT_MS);
        worker.addEventListener('message', onMessage);
        worker.addEventListener('error', onError);
        worker.postMessage(...seen);
      });
    },
    close: () => worker.terminate(),
  };
}

/** Null where the browser starts none. */
export function startWorker(address: string): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(trusted(address) as string);
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

/** The page's policy lets scripts start by trusted addresses only; these are all, and they are constants. */
function trusted(address: string): unknown {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('reident-frame-analyser', {
    createScriptURL(url) {
      if (url !== documentWorker && url !== faceWorker) throw new TypeError('not a script of this page');
      return url;
    },
  });
  return policy === undefined ? address : policy.createScriptURL(address);
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The pixels of a picture made so small that its longer side is `longestSide`. */
export function shrink(canvas: HTMLCanvasElement, small: HTMLCanvasElement, longestSide: number): ImageData | null {
  const scale = Math.min(1, longestSide / Math.max(canvas.width, canvas.height, 1));
  fit(small, Math.round(canvas.width * scale), Math.round(canvas.height * scale));
  const context = small.getContext('2d', { willReadFrequently: true });
  if (context === null || small.width === 0 || small.height === 0) return null;
  context.drawImage(canvas, 0, 0, small.width, small.height);
  return context.getImageData(0, 0, small.width, small.height);
}

/** Gives a canvas its size. One that has it already keeps its memory: taking new memory for each frame costs more than drawing. */
export function fit(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
