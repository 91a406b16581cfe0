import { LIMITS } from '@reident/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  captureFixture,
  jpeg,
  type Ordered,
  pathOf,
  unreadable,
} from '../../../tests/fixtures/capture/capture-fixture.ts';
import { Customer, TICKED } from '../../../tests/fixtures/capture/customer.ts';
import { startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';

const fixture = captureFixture();
const { order, statusOf, newCustomer, readAll } = fixture;

describe('a session', () => {
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
    const nothing = await phone.lookUpSession(ordered.id);
    expect([nothing.status, nothing.body]).toEqual([200, { state: null, why: 'no_session' }]);
    await phone.comeToDocument(ordered.url);
    expect((await phone.lookUpSession(ordered.id)).body).toMatchObject({ state: { screen: { id: 'document' } } });
    expect((await phone.lookUpSession(other.id)).body).toEqual({ state: null, why: 'no_session' });
    await tablet.comeToDocument(ordered.url);
    expect((await phone.lookUpSession(ordered.id)).body).toEqual({ state: null, why: 'taken_over' });
  });

  it('stays one session when the same browser opens the link twice', async () => {
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
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT14M' });
    expect((await customer.state()).status).toBe(200);
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT16M' });
    expect((await customer.state()).body.error?.code).toBe('session_over');
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
  });

  it('ends after thirty minutes in all, however busy [CAP-4]', async () => {
    const customer = newCustomer();
    await customer.comeToDocument((await order()).url);
    for (let minutes = 0; minutes < 30; minutes += 10) {
      expect((await customer.state()).status).toBe(200);
      await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT10M' });
    }
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT1M' });
    expect((await customer.state()).body.error?.code).toBe('session_over');
  });
});

describe('the limits of a session', () => {
  const beginFiveTimes = async (ordered: Ordered) => {
    for (let openSession = 0; openSession < LIMITS.attemptsPerIdentification; openSession += 1) {
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

  it('without the link a session counts once its phone is proven, so nobody can use up those of another [CAP-4]', async () => {
    const ordered = await order({
      first_name: 'X-MANUALTEST-HAPPYPATH',
      last_name: 'D',
      mobile_number: '01705556667',
    });
    const enter = (customer: Customer) =>
      customer.call('/entry', {
        company: fixture.reident.tenant.company,
        key: ordered.reference,
        phone: '01705556667',
        consents: TICKED,
        language: 'en',
      });
    for (let guess = 0; guess < 6; guess += 1) await enter(newCustomer());
    expect((await newCustomer().open(pathOf(ordered), 'POST')).status).toBe(303);
    for (let openSession = 1; openSession < LIMITS.attemptsPerIdentification; openSession += 1) {
      await newCustomer().open(pathOf(ordered), 'POST');
    }
    const late = newCustomer();
    const entered = await enter(late);
    expect((await late.call('/code', { code: entered.body.sandboxCode })).body.error?.code).toBe('too_many_attempts');
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
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT14M' });
    const { idle, total, warn } = (await customer.state()).body.timeLeft ?? { idle: 0, total: 0, warn: 0 };
    expect([idle, warn]).toEqual([15 * 60, LIMITS.warnSeconds]);
    expect(total).toBeLessThanOrEqual(16 * 60);
    expect(total).toBeGreaterThan(15 * 60);
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT14M' });
    expect((await customer.state()).status).toBe(200);
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

  it("ends nobody else's session before the code is right, and aborts nothing when it is wrong", async () => {
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
