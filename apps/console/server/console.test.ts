import { DECISIONS as PROVIDER_DECISIONS } from '@reident/platform';
import {
  createLoginLink,
  createTenant,
  disableOperator,
  listDecisions,
  listDocuments,
  type Sql,
  sql,
} from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ConsoleFixture,
  openConsoleFixture,
  type SignedIn,
} from '../../../tests/fixtures/console/console-fixture.ts';
import { SCRIPT_PAYLOADS } from '../../../tests/fixtures/script-payloads.ts';
import { CHECKLIST } from '../shared/checklist.ts';
import { DECISIONS } from '../shared/decisions.ts';
import { ROLES, type Role } from '../shared/roles.ts';
import type { CaseView, QueueView } from '../shared/view.ts';
import { ROUTES } from './routes/index.ts';

let fixture: ConsoleFixture;
let specialist: SignedIn;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  specialist = await fixture.signIn('specialist');
});

afterAll(() => fixture.close());

/** What a specialist ticks who has looked at everything. */
const ALL_TICKED = CHECKLIST.filter(({ steps }) => steps.length === 0).map(({ id }) => id);

const api = (id: string, act = '') => `/console/api/cases/${id}${act}`;
const codeOf = (answer: { json(): { error?: { code: string } } }) => answer.json().error?.code;

function decision(version: number, changes: Record<string, unknown> = {}) {
  return { decision: 'approve', reason: null, note: '', version, checklist: ALL_TICKED, ...changes };
}

async function claimed(who: SignedIn, attributes?: Record<string, unknown>) {
  const found = await fixture.waitingCase(attributes);
  expect((await who.post(api(found.id, '/claim'))).statusCode).toBe(200);
  return found;
}

