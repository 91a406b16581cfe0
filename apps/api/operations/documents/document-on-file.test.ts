import { documentOnFile, JOB_HANDLERS, recordReport } from '@reident/platform';
import { findPerson, insertExamination, insertSubscription, leaseJobs } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeIdentification, makePerson } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let partner: TestPartner;

beforeAll(async () => {
  api = await startTestApi();
});

/** The partner's day, which lasts through the test: its clock begins at noon. */
let today: number;

beforeEach(async () => {
  partner = await api.addPartner();
  const dayMs = 86_400_000;
  const seconds = Math.ceil((dayMs - (Date.now() % dayMs) + dayMs / 2) / 1000);
  const { body } = await partner.call<{ now: string }>('POST', '/sandbox/clock', { advance: `PT${seconds}S` });
  today = Date.parse(body.now.slice(0, 10));
  const order = { eventType: 'POTENTIAL_ACCOUNT_BLOCKING', url: 'https://partner.example/', secret: 'x'.repeat(43) };
  await api.platform.database.inTenant(partner.tenant.id, (tx) =>
    insertSubscription(tx, order, { kind: 'partner', id: partner.clientId }),
  );
});

afterAll(() => api.close());

/** The bodies that wait for the partner's receiver. */
async function warnings(): Promise<unknown[]> {
  const { body } = await partner.call<{ id: string; entity_id: string }[]>('GET', '/reident/v1/deliveries');
  const details = await Promise.all(
    body.map(({ id }) => partner.call<{ body: string }>('GET', `/reident/v1/deliveries/${id}`)),
  );
  return details.map((detail) => JSON.parse(detail.body.body));
}

const inDays = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);

describe('the check of the document on file', () => {
  it.each([
    ['nothing is known', null, 200, { document_valid: true }],
    ['it is good for long', 200, 200, { document_valid: true }],
    ['it ends soon', 30, 202, { document_valid: true, action: 'triggered potential account blocking' }],
    ['it ends today', 0, 202, { document_valid: true, action: 'triggered potential account blocking' }],
    ['it has ended', -1, 202, { document_valid: false, action: 'triggered potential account blocking' }],
  ])('when %s', async (_, days, status, body) => {
    const validUntil = days === null ? null : inDays(days);
    const id = await makePerson(partner);
    await partner.call('PATCH', `/v1/persons/${id}/update_for_development`, { legitimation_valid_until: validUntil });
    const answer = await partner.call('POST', `/v1/persons/${id}/test_id_document_update`);
    expect([answer.status, answer.body]).toEqual([status, body]);
    const warning = { blocking_date: validUntil, reason: 'IDENTIFICATION_DOCUMENT_EXPIRED' };
    expect(await warnings()).toEqual(status === 202 ? [warning] : []);
  });
});

describe('a document that was read in a successful identification', () => {
  async function identifiedWith(expiryDate: string): Promise<string> {
    const { id, personId } = await makeIdentification(partner, { requested: true });
    const evidence = { mrz: { fields: { expiryDate } } };
    await api.platform.database.inTenant(partner.tenant.id, async (tx) => {
      await insertExamination(tx, {
        identificationId: id,
        engineVersion: 'test',
        evidence,
        findings: [],
        verdict: { result: 'SUCCESS', reason: null, because: [] },
      });
      await recordReport(tx, api.platform, id, {
        result: 'SUCCESS',
        reason: null,
        actor: { kind: 'engine', id: null },
      });
    });
    return personId;
  }

  async function work(): Promise<void> {
    const jobs = await leaseJobs(api.platform.database, { kinds: ['document_ends'], limit: 10, leaseSeconds: 60 });
    for (const job of jobs) await JOB_HANDLERS.document_ends.handle(job, api.platform);
  }

  it('is on file from then on, and the partner is warned 60 days before it ends', async () => {
    const personId = await identifiedWith(inDays(100));
    const person = await partner.call('GET', `/v1/persons/${personId}`);
    expect(person.body.legitimation_valid_until).toBe(inDays(100));
    await partner.call('POST', '/sandbox/clock', { advance: 'P39D' });
    await work();
    expect(await warnings()).toEqual([]);
    await partner.call('POST', '/sandbox/clock', { advance: 'P2D' });
    await work();
    expect(await warnings()).toEqual([{ blocking_date: inDays(100), reason: 'IDENTIFICATION_DOCUMENT_EXPIRED' }]);
  });

  it('is valid through the whole of its last day', async () => {
    const personId = await identifiedWith('2030-05-10');
    await api.platform.database.inTenant(partner.tenant.id, async (tx) => {
      const person = await findPerson(tx, personId);
      expect(documentOnFile(person, new Date('2030-05-10T23:59:59Z'))).toBe('ending');
      expect(documentOnFile(person, new Date('2030-05-11T00:00:00Z'))).toBe('ended');
    });
  });
});
