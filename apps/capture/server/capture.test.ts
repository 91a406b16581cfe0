import { randomBytes } from 'node:crypto';
import { LIMITS } from '@reident/providers';
import { listCaptureSessions, listCaptures, saveReading, updateSettings } from '@reident/store';
import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForPicturesOnly, startTestReident, type TestReident } from '../../../test/support/reident.ts';
import type { Boot, Progress } from '../shared/protocol.ts';
import { Customer, TICKED } from '../testing/customer.ts';

/** The server without its worker: readings come when the test says so. */
let reident: TestReident;
beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  await askForPicturesOnly(reident);
});
afterAll(() => reident.stop());

interface Ordered {
  id: string;
  personId: string;
  url: string;
  reference: string;
}

async function order(
  person: object = { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Customer' },
  at: TestReident = reident,
): Promise<Ordered> {
  const { body: made } = await at.call<{ id: string }>('POST', '/v1/persons', person);
  const base = `/v1/persons/${made.id}/identifications`;
  const { body: created } = await at.call<{ id: string }>('POST', base, {
    method: 'idnow_autoident',
    language: 'EN',
  });
  const { body } = await at.call<{ url: string; reference: string }>('PATCH', `${base}/${created.id}/request`);
  return { id: created.id, personId: made.id, url: body.url, reference: body.reference };
}

async function statusOf({ id, personId }: Ordered, at: TestReident = reident): Promise<string> {
  const { body } = await at.call<{ status: string }>('GET', `/v1/persons/${personId}/identifications/${id}`);
  return body.status;
}

const pathOf = ({ url }: Ordered) => new URL(url).pathname;
const cleanPathOf = (ordered: Ordered) => pathOf(ordered).replace(/\/[^/]+$/, '');
const newCustomer = () => new Customer(reident.url);

/** Bytes that pass for a JPEG at the door; nobody decodes them here. */
const jpeg = () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(400)]);
const tenantId = () => reident.tenant.id;

/** What the engine would have read. */
async function readAll(ordered: Ordered, reading: (step: string) => unknown): Promise<void> {
  await reident.platform.database.inTenant(tenantId(), async (tx) => {
    for (const capture of await listCaptures(tx, ordered.id)) {
      if (capture.reading === null) await saveReading(tx, capture.id, reading(capture.step));
    }
  });
}

const unreadable = (step: string) => ({ step, unreadable: 'unreadable_media' });

