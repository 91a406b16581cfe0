import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type EventType,
  isVerificationRequest,
  type NewSubscription,
  verifyWebhook,
  WebhookError,
  type WebhookEvent,
} from '@reident/client';
import { EVENT_TYPE_CODES } from '@reident/domain';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { act, type CommandContext } from '../define-command.ts';
import { positiveNumber, several } from '../option-values.ts';
import { nearest } from '../output.ts';

interface ListenOptions {
  forward?: string;
  event: string[];
  port?: number;
  publicUrl?: string;
  count?: number;
}

/** What a subscription may send at most; ours sends far less. */
const MAX_BODY_BYTES = 256 * 1024;
/** Less than the platform's own timeout, so that it gets our answer and not none. */
const FORWARD_TIMEOUT_MS = 25_000;

/** Headers that belong to one connection and not to the message. */
const NOT_FORWARDED = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

/** Receives webhooks on this machine for as long as it runs, checks and prints them, and hands them on. */
export function listenCommand(): Command {
  const command = new Command('listen')
    .description('receive webhooks here: check, print and forward them; the subscriptions end with the command')
    .option('--forward <url>', 'hand each genuine message on, with its headers and bytes; the answer goes back')
    .addOption(several('--event <types...>', 'event types to subscribe', ['IDENTIFICATION', 'PERSON_CHANGED']))
    .addOption(positiveNumber('--port <port>', 'local port; any free one if not given'))
    .option('--public-url <url>', 'where the platform reaches the port, if it is not on this machine (a tunnel)')
    .addOption(positiveNumber('--count <n>', 'stop after so many genuine messages'));

  act<ListenOptions>(command, async (context, options) => {
    const { connect, output, interrupted } = context;
    const types = options.event.map(eventType);
    if (options.forward !== undefined && !URL.canParse(options.forward))
      throw new CliError('misuse', '--forward must be an address such as http://localhost:3000/webhooks');
    const reident = connect();
    const subscriptions: NewSubscription[] = [];
    let left = options.count ?? Number.POSITIVE_INFINITY;
    const enough = new AbortController();
    const receiver = await openReceiver(options.port, async (message) => {
      const secret = subscriptions.map((subscription) => subscription.secret);
      const status = await handle(message, secret, context, options);
      left -= status === null ? 0 : 1;
      if (left <= 0) enough.abort();
      return status ?? 401;
    });
    try {
      const url = options.publicUrl ?? receiver.url;
      for (const type of types) subscriptions.push(await reident.webhooks.create(type, url));
      output.progress(`Listening for ${types.join(', ')} at ${url}. Ctrl-C stops.`);
      for (const { event_type, secret } of subscriptions) output.progress(`${event_type} is signed with ${secret}`);
      if (output.json) output.result('', { listening: url, subscriptions });
      await aborted(AbortSignal.any([interrupted, enough.signal]));
      return 'done';
    } finally {
      for (const { id } of subscriptions) await reident.webhooks.delete(id).catch(() => undefined);
      await receiver.close();
    }
  });
  return command;
}

interface Message {
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** The status to answer with; null where the message is not genuine. */
async function handle(
  { headers, body }: Message,
  secret: readonly string[],
  { output }: CommandContext,
  { forward }: ListenOptions,
): Promise<number | null> {
  try {
    const event = await verifyWebhook({ secret, headers, body, scheme: 'both' });
    const answered = forward === undefined ? null : await handOn(forward, headers, body);
    print(output, event, answered);
    return answered === null ? 204 : (answered.status ?? 502);
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    const { fault, message } = error;
    output.result(`REFUSED  ${message}`, { genuine: false, fault });
    return null;
  }
}

interface Forwarded {
  /** Null where nobody answered. */
  status: number | null;
  ms: number;
}

async function handOn(forward: string, headers: Message['headers'], body: Buffer): Promise<Forwarded> {
  const startedAt = Date.now();
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !NOT_FORWARDED.has(name) ? [[name, value]] : [],
  );
  try {
    const signal = AbortSignal.timeout(FORWARD_TIMEOUT_MS);
    const response = await fetch(forward, {
      method: 'POST',
      headers: kept,
      body: new Uint8Array(body),
      signal,
      redirect: 'manual',
    });
    await response.body?.cancel();
    return { status: response.status, ms: Date.now() - startedAt };
  } catch {
    return { status: null, ms: Date.now() - startedAt };
  }
}

function print(output: CommandContext['output'], event: WebhookEvent, forwarded: Forwarded | null): void {
  const { id, eventType: type, entityId, attempt, at, body } = event;
  const status = typeof body.status === 'string' ? body.status : '';
  const again = attempt > 1 ? `  attempt ${attempt}` : '';
  const answer = forwarded && (forwarded.status === null ? 'no answer' : `${forwarded.status} in ${forwarded.ms} ms`);
  const time = (at ?? new Date()).toISOString().slice(11, 19);
  output.result(`${time}  ${type}  ${entityId}  ${status}${again}${answer === null ? '' : `  → ${answer}`}`, {
    genuine: true,
    id,
    event_type: type,
    entity_id: entityId,
    attempt,
    body,
    forwarded,
  });
}

function eventType(typed: string): EventType {
  const known = EVENT_TYPE_CODES.find((code) => code === typed.toUpperCase());
  if (known) return known;
  const near = nearest(typed.toUpperCase(), EVENT_TYPE_CODES);
  throw new CliError('misuse', `There is no event type ${typed}`, near === null ? undefined : `Did you mean ${near}?`);
}

async function openReceiver(
  port: number | undefined,
  onMessage: (message: Message) => Promise<number>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    receive(request, response, onMessage).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new CliError('misuse', `Port ${port} is taken`, 'Give another with --port.')));
    server.listen(port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  onMessage: (message: Message) => Promise<number>,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return void response.writeHead(413, { connection: 'close' }).end();
    chunks.push(chunk);
  }
  const { headers } = request;
  const status = isVerificationRequest(headers) ? 200 : await onMessage({ headers, body: Buffer.concat(chunks) });
  response.writeHead(status, { connection: 'close' }).end();
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
