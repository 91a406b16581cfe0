import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError } from '../cli-error.ts';

export interface ReceivedMessage {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** How the receiver answers below a path; everywhere else, and where the row says so to the verification request, with 200. */
// biome-ignore format: a table
const ANSWERS = {
  //                 to the verification   to what comes after it, in order; the last one from then on
  '/refuse':        [500,                  [500]],
  '/busy':          [200,                  [500, 200]],
  '/unprocessable': [200,                  [422]],
  '/gone':          [200,                  [410]],
} as const satisfies Record<string, readonly [number, readonly number[]]>;

/** The first notification to this path is answered so late that nobody may still be waiting; those after it at once. */
const SILENT = '/silent';
const SILENT_MS = 45_000;

export type ReceiverPath = keyof typeof ANSWERS | typeof SILENT | '/contract' | '/without-payload' | '/changed';

/** A receiver on this machine that keeps what arrives. */
export interface ContractReceiver {
  url: string;
  /** The first message that fits, also one that is still to come; undefined when none comes in time. */
  first(fits: (message: ReceivedMessage) => boolean, timeoutMs: number): Promise<ReceivedMessage | undefined>;
  close(): Promise<void>;
}

export async function openContractReceiver(port = 0): Promise<ContractReceiver> {
  const messages: ReceivedMessage[] = [];
  const server = createServer((request, response) => {
    // A message that breaks off, as one on its way at the end does, was none.
    receive(request).then(
      (message) => take(message, response),
      () => response.destroy(),
    );
  });
  const take = (message: ReceivedMessage, response: ServerResponse) => {
    messages.push(message);
    const answer = () => response.writeHead(statusFor(message, messages), { connection: 'close' }).end();
    if (!isSilentFor(message, messages)) return answer();
    const timer = setTimeout(answer, SILENT_MS);
    response.once('close', () => clearTimeout(timer));
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new CliError('misuse', `Port ${port} is taken`)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async first(fits, timeoutMs) {
      const endsAtMs = Date.now() + timeoutMs;
      while (true) {
        const found = messages.find(fits);
        if (found || Date.now() > endsAtMs) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function receive(request: IncomingMessage): Promise<ReceivedMessage> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', headers, url = '' } = request;
  return { method, path: url, headers, body: Buffer.concat(chunks) };
}

export function isVerification({ headers }: ReceivedMessage): boolean {
  return headers['solaris-webhook-event-type'] === 'WEBHOOK-SUBSCRIPTION';
}

function isSilentFor(message: ReceivedMessage, messages: readonly ReceivedMessage[]): boolean {
  if (!message.path.endsWith(SILENT) || isVerification(message)) return false;
  return messages.find((other) => other.path === message.path && !isVerification(other)) === message;
}

function statusFor(message: ReceivedMessage, messages: readonly ReceivedMessage[]): number {
  const [, row] = Object.entries(ANSWERS).find(([path]) => message.path.endsWith(path)) ?? [];
  if (row === undefined) return 200;
  const [toVerification, statuses] = row;
  if (isVerification(message)) return toVerification;
  const count = messages.filter((other) => other.path === message.path && !isVerification(other)).length;
  return statuses[Math.min(count, statuses.length) - 1] ?? 200;
}