describe('the link', () => {
  it('shows a page without personal data, however often it is looked at, and consumes nothing [CAP-3]', async () => {
    const ordered = await order({ first_name: 'Zacharias', last_name: 'Quittenbaum', mobile_number: '+4915112345678' });
    const preview = newCustomer();
    for (const method of ['HEAD', 'GET', 'GET', 'GET'] as const) {
      const answer = await preview.open(pathOf(ordered), method);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    const heard = preview.heard.join('\n');
    for (const secret of ['Zacharias', 'Quittenbaum', '15112345678', ordered.personId, ordered.reference])
      expect(heard).not.toContain(secret);
    const opened = await newCustomer().open(pathOf(ordered), 'POST');
    expect(opened.status).toBe(303);
  });

  it('is exchanged for a cookie that only this site, only scripts of nobody and only secure places see [CAP-3]', async () => {
    const ordered = await order();
    const answer = await newCustomer().open(pathOf(ordered), 'POST');
    expect(answer.headers.get('location')).toBe(cleanPathOf(ordered));
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-reident-capture=[\w-]{43,}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });

  it('is not exchanged for a page of another site', async () => {
    const ordered = await order();
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<
      string,
      string
    >[]) {
      const answer = await newCustomer().open(pathOf(ordered), 'POST', headers);
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
      expect(answer.text).toContain('Please open your link again');
    }
  });

  it('that is unknown, of another identification, or burned shows one and the same page [CAP-1]', async () => {
    const [ordered, other] = [await order(), await order()];
    await reident.call('POST', `/sandbox/identifications/${other.id}/outcome`, { result: 'SUCCESS' });
    const dead = [
      pathOf(other),
      cleanPathOf(other),
      `${cleanPathOf(ordered)}/${randomBytes(32).toString('base64url')}`,
      `${cleanPathOf(ordered)}/${pathOf(other).split('/').at(-1)}`,
      `/${reident.tenant.company}/identifications/${'0'.repeat(32)}cidt/x`,
      `/nobody/identifications/${ordered.id}/x`,
    ];
    const pages = new Set<string>();
    for (const address of dead) {
      const answer = await newCustomer().open(address);
      expect(answer.status, address).toBe(410);
      pages.add(answer.text.replaceAll(/nonce="[^"]*"/g, ''));
    }
    expect(pages.size).toBe(1);
  });

  it('carries the strictest headers that a camera page can have [CAP-8] [CAP-9]', async () => {
    const { headers, text } = await newCustomer().open(pathOf(await order()));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(text.match(/<(script|link rel="stylesheet")[^>]*>/g)?.every((tag) => tag.includes(nonce))).toBe(true);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a sitting', () => {
  it('goes from the phone number to the last picture in the order of the server', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.open(pathOf(ordered), 'POST');
    const screens = [(await customer.state()).body.screen.id];
    const started = await customer.call('/start', { phone: '01511234567', consents: TICKED, language: 'en' });
    screens.push(started.body.screen.id);
    screens.push((await customer.call('/code', { code: started.body.sandboxCode })).body.screen.id);
    screens.push((await customer.call('/introduction')).body.screen.id);
    const chosen = await customer.call('/document', { kind: 'identity_card', issuingState: 'DEU' });
    screens.push(chosen.body.screen.id);
    expect(chosen.body.steps.map(({ id }) => id)).toEqual(['document_front', 'document_back', 'selfie']);
    for (const step of ['document_front', 'document_back', 'selfie']) {
      expect((await customer.picture(step, jpeg())).body.screen).toMatchObject({ id: 'reading', step });
      await readAll(ordered, unreadable);
      expect((await customer.state()).body.screen).toMatchObject({ id: 'feedback', step, mayKeep: false });
      await customer.picture(step, jpeg());
      await readAll(ordered, unreadable);
      expect((await customer.state()).body.screen).toMatchObject({ id: 'feedback', step, mayKeep: true });
      screens.push((await customer.call('/keep', { step })).body.screen.id);
    }
    screens.push((await customer.call('/submit')).body.screen.id);
    expect(screens).toEqual([
      'start',
      'code',
      'introduction',
      'document',
      'capture',
      'capture',
      'capture',
      'confirm',
      'end',
    ]);
    expect(await statusOf(ordered)).toBe('pending');
  });

  it('asks for the data page alone when the document is a passport', async () => {
    const customer = newCustomer();
    await customer.comeToDocument((await order()).url);
    const { body } = await customer.call('/document', { kind: 'passport', issuingState: 'FRA' });
    expect(body.steps.map(({ id }) => id)).toEqual(['document_data_page', 'selfie']);
  });

  it('makes the pictures of one document void when another is chosen', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    await customer.call('/document', { kind: 'identity_card', issuingState: 'DEU' });
    await customer.picture('document_front', jpeg());
    await readAll(ordered, unreadable);
    await customer.call('/choose-again');
    const { body } = await customer.call('/document', { kind: 'driving_licence', issuingState: 'DEU' });
    expect(body.screen).toEqual({ id: 'capture', step: 'document_front' });
  });

  it('refuses a step whose turn has not come', async () => {
    const customer = newCustomer();
    await customer.comeToDocument((await order()).url);
    expect(await customer.nonce('selfie')).toBe('refused: out_of_order');
    await customer.call('/document', { kind: 'identity_card', issuingState: 'DEU' });
    expect(await customer.nonce('selfie')).toBe('refused: out_of_order');
    expect(await customer.nonce('document_data_page')).toBe('refused: out_of_order');
    expect((await customer.call('/submit')).status).toBe(409);
  });

  it('goes on with the newest device; the former learns that it was taken over [CAP-4]', async () => {
    const ordered = await order();
    const [phone, tablet] = [newCustomer(), newCustomer()];
    await phone.comeToDocument(ordered.url);
    await tablet.comeToDocument(ordered.url);
    const told = await phone.state();
    expect([told.status, told.body.error?.code]).toEqual([401, 'taken_over']);
    expect((await tablet.state()).body.screen.id).toBe('document');
  });

  it('that nobody has, or nobody has any more, is an answer to the page that asks on being opened, and no error', async () => {
    const [ordered, other] = [await order(), await order()];
    const [phone, tablet] = [newCustomer(), newCustomer()];
    const nothing = await phone.whereabouts(ordered.id);
    expect([nothing.status, nothing.body]).toEqual([200, { state: null, why: 'no_session' }]);
    await phone.comeToDocument(ordered.url);
    expect((await phone.whereabouts(ordered.id)).body).toMatchObject({ state: { screen: { id: 'document' } } });
    expect((await phone.whereabouts(other.id)).body).toEqual({ state: null, why: 'no_session' });
    await tablet.comeToDocument(ordered.url);
    expect((await phone.whereabouts(ordered.id)).body).toEqual({ state: null, why: 'taken_over' });
  });

  it('stays one sitting when the same browser opens the link twice', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    await customer.open(pathOf(ordered), 'POST');
    expect((await customer.state()).body.screen.id).toBe('document');
  });

  it('ends after fifteen idle minutes of the tenant, and the link opens again [CAP-4]', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    await reident.call('POST', '/sandbox/clock', { advance: 'PT14M' });
    expect((await customer.state()).status).toBe(200);
    await reident.call('POST', '/sandbox/clock', { advance: 'PT16M' });
    expect((await customer.state()).body.error?.code).toBe('session_over');
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
  });

  it('ends after thirty minutes in all, however busy [CAP-4]', async () => {
    const customer = newCustomer();
    await customer.comeToDocument((await order()).url);
    for (let minutes = 0; minutes < 30; minutes += 10) {
      expect((await customer.state()).status).toBe(200);
      await reident.call('POST', '/sandbox/clock', { advance: 'PT10M' });
    }
    await reident.call('POST', '/sandbox/clock', { advance: 'PT1M' });
    expect((await customer.state()).body.error?.code).toBe('session_over');
  });
});

