import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Platform } from '@reident/providers';
import { projectRoot, type Tenant, updateSettings } from '@reident/store';
import { readConfig } from '../../apps/server/config.ts';
import { type RunningReident, startReident } from '../../apps/server/reident.ts';
import { createTestDatabaseUrl } from './database.ts';

export interface TestReident {
  url: string;
  platform: Platform;
  tenant: Tenant;
  client: { clientId: string; clientSecret: string };
  /** Bearer token of the sandbox partner. */
  token: string;
  facts: RunningReident['facts'];
  /** Calls the partner API with the token; the answer's body is parsed. */
  call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T; headers: Headers }>;
  stop(): Promise<void>;
}

/** A whole Reident on a free port, with a database of its own in the shared test PostgreSQL. */
export async function startTestReident(env: Record<string, string> = {}): Promise<TestReident> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-data-'));
  const database = await createTestDatabaseUrl();
  const port = await freePort();
  const config = readConfig({
    REIDENT_PORT: String(port),
    REIDENT_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    ...env,
  });
  const running = await startReident({ ...config, projectRoot: projectRoot() });
  const { client_id: clientId, client_secret: clientSecret } = running.facts.credentials;
  const token = await fetchToken(running.url, clientId, clientSecret);
  return {
    url: running.url,
    platform: running.platform,
    tenant: running.tenant,
    client: { clientId, clientSecret },
    token,
    facts: running.facts,
    call: async (method, target, body) => {
      const response = await fetch(`${running.url}${target}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    },
    stop: async () => {
      await running.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function fetchToken(url: string, clientId: string, clientSecret: string): Promise<string> {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&scope=partners',
  });
  const answer = (await response.json()) as { access_token: string };
  return answer.access_token;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** For what is not about recordings: the customer pictures the document and the face, and nothing else is asked for. */
export async function askForPicturesOnly({ platform, tenant }: TestReident): Promise<void> {
  await platform.database.inTenant(tenant.id, (tx) =>
    updateSettings(tx, { askSecurityVideo: false, askLiveness: false }, { kind: 'system', id: null }),
  );
}
