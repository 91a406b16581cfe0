import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type RouteInput, type RouteSchemas, readInput, type Shape, schemasOf } from './read-input.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer that is more than its body: another status, or headers. */
export class Answer<Body = unknown> {
  readonly body: Body;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: Body, more: { status?: number; headers?: Readonly<Record<string, string>> } = {}) {
    this.body = body;
    this.status = more.status;
    this.headers = more.headers ?? {};
  }
}

interface RouteText {
  method: HttpMethod;
  /** After the prefix of its scope, with its parameters: `/cases/:id`. */
  path: `/${string}`;
  /** Most bytes of a body, where it is not what the server takes anyway. */
  bodyLimit?: number;
}

interface RouteDefinition<P extends Shape, Q extends Shape, H extends Shape, B extends z.ZodType, Result, Context>
  extends RouteText {
  params?: P;
  query?: Q;
  headers?: H;
  body?: B;
  handle(input: RouteInput<P, Q, H, B>, context: Context): Promise<Result | Answer<Result>>;
}

/** A route as the server sees it: every type forgotten, every schema present. */
export interface Route<Context> extends RouteText, RouteSchemas {
  handle(input: unknown, context: Context): Promise<unknown>;
}

/**
 * How the routes of one audience are defined. One definition says what a route takes, from the schemas come the checks and the
 * types, and `handle` is given what passed.
 *
 * @typeParam Context  what every handler is given beside the input: who is there, and what they may reach
 * @typeParam More     what else the audience says about a route, such as who may use it
 */
export function routesFor<Context, More extends object = object>() {
  return function defineRoute<
    Result,
    P extends Shape = Record<never, never>,
    Q extends Shape = Record<never, never>,
    H extends Shape = Record<never, never>,
    B extends z.ZodType = z.ZodUndefined,
  >(definition: RouteDefinition<P, Q, H, B, Result, Context> & More): Route<Context> & More {
    const { handle } = definition;
    return {
      ...definition,
      ...schemasOf(definition),
      // The input was validated by this definition's own schemas, which is what makes the cast true.
      handle: (input, context) => handle(input as RouteInput<P, Q, H, B>, context),
    };
  };
}

/**
 * Adds a route to a server: who is there, what do they want, what is the answer. Whoever may not pass learns nothing about the
 * request, so `enter` comes before the schemas.
 */
export function addRoute<Context>(
  scope: FastifyInstance,
  route: Route<Context>,
  enter: (request: FastifyRequest, reply: FastifyReply) => Promise<Context> | Context,
): void {
  const { method, path: url, bodyLimit } = route;
  scope.route({
    method,
    url,
    ...(bodyLimit !== undefined && { bodyLimit }),
    async handler(request, reply) {
      const context = await enter(request, reply);
      return sendAnswer(reply, await route.handle(readInput(route, request), context));
    },
  });
}

export function sendAnswer(reply: FastifyReply, result: unknown, status = 200): FastifyReply {
  const answer = result instanceof Answer ? result : new Answer(result);
  return reply
    .code(answer.status ?? status)
    .headers(answer.headers)
    .send(answer.body);
}