describe('the limits of a sitting', () => {
  const beginFiveTimes = async (ordered: Ordered) => {
    for (let sitting = 0; sitting < LIMITS.sittingsPerIdent; sitting += 1) {
      expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
    }
  };

  it('the link begins five and no sixth; the fifth goes on, and the case stays open [CAP-4]', async () => {
    const ordered = await order();
    await beginFiveTimes(ordered);
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(409);
    expect(await statusOf(ordered)).toBe('pending');
    expect((await newCustomer().open(pathOf(ordered))).status).toBe(200);
  });

  it('a browser that sits already opens the link as often as it likes [CAP-4]', async () => {
    const ordered = await order();
    const customer = newCustomer();
    for (let tap = 0; tap < 7; tap += 1) expect((await customer.open(pathOf(ordered), 'POST')).status).toBe(303);
  });

  it('without the link a sitting counts once its phone is proven, so nobody can use up those of another [CAP-4]', async () => {
    const ordered = await order({
      first_name: 'X-MANUALTEST-HAPPYPATH',
      last_name: 'D',
      mobile_number: '01705556667',
    });
    const enter = (customer: Customer) =>
      customer.call('/entry', {
        company: reident.tenant.company,
        key: ordered.reference,
        phone: '01705556667',
        consents: TICKED,
        language: 'en',
      });
    for (let guess = 0; guess < 6; guess += 1) await enter(newCustomer());
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
    for (let sitting = 1; sitting < LIMITS.sittingsPerIdent; sitting += 1) {
      await newCustomer().open(pathOf(ordered), 'POST');
    }
    const late = newCustomer();
    const entered = await enter(late);
    expect((await late.call('/code', { code: entered.body.sandboxCode })).body.error?.code).toBe('too_many_sittings');
  });

  it('the camera left three times in the middle of a step ends it; the case stays open and the link opens again [CAP-11]', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    expect((await customer.call('/interrupted')).body.screen.id).toBe('document');
    await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
    for (let time = 1; time < LIMITS.interruptions; time += 1) {
      expect((await customer.call('/interrupted')).body.screen).toEqual({ id: 'capture', step: 'document_data_page' });
    }
    expect((await customer.call('/interrupted')).body.error?.code).toBe('interrupted');
    expect((await customer.state()).body.error?.code).toBe('interrupted');
    expect(await statusOf(ordered)).toBe('pending');
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
  });

  it('an interrupted step begins again under another number; a picture that has arrived stays [CAP-11]', async () => {
    const customer = newCustomer();
    await customer.comeToDocument((await order()).url);
    await customer.call('/document', { kind: 'identity_card', issuingState: 'DEU' });
    const before = await customer.nonce('document_front');
    await customer.call('/interrupted');
    expect((await customer.send(jpeg(), before)).body.error?.code).toBe('nonce_stale');
    expect((await customer.picture('document_front', jpeg())).body.screen).toEqual({
      id: 'reading',
      step: 'document_front',
    });
    expect((await customer.call('/interrupted')).body.screen.id).toBe('reading');
  });

  it('every answer says how long it lasts; a sign of life gives the idle time again, and never the half hour', async () => {
    const customer = newCustomer();
    await customer.comeToDocument((await order()).url);
    await reident.call('POST', '/sandbox/clock', { advance: 'PT14M' });
    const { idle, total, warn } = (await customer.state()).body.timeLeft ?? { idle: 0, total: 0, warn: 0 };
    expect([idle, warn]).toEqual([15 * 60, LIMITS.warnSeconds]);
    expect(total).toBeLessThanOrEqual(16 * 60);
    expect(total).toBeGreaterThan(15 * 60);
    await reident.call('POST', '/sandbox/clock', { advance: 'PT14M' });
    expect((await customer.state()).status).toBe(200);
  });
});

