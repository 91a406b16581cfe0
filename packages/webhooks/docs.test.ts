import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RETRY_RULES, RETRY_SCHEDULE } from '@reident/domain';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS } from './answers.ts';
import { CHAOS } from './chaos.ts';
import { deliveryHeaders } from './delivery-headers.ts';
import { newSecret, solarisSignature } from './signature.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 180_000 };

const guide = (name: string) => readFileSync(path.join(projectRoot(), 'docs/guides', name), 'utf8');
const page = guide('webhooks.md');

it('the guide to webhooks prints the table of answers', () => {
  const rows = ANSWERS.map(([from, to, effect, , , meaning]) => {
    const answer = from === null ? 'nothing' : from === to ? `${from}` : `${from} to ${to}`;
    return `| ${answer} | ${effect.replace('_', ' ')} | ${meaning} |`;
  });
  expect(printedTable(page, 'answers')).toEqual(['| You answer | Effect | Meaning |', '| --- | --- | --- |', ...rows]);
});

it('the guide to testing a receiver prints the faults that a sandbox injects', () => {
  const rows = Object.entries(CHAOS).map(([fault, { takes, seen }]) => {
    return `| \`${fault}\` | ${takes === null ? '–' : `\`${takes}\``} | ${seen} |`;
  });
  expect(printedTable(guide('testing-a-receiver.md'), 'chaos')).toEqual([
    '| `fault` | Needs | How it shows at your receiver |',
    '| --- | --- | --- |',
    ...rows,
  ]);
});

it('the guide to webhooks says how often, for how long and at what waits a notification is tried', () => {
  const { attempts, rate, jitter } = RETRY_RULES;
  const days = Math.round((RETRY_SCHEDULE.at(-1)?.totalSeconds ?? 0) / 86_400);
  expect(days).toBe(5);
  expect(page.replace(/\s+/g, ' ')).toContain(
    `at most ${attempts[0]} times over about five days, each wait ${rate[0]} times as long as the one before, give or take ${jitter[0] * 100} %`,
  );
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

function printedTable(text: string, name: string): string[] {
  const [, printed = ''] = new RegExp(`<!-- table: ${name} -->\n([^]*?)<!-- end -->`).exec(text) ?? [];
  return printed.trimEnd().split('\n');
}
