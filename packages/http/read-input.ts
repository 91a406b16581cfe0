import { z } from 'zod';

export type Shape = Readonly<Record<string, z.ZodType>>;

/** What a route takes: one schema for each place of a request. */
export interface RouteSchemas {
  params: z.ZodObject;
  query: z.ZodObject;
  /** By their names in small letters; most routes look at none. */
  headers: z.ZodObject;
  /** Null where the route takes no body. */
  body: z.ZodType | null;
}

/** The parts of a request after their schemas. */
export interface RouteInput<P extends Shape, Q extends Shape, H extends Shape, B extends z.ZodType> {
  params: z.output<z.ZodObject<P>>;
  query: z.output<z.ZodObject<Q>>;
  headers: z.output<z.ZodObject<H>>;
  body: z.output<B>;
}

/** Where a value stands in the request. */
export type Place = 'params' | 'query' | 'headers' | 'body';

export type Issue = z.core.$ZodIssue;

/** A request that breaks the schemas of its route. What that is called and how it is told, its audience says. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';

  constructor(
    readonly place: Place,
    readonly issues: readonly Issue[],
    /** What was given at this place. Never told and never logged. */
    readonly given: unknown,
  ) {
    super(`The ${place} of the request break its contract`);
  }
}

/** The schemas of a definition, every one of them present. */
export function schemasOf(definition: {
  params?: Shape;
  query?: Shape;
  headers?: Shape;
  body?: z.ZodType;
}): RouteSchemas {
  return {
    params: z.object(definition.params ?? {}),
    query: z.object(definition.query ?? {}),
    headers: z.object(definition.headers ?? {}),
    body: definition.body ?? null,
  };
}

/**
 * The request as its schemas describe it: what is not described is dropped.
 *
 * @throws InvalidRequest with every fault of the first place that has any
 */
export function readInput(schemas: RouteSchemas, given: Readonly<Record<Place, unknown>>): Record<Place, unknown> {
  return {
    params: validate(schemas.params, given.params, 'params'),
    query: validate(schemas.query, given.query, 'query'),
    headers: validate(schemas.headers, given.headers, 'headers'),
    body: schemas.body === null ? undefined : validate(schemas.body, given.body, 'body'),
  };
}

/** @throws InvalidRequest */
export function validate(schema: z.ZodType, given: unknown, place: Place): unknown {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new InvalidRequest(place, result.error.issues, given);
}