describe('what was read', () => {
  const mrz = {
    confidence: -0.1,
    checkDigits: [],
    fields: {
      primaryIdentifier: 'MUSTER',
      secondaryIdentifier: 'ERIKA',
      birthDate: '840317',
      expiryDate: '350101',
      documentNumber: 'C01X00T47',
    },
  };

  async function comeToConfirm(): Promise<Customer> {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
    for (const step of ['document_data_page', 'selfie']) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        await customer.picture(step, jpeg());
        await readAll(ordered, (read) => ({ ...unreadable(read), ...(read === 'selfie' ? {} : { mrz }) }));
      }
      expect((await customer.state()).body.read).toBeNull();
      await customer.call('/keep', { step });
    }
    return customer;
  }

  it('stands on the last screen before it is sent, the number masked, and on no other', async () => {
    const customer = await comeToConfirm();
    const { screen, read } = (await customer.state()).body;
    expect(screen.id).toBe('confirm');
    expect(read).toEqual({
      name: 'MUSTER, ERIKA',
      birthDate: '1984-03-17',
      expiryDate: '2035-01-01',
      documentNumber: '••• T47',
    });
    expect((await customer.call('/submit')).body.read).toBeNull();
    expect(customer.heard.join()).not.toContain('C01X00T47');
  });

  it('can be called wrong: the document is pictured again, the face is not', async () => {
    const customer = await comeToConfirm();
    const { screen, steps } = (await customer.call('/retake')).body;
    expect(screen).toEqual({ id: 'capture', step: 'document_data_page' });
    expect(steps.map(({ id, done }) => [id, done])).toEqual([
      ['document_data_page', false],
      ['selfie', true],
    ]);
    expect((await customer.call('/retake')).status).toBe(409);
  });
});

