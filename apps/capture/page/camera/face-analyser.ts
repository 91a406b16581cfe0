import type { FaceFrame, FaceFrameAnalysis, FaceNetworkFiles } from '@reident/engine/live-faces';
import detectorWeights from '@reident/engine/weights/mediapipe-face/blazeface.bin?url';
import detectorGraph from '@reident/engine/weights/mediapipe-face/blazeface.json?url';
import meshWeights from '@reident/engine/weights/mediapipe-face/facemesh.bin?url';
import meshGraph from '@reident/engine/weights/mediapipe-face/facemesh.json?url';
import kernels from '@reident/face-kernels/tfjs-backend-wasm-simd.wasm?url';
import workerAddress from './face-worker.ts?worker&url';
import { type FrameAnalyser, shrink, startWorker, workerClient } from './frame-analyser.ts';

/** Longer side in pixels at which faces are looked at: one that fills the oval is measured at 150 pixels, and that is less than it has. */
export const FACE_FRAME_SIZE = 480;
const LONGEST_START_MS = 30_000;

let open: Promise<FrameAnalyser<FaceFrameAnalysis> | null> | null = null;
let over = new AbortController();

/** The frame analyser for faces while it is wanted: loaded once, while the customer reads, and shared by the screens that need it. */
export function faceAnalyser(): Promise<FrameAnalyser<FaceFrameAnalysis> | null> {
  open ??= start(over.signal).then((analyser) => {
    // What failed for want of a network is tried again by the next screen.
    if (analyser === null) open = null;
    return analyser;
  });
  return open;
}

/** Loads the frame analyser while the customer reads what comes next, and gives its memory back afterwards: a phone has little. */
export function wantFaceAnalyser(wanted: boolean): void {
  if (wanted === wants) return;
  wants = wanted;
  if (wanted) void faceAnalyser();
  else close();
}

let wants = false;

function close(): void {
  over.abort();
  over = new AbortController();
  void open?.then((analyser) => analyser?.close());
  open = null;
}

/** Null where the browser cannot do it or is to save data, the network is gone, or nobody waits for it any more. */
async function start(signal: AbortSignal): Promise<FrameAnalyser<FaceFrameAnalysis> | null> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const worker = connection?.saveData ? null : startWorker(workerAddress);
  if (worker === null) return null;
  try {
    const files = await fetchFiles(signal);
    await started(worker, files, signal);
  } catch {
    worker.terminate();
    return null;
  }
  return workerClient<FaceFrameAnalysis>(worker, (canvas, small) => {
    const pixels = shrink(canvas, small, FACE_FRAME_SIZE);
    if (pixels === null) return null;
    const { data, width, height } = pixels;
    const frame: FaceFrame = { data, channels: 4, width, height, shrunk: canvas.width / width };
    return [frame, [data.buffer]];
  });
}

/** The page fetches and the worker compiles, so that the one that sees faces needs no leave to talk to anybody. */
async function fetchFiles(signal: AbortSignal): Promise<FaceNetworkFiles> {
  const bytes = async (address: string) => {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error('not there');
    return answer.arrayBuffer();
  };
  const [code, ...networks] = await Promise.all(
    [kernels, detectorGraph, detectorWeights, meshGraph, meshWeights].map(bytes),
  );
  return {
    kernels: code!,
    detector: { graph: networks[0]!, weights: networks[1]! },
    mesh: { graph: networks[2]!, weights: networks[3]! },
  };
}

function started(worker: Worker, files: FaceNetworkFiles, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, LONGEST_START_MS);
    signal.addEventListener('abort', reject, { once: true });
    worker.addEventListener('error', reject, { once: true });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<boolean>) => {
        clearTimeout(timer);
        if (data) resolve();
        else reject();
      },
      { once: true },
    );
    const { kernels: code, detector, mesh } = files;
    worker.postMessage(files, [code, detector.graph, detector.weights, mesh.graph, mesh.weights]);
  });
}