describe('signing in', () => {
  const form = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://127.0.0.1:8080',
    'sec-fetch-site': 'same-origin',
  };
  const press = (token: string, headers: Record<string, string> = form) =>
    fixture.server.inject({ method: 'POST', url: '/console/login', headers, payload: `token=${token}` });

  const withoutNonce = (html: string) => html.replace(/nonce="[^"]+"/g, '');

  it('opening the link uses nothing up; pressing the button signs in, once', async () => {
    const token = await createLoginLink(fixture.platform.database, specialist.operator.id);
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await fixture.server.inject(`/console/login?token=${token}`);
      expect(page.body).toContain('<form method="post"');
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    const first = await press(token);
    expect(first.statusCode).toBe(303);
    expect(String(first.headers['set-cookie'])).toMatch(/^__Host-\S+; .*HttpOnly; Secure; SameSite=Strict/);
    expect((await press(token)).statusCode).toBe(410);
  });

  it('an unknown link is answered like a used one', async () => {
    const [unknown, malformed] = [await press('A'.repeat(43)), await press('%00%22%3E%3Cscript%3E')];
    expect(unknown.statusCode).toBe(410);
    expect(malformed.statusCode).toBe(410);
    expect(withoutNonce(unknown.body)).toBe(withoutNonce(malformed.body));
  });

  it('a token of another shape never gets into the page', async () => {
    const page = await fixture.server.inject('/console/login?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(page.body).not.toContain('<script');
  });

  it('the button pressed from another site does nothing [CON-2]', async () => {
    const token = await createLoginLink(fixture.platform.database, specialist.operator.id);
    expect((await press(token, { ...form, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await press(token, { ...form, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await press(token)).statusCode).toBe(303);
  });

  it('after signing out the session is over', async () => {
    const who = await fixture.signIn('specialist');
    expect((await who.get('/console/api/me')).statusCode).toBe(200);
    expect((await who.post('/console/api/logout')).statusCode).toBe(200);
    expect((await who.get('/console/api/me')).statusCode).toBe(401);
  });

  it('a disabled operator is out at once [CON-1]', async () => {
    const who = await fixture.signIn('specialist');
    await fixture.inTenant((tx) => disableOperator(tx, who.operator.id));
    expect((await who.get('/console/api/me')).statusCode).toBe(401);
  });
});

describe('who may do what', () => {
  const roles = Object.keys(ROLES) as Role[];

  it('every route asks for its right, from every role, and nobody gets in without a session [API-3]', async () => {
    const found = await fixture.waitingCase();
    for (const route of ROUTES) {
      const url = `/console/api${route.path}`
        .replace(':id', found.id)
        .replace(':captureId', found.captures[0]?.id ?? '');
      const stranger = await fixture.server.inject({
        method: route.method,
        url,
        headers: {
          host: '127.0.0.1:8080',
          origin: 'http://127.0.0.1:8080',
          'sec-fetch-site': 'same-origin',
          'x-reident-console': '1',
        },
      });
      expect(stranger.statusCode, `${url} without a session`).toBe(401);
    }
    for (const role of roles) {
      const who = await fixture.signIn(role);
      const rights: readonly string[] = ROLES[role].rights;
      for (const route of ROUTES) {
        const url = `/console/api${route.path}`
          .replace(':id', found.id)
          .replace(':captureId', found.captures[0]?.id ?? '');
        const answer = await (route.method === 'GET' ? who.get(url) : who.post(url, {}));
        const allowed = route.right === null || rights.includes(route.right);
        expect(
          answer.statusCode === 403 && codeOf(answer) === 'not_allowed',
          `${role} ${route.method} ${route.path}`,
        ).toBe(!allowed);
      }
      await who.post(api(found.id, '/release'));
    }
  });

  it('an administrator sees no case', async () => {
    const admin = await fixture.signIn('admin');
    const found = await fixture.waitingCase();
    expect((await admin.get('/console/api/cases')).statusCode).toBe(403);
    expect((await admin.get(api(found.id))).statusCode).toBe(403);
  });

  it('a case of another tenant looks like a missing one, whatever is asked [API-2] [API-4]', async () => {
    const other = await createTenant(fixture.platform.database, { company: 'other', name: 'Other', kind: 'live' });
    const otherTenants = await fixture.waitingCase({}, other);
    const compliance = await fixture.signIn('compliance');
    for (const id of [otherTenants.id, `${'0'.repeat(32)}cidt`, 'nonsense']) {
      for (const answer of [
        await compliance.get(api(id)),
        await compliance.post(api(id, '/reveal')),
        await compliance.post(api(id, '/claim')),
        await compliance.get(api(id, `/pictures/${otherTenants.captures[0]?.id}`)),
        await compliance.post(api(id, '/decide'), decision(otherTenants.version)),
      ]) {
        expect(answer.statusCode).toBe(404);
        expect(codeOf(answer)).toBe('model_not_found');
      }
    }
  });
});

describe('requests from elsewhere [CON-2]', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: null }],
    ['an origin that only begins like ours', { origin: 'http://127.0.0.1:8080.evil.example' }],
    ['the origin null', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['no mark of where it comes from', { 'sec-fetch-site': null }],
    ['no header of our own', { 'x-reident-console': null }],
  ])('with %s nothing is changed', async (_case, headers) => {
    const found = await fixture.waitingCase();
    const answer = await specialist.post(api(found.id, '/claim'), undefined, headers);
    expect(answer.statusCode).toBe(403);
    expect(codeOf(answer)).toBe('cross_origin');
    expect(((await specialist.get(api(found.id))).json() as CaseView).claim).toBeNull();
  });

  it('no route changes anything by GET', () => {
    const changing = ROUTES.filter(({ path }) => /claim|release|decide|reveal/.test(path));
    expect(changing.every(({ method }) => method === 'POST')).toBe(true);
  });
});

