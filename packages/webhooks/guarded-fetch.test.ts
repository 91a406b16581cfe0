import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../tests/fixtures/certificate.ts';
import { parseAllowEntries } from './egress-guard.ts';
import { EGRESS_LIMITS, isChecked, openEgress } from './guarded-fetch.ts';

const NAME = 'receiver.example';
const request = { headers: { 'content-type': 'application/json' }, body: Buffer.from('{}'), timeoutSeconds: 5 };
const certificate = makeCertificate(NAME);

/** The way of a live tenant: https to a name, here on this machine by an exception of the operator. */
describe('a receiver with https [WH-6]', () => {
  const ends: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
  });

  const start = async (options: TlsOptions = {}) => {
    const seen: { host: string | undefined; servername: unknown }[] = [];
    const server: Server = createServer({ ...certificate, ...options }, (message, response) => {
      const { servername } = message.socket as unknown as { servername: unknown };
      seen.push({ host: message.headers.host, servername });
      message.resume().on('end', () => response.writeHead(204).end());
    });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    ends.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    return { port, seen };
  };

  const open = (port: number, ca?: string) => {
    const egress = openEgress(
      {
        listen: { host: '127.0.0.1', port: 1 },
        loopbackOnly: false,
        ports: [443],
        allow: parseAllowEntries([`127.0.0.1/32:${port}`]),
        resolve: async () => ['127.0.0.1'],
      },
      { ca },
    );
    ends.push(() => egress.close());
    return egress;
  };

  it('is reached under its name, at an address that was checked', async () => {
    const { port, seen } = await start();
    const egress = open(port, certificate.cert);
    expect(await egress.post(`https://${NAME}:${port}/hook`, false, request)).toEqual({
      status: 204,
      retryAfter: null,
    });
    expect(seen).toEqual([{ host: `${NAME}:${port}`, servername: NAME }]);
  });

  it('gets nothing when nobody vouches for its certificate', async () => {
    const { port, seen } = await start();
    await expect(open(port).post(`https://${NAME}:${port}/`, false, request)).rejects.toMatchObject({ kind: 'tls' });
    expect(seen).toEqual([]);
  });

  it('gets nothing when its certificate is for another name', async () => {
    const { port, seen } = await start();
    const egress = open(port, certificate.cert);
    await expect(egress.post(`https://other.example:${port}/`, false, request)).rejects.toMatchObject({ kind: 'tls' });
    await expect(egress.post(`https://127.0.0.1:${port}/`, false, request)).rejects.toMatchObject({ kind: 'tls' });
    expect(seen).toEqual([]);
  });

  it('gets nothing when it speaks TLS 1.1 only', async () => {
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const { port, seen } = await start(old);
    const egress = open(port, certificate.cert);
    await expect(egress.post(`https://${NAME}:${port}/`, false, request)).rejects.toMatchObject({ kind: 'tls' });
    expect(seen).toEqual([]);
  });

  it('gets nothing while NODE_TLS_REJECT_UNAUTHORIZED is off, unless its certificate verifies', async () => {
    const { port, seen } = await start();
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      await expect(open(port).post(`https://${NAME}:${port}/`, false, request)).rejects.toMatchObject({ kind: 'tls' });
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
    expect(seen).toEqual([]);
  });
});

it('a socket that is connected to an address that was not checked is recognised', () => {
  expect(isChecked('93.184.216.34', ['93.184.216.34', '2606:2800::1'])).toBe(true);
  expect(isChecked('::ffff:93.184.216.34', ['93.184.216.34'])).toBe(true);
  expect(isChecked('2606:2800::1', ['93.184.216.34', '2606:2800::1'])).toBe(true);
  expect(isChecked('127.0.0.1', ['93.184.216.34'])).toBe(false);
  expect(isChecked(undefined, ['93.184.216.34'])).toBe(false);
});

it('the limits are those that were promised [WH-6]', () => {
  expect(EGRESS_LIMITS).toMatchObject({ connectSeconds: 5, callSeconds: 30, responseBytes: 65_536 });
});
