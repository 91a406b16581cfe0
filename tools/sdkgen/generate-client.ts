import { openApiDocument } from '@reident/api';
import openapiTS, { astToString } from 'openapi-typescript';

/** What the client has to know about an operation at run time. */
interface OperationFacts {
  method: string;
  path: string;
  /** How the body is written; null where the operation takes none. */
  consumes: 'json' | 'form' | 'multipart' | null;
  answers: 'json' | 'bytes' | 'nothing';
  /** Whether a list with pages is answered. */
  paged: boolean;
  /** Whether `Idempotency-Key` makes repeating it safe. */
  idempotencyKey: boolean;
}

interface OperationObject {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { headers?: object; content?: Record<string, unknown> }>;
}

/** The generated files of `packages/client`, by their path there. Made from the OpenAPI document and from nothing else. */
export async function generateClient(): Promise<Map<string, string>> {
  const document = openApiDocument();
  const types = astToString(
    await openapiTS(JSON.stringify(document), { alphabetize: true, emptyObjectsUnknown: true }),
  );
  return new Map([
    ['generated/openapi.ts', `${HEADER}\n${types}`],
    ['generated/operations.ts', operationsFile(operationsOf(document.paths), errorCodesOf(document.paths))],
  ]);
}

const HEADER = '/** Generated from the OpenAPI document by `npm run sdk`. Do not edit. */\n';

function operationsOf(paths: object): Map<string, OperationFacts> {
  const found = new Map<string, OperationFacts>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, OperationObject>)) {
      found.set(operation.operationId, factsOf(method.toUpperCase(), path, operation));
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function factsOf(method: string, path: string, operation: OperationObject): OperationFacts {
  const media = Object.keys(operation.requestBody?.content ?? {})[0];
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const answered = Object.keys(success?.content ?? {})[0];
  return {
    method,
    path,
    consumes:
      media === undefined ? null : media.includes('multipart') ? 'multipart' : media.includes('form') ? 'form' : 'json',
    answers: answered === undefined ? 'nothing' : answered.endsWith('json') ? 'json' : 'bytes',
    paged: 'total' in (success?.headers ?? {}),
    idempotencyKey: (operation.parameters ?? []).some(
      ({ name, in: place }) => place === 'header' && name.toLowerCase() === 'idempotency-key',
    ),
  };
}

/** Every code that some operation can answer with: the enums below the error responses. */
function errorCodesOf(paths: object): string[] {
  const codes = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (key === 'code' && 'enum' in value && Array.isArray(value.enum)) for (const code of value.enum) codes.add(code);
    for (const [name, inner] of Object.entries(value)) visit(inner, name);
  };
  visit(paths, '');
  return [...codes].sort();
}

function operationsFile(operations: Map<string, OperationFacts>, codes: readonly string[]): string {
  const rows = [...operations].map(([name, facts]) => `  ${name}: ${JSON.stringify(facts)},`);
  return [
    HEADER,
    '/** What the client has to know about each operation at run time. */',
    'export const OPERATIONS = {',
    ...rows,
    '} as const;',
    '',
    '/** Every code in the envelope of an error that an operation declares. */',
    'export const ERROR_CODES = [',
    ...codes.map((code) => `  ${JSON.stringify(code)},`),
    '] as const;',
    '',
  ].join('\n');
}
