import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@reident/store';
import { egressRules, openEgress, verifyStandardSignature } from '@reident/webhooks';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../apps/server/config.ts';
import { smsSender } from '../../apps/server/sms-sender.ts';
import { makeCertificate } from '../fixtures/certificate.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

const run = promisify(execFile);
const TSX = path.join(projectRoot(), 'node_modules/.bin/tsx');

let reident: TestReident;
beforeAll(async () => {
  reident = await startTestReident();
});
afterAll(() => reident?.stop());

/** The command as it is typed, in a process of its own. */
async function admin<T = Record<string, unknown>>(...words: string[]): Promise<T> {
  const { stdout } = await run(TSX, [path.join(projectRoot(), 'apps/cli/main.ts'), 'admin', ...words, '--json'], {
    env: { ...process.env, REIDENT_DATA_DIR: reident.platform.config.dataDir },
  });
  return JSON.parse(stdout) as T;
}

async function token(client: { client_id: string; client_secret: string }): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')}`;
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'partners' });
  return (await fetch(`${reident.url}/oauth2/token`, { method: 'POST', headers: { authorization }, body: form }))
    .status;
}

describe('reident admin', () => {
  it('takes a bank from nothing to a client that gets tokens and an admin who signs in', async () => {
    expect(await admin('tenants', 'create', 'north-bank', '--name', 'North Bank', '--kind', 'live')).toMatchObject({
      company: 'north-bank',
      kind: 'live',
    });
    const client = await admin<{ client_id: string; client_secret: string }>('clients', 'create', 'north-bank');
    expect(await token(client)).toBe(200);
    const second = await admin<typeof client>('clients', 'rotate', 'north-bank', client.client_id);
    expect([await token(client), await token(second)]).toEqual([200, 200]);
    await admin('clients', 'revoke', 'north-bank', client.client_id);
    expect([await token(client), await token(second)]).toEqual([401, 401]);

    const operator = await admin<{ id: string }>(
      'operators',
      'create',
      'north-bank',
      '--name',
      'Ada',
      '--role',
      'admin',
    );
    const { link } = await admin<{ link: string }>('operators', 'login', 'north-bank', operator.id);
    expect((await fetch(link)).status).toBe(200);
    await admin('settings', 'set', 'north-bank', 'linkLifetimeDays=7');
    expect(await admin('settings', 'show', 'north-bank')).toMatchObject({
      linkLifetimeDays: 7,
      reviewPolicy: 'always',
    });
  });

  it('says in one line why not, and with which exit code', async () => {
    const failed = await admin('settings', 'set', 'north-bank', 'reviewPolicy=never').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 5 });
    expect((failed as { stderr: string }).stderr).toContain('two admins of the live tenant decide this in the console');
  });

  it('talks through a socket that nobody else can open', async () => {
    const pointer = path.join(reident.platform.config.dataDir, 'admin.json');
    expect(statSync(pointer).mode & 0o777).toBe(0o600);
    const { socket } = JSON.parse(readFileSync(pointer, 'utf8')) as { socket: string };
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(socket)).mode & 0o777).toBe(0o700);
  });
});

describe('codes of a live tenant', () => {
  it('go to the gateway of the operator as a signed message, and nothing but success counts', async () => {
    const { key, cert } = makeCertificate('sms.example');
    const secret = randomBytes(32).toString('base64');
    const seen: { headers: Record<string, unknown>; body: Buffer }[] = [];
    let status = 204;
    const gateway = createServer({ key, cert }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ headers: request.headers, body: Buffer.concat(chunks) });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const { port } = gateway.address() as AddressInfo;
    const rules = {
      ...egressRules({ host: '127.0.0.1', port: 1, loopbackOnly: true, webhookAllow: [`127.0.0.0/8:${port}`] }),
      resolve: async () => ['127.0.0.1'],
    };
    const egress = openEgress(rules, { ca: cert });
    const sender = smsSender(egress, pino({ level: 'silent' }), { url: `https://sms.example:${port}/send`, secret });
    await sender.send({ number: '+4915123456789', text: '123456 is your code' });
    expect(JSON.parse(String(seen[0]?.body))).toEqual({ number: '+4915123456789', text: '123456 is your code' });
    const signed = seen[0]?.headers as unknown as Parameters<typeof verifyStandardSignature>[2];
    expect(verifyStandardSignature(secret, seen[0]?.body as Buffer, signed, new Date())).toBe(true);
    status = 500;
    await expect(sender.send({ number: '+49151', text: 'x' })).rejects.toMatchObject({ code: 'sms_unavailable' });
    await egress.close();
    gateway.closeAllConnections();
    gateway.close();
  });

  it('need https and a secret, or the server does not start', () => {
    expect(() => readConfig({ REIDENT_SMS_URL: 'http://sms.example' })).toThrow(
      'REIDENT_SMS_URL must be an https address',
    );
    expect(() => readConfig({ REIDENT_SMS_URL: 'https://sms.example' })).toThrow(
      'REIDENT_SMS_SECRET must be at least 32 bytes',
    );
  });
});
