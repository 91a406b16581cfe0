import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@reident/store';

export interface ReidentProcess {
  child: ChildProcess;
  url: string;
  /** Milliseconds from spawn to the first answer. */
  readyInMs: number;
  output(): string;
  /** SIGKILL to the server alone; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface ProcessOptions {
  dataDir: string;
  port: number;
  env?: Record<string, string>;
  /** Resolves on exit instead of throwing when the server refuses to start. */
  timeoutMs?: number;
}

/** Runs the real `npm start` program as a process of its own and waits for its first answer. */
export async function startProcess({
  dataDir,
  port,
  env = {},
  timeoutMs = 60_000,
}: ProcessOptions): Promise<ReidentProcess> {
  const startedAt = Date.now();
  const { child, output, exited } = spawnServer({ dataDir, port, env });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/health/ready`))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended early: ${output()}`);
    if (Date.now() - startedAt > timeoutMs) throw new Error(`no answer in ${timeoutMs} ms: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return {
    child,
    url,
    readyInMs: Date.now() - startedAt,
    output,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

export function spawnServer({ dataDir, port, env = {} }: ProcessOptions) {
  const child = spawn(process.execPath, [path.join(projectRoot(), 'tools/start.mjs'), '--built'], {
    cwd: projectRoot(),
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      REIDENT_DATA_DIR: dataDir,
      REIDENT_PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, output: () => text, exited };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Process id of the embedded PostgreSQL of a data folder, from the file that PostgreSQL itself keeps. */
export function postmasterPid(dataDir: string): number | null {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Whether a process still runs. One that has ended but that nobody has buried, as in many containers, does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
