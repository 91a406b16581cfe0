import { ERRORS, type ErrorCode, isErrorCode } from '@reident/domain';
import { z } from 'zod';
import { ANSWERS, REQUESTS } from '../contract/components.ts';
import type { NamedOperation, Operation, Tag } from '../contract/define-operation.ts';
import { OPERATIONS } from '../operations/index.ts';
import { ErrorBody } from '../pipeline/audience.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: JsonObject;
  servers: JsonObject[];
  tags: JsonObject[];
  security: JsonObject[];
  paths: Record<string, Record<string, JsonObject>>;
  components: { schemas: JsonObject; examples: JsonObject; securitySchemes: JsonObject };
}

// biome-ignore format: a table
const TAGS: Readonly<Record<Tag, string>> = {
  Authentication:  'Tokens. One hour, scope `partners`.',
  Persons:         'Whose identity it is.',
  Identifications: 'One identification of one person: created, requested, finished by the customer, decided.',
  Documents:       'What belongs to a person: KYC reports, pictures, uploads.',
  Webhooks:        'Where notifications are sent.',
  Reident:         'What this platform has beyond the published API.',
  Sandbox:         'Moves time and outcomes. Works only for tenants created as sandbox.',
};

/** Faults that any operation with this part can meet, whatever it says itself. */
const COMMON_ERRORS = {
  token: ['token_required', 'invalid_token'],
  params: ['model_not_found'],
  query: ['type_error', 'validation_error', 'invalid_model'],
  page: ['build_pagination_headers_failure'],
  json: [
    'invalid_json',
    'type_error',
    'validation_error',
    'invalid_model',
    'request_too_large',
    'unsupported_media_type',
    'bad_request',
  ],
  form: ['request_too_large', 'unsupported_media_type', 'bad_request'],
  multipart: [
    'bad_request',
    'validation_error',
    'invalid_model',
    'type_error',
    'request_too_large',
    'unsupported_media_type',
  ],
  sandboxOnly: ['unauthorized_action'],
  once: ['idempotency_in_progress', 'idempotency_conflict', 'validation_error'],
  always: ['too_many_requests', 'generic_error', 'service_unavailable'],
} as const satisfies Record<string, readonly ErrorCode[]>;

/** The contract as a file: OpenAPI 3.1, made from the operations and from nothing else. */
export function openApiDocument(): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const operation of OPERATIONS) {
    const { path, method } = operation.text;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reident partner API',
      version: '1.0.0',
      description:
        'Re-identification of bank customers (re-KYC). Wire-compatible with the Solaris partner API for AutoIdent. ' +
        'This contract as a file: [/openapi.json](/openapi.json).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ token: [] }],
    paths,
    components: {
      schemas: { ...componentSchemas(REQUESTS, 'input'), ...componentSchemas(ANSWERS, 'output') },
      examples: Object.fromEntries(ERROR_CODES.map((code) => [code, errorExample(code)])),
      securitySchemes: {
        token: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/oauth2/token', scopes: { partners: 'The whole partner API' } } },
        },
        client: { type: 'http', scheme: 'basic', description: 'client_id and client_secret' },
      },
    },
  };
}

/** The codes that an operation can answer with, its own and those of its parts. */
export function errorCodesOf(operation: Operation): ErrorCode[] {
  const { consumes, body, params, query, run, sandboxOnly } = operation;
  return [
    ...new Set<ErrorCode>([
      ...operation.errors,
      ...(run.kind === 'open' ? [] : COMMON_ERRORS.token),
      ...(Object.keys(params.shape).length > 0 ? COMMON_ERRORS.params : []),
      ...(Object.keys(query.shape).length > 0 ? COMMON_ERRORS.query : []),
      ...(operation.paged ? COMMON_ERRORS.page : []),
      ...(body || operation.text.method !== 'GET' ? COMMON_ERRORS[consumes] : []),
      ...(sandboxOnly ? COMMON_ERRORS.sandboxOnly : []),
      ...(canRunOnce(operation) ? COMMON_ERRORS.once : []),
      ...COMMON_ERRORS.always,
    ]),
  ];
}

function operationObject(operation: NamedOperation): JsonObject {
  const { text, run } = operation;
  return {
    tags: [text.tag],
    operationId: operation.name,
    summary: text.summary,
    ...(text.description && { description: text.description }),
    ...(run.kind === 'open' && { security: [{ client: [] }, {}] }),
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...(canRunOnce(operation) ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(operation.body && { requestBody: requestBody(operation, operation.body) }),
    responses: responses(operation),
  };
}

/** Whether a caller may ask that a repeated request has one effect [REL-9]. */
function canRunOnce({ text, run }: Operation): boolean {
  return run.kind !== 'open' && (text.method === 'POST' || text.method === 'PATCH');
}

const IDEMPOTENCY_KEY: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Of your choice, for instance a UUID. A repeated request with the same key within 24 hours has no second effect and gets the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
};

