/** The examples, run as a reader runs them: in a process of their own, against a whole Reident. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

let reident: TestReident;
let folder: string;

beforeAll(async () => {
  reident = await startTestReident();
  folder = mkdtempSync(path.join(tmpdir(), 'reident-examples-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await reident.stop();
});

interface Run {
  child: ChildProcess;
  /** What was printed so far. */
  printed(): string;
  ended: Promise<number | null>;
}

function run(command: string, ...args: string[]): Run {
  const file = path.join(projectRoot(), 'examples', args[0] ?? '');
  const child = spawn(command, [file, ...args.slice(1)], {
    cwd: folder,
    env: { ...process.env, REIDENT_DATA_DIR: reident.platform.config.dataDir },
  });
  let printed = '';
  const note = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { child, printed: () => printed, ended };
}

async function until(run: Run, text: RegExp): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (!text.test(run.printed())) {
    if (Date.now() > deadline) throw new Error(`${text} was not printed, but: ${run.printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the examples', () => {
  it('tutorial.mjs ends with the KYC report on disk', async () => {
    const tutorial = run(process.execPath, 'tutorial.mjs', '--auto');
    expect(await tutorial.ended, tutorial.printed()).toBe(0);
    const [report = ''] = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(readFileSync(path.join(folder, report)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('tutorial.sh needs curl and sed only', async () => {
    const tutorial = run('sh', 'tutorial.sh', '--auto');
    expect(await tutorial.ended, tutorial.printed()).toBe(0);
    expect(tutorial.printed()).toMatch(/The identification is successful\./);
  });

  it('every-outcome.mjs prints how each test case ends, and a reason only where there may be one', async () => {
    const outcomes = run(process.execPath, 'every-outcome.mjs');
    expect(await outcomes.ended, outcomes.printed()).toBe(0);
    expect(
      outcomes
        .printed()
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/)),
    ).toEqual([
      ['HAPPYPATH', 'successful', '–'],
      ['CANCELED', 'canceled', 'WARNING_FAKED_MANIPULATED_ID'],
      ['FRAUDIDENT', 'failed', '–'],
      ['ID_GLARE', 'canceled', 'ID_GLARE'],
      ['SELFIE_BLURRY', 'canceled', 'SELFIE_BLURRY'],
      ['USER_CANCELLATION_IDENTIFY_LATER', 'aborted', 'USER_CANCELLATION_IDENTIFY_LATER'],
    ]);
  });

  it('receive-webhooks.mjs prints genuine notifications and takes its subscription with it', async () => {
    const receiver = run(process.execPath, 'receive-webhooks.mjs');
    await until(receiver, /Listening at/);
    const tutorial = run(process.execPath, 'tutorial.mjs', '--auto');
    await tutorial.ended;
    await until(receiver, /cidt is created[\s\S]*cidt is pending[\s\S]*cidt is successful/);
    receiver.child.kill('SIGINT');
    expect(await receiver.ended).toBe(0);
    expect((await reident.call<unknown[]>('GET', '/v1/webhooks')).body).toEqual([]);
  });
});
