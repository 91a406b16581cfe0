import { z } from 'zod';

/**
 * The named schemas of the OpenAPI document. A name is given here and nowhere else.
 * Requests and answers are named apart: zod would otherwise invent a second name for a schema used in both.
 */
export const ANSWERS = z.registry<{ id: string }>();
export const REQUESTS = z.registry<{ id: string }>();

/** Gives the schema of an answer its name. */
export function answerComponent<S extends z.ZodType>(id: string, schema: S): S {
  if (!ANSWERS.has(schema)) ANSWERS.add(schema, { id });
  return schema;
}

/** Gives the schema of a request body its name. */
export function requestComponent<S extends z.ZodType>(id: string, schema: S): S {
  if (!REQUESTS.has(schema)) REQUESTS.add(schema, { id });
  return schema;
}
