import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEngineHost } from '@reident/engine';
import type { Platform } from '@reident/providers';
import {
  createClient,
  createTenant,
  issueToken,
  type NewTenant,
  openBlobStore,
  projectRoot,
  type Tenant,
} from '@reident/store';
import { egressRules, openEgress } from '@reident/webhooks';
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { createTestDatabase } from '../../../test/support/database.ts';
import { registerApi } from '../register-api.ts';
import { openApiDocument } from '../to-openapi.ts';
import { answerChecker } from './check-answer.ts';

/** A partner as a test sees it: a tenant with a client and a live token. */
export interface TestPartner {
  tenant: Tenant;
  clientId: string;
  clientSecret: string;
  token: string;
  /** Calls the API with the token, checks the answer against the contract, and parses its body. */
  call<T = Record<string, unknown>>(method: Method, url: string, body?: unknown): Promise<TestAnswer<T>>;
}

export interface TestAnswer<T> {
  status: number;
  headers: LightMyRequestResponse['headers'];
  body: T;
  text: string;
}

export interface ErrorsBody {
  errors: { id: string; status: number; code: string; title: string; detail: string; source?: { field: string } }[];
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface TestApi {
  platform: Platform;
  server: FastifyInstance;
  /** The partner that most tests are. */
  partner: TestPartner;
  addPartner(order?: Partial<NewTenant>): Promise<TestPartner>;
  /** Any request; its answer is checked against the contract unless it has no route there. */
  send(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Lines that were logged. */
  logged: string[];
  close(): Promise<void>;
}

/** Tells the test which route answered. */
const ROUTE_HEADER = 'x-test-route';

/** The partner API alone, on a real database of its own; every answer is checked against `openapi.json`. */
export async function startTestApi(): Promise<TestApi> {
  const { database, close } = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-api-'));
  const logged: string[] = [];
  const config = testConfig(dataDir);
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const platform: Platform = {
    config,
    database,
    blobs: await openBlobStore({ location: undefined, dataDir }),
    engine: startEngineHost({ entry: 'not needed by the API', assetsDir: config.projectRoot, log }),
    egress: openEgress(egressRules(config)),
    linkKey: randomBytes(32),
    log,
  };
  const server = Fastify({ genReqId: () => crypto.randomUUID(), routerOptions: { maxParamLength: 512 } });
  const check = answerChecker();
  const { paths } = openApiDocument();
  server.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url?.replace(/:(\w+)/g, '{$1}') ?? '';
    if (route in paths) reply.header(ROUTE_HEADER, route);
  });
  await server.register(async (scope) => registerApi(scope, platform));
  await server.ready();

  const send = async (request: InjectOptions) => {
    const response = await server.inject(request);
    const path = String(response.headers[ROUTE_HEADER] ?? '');
    if (path !== '' && response.statusCode !== 405) {
      const contentType = String(response.headers['content-type'] ?? '');
      check({ method: String(request.method), path, status: response.statusCode, contentType, body: response.body });
    }
    return response;
  };

  const addPartner = async (order: Partial<NewTenant> = {}) => {
    const company = `bank-${randomBytes(4).toString('hex')}`;
    const tenant = await createTenant(database, { company, name: 'Test Bank', kind: 'sandbox', ...order });
    const client = await createClient(database, tenant.id);
    const { token } = await issueToken(database, { tenantId: tenant.id, clientId: client.clientId });
    return { tenant, ...client, token, call: callWith(send, token) };
  };

  return {
    platform,
    server,
    partner: await addPartner(),
    addPartner,
    send,
    logged,
    async close() {
      await server.close();
      await platform.egress.close();
      await platform.engine.stop();
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function callWith(send: TestApi['send'], token: string): TestPartner['call'] {
  return async <T>(method: Method, url: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const response = await send({ method, url, headers, payload });
    const isJson = String(response.headers['content-type'] ?? '').startsWith('application/json');
    const parsed = isJson ? JSON.parse(response.body) : null;
    return { status: response.statusCode, headers: response.headers, body: parsed as T, text: response.body };
  };
}

function testConfig(dataDir: string): Platform['config'] {
  return {
    version: 'test',
    host: '127.0.0.1',
    port: 8080,
    publicUrl: 'http://127.0.0.1:8080',
    dataDir,
    projectRoot: projectRoot(),
    role: 'api',
    loopbackOnly: true,
    webhookAllow: [],
  };
}
