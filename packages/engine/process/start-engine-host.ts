import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { PlatformError } from '@reident/domain';
import type { CapturedMedia, CaptureReading } from '../readings/capture.ts';
import type { HostMessage, HostRequest } from './protocol.ts';

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

export interface HostLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

const DECODE_SECONDS = 5;
/** A process that gets less of the processor than it could use may take so many times as long, and no longer: it may also hang. */
const BUSY_FACTOR = 3;
const START_SECONDS = 20;
/** The JavaScript heap of the process; what libvips and OpenCV hold beside it is watched by resident size. */
const HEAP_MEGABYTES = 400;
const RESIDENT_MEGABYTES = 800;

/**
 * How the C library keeps memory: large blocks go back to the system as soon as they are free, and all threads share one arena.
 * Without it the layers of the networks leave holes that no later picture fills, 200 MB and more of them.
 *
 * @see mallopt(3); where there is no glibc nobody reads it
 */
const ALLOCATOR = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(2 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(2 * 1024 * 1024),
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

/** Makes the host ready to start; the process itself starts with the first picture. */
export function startEngineHost(options: EngineHostOptions): EngineHost {
  const { idleSeconds = 300, timeoutSeconds = 30, decodeSeconds = DECODE_SECONDS, log } = options;
  const waiting: Task[] = [];
  let running: Running | null = null;
  let starting: Promise<ChildProcess> | null = null;
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastId = 0;

  function ask(request: RequestBody): Promise<HostMessage> {
    if (stopped) return Promise.reject(new PlatformError('service_unavailable', 'the engine host is stopped'));
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.push({ request: { ...request, id: lastId } as HostRequest, resolve, reject });
      void next();
    });
  }

  async function next(): Promise<void> {
    if (running || starting || waiting.length === 0) return;
    clearTimeout(idle);
    let host: ChildProcess;
    try {
      starting = child ? Promise.resolve(child) : launch();
      host = await starting;
    } catch (cause) {
      for (const task of waiting.splice(0)) task.reject(new Error('the engine host did not start', { cause }));
      return;
    } finally {
      starting = null;
    }
    const task = waiting.shift();
    if (!task) return;
    running = {
      task,
      decodeLimit: limitTime(host.pid, decodeSeconds, () => kill(host, 'decoding took too long')),
      limit: limitTime(host.pid, timeoutSeconds, () => kill(host, 'reading took too long')),
      watch: setInterval(() => void watchMemory(host), 200),
    };
    host.send(task.request);
  }

  function launch(): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const host = fork(options.entry, [options.assetsDir], {
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
        if (message.say === 'ready') {
          clearTimeout(startTimer);
          child = host;
          log.info({ pid: host.pid }, 'engine host started');
          resolve(host);
        } else settle(message);
      });
      host.on('error', reject);
      host.on('exit', (code, signal) => {
        clearTimeout(startTimer);
        reject(new Error(`it ended with ${signal ?? `code ${code}`}`));
        if (child !== host) return;
        child = null;
        if (!stopped) log.warn({ code, signal, lastWords }, 'engine host ended');
        // A picture that is being read when the platform stops is nobody's fault, and will be read again.
        const failure = stopped
          ? new PlatformError('service_unavailable', 'the engine host is stopped')
          : new PlatformError('unreadable_media', 'the picture could not be read within the limits');
        finish(({ reject }) => reject(failure));
      });
    });
  }

  function settle(message: Exclude<HostMessage, { say: 'ready' }>): void {
    if (message.id !== running?.task.request.id) return;
    if (message.say === 'decoded') {
      running.decodeLimit.clear();
      return;
    }
    finish(({ resolve, reject }) => {
      if (message.say === 'rejected') reject(new PlatformError(message.code, message.detail));
      else if (message.say === 'failed') reject(new Error(`the engine host failed: ${message.stack}`));
      else resolve(message);
    });
  }

  /** Ends the running request, if any, and goes on to the next one. */
  function finish(answer: (task: Task) => void): void {
    if (!running) return;
    const { task, decodeLimit, limit, watch } = running;
    decodeLimit.clear();
    limit.clear();
    clearInterval(watch);
    running = null;
    answer(task);
    if (waiting.length > 0) void next();
    else idle = setTimeout(rest, idleSeconds * 1000).unref();
  }

  /** Ends the process for now. A picture that comes while it is ending gets a new one. */
  function rest(): void {
    log.info({ pid: child?.pid }, 'engine host rests');
    child?.kill('SIGKILL');
    child = null;
  }

  function kill(host: ChildProcess, why: string): void {
    log.warn({ why }, 'engine host is ended');
    host.kill('SIGKILL');
  }

  async function watchMemory(host: ChildProcess): Promise<void> {
    const megabytes = await residentMegabytes(host.pid);
    if (running && megabytes !== null && megabytes > RESIDENT_MEGABYTES) kill(host, 'it took too much memory');
  }

  async function draw(request: RequestBody): Promise<Buffer> {
    const answer = await ask(request);
    if (answer.say !== 'drawing') throw new Error(`the engine host answered ${answer.say} to ${request.ask}`);
    return Buffer.from(answer.png);
  }

  return {
    async read(media) {
      const answer = await ask({ ask: 'read', media });
      if (answer.say !== 'reading') throw new Error(`the engine host answered ${answer.say} to read`);
      return answer.reading;
    },
    async derive(bytes, contentType = 'image/jpeg') {
      const answer = await ask({ ask: 'derive', bytes, contentType });
      if (answer.say !== 'derivative') throw new Error(`the engine host answered ${answer.say} to derive`);
      return Buffer.from(answer.jpeg);
    },
    drawLogo: (bytes) => draw({ ask: 'logo', bytes }),
    drawIcon: (logo, background, size) => draw({ ask: 'icon', logo, background, size }),
    async stop() {
      stopped = true;
      clearTimeout(idle);
      for (const task of waiting.splice(0))
        task.reject(new PlatformError('service_unavailable', 'the engine host is stopped'));
      const host = child ?? (await starting?.catch(() => null)) ?? null;
      if (!host || host.exitCode !== null || host.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
      host.kill('SIGKILL');
      await ended;
    },
  };
}

