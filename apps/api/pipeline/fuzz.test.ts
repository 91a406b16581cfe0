/**
 * Requests made from the contract itself: mostly right, with one thing after another made wrong. Whatever arrives, no
 * answer is a bug (500) and every answer is one that `openapi.json` describes [API-7].
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../../../tests/fixtures/any-character.ts';
import { makeIdentification, report } from '../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi } from '../../../tests/fixtures/api/start-test-api.ts';
import { type JsonObject, openApiDocument } from '../reference/to-openapi.ts';

const REQUESTS = Number(process.env.REIDENT_FUZZ_REQUESTS ?? 20_000);
/** One request alone waits for the database half of the time. */
const AT_ONCE = 4;

let api: TestApi;
let ids: string[];

beforeAll(async () => {
  api = await startTestApi();
  const { personId, id } = await makeIdentification(api.partner, { requested: true });
  await report(api.partner, id, 'SUCCESS');
  ids = [personId, id, (await makeIdentification(api.partner, { personId })).id];
});

afterAll(() => api.close());

const document = openApiDocument();

interface Request {
  method: string;
  path: string;
  operation: JsonObject;
}

const operations: Request[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    ' x',
    'x\n',
    'null',
    '\u0000',
    '😀',
    '＜',
    '../..',
    "'; drop table persons; --",
    -1,
    0,
    1.5,
    1e308,
  ),
  fc.constantFrom<unknown>(
    true,
    false,
    [],
    {},
    [[]],
    { __proto__: null },
    'x'.repeat(300),
    '2026-02-30',
    '9999-12-31T23:59:59Z',
  ),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value that fits the schema, or nearly. */
function valueFor(schema: JsonObject): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: fitting(schema) }, { weight: 1, arbitrary: nasty });
}

function fitting(schema: JsonObject): fc.Arbitrary<unknown> {
  const { $ref: reference, enum: values, const: constant, type, anyOf } = schema;
  if (typeof reference === 'string')
    return fitting(document.components.schemas[reference.split('/').at(-1) ?? ''] as JsonObject);
  if (Array.isArray(values)) return fc.constantFrom<unknown>(...values);
  if (constant !== undefined) return fc.constant(constant);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((option) => fitting(option as JsonObject)));
  if (type === 'object') return objectFor(schema);
  if (type === 'array') return fc.array(valueFor((schema.items ?? {}) as JsonObject), { maxLength: 3 });
  if (type === 'integer' || type === 'number') return fc.integer({ min: -5, max: 2000 });
  if (type === 'boolean') return fc.boolean();
  return fc.oneof(
    fc.constantFrom(
      'Erika',
      'X-AUTOTEST-HAPPYPATH',
      'DE',
      '1984-02-29',
      '2026-01-01T00:00:00Z',
      'PT1S',
      'https://10.0.0.1/',
    ),
    fc.string({ maxLength: 60 }),
  );
}

function objectFor(schema: JsonObject): fc.Arbitrary<object> {
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  const members = Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, valueFor(member)]));
  return fc.record({ ...members, nickname: nasty }, { requiredKeys: [] });
}

/** An object that says next to nothing, all of it fitting: so that successes are among the answers in every run. */
function modest(schema: JsonObject): fc.Arbitrary<unknown> {
  const { $ref: reference } = schema;
  if (typeof reference === 'string')
    return modest(document.components.schemas[reference.split('/').at(-1) ?? ''] as JsonObject);
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  return fc
    .subarray(Object.keys(properties), { maxLength: 1 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fitting(properties[name] ?? {})]))));
}

function requestFor({ path, operation, method }: Request) {
  const parameters = (operation.parameters ?? []) as { name: string; in: string; schema: JsonObject }[];
  const query = fc.record(
    Object.fromEntries(parameters.filter((p) => p.in === 'query').map(({ name, schema }) => [name, valueFor(schema)])),
    { requiredKeys: [] },
  );
  const media = Object.entries(((operation.requestBody as JsonObject)?.content ?? {}) as Record<string, JsonObject>)[0];
  const schema = (media?.[1].schema ?? {}) as JsonObject;
  return fc.record({
    method: fc.constant(method),
    path: fc.constant(path),
    query,
    body: media
      ? fc.oneof({ weight: 2, arbitrary: valueFor(schema) }, { weight: 1, arbitrary: modest(schema) })
      : fc.constant(undefined),
    contentType: fc.oneof(
      { weight: 20, arbitrary: fc.constant(media?.[0] ?? 'application/json') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'text/plain',
          'application/json',
          'multipart/form-data',
          'application/x-www-form-urlencoded',
        ),
      },
    ),
    id: fc.oneof(
      { weight: 9, arbitrary: fc.nat({ max: 2 }) },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 50 }) },
    ),
    token: fc.oneof({ weight: 20, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });
}

/** What the log says about them, without which a number of a test that is different each time explains nothing. */
const bugs = () => api.logged.filter((line) => line.includes('"msg":"bug"')).join('\n');

const request = fc.oneof(...operations.map(requestFor));
type Asked = typeof request extends fc.Arbitrary<infer T> ? T : never;

describe('the API, asked anything', () => {
  it(`answers ${REQUESTS} requests as the contract says, and never with a bug`, {
    timeout: 300_000 + REQUESTS * 30,
  }, async () => {
    let answered = 0;
    const statuses = new Map<number, number>();
    const ask = async ({ method, path, query, body, contentType, id, token }: Asked) => {
      const filled = path
        .replace('{person_id}', typeof id === 'number' ? (ids[0] ?? '') : encodeURIComponent(id))
        .replace('{id}', typeof id === 'number' ? (ids[id] ?? '') : encodeURIComponent(id));
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]) => [
          name,
          typeof value === 'object' ? JSON.stringify(value) : String(value),
        ]),
      );
      const response = await api.send({
        method: method as 'GET',
        url: `${filled}?${search}`,
        headers: {
          ...(body !== undefined && { 'content-type': contentType }),
          ...(token && { authorization: `Bearer ${api.partner.token}` }),
        },
        payload: body === undefined ? undefined : payloadOf(body, contentType),
      });
      answered += 1;
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
      expect(
        response.statusCode === 501 || response.statusCode < 500,
        `${method} ${filled} → ${response.statusCode}\n${bugs()}`,
      ).toBe(true);
    };
    const streams = Array.from({ length: AT_ONCE }, () =>
      fc.assert(fc.asyncProperty(request, ask), { numRuns: Math.ceil(REQUESTS / AT_ONCE) }),
    );
    await Promise.all(streams);
    expect(answered).toBeGreaterThanOrEqual(REQUESTS);
    for (const status of [200, 201, 400, 401, 404])
      expect(statuses.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(0);
  });
});

function payloadOf(body: unknown, contentType: string): string {
  const isForm = contentType === 'application/x-www-form-urlencoded' && typeof body === 'object' && body !== null;
  if (!isForm) return JSON.stringify(body) ?? '';
  const written = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(written).toString();
}
