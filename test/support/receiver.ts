import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';

/** One request as the receiver saw it. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  at: number;
}

/** A status, or a function that returns one or writes the response itself and returns nothing. */
export type Answer = number | ((request: ReceivedRequest, response: ServerResponse) => number | undefined);

/** A partner's receiver on loopback: a real HTTP server that records every request and answers as it is told. */
export interface Receiver {
  url: string;
  port: number;
  /** Everything that arrived, verification requests included. */
  requests: ReceivedRequest[];
  /** Notifications only. */
  notifications(): ReceivedRequest[];
  /** Answers from now on. Verification requests always get 200, unless `answerVerification` says otherwise. */
  answer(answer: Answer): void;
  answerVerification(answer: Answer): void;
  /** Resolves when so many notifications arrived; rejects after the timeout and says how many did. */
  received(count: number, timeoutMs?: number): Promise<ReceivedRequest[]>;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const waiting = new Set<() => void>();
  let usual: Answer = 200;
  let verification: Answer = 200;

  const server = createServer((message, response) => {
    void readRequest(message).then((request) => {
      requests.push(request);
      for (const wake of waiting) wake();
      respond(response, request, isVerification(request) ? verification : usual);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const notifications = () => requests.filter((request) => !isVerification(request));

  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    requests,
    notifications,
    answer(answer) {
      usual = answer;
    },
    answerVerification(answer) {
      verification = answer;
    },
    received(count, timeoutMs = 15_000) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (notifications().length < count) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(notifications());
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${notifications().length} of ${count} notifications arrived within ${timeoutMs} ms`));
        }, timeoutMs);
        waiting.add(look);
        look();
      });
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A listener that should never be reached: counts connections and closes them. */
export interface Sentinel {
  port: number;
  connections: number;
  stop(): Promise<void>;
}

export async function startSentinel(host: string, port = 0): Promise<Sentinel> {
  const server: TcpServer = createTcpServer((socket) => {
    sentinel.connections += 1;
    socket.on('error', () => undefined).destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const sentinel: Sentinel = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sentinel;
}

async function readRequest(message: IncomingMessage): Promise<ReceivedRequest> {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = message;
  return { method, path: url, headers, body: Buffer.concat(chunks), at };
}

function isVerification(request: ReceivedRequest): boolean {
  return request.headers['solaris-webhook-event-type'] === 'WEBHOOK-SUBSCRIPTION';
}

function respond(response: ServerResponse, request: ReceivedRequest, answer: Answer): void {
  const status = typeof answer === 'function' ? answer(request, response) : answer;
  if (status !== undefined) response.writeHead(status).end();
}