interface Task {
  request: HostRequest;
  resolve(message: HostMessage): void;
  reject(error: Error): void;
}

interface Running {
  task: Task;
  decodeLimit: TimeLimit;
  limit: TimeLimit;
  watch: NodeJS.Timeout;
}

interface TimeLimit {
  clear(): void;
}

/**
 * Calls `end` when a process has had its seconds: of the processor, where the system tells, so that a busy machine does not
 * look like a bad picture; and by the clock at the latest after `BUSY_FACTOR` times as many.
 */
function limitTime(pid: number | undefined, seconds: number, end: () => void): TimeLimit {
  const latest = performance.now() + seconds * BUSY_FACTOR * 1000;
  const atStart = processorSeconds(pid);
  let cleared = false;
  let timer = setTimeout(check, seconds * 1000);
  async function check(): Promise<void> {
    const [before, now] = [await atStart, await processorSeconds(pid)];
    if (cleared) return;
    const left = before === null || now === null ? 0 : seconds - (now - before);
    if (left <= 0 || performance.now() >= latest) return end();
    timer = setTimeout(check, Math.min(Math.max(left * 1000, 10), latest - performance.now()));
  }
  return {
    clear() {
      cleared = true;
      clearTimeout(timer);
    },
  };
}

type RequestBody = HostRequest extends infer Request
  ? Request extends HostRequest
    ? Omit<Request, 'id'>
    : never
  : never;

/** A hundredth of a second on every Linux, whatever the kernel counts in. */
const TICKS_PER_SECOND = 100;

/** User and system time of a process with all its threads; null where the system does not tell (it does on Linux). */
async function processorSeconds(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name in brackets may hold anything; user and system time are the 14th and 15th field, the 12th and 13th after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Null where the system does not tell (it does on Linux). */
async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kilobytes = status && /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : null;
}
