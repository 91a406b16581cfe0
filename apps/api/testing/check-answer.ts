import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type JsonObject, openApiDocument } from '../to-openapi.ts';

export interface SeenAnswer {
  method: string;
  /** Path of the route, `/v1/persons/{person_id}`. */
  path: string;
  status: number;
  contentType: string;
  body: string;
}

/** Compares answers with the contract: a status, media type or body that is not in `openapi.json` is an error. */
export function answerChecker(): (answer: SeenAnswer) => void {
  const document = openApiDocument();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();

  return ({ method, path, status, contentType, body }) => {
    const where = `${method} ${path} → ${status}`;
    const operation = document.paths[path]?.[method.toLowerCase()];
    if (!operation) throw new Error(`${where} is not in the contract`);
    const response = (operation.responses as Record<string, JsonObject>)[String(status)];
    if (!response) throw new Error(`${where}: the contract does not know this status`);
    const content = response.content as Record<string, JsonObject> | undefined;
    if (!content) {
      if (body !== '') throw new Error(`${where}: the contract knows no body`);
      return;
    }
    if (content['*/*']) return;
    if (!contentType.startsWith('application/json')) throw new Error(`${where}: answered as ${contentType}`);
    const schema = content['application/json']?.schema as JsonObject;
    const validate = compiled.get(where) ?? ajv.compile({ ...schema, components: document.components });
    compiled.set(where, validate);
    if (!validate(JSON.parse(body))) throw new Error(`${where}: ${ajv.errorsText(validate.errors)}`);
  };
}
