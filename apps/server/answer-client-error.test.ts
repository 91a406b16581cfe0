import { type AddressInfo, connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerClientError } from './answer-client-error.ts';

let server: FastifyInstance;
let port: number;

beforeAll(async () => {
  server = Fastify({ clientErrorHandler: answerClientError });
  server.get('/', async () => 'hello');
  await server.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.server.address() as AddressInfo);
});

afterAll(() => server.close());

/** Sends bytes and reads until the server ends the connection. */
function exchange(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      socket.end();
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
  });
}

describe('bytes that are no request', () => {
  it.each([
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\ncanary-9\r\n\r\n', 400, 'bad_request'],
    ['a method that nobody knows', 'CANARY-9 / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad_request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'bad_request',
    ],
    ['bytes that no address has', Buffer.from('GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1'), 400, 'bad_request'],
    ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    ['TLS on a port without it', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), 400, 'bad_request'],
  ])('%s is answered in the envelope', async (_, bytes, status, code) => {
    const answer = await exchange(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`);
    expect(JSON.parse(body).errors[0]).toMatchObject({ status, code });
    expect(answer).not.toMatch(/canary/i);
  });
});
