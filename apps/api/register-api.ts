import multipart from '@fastify/multipart';
import { PlatformError } from '@reident/domain';
import { Answer, answerErrors, type HttpMethod, type RateLimits, readInput, sendAnswer, validate } from '@reident/http';
import { noSmsSender, type Platform, type SmsSender } from '@reident/platform';
import { findToken, TokenMemory } from '@reident/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CommittedError, type Operation, type RequestInput } from './contract/define-operation.ts';
import { PageAnswer, pagingHeaders } from './contract/paging.ts';
import { OPERATIONS } from './operations/index.ts';
import { PARTNER } from './pipeline/audience.ts';
import { authenticate } from './pipeline/authenticate.ts';
import { Gate } from './pipeline/gate.ts';
import { withoutNulls } from './pipeline/invalid-request.ts';
import { parseStrictJson } from './pipeline/parse-strict-json.ts';
import { MAX_UPLOAD_BYTES, readUpload } from './pipeline/read-upload.ts';
import { type Installation, runOperation } from './pipeline/run-operation.ts';
import { registerReference } from './reference/register-reference.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route of the API that needs a token. */
    caller: Caller | null;
  }
}

export const MAX_BODY_BYTES = 256 * 1024;

/** Paths that belong to the API; whatever is unknown below them is answered in the API's envelope. */
const AREAS = ['/v1/*', '/oauth2/*', '/oauth/*', '/sandbox/*', '/reident/v1/*'] as const;

/** Adds the partner API to a server: its operations, and `/openapi.json` and `/docs` that are made from them. */
export async function registerApi(
  server: FastifyInstance,
  platform: Platform,
  { limits, sms = noSmsSender, gate = new Gate() }: { limits: RateLimits; sms?: SmsSender; gate?: Gate },
): Promise<void> {
  const installation = { platform, sms, limits };
  const tokens = new TokenMemory((token) => findToken(platform.database, token));
  await server.register(async (scope) => {
    scope.decorateRequest('caller', null);
    await acceptBodies(scope);
    answerErrors(scope, PARTNER, platform.log);
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('x-request-id', request.id).header('cache-control', 'no-store');
      gate.admission.enter(reply);
    });
    for (const operation of OPERATIONS) addRoute(scope, installation, { gate, tokens }, operation);
    rejectOtherMethods(scope);
    for (const area of AREAS) scope.all(area, { onRequest: rejectUnknownPath }, rejectUnknownPath);
  });
  registerReference(server);
}

/** Bodies are JSON read strictly, forms, or uploads; every other media type is refused by the server itself. */
async function acceptBodies(scope: FastifyInstance): Promise<void> {
  scope.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES } as const;
  scope.addContentTypeParser('application/json', options, async (request: FastifyRequest, body: Buffer) => {
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset && charset.toLowerCase() !== 'utf-8')
      throw new PlatformError('unsupported_media_type', 'JSON is written in UTF-8');
    return body.length === 0 ? undefined : parseStrictJson(body);
  });
  scope.addContentTypeParser('application/x-www-form-urlencoded', options, async (_: FastifyRequest, body: Buffer) =>
    Object.fromEntries(new URLSearchParams(body.toString('utf8'))),
  );
  const limits = { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 10, fieldSize: 1024, headerPairs: 20, parts: 11 };
  await scope.register(multipart, { limits });
}

/** What every call passes before anything of it is read. */
interface Entry {
  gate: Gate;
  tokens: TokenMemory;
}

function addRoute(
  scope: FastifyInstance,
  installation: Installation,
  { gate, tokens }: Entry,
  operation: Operation,
): void {
  const { platform } = installation;
  const { method, path } = operation.text;
  scope.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    ...(operation.consumes === 'multipart' && { bodyLimit: MAX_UPLOAD_BYTES + MAX_BODY_BYTES }),
    async onRequest(request, reply) {
      if (operation.run.kind !== 'open') {
        request.caller = await authenticate(request, platform, tokens);
        gate.learn(request.headers.authorization, request.caller.tenantId);
        gate.calls.enter(request.caller.tenantId, reply);
      }
      rejectMediaType(operation, request);
    },
    async handler(request, reply) {
      const result = await runOperation(operation, await inputOf(operation, request), request, installation);
      if (result instanceof CommittedError) throw result.error;
      return send(operation, result, request, reply, platform);
    },
  });
}

