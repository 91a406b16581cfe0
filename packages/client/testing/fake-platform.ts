import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Reident } from '../reident.ts';
import type { TransportOptions } from '../transport.ts';

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface FakeAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** JSON, or text as it is. */
  body?: unknown;
  /** The connection breaks instead. */
  breaks?: boolean;
}

export interface FakePlatform {
  url: string;
  /** Requests of the API; those for tokens are counted apart. */
  seen: SeenRequest[];
  tokensIssued: number;
  expiresInSeconds: number;
  client(options?: Partial<TransportOptions>): Reident;
  stop(): Promise<void>;
}

/** A platform that answers as told, in order; the last answer stays. For faults that a real one makes too rarely. */
export async function startFakePlatform(...answers: FakeAnswer[]): Promise<FakePlatform> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const send = ({ status = 200, headers: more = {}, body }: FakeAnswer) => {
      const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json', ...more }).end(text);
    };
    if (url === '/oauth2/token') {
      platform.tokensIssued += 1;
      const token = `token-${platform.tokensIssued}`;
      return send({ body: { access_token: token, token_type: 'bearer', expires_in: platform.expiresInSeconds } });
    }
    platform.seen.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
    return answer.breaks ? request.socket.destroy() : send(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const platform: FakePlatform = {
    url,
    seen: [],
    tokensIssued: 0,
    expiresInSeconds: 3599,
    client: (options = {}) =>
      new Reident({
        apiUrl: url,
        clientId: 'id',
        clientSecret: 'secret',
        retry: { firstWaitSeconds: 0.01 },
        ...options,
      }),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return platform;
}

/** The envelope of an error. */
export function refusal(status: number, code: string, detail = 'No', headers: Record<string, string> = {}): FakeAnswer {
  return { status, headers, body: { errors: [{ id: 'abcex', status, code, title: 'No', detail }] } };
}