describe('phone and consents', () => {
  it('takes the numbers of the tutorial in the sandbox and no others, so that no stranger gets a message', async () => {
    const customer = newCustomer();
    await customer.open(pathOf(await order()), 'POST');
    const tried = async (phone: string) =>
      (await customer.call('/start', { phone, consents: TICKED, language: 'en' })).body;
    expect((await tried('+491511234567')).error?.code).toBe('phone_sandbox');
    expect((await tried('0151 / 123-4567')).screen.id).toBe('code');
    expect((await tried('+15550101')).screen.id).toBe('code');
  });

  it('stores version and hash of the very texts before anything is pictured, biometrics apart [CAP-7]', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.open(pathOf(ordered), 'POST');
    const { terms } = TICKED;
    const refused = await customer.call('/start', { phone: '0151', consents: { terms }, language: 'de' });
    expect(refused.body.error?.code).toBe('consent_missing');
    await customer.call('/start', { phone: '01511', consents: TICKED, language: 'de' });
    const sessions = await reident.platform.database.inTenant(tenantId(), (tx) => listCaptureSessions(tx, ordered.id));
    const { consents } = sessions[0]!;
    expect(consents.map(({ id }) => id)).toEqual(['terms', 'biometrics']);
    expect(consents.every(({ sha256, version }) => /^[0-9a-f]{64}$/.test(sha256) && version.endsWith('-de'))).toBe(
      true,
    );
  });

  it('ends after three wrong codes as aborted, with the published reason, and the link opens again', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.open(pathOf(ordered), 'POST');
    const { body } = await customer.call('/start', { phone: '01511', consents: TICKED, language: 'en' });
    const wrong = body.sandboxCode === '000000' ? '000001' : '000000';
    const codes = [];
    for (let attempt = 0; attempt < 3; attempt += 1)
      codes.push((await customer.call('/code', { code: wrong })).body.error?.code);
    expect(codes).toEqual(['code_wrong', 'code_wrong', 'code_locked']);
    expect(await statusOf(ordered)).toBe('aborted');
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
  });

  it('sends another code after thirty seconds and not before', async () => {
    const customer = newCustomer();
    await customer.open(pathOf(await order()), 'POST');
    const first = await customer.call('/start', { phone: '01511', consents: TICKED, language: 'en' });
    expect(first.body.resendInSeconds).toBeGreaterThan(25);
    expect((await customer.call('/resend')).body.error?.code).toBe('resend_too_early');
    await reident.call('POST', '/sandbox/clock', { advance: 'PT31S' });
    const second = await customer.call('/resend');
    expect(second.status).toBe(200);
    expect((await customer.call('/code', { code: second.body.sandboxCode })).body.screen.id).toBe('introduction');
  });
});

describe('pictures', () => {
  async function atFront(): Promise<{ customer: Customer; ordered: Ordered }> {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    await customer.call('/document', { kind: 'identity_card', issuingState: 'DEU' });
    return { customer, ordered };
  }

  it('sent twice under one number are one picture; another picture under it is refused [CAP-5] [CAP-11]', async () => {
    const { customer, ordered } = await atFront();
    const [nonce, bytes] = [await customer.nonce('document_front'), jpeg()];
    expect((await customer.send(bytes, nonce)).status).toBe(200);
    expect((await customer.send(bytes, nonce)).status).toBe(200);
    expect((await customer.send(jpeg(), nonce)).body.error?.code).toBe('nonce_stale');
    const stored = await reident.platform.database.inTenant(tenantId(), (tx) =>
      listCaptures(tx, ordered.id, { includeSuperseded: true }),
    );
    expect(stored).toHaveLength(1);
  });

  it('are refused under a number of another sitting, of an earlier attempt, after a minute, and under an invented one [CAP-5]', async () => {
    const [one, two] = [await atFront(), await atFront()];
    const foreign = await two.customer.nonce('document_front');
    const replaced = await one.customer.nonce('document_front');
    const late = await one.customer.nonce('document_front');
    await reident.call('POST', '/sandbox/clock', { advance: 'PT61S' });
    for (const nonce of [foreign, replaced, late, randomBytes(24).toString('base64url'), '']) {
      const answer = await one.customer.send(jpeg(), nonce);
      expect([answer.status, answer.body.error?.code]).toEqual([409, 'nonce_stale']);
    }
  });

  it('sent at the same moment by a double tap are stored once', async () => {
    const { customer, ordered } = await atFront();
    const [nonce, bytes] = [await customer.nonce('document_front'), jpeg()];
    const answers = await Promise.all([
      customer.send(bytes, nonce),
      customer.send(bytes, nonce),
      customer.send(bytes, nonce),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const stored = await reident.platform.database.inTenant(tenantId(), (tx) =>
      listCaptures(tx, ordered.id, { includeSuperseded: true }),
    );
    expect(stored).toHaveLength(1);
  });

  it('are told by their bytes, not by their label [UPL-2]', async () => {
    const { customer } = await atFront();
    const nonce = await customer.nonce('document_front');
    expect((await customer.send(Buffer.from('<svg onload="alert(1)"/>'), nonce)).status).toBe(415);
    const gif = await customer.nonce('document_front');
    expect((await customer.send(Buffer.from('GIF89a'), gif)).status).toBe(415);
    expect((await customer.picture('document_front', jpeg())).status).toBe(200);
  });

  it('over ten megabytes are refused [UPL-1]', async () => {
    const { customer } = await atFront();
    const nonce = await customer.nonce('document_front');
    const answer = await customer.send(Buffer.concat([jpeg(), Buffer.alloc(10 * 1024 * 1024)]), nonce);
    expect([answer.status, answer.body.error?.code]).toEqual([413, 'picture_too_large']);
  });

  it('from a file are marked as such, and refused where the partner wants the camera only [CAP-6]', async () => {
    const { customer, ordered } = await atFront();
    await customer.send(jpeg(), await customer.nonce('document_front'), { source: 'file' });
    const [stored] = await reident.platform.database.inTenant(tenantId(), (tx) => listCaptures(tx, ordered.id));
    expect(stored?.source).toBe('file');
    await readAll(ordered, unreadable);
    await setAllowFiles(false);
    const refused = await customer.send(jpeg(), await customer.nonce('document_front'), { source: 'file' });
    await setAllowFiles(true);
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'files_not_allowed']);
  });
});

