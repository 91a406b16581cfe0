import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

async function ask(token: string | null, from: string, headers: Record<string, string> = {}): Promise<number> {
  const server = Fastify();
  createMetrics(token).register(server);
  const { statusCode } = await server.inject({ url: '/metrics', remoteAddress: from, headers });
  await server.close();
  return statusCode;
}

describe('/metrics', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('is read from this machine, %s', async (from) => {
    expect(await ask(null, from)).toBe(200);
  });

  it.each(['10.0.0.7', '192.0.2.1', '2001:db8::1', '::ffff:10.0.0.7'])('is not there for %j', async (from) => {
    expect(await ask(null, from)).toBe(404);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])('is not there through a proxy (%s)', async (name) => {
    expect(await ask(null, '127.0.0.1', { [name]: '192.0.2.1' })).toBe(404);
  });

  it('is read from anywhere with the token, and from nowhere without it', async () => {
    const token = 'a-token-of-some-length';
    expect(await ask(token, '192.0.2.1', { authorization: `Bearer ${token}` })).toBe(200);
    expect(await ask(token, '127.0.0.1')).toBe(404);
    expect(await ask(token, '127.0.0.1', { authorization: 'Bearer another-token-of-that' })).toBe(404);
  });
});
