import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import ipaddr from 'ipaddr.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, type Sentinel, startReceiver, startSentinel } from '../../tests/fixtures/receiver.ts';
import { DENIED_RANGES, isDenied } from './denied-ranges.ts';
import { EgressError } from './egress-error.ts';
import { checkAddress, checkUrl, type EgressRules, parseAllowEntries, type Resolve } from './egress-guard.ts';
import { openEgress } from './guarded-fetch.ts';
import { parseIpAddress } from './ip-address.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 180_000 };

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LISTEN = { host: '127.0.0.1', port: 8080 };
const request = { headers: { 'content-type': 'application/json' }, body: Buffer.from('{}'), timeoutSeconds: 5 };
const noDns: Resolve = async () => [];

function rules(change: Partial<EgressRules> = {}): EgressRules {
  return { listen: LISTEN, loopbackOnly: true, ports: [443], allow: [], resolve: noDns, ...change };
}

/** Spellings of hosts that mean, or may be made to mean, an address inside. `PORT` is where the sentinel listens. */
// biome-ignore format: a table
const HOSTS_INSIDE = [
  // IPv4 loopback, as URLs may write it
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.00.00.01', '0177.0.0.1', '0177.0.0.01', '0x7f.0.0.1',
  '0x7f.1', '0x7f000001', '0X7F000001', '2130706433', '017700000001', '0x7F.0x0.0x0.0x1', '127.0x1', '127.255.255.254',
  '%31%32%37.0.0.1', '127%2e0%2e0%2e1', '１２７.0.0.1', '127。0。0。1', '①②⑦.⓪.⓪.①', '127．0．0．1', '0', '0.0.0.0', '0x0', '00',
  '127.0.0.1%00', '127.0.0.1%09', '0.0.0.1', '0.1.2.3',
  // other addresses inside
  '10.0.0.1', '10.255.255.255', '0x0a000001', '012.1.1.1', '167772161', '100.64.0.1', '100.127.255.255', '169.254.169.254',
  '0xa9fea9fe', '2852039166', '169.254.43518', '0251.0376.0251.0376', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.0.170',
  '192.0.2.1', '192.88.99.1', '192.168.0.1', '192.168.1', '3232235777', '198.18.0.1', '198.19.255.255', '198.51.100.7',
  '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '4294967295', '0xffffffff',
  // IPv6
  '[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::]', '[0::0]', '[::0.0.0.1]', '[::7f00:1]',
  '[::127.0.0.1]', '[::a00:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:7F00:0001]', '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[::ffff:192.168.0.1]', '[::ffff:0.0.0.0]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]',
  '[64:ff9b::a00:1]', '[64:ff9b:1::7f00:1]', '[64:ff9b:1:ffff::1]', '[100::1]', '[2001::1]', '[2001:0:7f00:1::]', '[2001:10::1]',
  '[2001:20::1]', '[2001:1ff::1]', '[2001:db8::1]', '[2002:7f00:1::]', '[2002:a00:1::1]', '[3fff::1]', '[3fff:fff::1]', '[5f00::1]',
  '[fc00::1]', '[fd00::1]', '[fd00:ec2::254]', '[fdff:ffff::1]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[feff::1]', '[ff02::1]',
  '[ff0e::1]', '[fe80::1%25lo]', '[::1%25lo]', '[fe80::1%25eth0]',
  // names; the resolver of this test answers 127.0.0.1 to each of them
  'localhost', 'LOCALHOST', 'localhost.', 'ｌocalhost', 'loc%61lhost', 'sub.localhost', 'localhost.localdomain', 'ip6-localhost',
  'metadata.google.internal', 'inside.example', '127.0.0.1.nip.example', 'xn--nxasmq6b.example', 'a.b', 'host.docker.internal',
] as const;

/** Other ways to end up where one should not, with the sandbox rule and without. */
const OTHER_URLS = [
  'http://PUBLIC/',
  'http://PUBLIC:443/',
  'https://PUBLIC:22/',
  'https://PUBLIC:8080/',
  'https://user@PUBLIC/',
  'https://user:pass@PUBLIC/',
  'https://:pass@PUBLIC/',
  'ftp://PUBLIC/',
  'file:///etc/passwd',
  'gopher://PUBLIC/',
  'ws://PUBLIC/',
  'wss://PUBLIC/',
  'data:text/plain,x',
  'javascript:0',
  'blob:https://PUBLIC/x',
  'about:blank',
  'unix:/tmp/socket',
  '//PUBLIC/',
  '/path',
  '',
  ' ',
  'https://',
  'https:///',
  'http:PUBLIC',
  'https://[::1',
  'https://256.256.256.256/',
  'https://1.2.3.4.5/',
  'https://127.0.0.1:99999/',
  'https://PUBLIC\u0000/',
  'https://PUBLIC@127.0.0.1/',
  'https://127.0.0.1#@PUBLIC/',
  'https://127.0.0.1?@PUBLIC/',
  'https://127.0.0.1\\@PUBLIC/',
  'https:\\\\127.0.0.1/',
  'https:127.0.0.1',
  'https://0x7f.1?x',
].map((url) => url.replace('PUBLIC', 'receiver.example'));