describe('what is shown', () => {
  const SECRETS = [
    'Zofia',
    'Müller',
    'Lüdenscheidt',
    'MUELLER',
    '1968',
    '680127',
    'C7K2M4P9X',
    'Berlin',
    '10117',
    'Łódzka',
  ];

  /** Ids are drawn at random: in one run out of a hundred the year stood in one of them. */
  const withoutIds = (body: string) => body.replace(/"[0-9a-f]{32}[a-z]*"/g, '""');

  it('before a case is opened, nothing in the list or the case says who the person is [CON-6]', async () => {
    const found = await claimed(specialist);
    const list = await specialist.get('/console/api/cases?shelf=waiting');
    const masked = await specialist.get(api(found.id));
    expect((list.json() as QueueView).rows.map(({ id }) => id)).toContain(found.id);
    for (const secret of SECRETS) {
      expect(withoutIds(list.body)).not.toContain(secret);
      expect(withoutIds(masked.body)).not.toContain(secret);
    }
    const view = masked.json() as CaseView;
    expect(view.findings.length).toBeGreaterThan(10);
    expect(view.findings.every(({ observed }) => Object.keys(observed).length === 0)).toBe(true);
  });

  it('opening shows everything and is written down [CON-6]', async () => {
    const found = await claimed(specialist);
    const opened = await specialist.post(api(found.id, '/reveal'));
    for (const secret of SECRETS) expect(opened.body).toContain(secret);
    expect(await fixture.auditActions(found.id)).toContain('case.revealed');
  });

  it('a case that is not claimed looks like a missing one to a specialist, and leaves no trace of being opened [CON-7]', async () => {
    const found = await fixture.waitingCase();
    expect((await specialist.post(api(found.id, '/reveal'))).statusCode).toBe(404);
    expect((await specialist.get(api(found.id, `/pictures/${found.captures[0]?.id}`))).statusCode).toBe(404);
    expect(await fixture.auditActions(found.id)).not.toContain('case.revealed');
  });

  it('compliance and auditors look into any case; an auditor decides none', async () => {
    const found = await fixture.waitingCase();
    for (const role of ['compliance', 'auditor'] as const) {
      const who = await fixture.signIn(role);
      expect((await who.post(api(found.id, '/reveal'))).statusCode).toBe(200);
    }
    const auditor = await fixture.signIn('auditor');
    expect(((await auditor.post(api(found.id, '/reveal'))).json() as CaseView).offered).toEqual([]);
  });

  it('lists the shelves: waiting, claimed, suspected, decided', async () => {
    const who = await fixture.signIn('specialist');
    const shelfOf = async (shelf: string, search = '') =>
      ((await who.get(`/console/api/cases?shelf=${shelf}&search=${search}`)).json() as QueueView).rows;
    const found = await fixture.waitingCase();
    expect((await shelfOf('waiting', found.id))[0]?.waiting).toBe(true);
    expect(await shelfOf('mine')).toEqual([]);
    await who.post(api(found.id, '/claim'));
    expect((await shelfOf('mine')).map(({ id }) => id)).toEqual([found.id]);
    await who.post(api(found.id, '/decide'), decision(found.version, { decision: 'suspect_fraud', note: 'odd' }));
    expect((await shelfOf('suspected', found.id)).map(({ status }) => status)).toEqual(['pending_failed']);
    expect(await shelfOf('decided', found.id)).toEqual([]);
  });
});