async function setAllowFiles(allowFiles: boolean): Promise<void> {
  const actor = { kind: 'system', id: null } as const;
  await reident.platform.database.inTenant(tenantId(), (tx) => updateSettings(tx, { allowFiles }, actor));
}

describe('the end', () => {
  /** Everything pictured and handed in, by a browser that has not let go of its cookie. */
  async function submitted(): Promise<{ customer: Customer; ordered: Ordered }> {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
    for (const step of ['document_data_page', 'selfie']) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        await customer.picture(step, jpeg());
        await readAll(ordered, unreadable);
      }
      await customer.call('/keep', { step });
    }
    const { cookie } = customer;
    const answer = await customer.call('/submit');
    expect([answer.status, answer.body.screen.id, customer.cookie]).toEqual([200, 'end', null]);
    customer.cookie = cookie;
    return { customer, ordered };
  }

  it('by the customer is aborted with the reason, and the same link opens again', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.comeToDocument(ordered.url);
    expect((await customer.call('/quit', { reason: 'WARNING_FRAUD_OTHER' })).body.error?.code).toBe('reason_unknown');
    const { status, headers } = await customer.call('/quit', { reason: 'USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE' });
    expect(status).toBe(200);
    expect(headers.get('clear-site-data')).toBe('"storage"');
    expect(customer.cookie).toBeNull();
    expect(await statusOf(ordered)).toBe('aborted');
    await customer.comeToDocument(ordered.url);
    expect((await customer.state()).body.screen.id).toBe('document');
    expect(await statusOf(ordered)).toBe('aborted');
  });

  it('looks the same, byte for byte, for a suspicion, a review and everything else that is not final [CAP-10]', async () => {
    const seen = new Set<string>();
    for (const result of [null, 'REVIEW_PENDING', 'CHECK_PENDING', 'FRAUD_SUSPICION_PENDING']) {
      const { customer, ordered } = await submitted();
      if (result !== null) await reident.call('POST', `/sandbox/identifications/${ordered.id}/outcome`, { result });
      const state = await customer.state();
      expect(state.body.screen.id).toBe('end');
      const links = [await newCustomer().open(pathOf(ordered)), await newCustomer().open(cleanPathOf(ordered))];
      seen.add(
        [state, ...links]
          .map(({ status, text }) => `${status} ${text}`)
          .join('\n')
          .replaceAll(/nonce="[^"]*"/g, ''),
      );
    }
    expect(seen.size).toBe(1);
  });

  it('cannot be changed: no picture, no reason and no second submission after it', async () => {
    const { customer } = await submitted();
    expect(await customer.nonce('selfie')).toBe('refused: out_of_order');
    expect((await customer.call('/quit', { reason: 'USER_CANCELLATION_IDENTIFY_LATER' })).status).toBe(409);
    expect((await customer.call('/submit')).body.screen.id).toBe('end');
  });

  it('of a canceled attempt lets the customer begin anew, with none of the old pictures', async () => {
    const { ordered } = await submitted();
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(410);
    await reident.call('POST', `/sandbox/identifications/${ordered.id}/outcome`, {
      result: 'CANCELED',
      reason: 'ID_BLURRY',
    });
    const again = newCustomer();
    await again.comeToDocument(ordered.url);
    const { body } = await again.call('/document', { kind: 'passport', issuingState: 'DEU' });
    expect(body.screen).toEqual({ id: 'capture', step: 'document_data_page' });
  });
});

