import type { ChildProcess } from 'node:child_process';
import { PlatformError } from '@reident/domain';
import { type HostEnd, launchHost, RESIDENT_MEGABYTES, residentMegabytes } from './host-process.ts';
import type { HostMessage, HostRequest } from './protocol.ts';
import { limitTime, type TimeLimit } from './time-limit.ts';

/** What is asked of the host; it gets its number here. */
export type RequestBody = HostRequest extends infer Request
  ? Request extends HostRequest
    ? Omit<Request, 'id'>
    : never
  : never;

export type HostAnswer = Exclude<HostMessage, { say: 'ready' | 'decoded' | 'rejected' | 'failed' }>;

export interface HostLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface RequestLimits {
  /** The process ends after so long without a request. */
  idleSeconds: number;
  /** From the request to the answer, once the process runs. Longer where the process is given no processor. */
  timeoutSeconds: number;
  /** Of that, decoding alone. */
  decodeSeconds: number;
}

interface Task {
  request: HostRequest;
  resolve(answer: HostAnswer): void;
  reject(error: Error): void;
}

interface Running {
  task: Task;
  decodeLimit: TimeLimit;
  limit: TimeLimit;
  watch: NodeJS.Timeout;
}

/** The requests to one engine host, one at a time and each within its limits. The process starts with the first of them. */
export class HostRequests {
  readonly #program: { entry: string; assetsDir: string };
  readonly #limits: RequestLimits;
  readonly #log: HostLog;
  readonly #waiting: Task[] = [];
  #running: Running | null = null;
  #starting: Promise<ChildProcess> | null = null;
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;
  #lastId = 0;

  constructor(program: { entry: string; assetsDir: string }, limits: RequestLimits, log: HostLog) {
    this.#program = program;
    this.#limits = limits;
    this.#log = log;
  }

  /** @throws PlatformError when the host refuses what it was given, does not get done within the limits, or is stopped */
  ask(request: RequestBody): Promise<HostAnswer> {
    if (this.#stopped) return Promise.reject(stoppedError());
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      this.#waiting.push({ request: { ...request, id: this.#lastId } as HostRequest, resolve, reject });
      void this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#idle);
    for (const task of this.#waiting.splice(0)) task.reject(stoppedError());
    const host = this.#child ?? (await this.#starting?.catch(() => null)) ?? null;
    if (!host || host.exitCode !== null || host.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
    host.kill('SIGKILL');
    await ended;
  }

  async #next(): Promise<void> {
    if (this.#running || this.#starting || this.#waiting.length === 0) return;
    clearTimeout(this.#idle);
    let host: ChildProcess;
    try {
      this.#starting = this.#child ? Promise.resolve(this.#child) : this.#launch();
      host = await this.#starting;
    } catch (cause) {
      for (const task of this.#waiting.splice(0)) task.reject(new Error('the engine host did not start', { cause }));
      return;
    } finally {
      this.#starting = null;
    }
    const task = this.#waiting.shift();
    if (task) this.#run(host, task);
  }

  #launch(): Promise<ChildProcess> {
    return launchHost(this.#program, {
      ready: (host) => {
        this.#child = host;
        this.#log.info({ pid: host.pid }, 'engine host started');
      },
      heard: (message) => this.#heard(message),
      ended: (host, how) => this.#ended(host, how),
    });
  }

  #run(host: ChildProcess, task: Task): void {
    const { decodeSeconds, timeoutSeconds } = this.#limits;
    this.#running = {
      task,
      decodeLimit: limitTime(host.pid, decodeSeconds, () => this.#kill(host, 'decoding took too long')),
      limit: limitTime(host.pid, timeoutSeconds, () => this.#kill(host, 'reading took too long')),
      watch: setInterval(() => void this.#watchMemory(host), 200),
    };
    host.send(task.request);
  }

  #heard(message: Exclude<HostMessage, { say: 'ready' }>): void {
    if (message.id !== this.#running?.task.request.id) return;
    if (message.say === 'decoded') {
      this.#running.decodeLimit.clear();
      return;
    }
    this.#finish(({ resolve, reject }) => {
      if (message.say === 'rejected') reject(new PlatformError(message.code, message.detail));
      else if (message.say === 'failed') reject(new Error(`the engine host failed: ${message.stack}`));
      else resolve(message);
    });
  }

  #ended(host: ChildProcess, how: HostEnd): void {
    if (this.#child !== host) return;
    this.#child = null;
    if (!this.#stopped) this.#log.warn(how, 'engine host ended');
    // A picture that is being read when the platform stops is nobody's fault, and will be read again.
    const failure = this.#stopped
      ? stoppedError()
      : new PlatformError('unreadable_media', 'the picture could not be read within the limits');
    this.#finish(({ reject }) => reject(failure));
  }

  /** Ends the running request, if any, and goes on to the next one. */
  #finish(answer: (task: Task) => void): void {
    if (!this.#running) return;
    const { task, decodeLimit, limit, watch } = this.#running;
    decodeLimit.clear();
    limit.clear();
    clearInterval(watch);
    this.#running = null;
    answer(task);
    if (this.#waiting.length > 0) void this.#next();
    else this.#idle = setTimeout(() => this.#rest(), this.#limits.idleSeconds * 1000).unref();
  }

  /** Ends the process for now. A picture that comes while it is ending gets a new one. */
  #rest(): void {
    this.#log.info({ pid: this.#child?.pid }, 'engine host rests');
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #kill(host: ChildProcess, why: string): void {
    this.#log.warn({ why }, 'engine host is ended');
    host.kill('SIGKILL');
  }

  async #watchMemory(host: ChildProcess): Promise<void> {
    const megabytes = await residentMegabytes(host.pid);
    if (this.#running && megabytes !== null && megabytes > RESIDENT_MEGABYTES)
      this.#kill(host, 'it took too much memory');
  }
}

function stoppedError(): PlatformError {
  return new PlatformError('service_unavailable', 'the engine host is stopped');
}
