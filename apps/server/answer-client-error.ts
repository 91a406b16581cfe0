import type { Socket } from 'node:net';
import { PARTNER } from '@reident/api';
import { type ErrorCode, PlatformError } from '@reident/domain';
import { toProblem } from '@reident/http';

interface Fault {
  code: ErrorCode;
  detail: string;
}

/** What can be wrong with a request before it is one, by the code of the parser's error. */
const FAULTS: Readonly<Record<string, Fault>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'headers_too_large',
    detail: 'The address and the headers are more than 16 kB together',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'request_timeout', detail: 'The request did not arrive whole in time' },
};
const MALFORMED: Fault = { code: 'bad_request', detail: 'This is not a request after HTTP/1.1' };

/** Answers bytes that never became a request in the envelope that every other error has, and ends the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { code, detail } = FAULTS[error.code ?? ''] ?? MALFORMED;
  const problem = new PlatformError(code, detail);
  const body = JSON.stringify(toProblem(PARTNER, problem).body);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