/** A body is read last, and only where it is wanted: nobody sends ten megabytes to an address that does not exist. */
async function inputOf(operation: Operation, request: FastifyRequest): Promise<RequestInput> {
  const { params, query } = readInput({ ...operation, body: null }, request);
  if (operation.body === null) return { params, query };
  const { fields, file } =
    operation.consumes === 'multipart' ? await readUpload(request, operation.takes) : { fields: request.body };
  return { params, query, body: validate(operation.body, withoutNulls(fields ?? {}), 'body'), file };
}

const MEDIA_TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
} as const;

/** A body in another of the three media types is as wrong as one in a fourth, and is refused unread. */
function rejectMediaType({ consumes }: Operation, request: FastifyRequest): void {
  const given = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  const wanted = MEDIA_TYPES[consumes];
  if ((hasBody && given !== wanted) || (consumes === 'multipart' && given !== wanted))
    throw new PlatformError('unsupported_media_type', `The body must be ${wanted}`);
}

function send(
  operation: Operation,
  result: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { config }: Platform,
) {
  if (result instanceof PageAnswer) {
    const { asked, total } = result.page;
    reply.headers(pagingHeaders(ownAddress(request.url, config.publicUrl), asked, total));
  }
  // An answer that is repeated comes from the database, where nothing is null.
  const hasNoBody = operation.answer === 'nothing' && result instanceof Answer;
  return sendAnswer(reply, hasNoBody ? new Answer(undefined, result) : result, operation.status);
}

/** Where the request went to, on our own host: the first line of a request may name another. */
function ownAddress(asked: string, publicUrl: string): URL {
  const { pathname, search } = new URL(asked, publicUrl);
  const url = new URL(publicUrl);
  url.pathname = pathname;
  url.search = search;
  return url;
}

function rejectOtherMethods(scope: FastifyInstance): void {
  const paths = new Map<string, HttpMethod[]>();
  for (const { text } of OPERATIONS) paths.set(text.path, [...(paths.get(text.path) ?? []), text.method]);
  for (const [path, known] of paths) {
    const allowed: string[] = [...known, ...(known.includes('GET') ? ['HEAD'] : [])];
    const allow = allowed.join(', ');
    scope.route({
      method: scope.supportedMethods.filter((method) => !allowed.includes(method)),
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      async onRequest(_, reply) {
        reply.header('allow', allow);
        throw new PlatformError('method_not_allowed', `This path answers ${allow}`);
      },
      handler: rejectUnknownPath,
    });
  }
}

/**
 * What Solaris publishes beside AutoIdent, of persons and their identifications: known, but not carried out here. Whoever calls
 * it should learn that, and not look for a mistake in the address.
 *
 * @see API reference, identifications: hosted sessions, Fourthline, authorization of Bankident
 */
const ELSEWHERE: readonly RegExp[] = [
  /^\/v1\/persons\/[^/]+\/identification_sessions(\/|$)/,
  /^\/v1\/persons\/[^/]+\/identifications\/[^/]+\/(supported_documents_from_fourthline|authorize|confirm)$/,
];

async function rejectUnknownPath({ url }: FastifyRequest): Promise<never> {
  const path = url.split('?', 1)[0] ?? '';
  if (ELSEWHERE.some((known) => known.test(path)))
    throw new PlatformError('not_implemented_error', 'This platform carries out the method idnow_autoident only');
  throw new PlatformError('model_not_found', 'There is nothing at this path; every path is listed in /openapi.json');
}
