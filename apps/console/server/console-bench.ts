import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Platform } from '@reident/providers';
import {
  type Capture,
  changeStatus,
  createLoginLink,
  createOperator,
  createTenant,
  findIdentification,
  type Identification,
  insertCapture,
  insertCaptureSession,
  insertExamination,
  insertIdentification,
  insertPerson,
  listAudit,
  listCaptures,
  type Operator,
  openBlobStore,
  projectRoot,
  putPersonBlob,
  redeemLoginLink,
  saveReading,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import sharp from 'sharp';
import { exampleCase } from '../../../packages/providers/kyc-report/example-case.ts';
import { createTestDatabase } from '../../../test/support/database.ts';
import type { Role } from '../tables/roles.ts';
import { registerConsole } from './register-console.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

const ORIGIN = 'http://127.0.0.1:8080';

/** The console on a database of its own, for tests: operators that are signed in, and cases that wait. */
export interface ConsoleBench {
  server: FastifyInstance;
  platform: Platform;
  tenant: Tenant;
  signIn(role: Role, tenant?: Tenant): Promise<SignedIn>;
  /** A case that waits for a decision, with two pictures, readings and findings. */
  waitingCase(attributes?: Record<string, unknown>, tenant?: Tenant): Promise<Identification & { captures: Capture[] }>;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  auditActions(entity: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface SignedIn {
  operator: Operator;
  cookie: string;
  get(url: string): Promise<LightMyRequestResponse>;
  /** As the page sends it; `headers` replaces single headers, null leaves one out. */
  post(url: string, body?: unknown, headers?: Record<string, string | null>): Promise<LightMyRequestResponse>;
}

export async function openConsoleBench(): Promise<ConsoleBench> {
  const { database, rootKey, close } = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-console-'));
  const blobs = await openBlobStore({ dataDir });
  const tenant = await createTenant(database, { company: 'bank', name: 'Beispielbank', kind: 'live' });
  const small = await sharp({ create: { width: 32, height: 20, channels: 3, background: '#9ab' } })
    .jpeg()
    .toBuffer();
  const platform: Platform = {
    config: {
      version: '0.0.0',
      host: '127.0.0.1',
      port: 8080,
      publicUrl: ORIGIN,
      dataDir,
      projectRoot: projectRoot(),
      role: 'api',
      loopbackOnly: true,
      webhookAllow: [],
    },
    database,
    blobs,
    engine: {
      read: () => Promise.reject(new Error('the console reads nothing')),
      derive: async () => small,
      drawLogo: () => Promise.reject(new Error('the console draws nothing')),
      drawIcon: () => Promise.reject(new Error('the console draws nothing')),
      stop: async () => undefined,
    },
    egress: { close: async () => undefined } as Platform['egress'],
    linkKey: rootKey,
    log: pino({ level: 'silent' }),
  };
  const server = Fastify();
  await server.register(async (scope) => registerConsole(scope, platform));

  return {
    server,
    platform,
    tenant,
    inTenant: (work) => database.inTenant(tenant.id, work),
    auditActions: (entity) =>
      database.inTenant(tenant.id, async (tx) => (await listAudit(tx, entity)).map(({ action }) => action)),
    async signIn(role, { id } = tenant) {
      const operator = await createOperator(database, id, { displayName: `A ${role}`, role });
      const session = await redeemLoginLink(database, await createLoginLink(database, operator.id));
      const cookie = `${SESSION_COOKIE}=${session}`;
      return {
        operator,
        cookie,
        get: (url) => server.inject({ method: 'GET', url, headers: { cookie } }),
        post: (url, body, changes = {}) =>
          server.inject({
            method: 'POST',
            url,
            payload: body === undefined ? undefined : JSON.stringify(body),
            headers: pageHeaders(cookie, body !== undefined, changes),
          }),
      };
    },
    async waitingCase(attributes, { id } = tenant) {
      return database.inTenant(id, async (tx) => seedCase(tx, platform, attributes ?? {}));
    },
    async close() {
      await server.close();
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function pageHeaders(cookie: string, json: boolean, changes: Record<string, string | null>): Record<string, string> {
  const headers = {
    cookie,
    host: '127.0.0.1:8080',
    origin: ORIGIN,
    'sec-fetch-site': 'same-origin',
    'x-reident-console': '1',
    ...(json ? { 'content-type': 'application/json' } : {}),
    ...changes,
  };
  return Object.fromEntries(Object.entries(headers).filter((header): header is [string, string] => header[1] !== null));
}

async function seedCase(
  tx: TenantTx,
  platform: Platform,
  attributes: Record<string, unknown>,
): Promise<Identification & { captures: Capture[] }> {
  const example = exampleCase();
  const system = { kind: 'system', id: null } as const;
  const person = await insertPerson(tx, { ...example.person.attributes, ...attributes });
  const created = await insertIdentification(
    tx,
    {
      personId: person.id,
      method: 'idnow_autoident',
      language: 'DE',
      proofOfAddressType: null,
      proofOfAddressIssuedAt: null,
    },
    system,
  );
  await changeStatus(tx, created, 'requested', { actor: system });
  const identification = await findIdentification(tx, created.id);
  const { session } = await insertCaptureSession(tx, {
    identification,
    language: 'DE',
    flow: { entry: 'link', code: null, introduced: true, nonce: null, kept: {} },
  });
  for (const { step, reading } of example.captures) {
    const original = await putPersonBlob(tx, platform.blobs, person.id, Buffer.from(`the original of ${step}`));
    const derivative = await putPersonBlob(tx, platform.blobs, person.id, Buffer.from(`the derivative of ${step}`));
    const order = {
      identificationId: created.id,
      sessionId: session.id,
      step,
      contentType: 'image/jpeg',
      source: 'camera',
    } as const;
    const { id } = await insertCapture(tx, { ...order, ...original });
    await saveReading(tx, id, reading, derivative);
  }
  const { findings, verdict, engineVersion } = example.examination ?? {
    findings: [],
    verdict: null,
    engineVersion: '',
  };
  await insertExamination(tx, { identificationId: created.id, engineVersion, findings, verdict, evidence: {} });
  await changeStatus(tx, identification, 'review_started', {
    actor: { kind: 'engine', id: null },
    result: 'REVIEW_PENDING',
  });
  return { ...(await findIdentification(tx, created.id)), captures: await listCaptures(tx, created.id) };
}
