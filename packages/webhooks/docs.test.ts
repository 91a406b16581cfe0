import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RETRY_SCHEDULE } from '@reident/domain';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS } from './answers.ts';
import { CHAOS } from './chaos.ts';
import { deliveryHeaders } from './delivery-headers.ts';
import { newSecret, solarisSignature } from './signature.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 15_000 };

const page = readFileSync(path.join(projectRoot(), 'docs/webhooks.md'), 'utf8');

it('the page for partner engineers prints the table of answers', () => {
  const rows = ANSWERS.map(([from, to, effect, , , meaning]) => {
    const answer = from === null ? 'nothing' : from === to ? `${from}` : `${from} to ${to}`;
    return `| ${answer} | ${effect.replace('_', ' ')} | ${meaning} |`;
  });
  expect(printedTable('answers')).toEqual(['| You answer | Effect | Meaning |', '| --- | --- | --- |', ...rows]);
});

it('the page for partner engineers prints the faults that a sandbox plays', () => {
  const rows = Object.entries(CHAOS).map(([fault, { takes, seen }]) => {
    return `| \`${fault}\` | ${takes === null ? '–' : `\`${takes}\``} | ${seen} |`;
  });
  expect(printedTable('chaos')).toEqual([
    '| `fault` | Needs | How it shows at your receiver |',
    '| --- | --- | --- |',
    ...rows,
  ]);
});

it('the page for partner engineers prints the retry schedule', () => {
  const rows = RETRY_SCHEDULE.map(({ attempt, waitSeconds, totalSeconds }) => {
    return `| ${attempt} | ${duration(waitSeconds)} | ${duration(totalSeconds)} |`;
  });
  expect(printedTable('schedule')).toEqual([
    '| Attempt | Wait before it | After the first |',
    '| --- | --- | --- |',
    ...rows,
  ]);
});

describe('the receiver that the page tells to copy', () => {
  const [code = '', published = ''] = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, snippet]) => snippet);
  const secret = newSecret();
  const body = Buffer.from('{"status":"pending"}');
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-docs-'));
  let receiver: ChildProcess;
  let url: string;
  let printed = '';

  beforeAll(async () => {
    const file = path.join(folder, 'receiver.mjs');
    writeFileSync(file, code);
    receiver = spawn(process.execPath, [file], {
      env: { PORT: '0', WEBHOOK_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => {
      receiver.stdout?.on('data', (text) => {
        printed += text;
        if (printed.includes('listening on')) resolve();
      });
    });
    url = /http:\S+/.exec(printed)?.[0] ?? '';
  });

  afterAll(() => {
    receiver.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async (headers: Record<string, string>, bytes: Buffer) =>
    (await fetch(url, { method: 'POST', headers, body: new Uint8Array(bytes) })).status;

  const headersAt = (at: Date) =>
    deliveryHeaders(
      {
        id: 'delivery',
        tenantId: 'tenant',
        sandbox: true,
        leaseId: 'lease',
        leasedAt: at,
        attempt: 1,
        notification: { id: 'n1', eventType: 'IDENTIFICATION', entityId: 'an-identification', createdAt: at, body },
        subscription: { id: 'a-subscription', url, secret, nextSecret: null, chaos: null },
      },
      body,
      at,
    );

  it('answers the verification request', async () => {
    expect(await post({ 'Solaris-Webhook-Event-Type': 'WEBHOOK-SUBSCRIPTION' }, Buffer.alloc(0))).toBe(200);
  });

  it('takes what we send, and acts on a copy only once', async () => {
    expect(await post(headersAt(new Date()), body)).toBe(204);
    expect(await post(headersAt(new Date()), body)).toBe(204);
    await expect.poll(() => printed.match(/IDENTIFICATION an-identification pending/g), POLLING).toHaveLength(1);
  });

  it.each([
    ['a body that was changed', () => post(headersAt(new Date()), Buffer.from('{"status":"failed!"}'))],
    ['an old request', () => post(headersAt(new Date(Date.now() - 3_600_000)), body)],
    ['another id', () => post({ ...headersAt(new Date()), 'webhook-id': 'n2' }, body)],
    ['no signature', () => post({ 'Solaris-Webhook-Event-Type': 'IDENTIFICATION' }, body)],
  ])('refuses %s', async (_what, send) => {
    expect(await send()).toBe(401);
  });

  it('can check the published signature instead', () => {
    const check = new Function(
      'createHmac',
      'timingSafeEqual',
      'secret',
      'body',
      'headers',
      `${published}; return isGenuine;`,
    );
    const genuine = { 'solaris-webhook-signature': solarisSignature(secret, body) };
    expect(check(createHmac, timingSafeEqual, secret, body, genuine)).toBe(true);
    expect(check(createHmac, timingSafeEqual, secret, Buffer.from('{}'), genuine)).toBe(false);
    expect(check(createHmac, timingSafeEqual, secret, body, {})).toBe(false);
  });
});

function printedTable(name: string): string[] {
  const [, printed = ''] = new RegExp(`<!-- table: ${name} -->\n([^]*?)<!-- end -->`).exec(page) ?? [];
  return printed.trimEnd().split('\n');
}

// biome-ignore format: a table
const UNITS = [
  // from seconds  large           small
  [86_400,         [86_400, 'd'],  [3600, 'h']],
  [3600,           [3600, 'h'],    [60, 'min']],
  [60,             [60, 'min'],    [1, 's']],
] as const;

/** Two units at most: `5.5 s`, `3 min 21 s`, `1 d 19 h`. */
function duration(seconds: number): string {
  if (seconds === 0) return '–';
  const row = UNITS.find(([from]) => seconds >= from);
  if (row === undefined) return `${seconds.toFixed(1)} s`;
  const [, [large, largeName], [small, smallName]] = row;
  const rounded = Math.round(seconds / small) * small;
  return `${Math.floor(rounded / large)} ${largeName} ${(rounded % large) / small} ${smallName}`;
}