describe('the way in without the link', () => {
  // A server of its own: every try here counts against the limit of guesses.
  let own: TestReident;
  beforeAll(async () => {
    own = await startTestReident({ REIDENT_ROLE: 'api' });
  });
  afterAll(() => own.stop());

  const enter = (customer: Customer, key: string, phone: string) =>
    customer.call('/entry', { company: own.tenant.company, key, phone, consents: TICKED, language: 'en' });

  it('needs the reference and then the code on the phone [CAP-2]', async () => {
    const ordered = await order(
      { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'A', mobile_number: '01701234567' },
      own,
    );
    const customer = new Customer(own.url);
    const entered = await enter(customer, ordered.reference.toLowerCase(), '0170 1234567');
    expect(entered.body.screen.id).toBe('code');
    expect((await customer.state()).body.error?.code).toBe('no_session');
    const proven = await customer.call('/code', { code: entered.body.sandboxCode });
    expect(proven.body.screen.id).toBe('introduction');
  });

  it('tells a guesser nothing: unknown reference, other phone and right pair look alike until the code [CAP-2]', async () => {
    const ordered = await order(
      { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'B', mobile_number: '01707654321' },
      own,
    );
    const right = await enter(new Customer(own.url), ordered.reference, '01707654321');
    for (const [key, phone] of [
      ['TS2-ZZZZZ', '01707654321'],
      [ordered.reference, '01709994321'],
      [`${'0'.repeat(32)}cidt`, '01707654321'],
    ] as const) {
      const guesser = new Customer(own.url);
      const answer = await enter(guesser, key, phone);
      expect(answer.status).toBe(right.status);
      expect({ ...answer.body, sandboxCode: null }).toEqual({ ...right.body, sandboxCode: null });
      expect(answer.body.sandboxCode).toBeNull();
      expect((await guesser.call('/code', { code: '123456' })).body.error?.code).toBe('code_wrong');
      expect((await guesser.state()).body.error?.code).toBe('no_session');
    }
  });

  it("ends nobody else's sitting before the code is right, and aborts nothing when it is wrong", async () => {
    const ordered = await order(
      { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'C', mobile_number: '01701112223' },
      own,
    );
    const owner = new Customer(own.url);
    await owner.comeToDocument(ordered.url, '01701112223');
    const stranger = new Customer(own.url);
    await enter(stranger, ordered.reference, '01701112223');
    for (let attempt = 0; attempt < 5; attempt += 1) await stranger.call('/code', { code: '111111' });
    expect((await owner.state()).body.screen.id).toBe('document');
    expect(await statusOf(ordered, own)).toBe('pending');
  });
});

