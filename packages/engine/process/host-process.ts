import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { HostMessage } from './protocol.ts';

const START_SECONDS = 20;
/** The JavaScript heap of the process; what libvips and OpenCV hold beside it is watched by resident size. */
const HEAP_MEGABYTES = 400;
export const RESIDENT_MEGABYTES = 800;

/**
 * How the C library keeps memory: large blocks go back to the system as soon as they are free, and all threads share one arena.
 * Without it the layers of the networks leave holes that no later picture fills, 200 MB and more of them. What comes from the system
 * is asked for in pages of 2 MB where it has them: in small ones the kernel took a quarter of all our time to hand them out.
 * Decisions 0098 and 0131 have the figures.
 *
 * @see mallopt(3) and the tunables of glibc; where there is no glibc nobody reads them
 */
const ALLOCATOR = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(4 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(8 * 1024 * 1024),
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
} as const;

/**
 * Garbage is young for two megabytes only, so that pictures no longer needed are given back soon; and of OpenCV only the
 * functions that are called are compiled. What is garbage already may be thrown away before much is asked for.
 */
const RUNTIME = [
  `--max-old-space-size=${HEAP_MEGABYTES}`,
  '--max-semi-space-size=2',
  '--wasm-lazy-compilation',
  '--expose-gc',
] as const;

/** How a process ended, and what it said last. */
export interface HostEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  lastWords: string;
}

export interface HostListener {
  /** The process runs and waits for a request. */
  ready(host: ChildProcess): void;
  heard(message: Exclude<HostMessage, { say: 'ready' }>): void;
  ended(host: ChildProcess, how: HostEnd): void;
}

/**
 * Starts the program of the engine host.
 *
 * @throws Error when it ends before it is ready, or takes too long for that
 */
export function launchHost(
  { entry, assetsDir }: { entry: string; assetsDir: string },
  listener: HostListener,
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const host = fork(entry, [assetsDir], {
      serialization: 'advanced',
      execArgv: [...RUNTIME],
      // A process that decodes what strangers send is told none of our settings or secrets.
      env: ALLOCATOR,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const startTimer = setTimeout(() => host.kill('SIGKILL'), START_SECONDS * 1000);
    let lastWords = '';
    host.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000);
    });
    host.on('message', (message: HostMessage) => {
      if (message.say !== 'ready') return listener.heard(message);
      clearTimeout(startTimer);
      listener.ready(host);
      resolve(host);
    });
    host.on('error', reject);
    host.on('exit', (code, signal) => {
      clearTimeout(startTimer);
      reject(new Error(`it ended with ${signal ?? `code ${code}`}`));
      listener.ended(host, { code, signal, lastWords });
    });
  });
}

/** Null where the system does not tell (it does on Linux). */
export async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kilobytes = status && /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}
