import { ERRORS } from '@reident/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../tests/fixtures/api/start-test-api.ts';
import { OPERATIONS } from '../operations/index.ts';
import { type JsonObject, openApiDocument } from './to-openapi.ts';

const document = openApiDocument();

/** Every reference in the document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => (name === '$ref' ? [String(member)] : references(member)));
}

/** Every schema that has examples. */
function exampled(value: unknown): JsonObject[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(exampled);
  return 'examples' in value && Array.isArray(value.examples) ? [value as JsonObject, ...inner] : inner;
}

describe('openapi.json', () => {
  it('describes every operation once, under a name of its own', () => {
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect([...described].sort()).toEqual(OPERATIONS.map(({ name }) => name).sort());
    expect(new Set(described).size).toBe(described.length);
  });

  it('refers only to components that it has', () => {
    const names = new Set(
      (['schemas', 'examples'] as const).flatMap((kind) =>
        Object.keys(document.components[kind]).map((name) => `#/components/${kind}/${name}`),
      ),
    );
    const dangling = references(document).filter((reference) => !names.has(reference));
    expect(dangling).toEqual([]);
  });

  it('shows examples that fit', () => {
    const ajv = formats.default(new Ajv2020({ strict: false }));
    const found = exampled(document);
    expect(found.length).toBeGreaterThan(20);
    for (const { examples, ...schema } of found)
      for (const example of examples as unknown[])
        expect(ajv.validate(schema, example), JSON.stringify(example)).toBe(true);
    const envelope = ajv.compile({
      ...(document.components.schemas.Errors as object),
      components: document.components,
    });
    for (const [code, example] of Object.entries(document.components.examples))
      expect(envelope((example as JsonObject).value), code).toBe(true);
  });

  it('gives each component one name: none is repeated for input', () => {
    expect(
      Object.keys(document.components.schemas).filter((name) => /^(.*)(Input|Output)\1$|__|\d$/.test(name)),
    ).toEqual([]);
  });

  it('lists for each status the codes that can stand in it, with the status of the errors table', () => {
    for (const path of Object.values(document.paths)) {
      for (const { responses } of Object.values(path)) {
        for (const [status, response] of Object.entries(responses as JsonObject)) {
          const codes = [...JSON.stringify(response).matchAll(/"code":\{"enum":\[([^\]]+)\]/g)].flatMap(
            ([, list]) => JSON.parse(`[${list}]`) as (keyof typeof ERRORS)[],
          );
          for (const code of codes) expect(String(ERRORS[code].status), code).toBe(status);
        }
      }
    }
  });

  it('closes every answer: a field that is not described is not answered [API-5]', () => {
    const answers = ['Person', 'Identification', 'NewIdentification', 'Document', 'Webhook', 'NewWebhook', 'Token'];
    for (const name of answers) {
      expect(document.components.schemas[name], name).toMatchObject({ additionalProperties: false });
    }
  });
});

describe('the reference', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  afterAll(() => api.close());

  it('is served as a file', async () => {
    const response = await api.send({ method: 'GET', url: '/openapi.json' });
    expect(response.headers['content-type']).toContain('application/json');
    expect(response.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is shown at /docs with local files only, under a policy that allows nothing else', async () => {
    const page = await api.send({ method: 'GET', url: '/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toMatch(/https?:/);
    expect(page.body).toContain('<title>Reident partner API</title>');
    expect(page.body).not.toMatch(/favicon-\d/);
    const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, asset]) => asset ?? '');
    expect(assets.length).toBeGreaterThan(2);
    for (const asset of assets) {
      expect(asset).not.toMatch(/^(https?:)?\/\//);
      const file = await api.send({ method: 'GET', url: new URL(asset, 'http://x/docs/').pathname });
      expect(file.statusCode, asset).toBe(200);
    }
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>[^<]/);
  });

  it('answers below /docs as everywhere: nothing twice to whoever has it, nothing where nothing is', async () => {
    const file = { method: 'GET', url: '/docs/static/swagger-ui.css' } as const;
    const { headers } = await api.send(file);
    const again = await api.send({ ...file, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const head = await api.send({ ...file, method: 'HEAD' });
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', headers['content-length']]);
    for (const url of ['/docs/nothing', '/docs/static/nothing.css'])
      expect((await api.send({ method: 'GET', url })).statusCode, url).toBe(404);
  });
});
