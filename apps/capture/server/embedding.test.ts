import { changeSettings } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Customer, TICKED } from '../../../tests/fixtures/capture/customer.ts';
import { startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';
import { FRAME_HEADER } from '../shared/protocol.ts';

const PARTNER = 'https://www.partner.example';
const OTHER = 'https://other.example';

let reident: TestReident;
beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
});
afterAll(() => reident?.stop());
beforeEach(() => list(PARTNER, OTHER));

async function list(...embedOrigins: string[]): Promise<void> {
  await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    changeSettings(tx, { embedOrigins }, { kind: 'system', id: null }),
  );
}

async function order(): Promise<{ id: string; path: string }> {
  const { body: made } = await reident.call<{ id: string }>('POST', '/v1/persons', { first_name: 'X', last_name: 'Y' });
  const base = `/v1/persons/${made.id}/identifications`;
  const { body: created } = await reident.call<{ id: string }>('POST', base, { method: 'idnow_autoident' });
  const { body } = await reident.call<{ url: string }>('PATCH', `${base}/${created.id}/request`);
  return { id: created.id, path: new URL(body.url).pathname };
}

const customer = () => new Customer(reident.url);
const framersOf = (headers: Headers) =>
  /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
const opening = async (path: string, origin: string | null) => {
  const answer = await customer().open(`${path}/opening`, 'GET', origin === null ? {} : { origin });
  return [answer.status, answer.headers.get('access-control-allow-origin'), answer.body as unknown];
};
const allowed = (code: string | null) => [200, PARTNER, { code }];

describe('a customer page', () => {
  it('may be framed by the listed origins alone, and by nobody where none is listed [CAP-9]', async () => {
    const { path } = await order();
    for (const address of [path, `${path}?in=frame`, path.replace(/\/[^/]+$/, ''), `/${reident.tenant.company}`]) {
      const { headers } = await customer().open(address);
      expect([framersOf(headers), headers.get('x-frame-options')], address).toEqual([`${PARTNER} ${OTHER}`, null]);
    }
    await list();
    for (const address of [path, `${path}?in=frame`, `${path}?in=tab`]) {
      const { headers, text } = await customer().open(address);
      expect([framersOf(headers), headers.get('x-frame-options')], address).toEqual(["'none'", 'DENY']);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(text).toContain('"embed":null');
    }
  });

  it('that says that a link is dead is framed by nobody', async () => {
    const { path } = await order();
    const { status, headers } = await customer().open(`${path}x?in=frame`);
    expect([status, framersOf(headers)]).toEqual([410, "'none'"]);
  });

  it('keeps its opener only when it was opened as a tab by a page that may', async () => {
    const { path } = await order();
    const policyOf = async (how: string) =>
      (await customer().open(`${path}${how}`)).headers.get('cross-origin-opener-policy');
    expect([await policyOf(''), await policyOf('?in=frame'), await policyOf('?in=tab')]).toEqual([
      'same-origin',
      'same-origin',
      'unsafe-none',
    ]);
  });
});

describe('the cookie of a session', () => {
  const cookieOf = async (path: string, headers: Record<string, string>) => {
    const answer = await customer().open(path, 'POST', headers);
    return [answer.status, answer.headers.get('set-cookie')];
  };

  it('in a frame is partitioned and of a name of its own; elsewhere it stays strict [CAP-3]', async () => {
    const { path } = await order();
    const [, framed] = await cookieOf(path, { [FRAME_HEADER]: '1' });
    expect(framed).toMatch(/^__Host-reident-capture-framed=[\w-]{43,}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=None', 'Partitioned']) expect(framed).toContain(part);
    const [, direct] = await cookieOf(path, {});
    expect(direct).toMatch(/^__Host-reident-capture=.*SameSite=Strict/);
    expect(direct).not.toContain('Partitioned');
  });

  it('is strict whatever the page says where nobody may embed', async () => {
    await list();
    const { path } = await order();
    expect((await cookieOf(path, { [FRAME_HEADER]: '1' }))[1]).toMatch(/^__Host-reident-capture=.*SameSite=Strict/);
  });

  it('is given to no other site and works for none, frames or not', async () => {
    const { path } = await order();
    for (const headers of [{ origin: PARTNER }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
      expect(await cookieOf(path, { [FRAME_HEADER]: '1', ...headers })).toEqual([403, null]);
    const framed = customer();
    await framed.open(path, 'POST', { [FRAME_HEADER]: '1' });
    expect((await framed.state()).status).toBe(200);
    const start = { phone: '01511234567', consents: TICKED, language: 'en' };
    expect((await framed.call('/start', start, { origin: PARTNER })).status).toBe(403);
    expect((await framed.call('/start', start, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await framed.call('/start', start)).body.screen.id).toBe('code');
  });

  it('goes when the customer cancels', async () => {
    const { path } = await order();
    const framed = customer();
    await framed.open(path, 'POST', { [FRAME_HEADER]: '1' });
    const [reason] = (await framed.state()).body.quitReasons;
    const { headers } = await framed.call('/quit', { reason });
    expect(headers.getSetCookie().map((set) => /^([\w-]+)=;.*Max-Age=0/.exec(set)?.[1])).toEqual([
      '__Host-reident-capture',
      '__Host-reident-capture-framed',
    ]);
  });
});

describe('whether a link opens', () => {
  it('is told to listed origins alone', async () => {
    const { path } = await order();
    expect(await opening(path, PARTNER)).toEqual(allowed(null));
    for (const origin of [
      null,
      'null',
      'https://evil.example',
      `${PARTNER}.evil.example`,
      'http://www.partner.example',
    ])
      expect(await opening(path, origin)).toEqual([403, null, {}]);
    await list();
    expect(await opening(path, PARTNER)).toEqual([403, null, {}]);
  });

  it('is E101 for a link that is none, E102 for one that has expired', async () => {
    const { path } = await order();
    expect(await opening(`${path}x`, PARTNER)).toEqual(allowed('E101'));
    await reident.call('POST', '/sandbox/clock', { advance: 'P15D' });
    expect(await opening(path, PARTNER)).toEqual(allowed('E102'));
  });

  it.each([
    ['SUCCESS', 'E103'],
    ['FRAUD_SUSPICION_PENDING', 'E103'],
    ['FRAUD_SUSPICION_CONFIRMED', null],
    ['ABORTED', null],
  ])('after %s is %j: over without a word how, or open again [CAP-10]', async (result, code) => {
    const { id, path } = await order();
    await reident.call('POST', `/sandbox/identifications/${id}/outcome`, { result });
    expect(await opening(path, PARTNER)).toEqual(allowed(code));
  });
});

it('the script is served for pages of any site', async () => {
  const { status, headers, text } = await customer().open('/embed.js');
  expect([status, headers.get('cross-origin-resource-policy'), headers.get('content-type')]).toEqual([
    200,
    'cross-origin',
    'text/javascript; charset=utf-8',
  ]);
  expect(text).toContain('ReidentEmbed');
});