describe('pictures', () => {
  it('the look is in the audit log before the bytes leave, and the bytes are never the original [CON-6] [UPL-3]', async () => {
    const found = await claimed(specialist);
    const [capture] = found.captures;
    const answer = await specialist.get(api(found.id, `/pictures/${capture?.id}`));
    expect(answer.body).toBe('the derivative of document_data_page');
    expect(await fixture.auditActions(capture?.id ?? '')).toContain('picture.viewed');
  });

  it('without an audit entry there are no bytes [CON-6]', async () => {
    const found = await claimed(specialist);
    const { database } = fixture.platform;
    const broken = Object.create(database) as typeof database;
    broken.inTenant = (tenantId, work) =>
      database.inTenant(tenantId, (tx) =>
        work(
          new Proxy(tx, {
            get: (target, name) =>
              name === 'query'
                ? (statement: Sql) =>
                    statement.text.startsWith('insert into audit_log')
                      ? Promise.reject(new Error('full'))
                      : target.query(statement)
                : Reflect.get(target, name),
          }),
        ),
      );
    fixture.platform.database = broken;
    try {
      const answer = await specialist.get(api(found.id, `/pictures/${found.captures[0]?.id}`));
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toContain('derivative');
    } finally {
      fixture.platform.database = database;
    }
  });

  it('are served as nothing but a picture: fixed type, sandboxed, uncached, same origin, a name that says nothing [UPL-4] [API-9]', async () => {
    const found = await claimed(specialist);
    const { headers } = await specialist.get(api(found.id, `/pictures/${found.captures[1]?.id}`));
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="picture.jpg"',
    });
  });

  it("a capture of another case is not found under one's own", async () => {
    const [mine, other] = [await fixture.waitingCase(), await fixture.waitingCase()];
    await specialist.post(api(mine.id, '/claim'));
    expect((await specialist.get(api(mine.id, `/pictures/${other.captures[0]?.id}`))).statusCode).toBe(404);
  });

  it('nobody opens more than thirty a minute [CON-6]', async () => {
    const who = await fixture.signIn('specialist');
    const found = await claimed(who);
    const url = api(found.id, `/pictures/${found.captures[0]?.id}`);
    const statuses: number[] = [];
    for (let look = 0; look < 33; look += 1) statuses.push((await who.get(url)).statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('claims', () => {
  it('of ten who reach for a case at once, one gets it [CON-3]', async () => {
    const found = await fixture.waitingCase();
    const team = await Promise.all(Array.from({ length: 10 }, () => fixture.signIn('specialist')));
    const statuses = (await Promise.all(team.map((who) => who.post(api(found.id, '/claim'))))).map(
      ({ statusCode }) => statusCode,
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(9);
  });

  it('taking a second case lets the first one go [CON-3]', async () => {
    const who = await fixture.signIn('specialist');
    const [first, second] = [await claimed(who), await fixture.waitingCase()];
    expect((await who.post(api(second.id, '/claim'))).statusCode).toBe(200);
    expect((await who.post(api(first.id, '/reveal'))).statusCode).toBe(404);
    expect((await specialist.post(api(first.id, '/claim'))).statusCode).toBe(200);
  });

  it('ends by itself after a quarter of an hour', async () => {
    const found = await claimed(specialist);
    await fixture.inTenant((tx) =>
      tx.query(sql`
        update case_claims set claimed_until = ${new Date(tx.now.getTime() - 1)} where identification_id = ${found.id}`),
    );
    expect((await specialist.post(api(found.id, '/decide'), decision(found.version))).statusCode).toBe(404);
    const other = await fixture.signIn('specialist');
    expect((await other.post(api(found.id, '/claim'))).statusCode).toBe(200);
  });
});

describe('decisions', () => {
  it('an approval ends the case: successful, decided by this operator, with its documents, and the claim is let go', async () => {
    const found = await claimed(specialist);
    const answer = await specialist.post(api(found.id, '/decide'), decision(found.version, { note: 'all good' }));
    expect(answer.json()).toMatchObject({ status: 'successful' });
    const [decisions, documents] = await fixture.inTenant(async (tx) => [
      await listDecisions(tx, found.id),
      (await listDocuments(tx, { identificationId: found.id, page: { number: 1, size: 10 } })).rows,
    ]);
    expect(decisions.at(-1)).toMatchObject({
      decision: 'approve',
      operatorId: specialist.operator.id,
      note: 'all good',
    });
    expect(documents.map(({ documentType }) => documentType).sort()).toEqual(['ID_DOCUMENT', 'KYC_REPORT', 'PICTURE']);
    expect((await specialist.post(api(found.id, '/reveal'))).statusCode).toBe(404);
  });

  it('a decision upon a version that is gone is refused and changes nothing [CON-7]', async () => {
    const found = await claimed(specialist);
    const answer = await specialist.post(api(found.id, '/decide'), decision(found.version - 1));
    expect(answer.statusCode).toBe(409);
    expect(codeOf(answer)).toBe('stale_version');
    expect(await fixture.inTenant((tx) => listDecisions(tx, found.id))).toEqual([]);
  });

  it('of two decisions sent at once, one counts [CON-7]', async () => {
    const found = await claimed(specialist);
    const answers = await Promise.all(
      [1, 2].map(() => specialist.post(api(found.id, '/decide'), decision(found.version))),
    );
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1);
    expect(await fixture.inTenant((tx) => listDecisions(tx, found.id))).toHaveLength(1);
  });

  it('a case that is not claimed cannot be decided and looks missing [CON-7]', async () => {
    const found = await fixture.waitingCase();
    const answer = await specialist.post(api(found.id, '/decide'), decision(found.version));
    expect(answer.statusCode).toBe(404);
  });

  it('nothing is approved before every group of the checklist is ticked, and there are at least three [CON-7]', async () => {
    expect(ALL_TICKED.length).toBeGreaterThanOrEqual(3);
    const found = await claimed(specialist);
    for (const missing of ALL_TICKED) {
      const checklist = ALL_TICKED.filter((group) => group !== missing);
      const answer = await specialist.post(api(found.id, '/decide'), decision(found.version, { checklist }));
      expect(answer.statusCode, missing).toBe(422);
      expect(codeOf(answer)).toBe('checklist_incomplete');
    }
  });

  it.each([
    ['a cancellation without a reason', { decision: 'cancel' }, 'reason_needed'],
    ['a cancellation for fraud', { decision: 'cancel', reason: 'WARNING_PAPER_PRINT' }, 'reason_needed'],
    ['a confirmed fraud because of blur', { decision: 'confirm_fraud', reason: 'ID_BLURRY' }, 'reason_needed'],
    ['an approval with a reason', { reason: 'ID_BLURRY' }, 'reason_needed'],
    ['a reason that nobody published', { decision: 'cancel', reason: 'toString' }, 'reason_needed'],
    ['a suspicion without a note', { decision: 'suspect_fraud' }, 'note_needed'],
    [
      'a revocation of what is not successful',
      { decision: 'revoke', reason: 'WARNING_FRAUD_OTHER', note: 'late' },
      'not_allowed',
    ],
    ['a decision that does not exist', { decision: 'constructor' }, 'malformed'],
    ['no version', { version: null }, 'malformed'],
    ['a note longer than a page', { note: 'x'.repeat(2001) }, 'malformed'],
  ])('refuses %s', async (_case, changes, code) => {
    const found = await claimed(specialist);
    const answer = await specialist.post(api(found.id, '/decide'), decision(found.version, changes));
    expect(codeOf(answer)).toBe(code);
    expect(await fixture.inTenant((tx) => listDecisions(tx, found.id))).toEqual([]);
  });

  it('a suspicion that one specialist raised is cleared by another, not by the same [CON-5]', async () => {
    const found = await claimed(specialist);
    const suspected = await specialist.post(
      api(found.id, '/decide'),
      decision(found.version, { decision: 'suspect_fraud', note: 'odd edge' }),
    );
    const { version } = suspected.json() as { version: number };
    const clear = decision(version, { decision: 'clear_suspicion', note: 'the edge is a scratch' });
    await specialist.post(api(found.id, '/claim'));
    const view = (await specialist.post(api(found.id, '/reveal'))).json() as CaseView;
    expect(view.offered.find(({ id }) => id === 'clear_suspicion')?.needsOther).toBe(true);
    const own = await specialist.post(api(found.id, '/decide'), clear);
    expect(own.statusCode).toBe(403);
    expect(codeOf(own)).toBe('second_person_required');
    await specialist.post(api(found.id, '/release'));
    const other = await fixture.signIn('specialist');
    await other.post(api(found.id, '/claim'));
    expect((await other.post(api(found.id, '/decide'), clear)).json()).toMatchObject({ status: 'successful' });
  });

  it('a success is revoked, and a cancellation reversed, by somebody else with the right to [CON-5]', async () => {
    const senior = await fixture.signIn('senior');
    const other = await fixture.signIn('compliance');
    const act = async (who: SignedIn, id: string, body: Record<string, unknown>) => {
      await who.post(api(id, '/claim'));
      const answer = await who.post(api(id, '/decide'), body);
      await who.post(api(id, '/release'));
      return answer;
    };
    const found = await fixture.waitingCase();
    const approved = (await act(senior, found.id, decision(found.version))).json() as { version: number };
    const revocation = decision(approved.version, {
      decision: 'revoke',
      reason: 'WARNING_FRAUD_OTHER',
      note: 'late finding',
    });
    expect((await act(senior, found.id, revocation)).statusCode).toBe(403);
    const revoked = await act(other, found.id, revocation);
    expect(revoked.json()).toMatchObject({ status: 'canceled' });
    const { version } = revoked.json() as { version: number };
    const reversal = decision(version, { decision: 'reverse', note: 'was right at first' });
    expect((await act(other, found.id, reversal)).statusCode).toBe(403);
    expect((await act(specialist, found.id, reversal)).statusCode).toBe(403);
    expect((await act(senior, found.id, reversal)).json()).toMatchObject({ status: 'successful' });
  });

  it('everything that is offered is something the providers take in that status', () => {
    for (const row of DECISIONS) {
      const allowed: readonly string[] = PROVIDER_DECISIONS[row.as].from;
      for (const status of row.from) expect(allowed, `${row.id} in ${status}`).toContain(status);
    }
  });
});

describe('text that wants to be a script [CON-7]', () => {
  it('comes back as data, under headers that run nothing', async () => {
    expect(SCRIPT_PAYLOADS.length).toBeGreaterThanOrEqual(50);
    const who = await fixture.signIn('compliance');
    for (let first = 0; first < SCRIPT_PAYLOADS.length; first += 10) {
      const fields = Object.fromEntries(
        SCRIPT_PAYLOADS.slice(first, first + 10).map((payload, index) => [`field_${index}`, payload]),
      );
      const found = await fixture.waitingCase(fields);
      const answer = await who.post(api(found.id, '/reveal'));
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      const { person } = answer.json() as CaseView;
      const shown = Object.fromEntries(person.fields.map(({ field, value }) => [field, value]));
      expect(shown).toMatchObject(fields);
    }
  });
});
