import { customerUrl } from '@reident/platform';
import { createTenant, listCaptureSessions, type Tenant } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Customer, TICKED } from '../../../tests/fixtures/capture/customer.ts';
import { startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';
import { makeIdentification, request } from '../../../tests/fixtures/store/make.ts';

/** A server that nobody has told how to send messages. */
let reident: TestReident;
let bank: Tenant;

beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  bank = await createTenant(reident.platform.database, { company: 'live-bank', name: 'A live bank', kind: 'live' });
});
afterAll(() => reident.stop());

const REFERENCE = 'TS2-LIVE1';

async function order(): Promise<{ id: string; path: string }> {
  const { platform } = reident;
  const { id } = await platform.database.inTenant(bank.id, async (tx) => {
    const created = await makeIdentification(tx);
    return request(tx, created, REFERENCE);
  });
  return { id, path: new URL(customerUrl(platform, bank.company, id)).pathname };
}

describe('a live tenant without a sender of messages', () => {
  it('begins no session by the link: the customer reads that it is us, and none of the five is used up [API-10]', async () => {
    const { id, path } = await order();
    const customer = new Customer(reident.url);
    expect((await customer.open(path)).status).toBe(200);
    const refused = await customer.open(path, 'POST');
    expect(refused.status).toBe(503);
    expect(customer.cookie).toBeNull();
    expect((await customer.call('/start', { phone: '+491701234567', consents: TICKED, language: 'de' })).status).toBe(
      401,
    );
    expect(await reident.platform.database.inTenant(bank.id, (tx) => listCaptureSessions(tx, id))).toEqual([]);
  });

  it('begins none by reference and phone either, and no code is shown in place of a message', async () => {
    const customer = new Customer(reident.url);
    const entry = { company: bank.company, key: REFERENCE, phone: '+491701234567', consents: TICKED, language: 'en' };
    const refused = await customer.call('/entry', entry);
    expect([refused.status, refused.body.error?.code]).toEqual([503, 'sms_unavailable']);
    expect(refused.text).not.toMatch(/sandboxCode":"\d/);
    expect(customer.cookie).toBeNull();
  });
});
