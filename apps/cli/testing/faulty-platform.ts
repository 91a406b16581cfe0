/** Another platform: ours behind a server that plants faults into its answers and its notifications. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestReident } from '../../../test/support/reident.ts';
import { Bench, EXPECTATIONS, type Finding, runContract } from '../contract/index.ts';
import { openContractReceiver } from '../contract/receiver.ts';

export interface Call {
  method: string;
  path: string;
  body: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A notification on its way to the receiver. */
export interface Notification {
  headers: Record<string, string>;
  body: string;
  /** What the platform hears instead of the receiver's answer. */
  answers?: number;
  /** It never reaches the receiver. */
  swallowed?: boolean;
  /** It reaches the receiver, but the platform does not wait for what it answers. */
  unawaited?: boolean;
}

export interface Fault {
  /** Changes an answer on its way, or leaves it alone. */
  answer?(call: Call, reply: Reply): void;
  /** Changes a notification on its way, or leaves it alone. */
  notify?(notification: Notification): void;
}

export interface FaultyPlatform {
  url: string;
  stop(): Promise<void>;
}

export async function startFaulty(platform: TestReident, fault: Fault): Promise<FaultyPlatform> {
  /** Receivers by the path under which the relay stands in for them. */
  const receivers: string[] = [];
  const relay = await listen(async (request, response) => {
    const target = receivers[Number(/^\/(\d+)\//.exec(request.url ?? '')?.[1])] ?? '';
    const notification: Notification = { headers: forwardable(request.headers), body: await textOf(request) };
    fault.notify?.(notification);
    const passed = notification.swallowed ? 200 : pass(target, notification).catch(() => 502);
    const status = notification.unawaited ? 200 : await passed;
    response.writeHead(notification.answers ?? status, { connection: 'close' }).end();
  });
  const front = await listen(async (request, response) => {
    const { method = '', url: path = '' } = request;
    const call = { method, path, body: await textOf(request) };
    const answer = await fetch(platform.url + path, {
      method,
      headers: forwardable(request.headers),
      body: call.body === '' ? undefined : Buffer.from(relayed(call, relay.url, receivers), 'latin1'),
    });
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => !/^(content-length|connection|keep-alive|transfer-encoding)$/.test(name)),
    );
    const reply = { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()).toString('latin1') };
    fault.answer?.(call, reply);
    response.writeHead(reply.status, reply.headers).end(Buffer.from(reply.body, 'latin1'));
  });
  return {
    url: front.url,
    async stop() {
      await front.stop();
      await relay.stop();
    },
  };
}

/** Checks some expectations on a platform, in this process. */
export async function check(
  platform: TestReident,
  url: string,
  only: RegExp,
  options: { silencePatienceMs?: number } = {},
): Promise<Finding[]> {
  const { clientId, clientSecret } = platform.client;
  const receiver = await openContractReceiver();
  const credentials = {
    client_id: clientId,
    client_secret: clientSecret,
    api_url: url,
    token_url: `${url}/oauth2/token`,
  };
  const findings: Finding[] = [];
  const chosen = EXPECTATIONS.filter(({ id }) => only.test(id));
  for await (const finding of runContract(new Bench(credentials, receiver, receiver.url, options), chosen))
    findings.push(finding);
  await receiver.close();
  return findings;
}

/** Which of these expectations a platform with a fault does not keep. */
export async function differencesOf(
  platform: TestReident,
  fault: Fault,
  only: RegExp,
  options: { silencePatienceMs?: number } = {},
): Promise<string[]> {
  const other = await startFaulty(platform, fault);
  const findings = await check(platform, other.url, only, options);
  await other.stop();
  return findings.filter(({ outcome }) => outcome === 'differs').map(({ expectation }) => expectation.id);
}

/** Changes the JSON of the answers to these calls. */
export function json(
  method: string,
  path: RegExp,
  change: (body: Record<string, unknown>, call: Call) => unknown,
): Fault {
  return {
    answer(call, reply) {
      if (call.method !== method || !path.test(call.path) || reply.status >= 500) return;
      const body: unknown = reply.body === '' ? {} : JSON.parse(reply.body);
      reply.body = JSON.stringify(change(body as Record<string, unknown>, call) ?? body);
    },
  };
}

/** Changes statuses and headers of the answers to these calls. */
export function reply(method: string, path: RegExp, change: (reply: Reply, call: Call) => void): Fault {
  return {
    answer(call, answer) {
      if (call.method === method && path.test(call.path)) change(answer, call);
    },
  };
}

/** Changes notifications. */
export function notify(change: (notification: Notification) => void): Fault {
  return { notify: change };
}

async function pass(target: string, { headers, body }: Notification): Promise<number> {
  const bytes = body === '' ? undefined : Buffer.from(body, 'latin1');
  return (await fetch(target, { method: 'POST', headers, body: bytes })).status;
}

/** A subscription is made for the relay, which hands on to the receiver that was asked for. */
function relayed({ method, path, body }: Call, relay: string, receivers: string[]): string {
  if (method !== 'POST' || path !== '/v1/webhooks') return body;
  const { url, ...order } = JSON.parse(body) as { url: string };
  if (!url.startsWith('http://127.0.0.1')) return body;
  receivers.push(url);
  return JSON.stringify({ ...order, url: `${relay}/${receivers.length - 1}/` });
}

async function listen(handle: RequestListener): Promise<FaultyPlatform> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Bytes as latin1, so that those that are no text survive. */
async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

function forwardable(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !/^(host|connection|content-length|transfer-encoding)$/.test(name)
        ? [[name, value]]
        : [],
    ),
  );
}
