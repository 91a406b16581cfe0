import type { FastifyServerOptions } from 'fastify';

/**
 * For every Fastify of ours: shapes are zod's, and no route names a `schema`. Unless it is told so, Fastify loads a validator
 * and a writer of JSON at its start, which nothing uses and which took as long as Fastify itself.
 */
export const WITHOUT_SCHEMAS: FastifyServerOptions['schemaController'] = {
  compilersFactory: { buildValidator: refuse, buildSerializer: refuse },
};

function refuse(): never {
  throw new Error('Shapes are declared with zod: no route has a schema of Fastify');
}
