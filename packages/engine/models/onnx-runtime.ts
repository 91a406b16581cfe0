import { createRequire } from 'node:module';
import type * as Onnx from 'onnxruntime-node';

/** One thread: the other core is left to others. */
export const SESSION_OPTIONS: Onnx.InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  // An arena would keep the memory of the largest page for good.
  enableCpuMemArena: false,
  enableMemPattern: false,
  logSeverityLevel: 3,
};

/** Null on a platform for which the runtime has no program. */
export function loadOnnxRuntime(): typeof Onnx | null {
  try {
    return createRequire(import.meta.url)('onnxruntime-node') as typeof Onnx;
  } catch {
    return null;
  }
}