describe('what never leaves', () => {
  it('is the reference: no answer to a customer holds it [API-11]', async () => {
    const ordered = await order();
    const customer = newCustomer();
    await customer.open(pathOf(ordered));
    await customer.comeToDocument(ordered.url);
    await customer.call('/document', { kind: 'identity_card', issuingState: 'DEU' });
    await customer.picture('document_front', jpeg());
    await customer.state();
    await customer.open(cleanPathOf(ordered));
    await customer.call('/quit', { reason: 'USER_CANCELLATION_IDENTIFY_LATER' });
    expect(customer.heard.length).toBeGreaterThan(8);
    expect(customer.heard.join('\n')).not.toContain(ordered.reference);
    expect(customer.heard.join('\n')).not.toContain(ordered.personId);
  });
});

describe('the way over to a phone', () => {
  const bootOf = (text: string) => JSON.parse(/id="boot"[^>]*>(.*?)<\/script>/s.exec(text)?.[1] ?? 'null') as Boot;

  it('is a QR code on the page that the link opened, and on no other', async () => {
    const own = await startTestReident({ REIDENT_ROLE: 'api', REIDENT_PUBLIC_URL: 'https://ident.example.com' });
    try {
      const ordered = await order(undefined, own);
      const customer = new Customer(own.url);
      const { handOver } = bootOf((await customer.open(pathOf(ordered))).text);
      const wanted = QRCode.create(ordered.url, { errorCorrectionLevel: 'M' }).modules;
      expect(handOver?.size).toBe(wanted.size);
      expect(handOver?.path.match(/M/g)).toHaveLength(wanted.data.filter(Boolean).length);
      expect(bootOf((await customer.open(cleanPathOf(ordered))).text).handOver).toBeNull();
    } finally {
      await own.stop();
    }
  });

  it('tells the computer live how far the phone is: a place, and nothing about the pictures', async () => {
    const ordered = await order();
    const watching = async () => {
      const answer = await newCustomer().open(`${pathOf(ordered)}/progress`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return answer.body as unknown as Progress;
    };
    expect(await watching()).toEqual({ at: 'nobody' });
    const phone = newCustomer();
    await phone.comeToDocument(ordered.url);
    expect(await watching()).toEqual({ at: 'going', screen: 'document', step: null });
    await phone.call('/document', { kind: 'passport', issuingState: 'DEU' });
    expect(await watching()).toEqual({ at: 'going', screen: 'capture', step: 'document_data_page' });
    await newCustomer().open(pathOf(ordered), 'POST');
    expect(await watching()).toEqual({ at: 'going', screen: 'start', step: null });
    const other = await order();
    const foreign = `${cleanPathOf(ordered)}/${pathOf(other).split('/').at(-1)}/progress`;
    expect((await newCustomer().open(foreign)).body).toEqual({ at: 'gone' });
  });

  it('watching is no sign of life for the sitting', async () => {
    const ordered = await order();
    const phone = newCustomer();
    await phone.comeToDocument(ordered.url);
    for (let watch = 0; watch < 2; watch += 1) {
      await reident.call('POST', '/sandbox/clock', { advance: 'PT8M' });
      await newCustomer().open(`${pathOf(ordered)}/progress`);
    }
    expect((await phone.state()).body.error?.code).toBe('session_over');
    expect((await newCustomer().open(`${pathOf(ordered)}/progress`)).body).toEqual({ at: 'nobody' });
  });

  it('is not shown where the address leads to this machine only', async () => {
    expect(bootOf((await newCustomer().open(pathOf(await order()))).text).handOver).toBeNull();
  });
});

describe('guessing', () => {
  it('is stopped after twenty misses a minute from one address [CAP-1]', async () => {
    const own = await startTestReident({ REIDENT_ROLE: 'api' });
    try {
      const guesser = new Customer(own.url);
      const statuses = [];
      for (let guess = 0; guess < 22; guess += 1) {
        const token = randomBytes(32).toString('base64url');
        statuses.push(
          (await guesser.open(`/${own.tenant.company}/identifications/${'0'.repeat(32)}cidt/${token}`)).status,
        );
      }
      expect(statuses).toEqual([...Array<number>(20).fill(410), 429, 429]);
    } finally {
      await own.stop();
    }
  });

  it("a call without the page's mark or from another site is refused before anything is looked up", async () => {
    const plain = await fetch(`${reident.url}/capture/api/state`);
    expect(plain.status).toBe(403);
    const foreign = await newCustomer().call('/start', {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });
});
