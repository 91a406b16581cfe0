import type * as OpenCv from '@techstark/opencv-js';

export type Cv = typeof OpenCv;
export type Mat = OpenCv.Mat;

let loading: Promise<Cv> | undefined;

/** OpenCV, compiled to WebAssembly. Ten megabytes of code: loaded with the first picture that needs it. */
export function loadOpenCv(): Promise<Cv> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Cv> {
  const { default: cv } = (await import('@techstark/opencv-js')) as unknown as { default: Cv };
  // The module has a `then` that never resolves, so it must not be awaited itself; it says by callback that it is ready.
  if (!('Mat' in cv && cv.Mat))
    await new Promise<void>((resolve) => Object.assign(cv, { onRuntimeInitialized: resolve }));
  return new Proxy(cv, { get: (target, name) => (name === 'then' ? undefined : Reflect.get(target, name)) });
}

/**
 * Runs work with matrices that live in WebAssembly memory, which no garbage collector frees, and frees them afterwards.
 *
 * @param work  is given `keep`: hand it every matrix or vector as soon as it is made
 */
export function withMatrices<T>(work: (keep: <M extends { delete(): void }>(matrix: M) => M) => T): T {
  const kept: { delete(): void }[] = [];
  try {
    return work((matrix) => {
      kept.push(matrix);
      return matrix;
    });
  } finally {
    for (const matrix of kept) matrix.delete();
  }
}