function parameters(schema: z.ZodObject, place: 'path' | 'query'): JsonObject[] {
  const { properties = {}, required = [] } = inlineSchema(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  // An example would stand in the field of the reference pages, and be sent by whoever overlooks it.
  return Object.entries(properties).map(([name, { description, examples, ...shape }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: shape,
  }));
}

function requestBody({ consumes, example }: Operation, body: z.ZodType): JsonObject {
  const media = {
    json: 'application/json',
    form: 'application/x-www-form-urlencoded',
    multipart: 'multipart/form-data',
  }[consumes];
  const schema = consumes === 'multipart' ? withFile(inlineSchema(body, 'input')) : schemaOf(body, 'input');
  const content = { schema, ...(example.request !== undefined && { example: example.request as Json }) };
  return { required: consumes === 'multipart', content: { [media]: content } };
}

function withFile(schema: JsonObject): JsonObject {
  const { properties, required } = schema as { properties: JsonObject; required?: string[] };
  const file = {
    type: 'string',
    contentMediaType: 'application/octet-stream',
    description: 'PDF, JPEG or PNG, at most 10 MB',
  };
  return { ...schema, properties: { ...properties, file }, required: [...(required ?? []), 'file'] };
}

/** Where a status has two shapes, the envelope and one of its own, either may be answered. */
function responses(operation: Operation): JsonObject {
  const errors = errorResponses(errorCodesOf(operation));
  const own = successes(operation);
  const both = Object.keys(own).filter((status) => status in errors);
  const merged = both.map((status) => [status, eitherOf(own[status] as JsonObject, errors[status] as JsonObject)]);
  return { ...own, ...errors, ...Object.fromEntries(merged) };
}

function eitherOf(one: JsonObject, other: JsonObject): JsonObject {
  const schemas = [one, other].map(
    ({ content }) => (content as Record<string, JsonObject>)['application/json']?.schema ?? {},
  );
  return { ...one, content: { 'application/json': { schema: { anyOf: schemas } } } };
}

function successes(operation: Operation): JsonObject {
  const { status, answer, alsoAnswers, example } = operation;
  const more = Object.entries(alsoAnswers).map(([code, schema]) => [
    code,
    jsonResponse(Number(code), schema, operation),
  ]);
  const first =
    answer === 'nothing'
      ? { description: 'Done' }
      : answer === 'file'
        ? fileResponse()
        : jsonResponse(status, answer, operation);
  if (example.answer !== undefined) addExample(first, example.answer as Json);
  return Object.fromEntries([[String(status), first], ...more]);
}

function addExample(response: JsonObject, example: Json): void {
  const { content } = response as { content?: Record<string, JsonObject> };
  const json = content?.['application/json'];
  if (json) json.example = example;
}

function jsonResponse(status: number, schema: z.ZodType, { paged }: Operation): JsonObject {
  const headers: JsonObject = paged && status < 300 ? { headers: PAGE_HEADERS } : {};
  const description = schema.description ?? (Array.isArray(schema) ? 'A list' : 'Success');
  return { description, ...headers, content: { 'application/json': { schema: schemaOf(schema, 'output') } } };
}

function fileResponse(): JsonObject {
  const schema = { type: 'string', contentMediaType: 'application/octet-stream' };
  return { description: 'The bytes of the file', content: { '*/*': { schema } } };
}

const PAGE_HEADERS: JsonObject = {
  total: { description: 'Number of entries on all pages', schema: { type: 'integer' } },
  'per-page': { description: 'Entries per page', schema: { type: 'integer' } },
  per_page: { description: 'The same, under its older name', schema: { type: 'integer' } },
  link: { description: 'RFC 8288: first, prev, next, last', schema: { type: 'string' } },
};

/** One response per status, saying which codes may stand in it. */
function errorResponses(codes: readonly ErrorCode[]): JsonObject {
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const mine = codes.filter((code) => ERRORS[code].status === status);
      const only = { properties: { errors: { items: { properties: { code: { enum: mine } } } } } };
      const schema = { allOf: [schemaOf(ErrorBody, 'output'), only] };
      const description = mine.map((code) => `\`${code}\`: ${ERRORS[code].when}`).join('; ');
      const examples = Object.fromEntries(mine.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
      return [String(status), { description, content: { 'application/json': { schema, examples } } }];
    }),
  );
}

const ERROR_CODES = Object.keys(ERRORS).filter(isErrorCode);

/** What an error looks like: the sentence is the table's, and says less than the one that is answered. */
function errorExample(code: ErrorCode): JsonObject {
  const { status, title, when } = ERRORS[code];
  const id = '0123456789abcdef0123456789abcdefex';
  return { summary: title, value: { errors: [{ id, status, code, title, detail: when }] } };
}

type Direction = 'input' | 'output';

function registryOf(direction: Direction) {
  return direction === 'input' ? REQUESTS : ANSWERS;
}

function componentSchemas(registry: typeof ANSWERS, io: Direction): JsonObject {
  const { schemas } = z.toJSONSchema(registry, { io, uri: componentUri });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]));
}

/** A reference where the schema or its parts have names, the schema itself where not. */
function schemaOf(schema: z.ZodType, io: Direction): JsonObject {
  const name = registryOf(io).get(schema)?.id;
  if (name !== undefined) return { $ref: componentUri(name) };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType)
    return { type: 'array', items: schemaOf(schema.element, io) };
  if (schema instanceof z.ZodUnion)
    return { anyOf: schema.options.flatMap((option) => (option instanceof z.ZodType ? [schemaOf(option, io)] : [])) };
  return inlineSchema(schema, io);
}

function inlineSchema(schema: z.ZodType, io: Direction): JsonObject {
  return plain(z.toJSONSchema(schema, { io }));
}

function componentUri(name: string): string {
  return `#/components/schemas/${name}`;
}

/** As plain data, without the keys that only a free-standing JSON Schema carries. */
function plain(schema: object): JsonObject {
  const { $schema, $id, ...rest } = JSON.parse(JSON.stringify(schema)) as JsonObject;
  return rest;
}
