import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@reident/store';
import { buildCommandLine } from '../../../tools/build.mjs';

/** The program as users run it: a process of its own, built from today's sources. */
export interface TestCli {
  /** Runs to the end. */
  run(...args: string[]): Promise<Ended>;
  /** Runs until it is told to stop. */
  start(...args: string[]): Started;
  remove(): void;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  /** The lines of `--json`. */
  lines: Record<string, unknown>[];
}

export interface Started {
  child: ChildProcess;
  printed(): string;
  /** Resolves when the text was printed, rejects after 20 s with what was printed instead. */
  prints(text: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

export async function buildTestCli(name: string, env: Record<string, string>): Promise<TestCli> {
  const folder = path.join(projectRoot(), 'node_modules/.cache/reident-cli', `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'reident.mjs');
  await buildCommandLine(file);

  const start = (...args: string[]): Started => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr, lines: linesOf(stdout) }));
    });
    const printed = () => stdout + stderr;
    return { child, printed, ended, prints: (text) => waitForText(printed, text) };
  };

  return {
    start,
    run: (...args) => start(...args).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function waitForText(printed: () => string, text: RegExp): Promise<RegExpExecArray> {
  const endsAtMs = Date.now() + 20_000;
  while (true) {
    const found = text.exec(printed());
    if (found) return found;
    if (Date.now() > endsAtMs) throw new Error(`${text} was not printed, but: ${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function linesOf(stdout: string): Record<string, unknown>[] {
  return stdout.split('\n').flatMap((line) => {
    try {
      return line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : [];
    } catch {
      return [];
    }
  });
}
