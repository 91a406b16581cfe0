import Fastify from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { hostCookie } from './cookie.ts';

const plain = hostCookie('__Host-plain', { lifetimeSeconds: 600 });
const framed = hostCookie('__Host-framed', { lifetimeSeconds: 600, framed: true });

const server = Fastify();
server.get('/set', async (_, reply) => {
  plain.set(reply, 'a b');
  framed.set(reply, 'token');
  return '';
});
server.get('/clear', async (_, reply) => {
  plain.clear(reply);
  return '';
});
server.get('/read', async (request) => ({ plain: plain.read(request), framed: framed.read(request) }));
afterAll(() => server.close());

const read = async (cookie?: string) =>
  (await server.inject({ url: '/read', headers: cookie === undefined ? {} : { cookie } })).json();

it('is out of the sight of scripts, on encrypted connections only, and only in a frame for other sites', async () => {
  expect((await server.inject('/set')).headers['set-cookie']).toEqual([
    '__Host-plain=a%20b; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Strict',
    '__Host-framed=token; Max-Age=600; Path=/; HttpOnly; Secure; Partitioned; SameSite=None',
  ]);
});

it('goes with everything that it was set with', async () => {
  expect((await server.inject('/clear')).headers['set-cookie']).toBe(
    '__Host-plain=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
  );
});

it('is read as it was set; none, an empty one or another is nobody', async () => {
  expect(await read('__Host-framed=token; __Host-plain=a%20b')).toEqual({ plain: 'a b', framed: 'token' });
  expect(await read('__Host-plain=; other=1')).toEqual({ plain: null, framed: null });
  expect(await read()).toEqual({ plain: null, framed: null });
});