describe('the egress guard [WH-10]', () => {
  let sentinels: Sentinel[];
  let port: number;

  beforeAll(async () => {
    const first = await startSentinel('127.0.0.1');
    port = first.port;
    sentinels = [first, await startSentinel('::1', port)];
  });

  afterAll(async () => {
    await Promise.all(sentinels.map((sentinel) => sentinel.stop()));
  });

  it('knows at least 120 spellings', () => {
    expect(new Set([...HOSTS_INSIDE, ...OTHER_URLS]).size).toBeGreaterThanOrEqual(120);
  });

  it.each([
    ['a live tenant', false],
    ['a sandbox tenant', true],
  ])('refuses every spelling of an address inside for %s, without one connection', async (_whose, sandbox) => {
    // The sentinel's port counts as a public one here, so that the port does not save us.
    const egress = openEgress(rules({ ports: [443, port], resolve: async () => ['127.0.0.1'] }));
    const urls = [...HOSTS_INSIDE.map((host) => `https://${host}:${port}/hook`), ...OTHER_URLS];
    try {
      for (const url of urls) {
        const outcome = await egress.post(url, sandbox, request).catch((error: unknown) => error);
        expect(outcome, url).toBeInstanceOf(EgressError);
        expect(['refused', 'insecure'], url).toContain((outcome as EgressError).kind);
      }
    } finally {
      await egress.close();
    }
    expect(sentinels.map((sentinel) => sentinel.connections)).toEqual([0, 0]);
  });

  it.each(OTHER_URLS)('refuses %j by its text alone', (url) => {
    expect(() => checkUrl(url, true, rules())).toThrow(EgressError);
  });

  it('refuses a name when one of its addresses is inside', async () => {
    const egress = openEgress(
      rules({ ports: [port], resolve: async () => ['93.184.216.34', '2606:2800:220:1::1', '::1'] }),
    );
    await expect(egress.post(`https://mixed.example:${port}/`, false, request)).rejects.toMatchObject({
      kind: 'refused',
    });
    await egress.close();
    expect(sentinels.map((sentinel) => sentinel.connections)).toEqual([0, 0]);
  });

  it('reports a name without an address as such', async () => {
    const egress = openEgress(rules());
    await expect(egress.post('https://nowhere.example/', false, request)).rejects.toMatchObject({ kind: 'dns' });
    await egress.close();
  });

  it('never reaches the inside, though the name server flips its answer 1,000 times', async () => {
    const allowed = await startSentinel('127.0.0.2', port);
    let asked = 0;
    const resolve: Resolve = async () => [asked++ % 2 === 0 ? '127.0.0.2' : '127.0.0.1'];
    const egress = openEgress(rules({ allow: parseAllowEntries([`127.0.0.2/32:${port}`]), resolve }));
    const kinds = new Map<string, number>();
    for (let round = 0; round < 1_000; round++) {
      const error = await egress
        .post(`https://flip.example:${port}/`, false, request)
        .catch((caught: EgressError) => caught);
      const { kind } = error as EgressError;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    await Promise.all([egress.close(), allowed.stop()]);
    expect(kinds.get('refused')).toBe(500);
    expect(allowed.connections).toBe(500);
    expect(asked).toBe(1_000);
    expect(sentinels.map((sentinel) => sentinel.connections)).toEqual([0, 0]);
  });
});

describe('the ranges that are denied', () => {
  it.each(DENIED_RANGES)('%s: its first and last address are denied, %s', (range) => {
    const [first, last] = edges(range);
    expect(isDenied(first)).toBe(true);
    expect(isDenied(last)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.88.98.255',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2000::1',
    '2001:200::1',
    '2001:db7::1',
    '2003::1',
    '2606:4700::1',
    '2a00:1450::1',
    '::ffff:1.1.1.1',
  ])('%s is outside', (text) => {
    const target = { url: new URL('https://x.example'), hostname: 'x.example', port: 443, loopback: false };
    expect(() => checkAddress(text, target, rules())).not.toThrow();
  });
});

describe('receivers on the own machine', () => {
  it.each([
    ['http://127.0.0.1:9000/hook', true],
    ['http://localhost:9000/hook', true],
    ['http://127.0.0.1/hook', true],
    ['http://127.0.0.1:8080/hook', false],
    ['http://localhost:8080/hook', 'when connecting'],
    ['https://127.0.0.1:9000/hook', false],
    ['http://127.0.0.2:9000/hook', false],
    ['http://[::1]:9000/hook', false],
    ['http://10.0.0.1:9000/hook', false],
    ['http://sub.localhost:9000/hook', false],
    ['http://user@localhost:9000/hook', false],
  ])('a sandbox tenant subscribes %s: %s', async (url, expected) => {
    const attempt = () => checkUrl(url, true, rules());
    if (expected === false) return expect(attempt).toThrow(EgressError);
    expect(attempt).not.toThrow();
    if (expected === 'when connecting') {
      const egress = openEgress(rules());
      await expect(egress.post(url, true, request)).rejects.toMatchObject({ kind: 'refused' });
      await egress.close();
    }
  });

  it('are closed to live tenants', () => {
    expect(() => checkUrl('http://127.0.0.1:9000/', false, rules())).toThrow(EgressError);
    expect(() => checkUrl('http://localhost:9000/', false, rules())).toThrow(EgressError);
  });

  it('are closed to everybody on an installation that others can reach', () => {
    const reachable = rules({ listen: { host: '0.0.0.0', port: 8080 }, loopbackOnly: false });
    expect(() => checkUrl('http://127.0.0.1:9000/', true, reachable)).toThrow(EgressError);
    expect(() => checkUrl('http://localhost:9000/', true, reachable)).toThrow(EgressError);
  });

  it('are nothing else than this machine, whatever its names resolve to', () => {
    const target = checkUrl('http://localhost:9000/', true, rules());
    expect(() => checkAddress('127.0.0.1', target, rules())).not.toThrow();
    expect(() => checkAddress('10.0.0.1', target, rules())).toThrow(EgressError);
    expect(() => checkAddress('93.184.216.34', target, rules())).toThrow(EgressError);
  });
});

describe('the own addresses', () => {
  it('are denied on every port, and on the own port even against an exception', () => {
    const listen = { host: '93.184.216.34', port: 8443 };
    const allow = parseAllowEntries(['93.184.216.34/32:8443', '93.184.216.34/32:9443']);
    const own = rules({ listen, loopbackOnly: false, ports: [443, 8443], allow });
    expect(() => checkUrl('https://93.184.216.34/', false, own)).toThrow(EgressError);
    expect(() => checkUrl('https://93.184.216.34:8443/', false, own)).toThrow(EgressError);
    expect(() => checkUrl('https://93.184.216.34:9443/', false, own)).not.toThrow();
    expect(() => checkUrl('https://93.184.216.35/', false, own)).not.toThrow();
  });

  it.each(['0.0.0.0', '::'])('are those of all interfaces when listening on %s', (host) => {
    const allow = parseAllowEntries(['127.0.0.0/8:8443']);
    const own = rules({ listen: { host, port: 8443 }, loopbackOnly: false, allow });
    expect(() => checkUrl('https://127.0.0.1:8443/', false, own)).toThrow(EgressError);
    expect(() => checkUrl('https://127.0.0.77:8443/', false, own)).not.toThrow();
  });

  it.each(['fe80::1%eth0', '::1%lo', '127.1', '0x7f.0.0.1', '1.2.3', 'localhost', ''])(
    'an address that is not canonical, such as %j, is none',
    (text) => {
      expect(parseIpAddress(text)).toBeNull();
    },
  );
});

describe('exceptions that the operator allows', () => {
  const allow = parseAllowEntries(['10.1.0.0/16:8443', '[fd00::/8]:443']);

  it.each([
    ['https://10.1.2.3:8443/', true],
    ['https://[::ffff:10.1.2.3]:8443/', true],
    ['https://10.1.2.3/', false],
    ['https://10.2.2.3:8443/', false],
    ['http://10.1.2.3:8443/', false],
    ['https://[fd00::1]/', true],
    ['https://[fd00::1]:8443/', false],
    ['https://93.184.216.34:8443/', false],
  ])('%s passes: %s', (url, passes) => {
    const attempt = () => checkUrl(url, false, rules({ allow }));
    if (passes) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(EgressError);
  });

  it.each([
    '10.0.0.0/8',
    '10.0.0.0:443',
    '10.0.0.1/8:443',
    '10.0.0.0/33:443',
    'example.com/8:443',
    '10.0.0.0/8:70000',
    '',
  ])('that cannot be read are named: %s', (entry) => {
    expect(() => parseAllowEntries([entry])).toThrow(RangeError);
  });
});

describe('the connection', () => {
  let receiver: Receiver;
  let elsewhere: Receiver;
  const egress = openEgress(rules());

  beforeAll(async () => {
    [receiver, elsewhere] = await Promise.all([startReceiver(), startReceiver()]);
  });

  afterAll(async () => {
    await Promise.all([receiver.stop(), elsewhere.stop(), egress.close()]);
  });

  const REDIRECTS = [300, 301, 302, 303, 304, 305, 306, 307, 308].flatMap((status) =>
    ['/again', '//127.0.0.1/x', 'ELSEWHERE', 'https://receiver.example/'].map(
      (location) => [status, location] as const,
    ),
  );

  it('follows none of 36 redirects', async () => {
    expect(REDIRECTS).toHaveLength(36);
    for (const [status, location] of REDIRECTS) {
      const before = receiver.requests.length;
      receiver.answer((_request, response) => {
        response.writeHead(status, { location: location.replace('ELSEWHERE', elsewhere.url) }).end();
        return undefined;
      });
      expect((await egress.post(receiver.url, true, request)).status).toBe(status);
      expect(receiver.requests.length).toBe(before + 1);
    }
    expect(elsewhere.requests).toEqual([]);
  });

  it('sends no cookie back', async () => {
    receiver.answer((_request, response) => {
      response.writeHead(200, { 'set-cookie': 'a=b' }).end();
      return undefined;
    });
    await egress.post(receiver.url, true, request);
    await egress.post(receiver.url, true, request);
    expect(receiver.requests.at(-1)?.headers.cookie).toBeUndefined();
  });

  it('uses no proxy from the environment', async () => {
    const names = ['HTTP_PROXY', 'http_proxy'];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = elsewhere.url;
    receiver.answer(200);
    await egress.post(receiver.url, true, request);
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
    expect(elsewhere.requests).toEqual([]);
  });

  it('cuts an endless answer, and the status decides [WH-6]', async () => {
    let written = 0;
    let closed = false;
    receiver.answer((_request, response) => {
      response.writeHead(202);
      const write = () => {
        if (response.destroyed) return;
        written += 16_384;
        if (response.write(Buffer.alloc(16_384))) setImmediate(write);
        else response.once('drain', write);
      };
      response.on('close', () => {
        closed = true;
      });
      write();
      return undefined;
    });
    expect((await egress.post(receiver.url, true, request)).status).toBe(202);
    await expect.poll(() => closed, POLLING).toBe(true);
    expect(written).toBeGreaterThan(65_536);
    expect(written).toBeLessThan(32 * 2 ** 20);
  });

  it('cuts an answer that trickles, and the status decides [WH-6]', async () => {
    let closed = false;
    receiver.answer((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => {
        clearInterval(timer);
        closed = true;
      });
      return undefined;
    });
    expect((await egress.post(receiver.url, true, { ...request, timeoutSeconds: 30 })).status).toBe(200);
    await expect.poll(() => closed, POLLING).toBe(true);
  });

  it('gives up on a receiver that never answers [WH-6]', async () => {
    receiver.answer(() => undefined);
    const silent = egress.post(receiver.url, true, { ...request, timeoutSeconds: 0.3 });
    await expect(silent).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('gives up on it also where the call can be broken off and memory was cleared meanwhile [WH-6]', async () => {
    receiver.answer(() => undefined);
    const stop = new AbortController();
    const silent = egress.post(receiver.url, true, { ...request, timeoutSeconds: 0.5, signal: stop.signal });
    const given = expect(silent).rejects.toMatchObject({ kind: 'timeout' });
    // Were it not ended by its own limit, this would end it, under another name.
    const late = setTimeout(() => stop.abort(), 5_000);
    for (let times = 0; times < 20; times += 1) {
      collectGarbage();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await given;
    clearTimeout(late);
  });

  it('refuses an answer with endless headers', async () => {
    receiver.answer((_request, response) => {
      response.writeHead(200, { 'x-long': 'x'.repeat(100_000) }).end();
      return undefined;
    });
    await expect(egress.post(receiver.url, true, request)).rejects.toMatchObject({ kind: 'protocol' });
  });

  it('says so when nobody listens', async () => {
    const gone = await startReceiver();
    await gone.stop();
    await expect(egress.post(gone.url, true, request)).rejects.toMatchObject({ kind: 'connect' });
  });

  it('never puts the address into a message', async () => {
    const error = await egress
      .post('https://10.11.12.13/secret-path?token=1', false, request)
      .catch((caught: Error) => caught);
    expect((error as Error).message).not.toMatch(/10\.11|secret|token/);
  });
});

function edges(range: string) {
  const [text = '', length] = range.split('/');
  const first = parseIpAddress(text);
  if (first === null) throw new Error(`unreadable ${text}`);
  const fixed = Number(length);
  const last = first.toByteArray().map((byte, index) => byte | (0xff >> Math.min(8, Math.max(0, fixed - 8 * index))));
  return [first, ipaddr.fromByteArray(last)] as const;
}
