import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { WITHOUT_SCHEMAS } from './without-schemas.ts';

it('a server answers without schemas, and refuses to start with one that nobody would look at', async () => {
  const server = Fastify({ schemaController: WITHOUT_SCHEMAS });
  server.get('/', async () => ({ shape: 'free' }));
  expect((await server.inject('/')).json()).toEqual({ shape: 'free' });

  const other = Fastify({ schemaController: WITHOUT_SCHEMAS });
  other.get('/', { schema: { querystring: { type: 'object' } } }, async () => 'unchecked');
  await expect(other.ready()).rejects.toThrow('zod');
});
