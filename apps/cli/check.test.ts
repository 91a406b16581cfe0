/** The contract suite holds ours to the contract, and finds what is planted into the answers of another. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  check,
  differencesOf,
  type Fault,
  json,
  reply,
  startFaulty,
} from '../../tests/fixtures/cli/faulty-platform.ts';
import { buildTestCli, type TestCli } from '../../tests/fixtures/cli/run-cli.ts';
import { startTestReident, type TestReident } from '../../tests/fixtures/reident.ts';
import { EXPECTATIONS } from './contract/index.ts';

let platform: TestReident;
let cli: TestCli;

beforeAll(async () => {
  platform = await startTestReident();
  cli = await buildTestCli('check', { REIDENT_DATA_DIR: platform.platform.config.dataDir });
});
afterAll(async () => {
  cli?.remove();
  await platform?.stop();
});

const IDENTS = /^\/v1\/persons\/[^/]+\/identifications$/;
const REQUEST = /\/request$/;
const ONE = /\/identifications\/[^/?]+(\?.*)?$/;

describe('reident check', () => {
  it('finds no difference on ours, and looks at everything', async () => {
    const { code, lines, stderr } = await cli.run('check', '--json');
    const findings = lines.filter(({ outcome }) => outcome !== undefined && outcome !== 'kept');
    expect(findings, stderr).toEqual([]);
    expect(lines.at(-1)).toEqual({ kept: EXPECTATIONS.length, differs: 0, skipped: 0, api_url: platform.url });
    expect(code).toBe(0);
    expect((await platform.call('GET', '/v1/webhooks')).body).toEqual([]);
  });

  // biome-ignore format: a table
  const PLANTED: readonly [what: string, found: string, fault: Fault][] = [
    // planted                                          must be found as                   how
    ['tokens of another type',                         'token.basic',                     json('POST', /token$/, (body) => ({ ...body, token_type: 'mac' }))],
    ['a wrong code for a missing token',               'token.required',                  json('GET', /^\/v1\/persons$/, (body) => 'errors' in body ? { errors: [{ code: 'invalid_token' }] } : body)],
    ['the other code for a broken body',               'request.broken_json',             json('POST', /^\/v1\/persons$/, (body) => JSON.parse(JSON.stringify(body).replace('invalid_json', 'validation_error')))],
    ['errors without envelope',                        'request.envelope',                json('GET', /0cper$/, ({ errors }) => (errors as object[])[0])],
    ['statuses of errors as text',                     'request.envelope',                json('GET', /0cper$/, ({ errors }) => ({ errors: (errors as { status: number }[]).map((item) => ({ ...item, status: String(item.status) })) }))],
    ['no request id',                                  'request.request_id',              reply('GET', /^\/v1\/persons/, ({ headers }) => delete headers['x-request-id'])],
    ['unset fields left out',                          'person.unset',                    json('POST', /^\/v1\/persons$/, (body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)))],
    ['a created identification answered 200',          'identification.create',           reply('POST', IDENTS, (answer) => { if (answer.status === 201) answer.status = 200; })],
    ['a status in another spelling',                   'identification.canceled',         json('GET', ONE, (body) => (body.status === 'canceled' ? { ...body, status: 'cancelled' } : body))],
    ['the reason of a failure',                        'identification.failed',           json('GET', ONE, (body) => (body.status === 'failed' ? { ...body, failure_reason: 'OTHER_ERROR' } : body))],
    ['a url before the request',                       'identification.create',           json('POST', IDENTS, (body) => ({ ...body, url: 'https://example.com' }))],
    ['no person in an identification',                 'identification.person_id',        json('POST', IDENTS, ({ person_id, ...body }) => body)],
    ['a url of another shape',                         'identification.url',              json('PATCH', REQUEST, (body) => ({ ...body, url: `https://example.com/i/${body.id}` }))],
    ['the waiting time as text',                       'identification.pending',          json('PATCH', REQUEST, (body) => ({ ...body, estimated_waiting_time: '60' }))],
    ['a new session for the second request',           'identification.request_again',    json('PATCH', REQUEST, (body) => ({ ...body, url: `${body.url}${Math.random()}` }))],
    ['lists in an object',                             'list.bare',                       json('GET', /^\/v1\/persons$/, (body) => (Array.isArray(body) ? { data: body } : body))],
    ['no total',                                       'list.total',                      reply('GET', /identifications\?/, ({ headers }) => delete headers.total)],
    ['no link to the next page',                       'list.link',                       reply('GET', /identifications\?/, ({ headers }) => delete headers.link)],
    ['downloads that a browser would show',            'document.headers',                reply('GET', /\/file$/, ({ headers }) => { headers['content-disposition'] = 'inline'; })],
    ['other bytes than were sent',                     'document.file',                   reply('GET', /\/file$/, (answer) => { answer.body = `${answer.body} `; })],
    ['a secret that is shown twice',                   'webhook.secret_once',             json('GET', /^\/v1\/webhooks\//, (body) => ({ ...body, secret: 'x' }))],
    ['a secret that signs nothing',                    'webhook.signature',               json('POST', /^\/v1\/webhooks$/, (body) => ('secret' in body ? { ...body, secret: 'bm90IGl0' } : body))],
  ];

  beforeEach(async () => {
    // Ten subscriptions a minute are allowed, and these tests make more.
    await platform.call('POST', '/sandbox/clock', { advance: 'PT2M' });
  });

  it.each(PLANTED)('finds %s, as %s', async (_, found, fault) => {
    expect(await differencesOf(platform, fault, new RegExp(`^${found.replace('.', '\\.')}$`))).toEqual([found]);
  });

  it('names the difference, its source and its certainty, and ends with 1', async () => {
    const other = await startFaulty(
      platform,
      reply('GET', /identifications\?/, ({ headers }) => delete headers.total),
    );
    const args = [
      '--url',
      other.url,
      '--client-id',
      platform.client.clientId,
      '--client-secret',
      platform.client.clientSecret,
    ];
    const { code, stdout, stderr } = await cli.run('check', '--only', 'list', ...args);
    await other.stop();
    expect(stdout, stderr).toContain('differs    list.total');
    expect(stdout).toContain('but        the header total is missing');
    expect(stdout).toContain('source     API reference, requests (published)');
    expect(stdout).toMatch(/^\d+ kept, 1 different, 0 could not be looked at$/m);
    expect(code).toBe(1);
  });

  it('waits for a rate limit, which is no difference', async () => {
    let refused = 0;
    const busy: Fault = {
      answer(call, answer) {
        if (call.path !== '/v1/webhooks' || refused > 0) return;
        refused += 1;
        Object.assign(answer, { status: 429, body: '{}', headers: { 'retry-after': '1' } });
      },
    };
    expect(await differencesOf(platform, busy, /^webhook\.(unsafe|event_type)$/)).toEqual([]);
    expect(refused).toBe(1);
  });

  it('does not blame a platform for what it cannot see there', async () => {
    const noSandbox = reply('GET', /^\/sandbox/, (answer) => Object.assign(answer, { status: 404, body: '{}' }));
    const other = await startFaulty(platform, noSandbox);
    const findings = await check(platform, other.url, /happy_path|identification\.request$/);
    await other.stop();
    expect(findings.map(({ outcome }) => outcome)).toEqual(['kept', 'skipped']);
  });

  it('prints no secret and no token', async () => {
    const { stdout, stderr } = await cli.run(
      'check',
      '--only',
      'token',
      'webhook.create',
      'webhook.signature',
      '--json',
    );
    expect(stdout + stderr).not.toContain(platform.client.clientSecret);
    expect(stdout + stderr).not.toMatch(/Bearer|"secret"/);
  });
});

describe('the expectations', () => {
  it('have names of their own, a source, and a sentence', () => {
    expect(new Set(EXPECTATIONS.map(({ id }) => id)).size).toBe(EXPECTATIONS.length);
    for (const { id, source, expects } of EXPECTATIONS) {
      expect(id).toMatch(/^[a-z]+\.[a-z_]+$/);
      expect(source.length, id).toBeGreaterThan(3);
      expect(expects.length, id).toBeGreaterThan(20);
    }
  });
});
