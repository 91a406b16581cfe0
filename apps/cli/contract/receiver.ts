import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError } from '../cli-error.ts';

export interface ReceivedMessage {
  method: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A receiver on this machine that keeps what arrives and answers 200, or 500 below `/refuse`. */
export interface ContractReceiver {
  url: string;
  /** The first message that fits, also one that is still to come; undefined when none comes in time. */
  first(fits: (message: ReceivedMessage) => boolean, patienceMs: number): Promise<ReceivedMessage | undefined>;
  close(): Promise<void>;
}

export async function openContractReceiver(port = 0): Promise<ContractReceiver> {
  const messages: ReceivedMessage[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', headers, url = '' } = request;
    messages.push({ method, headers, body: Buffer.concat(chunks) });
    response.writeHead(url.includes('/refuse') ? 500 : 200, { connection: 'close' }).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new CliError('misuse', `Port ${port} is taken`)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async first(fits, patienceMs) {
      const endsAtMs = Date.now() + patienceMs;
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
