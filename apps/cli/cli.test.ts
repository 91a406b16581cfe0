/** The command line as users run it: a process of its own, against a whole Reident. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REASON_CODES, REASONS, RESULT_BY_GROUP } from '@reident/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestCli, type TestCli } from '../../tests/fixtures/cli/run-cli.ts';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { startReceiver } from '../../tests/fixtures/receiver.ts';
import { startTestReident, type TestReident } from '../../tests/fixtures/reident.ts';
import { plannedOutcome } from './outcomes.ts';

let platform: TestReident;
let cli: TestCli;
let stranger: TestCli;
let folder: string;

beforeAll(async () => {
  platform = await startTestReident();
  folder = mkdtempSync(path.join(tmpdir(), 'reident-cli-'));
  cli = await buildTestCli('cli', { REIDENT_DATA_DIR: platform.platform.config.dataDir });
  stranger = await buildTestCli('stranger', { REIDENT_DATA_DIR: folder });
});
afterAll(async () => {
  cli?.remove();
  stranger?.remove();
  rmSync(folder, { recursive: true, force: true });
  await platform?.stop();
});

async function subscriptions(): Promise<unknown[]> {
  return (await platform.call<unknown[]>('GET', '/v1/webhooks')).body;
}

describe('reident identify', () => {
  it('walks the happy path with the platform as the customer, and saves the report', async () => {
    const report = path.join(folder, 'report.pdf');
    const { code, stdout, stderr } = await cli.run('identify', '--auto', '--report', report);
    expect(stderr).toMatch(
      /person +[0-9a-f]+cper\nidentification +[0-9a-f]+cidt\n[\s\S]*status +pending\n[\s\S]*status +successful/,
    );
    expect(stdout).toMatch(/^[0-9a-f]{32}cidt is successful\nThe KYC report is in /);
    expect(readFileSync(report).subarray(0, 5).toString()).toBe('%PDF-');
    expect(code).toBe(0);
  });

  it('ends well when a test case ends as it should, also badly', async () => {
    const { code, lines } = await cli.run('identify', '--auto', '--case', 'canceled', '--json');
    expect(lines).toMatchObject([
      { status: 'canceled', expected_status: 'canceled', failure_reason: 'WARNING_FAKED_MANIPULATED_ID', report: null },
    ]);
    expect(code).toBe(0);
  });

  it("prints the customer's link, and tells when the case ended otherwise", async () => {
    const walk = cli.start('identify', '--language', 'DE');
    const [, link = ''] = await walk.prints(/ {2}(http\S+\/identifications\/\S+)/);
    const [, id = ''] = /identifications\/([0-9a-f]+cidt)\//.exec(link) ?? [];
    expect((await fetch(link)).status).toBe(200);
    await platform.call('POST', `/sandbox/identifications/${id}/outcome`, { result: 'CANCELED', reason: 'ID_GLARE' });
    const { code, stdout } = await walk.ended;
    expect(stdout).toContain(`${id} is canceled (ID_GLARE), but HAPPYPATH should end as successful`);
    expect(code).toBe(1);
  });

  it('gives up after the given time, and at once on Ctrl-C', async () => {
    const { code, stderr } = await cli.run('identify', '--timeout', '0.5');
    expect(stderr).toMatch(/still pending after 0\.5 s/);
    expect(code).toBe(6);

    const walk = cli.start('identify');
    await walk.prints(/status +pending/);
    walk.child.kill('SIGINT');
    expect((await walk.ended).code).toBe(130);
  });
});

describe('reident trigger', () => {
  it.each([
    ['ID_GLARE', 'canceled', 'ID_GLARE'],
    ['happypath', 'successful', null],
    ['FRAUDIDENT', 'failed', null],
    ['FRAUD_SUSPICION_PENDING', 'pending_failed', null],
    ['USER_CANCELLATION_IDENTIFY_LATER', 'aborted', 'USER_CANCELLATION_IDENTIFY_LATER'],
  ])('%s ends a new identification as %s', async (outcome, status, reason) => {
    const { code, lines, stderr } = await cli.run('trigger', outcome, '--json');
    expect(lines, stderr).toMatchObject([{ status, failure_reason: reason }]);
    expect(code).toBe(0);
  });

  it('ends an identification that is there, step after step', async () => {
    const suspected = await cli.run('trigger', 'FRAUD_SUSPICION_PENDING', '--json');
    const id = String(suspected.lines[0]?.id);
    const { stdout } = await cli.run('trigger', 'FRAUD_SUSPICION_CONFIRMED', 'WARNING_SCAN', '--identification', id);
    expect(stdout).toBe(`${id} is canceled (WARNING_SCAN)\n`);
    const refused = await cli.run('trigger', 'FAILED', '--identification', id);
    expect(refused.code).toBe(0);
    const over = await cli.run('trigger', 'SUCCESS', '--identification', id);
    expect(over.stderr).toMatch(/412 wrong_status: .*failed.*\nQuote [0-9a-f]{32}ex when you ask about it\./);
    expect(over.code).toBe(5);
  });

  it('knows every published reason, with the result of its group', () => {
    for (const reason of REASON_CODES) {
      expect(plannedOutcome(reason.toLowerCase()).steps).toEqual([
        { result: RESULT_BY_GROUP[REASONS[reason].group], reason },
      ]);
    }
  });

  it('lists all of them without any credentials, and guesses what was meant', async () => {
    const { code, stdout } = await stranger.run('trigger', '--list');
    expect(code).toBe(0);
    for (const name of ['HAPPYPATH', 'REVIEW_PENDING', ...REASON_CODES])
      expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
    const typo = await stranger.run('trigger', 'ID_GLAR');
    expect(typo).toMatchObject({ code: 2, stderr: 'reident: There is no outcome ID_GLAR\nDid you mean ID_GLARE?\n' });
  });
});

describe('reident listen', () => {
  it('prints what arrives, hands it on with the same bytes and headers, and takes its subscriptions with it', async () => {
    const app = await startReceiver();
    app.answer(202);
    const listening = cli.start('listen', '--forward', app.url);
    await listening.prints(/Listening for IDENTIFICATION, PERSON_CHANGED/);
    const { lines } = await cli.run('trigger', 'SUCCESS', '--json');
    const id = String(lines[0]?.id);
    await listening.prints(new RegExp(`${id}  successful  → 202 in \\d+ ms`));
    const [first] = await app.received(3);
    expect(first?.headers).toMatchObject({ 'solaris-entity-id': id, 'user-agent': 'Reident-Webhooks/1' });
    expect(JSON.parse(first?.body.toString() ?? '')).toMatchObject({ id, status: 'created' });
    expect(await subscriptions()).toHaveLength(2);
    listening.child.kill('SIGINT');
    const { code } = await listening.ended;
    expect(code).toBe(0);
    expect(await subscriptions()).toEqual([]);
    await app.stop();
  });

  it('refuses what is not genuine, and hands it to nobody', async () => {
    const app = await startReceiver();
    const listening = cli.start('listen', '--json', '--event', 'IDENTIFICATION', '--forward', app.url);
    const [, url = ''] = await listening.prints(/"listening":"(http[^"]+)"/);
    const forged = await fetch(url, {
      method: 'POST',
      headers: { 'webhook-id': 'x', 'webhook-timestamp': '1', 'solaris-webhook-signature': `sha256=${'0'.repeat(64)}` },
      body: '{"status":"successful"}',
    });
    expect(forged.status).toBe(401);
    await listening.prints(/"genuine":false,"fault":"signature_wrong"/);
    expect(app.notifications()).toEqual([]);
    listening.child.kill('SIGTERM');
    await listening.ended;
    await app.stop();
  });

  it('answers the platform what the app behind it answered, so that retries come', async () => {
    const nobody = await freePort();
    const listening = cli.start(
      'listen',
      '--json',
      '--event',
      'IDENTIFICATION',
      '--forward',
      `http://127.0.0.1:${nobody}/`,
      '--count',
      '1',
    );
    await listening.prints(/"listening"/);
    await platform
      .call('POST', '/v1/persons', { first_name: 'X' })
      .then(({ body }) =>
        platform.call('POST', `/v1/persons/${body.id}/identifications`, { method: 'idnow_autoident' }),
      );
    const { lines, code } = await listening.ended;
    expect(lines.at(-1)).toMatchObject({ genuine: true, attempt: 1, forwarded: { status: null } });
    expect(code).toBe(0);
    // The command ends with its answer; what the platform makes of the answer may take a moment longer.
    const newest = async () => (await cli.run('replay', '--list', '--json')).lines[0];
    await expect.poll(newest).toMatchObject({ event_type: 'IDENTIFICATION', attempts: 1 });
    expect((await newest())?.state).not.toBe('delivered');
    expect(await subscriptions()).toEqual([]);
  });

  it('knows the event types', async () => {
    expect(await cli.run('listen', '--event', 'IDENTIFICATIO')).toMatchObject({
      code: 2,
      stderr: 'reident: There is no event type IDENTIFICATIO\nDid you mean IDENTIFICATION?\n',
    });
  });
});

describe('reident events', () => {
  it('prints what happened from a cursor, and goes on while it happens', async () => {
    const { lines } = await cli.run('events', '--json');
    const cursor = String(lines.at(-1)?.cursor ?? '0');
    const following = cli.start('events', '--follow', '--after', cursor, '--count', '3', '--json');
    await cli.run('trigger', 'ID_BLURRY');
    const { code, lines: events } = await following.ended;
    expect(events.map(({ status }) => status)).toEqual(['created', 'pending', 'canceled']);
    expect(code).toBe(0);
    const { stdout } = await cli.run('events', '--after', String(events[1]?.cursor));
    expect(stdout).toMatch(/^ *\d+ {2}\d{4}-\d\d-\d\dT\S+Z {2}[0-9a-f]{32}cidt {2}canceled +pending → canceled\n$/);
  });

  it('that are followed end with Ctrl-C, which is no failure', async () => {
    const following = cli.start('events', '--follow');
    await following.prints(/created/);
    following.child.kill('SIGINT');
    expect((await following.ended).code).toBe(0);
    expect((await cli.run('events', '--after', 'yesterday')).code).toBe(2);
  });
});

describe('reident replay', () => {
  it('sends one delivery again under its old id, or all of a time', async () => {
    const app = await startReceiver();
    const { body } = await platform.call<{ id: string }>('POST', '/v1/webhooks', {
      event_type: 'IDENTIFICATION',
      url: app.url,
    });
    await cli.run('trigger', 'SUCCESS');
    const before = await app.received(3);
    // What other tests had sent is delivered as well; what this one had sent may not be written down yet.
    const delivered = async () =>
      (await cli.run('replay', '--list', '--state', 'delivered', '--json')).lines.filter(
        ({ subscription_id: subscription }) => subscription === body.id,
      );
    await expect.poll(delivered).toHaveLength(3);
    const [newest] = await delivered();
    const { code, stdout } = await cli.run('replay', String(newest?.id));
    expect(stdout).toBe(`${newest?.id} is sent again\n`);
    expect(code).toBe(0);
    const again = (await app.received(4)).at(-1);
    expect(before.map(({ headers }) => headers['webhook-id'])).toContain(again?.headers['webhook-id']);
    await expect.poll(delivered).toHaveLength(3);

    const range = await cli.run('replay', '--from', '2020-01-01T00:00:00Z', '--state', 'delivered');
    expect(range.stdout).toBe('3 deliveries are sent again\n');
    await app.received(7);
    await platform.call('DELETE', `/v1/webhooks/${body.id}`);
    await app.stop();
  });

  it('wants to know which', async () => {
    for (const args of [[], ['x', '--from', '2020-01-01'], ['--from', 'yesterday'], ['--state', 'pending']]) {
      expect((await stranger.run('replay', ...args)).code, args.join(' ')).toBe(2);
    }
  });
});

describe('reident erase', () => {
  it('erases nobody without --yes, and a person for good with it', async () => {
    const { body: person } = await platform.call<{ id: string }>('POST', '/v1/persons', { first_name: 'Erika' });
    const careful = await cli.run('erase', person.id);
    expect([careful.code, careful.stderr]).toEqual([2, expect.stringContaining('add --yes')]);
    expect((await platform.call('GET', `/v1/persons/${person.id}`)).status).toBe(200);
    const { code, stdout } = await cli.run('erase', person.id, '--yes');
    expect([code, stdout]).toEqual([0, `${person.id} is erased\n`]);
    expect((await platform.call('GET', `/v1/persons/${person.id}`)).status).toBe(404);
  });
});

describe('reident clock', () => {
  it('shows and moves the time of the sandbox', async () => {
    const { lines: shown } = await cli.run('clock', '--json');
    const { lines: moved, code } = await cli.run('clock', 'advance', 'PT24H', '--json');
    const hours = (Date.parse(String(moved[0]?.now)) - Date.parse(String(shown[0]?.now))) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(24);
    expect(hours).toBeLessThan(24.1);
    expect(code).toBe(0);
    const refused = await cli.run('clock', 'advance', 'tomorrow');
    expect(refused.stderr).toMatch(/400 validation_error: advance must be an ISO 8601 duration/);
    expect(refused.code).toBe(5);
  });
});

describe('what can go wrong', () => {
  it('no credentials: says where it looked and what to do', async () => {
    const { code, stderr } = await stranger.run('clock');
    expect(stderr).toMatch(/^reident: No credentials: .*sandbox-credentials\.json does not exist\nStart Reident/);
    expect(code).toBe(4);
  });

  it('wrong credentials: says whose', async () => {
    const args = ['--url', platform.url, '--client-id', platform.client.clientId, '--client-secret', 'wrong'];
    const { code, stderr } = await stranger.run('clock', ...args);
    expect(stderr).toContain(`reident: ${platform.url} refuses the credentials`);
    expect(stderr).not.toContain('wrong-secret');
    expect(code).toBe(4);
  });

  it('nobody there: says so, as JSON too', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, stderr } = await stranger.run(
      'clock',
      '--url',
      url,
      '--client-id',
      'a',
      '--client-secret',
      'b',
      '--json',
    );
    expect(JSON.parse(stderr)).toMatchObject({ error: 'unreachable', hint: expect.stringContaining(url) });
    expect(code).toBe(3);
  });

  it('a secret from a file is never sent to an address that is not in the file', async () => {
    const elsewhere = await startReceiver();
    const { code, stderr } = await cli.run('clock', '--url', new URL(elsewhere.url).origin);
    expect(stderr).toMatch(/The credentials in .* are for http/);
    expect(code).toBe(4);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });

  it('a broken credentials file: says which', async () => {
    writeFileSync(path.join(folder, 'sandbox-credentials.json'), '{');
    const { code, stderr } = await stranger.run('clock');
    rmSync(path.join(folder, 'sandbox-credentials.json'));
    expect(stderr).toMatch(/sandbox-credentials\.json cannot be read/);
    expect(code).toBe(4);
  });

  it.each([
    ['an unknown command', ['idntify']],
    ['an unknown option', ['clock', '--sped']],
    ['half of the credentials', ['clock', '--client-id', 'a']],
    ['an address that is none', ['clock', '--url', 'localhost:8080', '--client-id', 'a', '--client-secret', 'b']],
    ['an unknown test case', ['identify', '--case', 'HAPPYPAHT']],
    ['a result as a test case', ['identify', '--case', 'FRAUD_SUSPICION_PENDING']],
    ['a time that is none', ['identify', '--timeout', 'long']],
    ['an unknown expectation', ['check', '--only', 'nothing.here']],
    ['no outcome', ['trigger']],
    ['a reason that is none', ['trigger', 'CANCELED', 'BECAUSE']],
  ])('%s is misuse, before anything is done', async (_, args) => {
    const { code, stderr, stdout } = await stranger.run(...args);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(code).toBe(2);
  });
});
