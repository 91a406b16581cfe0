import { randomBytes } from 'node:crypto';
import { listCaptureSessions, listCaptures, updateSettings } from '@reident/store';
import { describe, expect, it } from 'vitest';
import {
  captureFixture,
  cleanPathOf,
  jpeg,
  type Ordered,
  pathOf,
  unreadable,
} from '../../../tests/fixtures/capture/capture-fixture.ts';
import { type Customer, TICKED } from '../../../tests/fixtures/capture/customer.ts';

const fixture = captureFixture();
const { order, statusOf, newCustomer, readAll } = fixture;
const tenantId = () => fixture.reident.tenant.id;

/** A passport and a face, each pictured twice, so that it may be kept: only sending is left. */
async function comeToConfirm(
  reading: (step: string) => unknown = unreadable,
): Promise<{ customer: Customer; ordered: Ordered }> {
  const ordered = await order();
  const customer = newCustomer();
  await customer.comeToDocument(ordered.url);
  await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
  for (const step of ['document_data_page', 'selfie']) {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await customer.picture(step, jpeg());
      await readAll(ordered, reading);
    }
    expect((await customer.state()).body.read).toBeNull();
    await customer.call('/keep', { step });
  }
  return { customer, ordered };
}

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
  const withMrz = (step: string) => ({ ...unreadable(step), ...(step === 'selfie' ? {} : { mrz }) });

  it('stands on the last screen before it is sent, the number masked, and on no other', async () => {
    const { customer } = await comeToConfirm(withMrz);
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
    const { customer } = await comeToConfirm(withMrz);
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
    const sessions = await fixture.reident.platform.database.inTenant(tenantId(), (tx) =>
      listCaptureSessions(tx, ordered.id),
    );
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
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT31S' });
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
    const stored = await fixture.reident.platform.database.inTenant(tenantId(), (tx) =>
      listCaptures(tx, ordered.id, { includeSuperseded: true }),
    );
    expect(stored).toHaveLength(1);
  });

  it('are refused under a nonce of another session, of an earlier try, after a minute, and under an invented one [CAP-5]', async () => {
    const [one, two] = [await atFront(), await atFront()];
    const ofAnotherSession = await two.customer.nonce('document_front');
    const replaced = await one.customer.nonce('document_front');
    const late = await one.customer.nonce('document_front');
    await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT61S' });
    for (const nonce of [ofAnotherSession, replaced, late, randomBytes(24).toString('base64url'), '']) {
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
    const stored = await fixture.reident.platform.database.inTenant(tenantId(), (tx) =>
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
    const [stored] = await fixture.reident.platform.database.inTenant(tenantId(), (tx) => listCaptures(tx, ordered.id));
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
  await fixture.reident.platform.database.inTenant(tenantId(), (tx) => updateSettings(tx, { allowFiles }, actor));
}

describe('the end', () => {
  /** Everything pictured and handed in, by a browser that has not let go of its cookie. */
  async function submitted(): Promise<{ customer: Customer; ordered: Ordered }> {
    const { customer, ordered } = await comeToConfirm();
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
      if (result !== null)
        await fixture.reident.call('POST', `/sandbox/identifications/${ordered.id}/outcome`, { result });
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
    await fixture.reident.call('POST', `/sandbox/identifications/${ordered.id}/outcome`, {
      result: 'CANCELED',
      reason: 'ID_BLURRY',
    });
    const again = newCustomer();
    await again.comeToDocument(ordered.url);
    const { body } = await again.call('/document', { kind: 'passport', issuingState: 'DEU' });
    expect(body.screen).toEqual({ id: 'capture', step: 'document_data_page' });
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
