import { sql } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, makePerson, report } from '../../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let live: TestPartner;

beforeAll(async () => {
  api = await startTestApi();
  live = await api.addPartner({ kind: 'live' });
});

afterAll(() => api.close());

const erase = (partner: TestPartner, id: string, body: object = {}) =>
  partner.call('POST', `/reident/v1/persons/${id}/erasure`, body);

const yearsAgo = (years: number, days = 0) => {
  const day = new Date(Date.now() - days * 86_400_000);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
};

describe('the erasure of a person of a live tenant [DAT-4]', () => {
  it('is done at once for somebody who was never identified', async () => {
    const id = await makePerson(live);
    expect((await erase(live, id)).body).toMatchObject({ status: 'erased' });
    expect((await live.call('GET', `/v1/persons/${id}`)).status).toBe(404);
  });

  it('needs the end of the relationship for somebody who was identified', async () => {
    const id = await makePerson(live, { identified_at: '2020-01-01T00:00:00Z' });
    const refused = await erase(live, id);
    expect(refused.status).toBe(403);
    expect((refused.body as unknown as ErrorsBody).errors[0]).toMatchObject({
      code: 'unauthorized_action',
      detail: expect.stringMatching(/5 years.*rule retention/),
    });
    expect((await live.call('GET', `/v1/persons/${id}`)).status).toBe(200);
  });

  it('waits five years from that day, and no longer', async () => {
    const early = await makePerson(live, { identified_at: '2020-01-01T00:00:00Z' });
    const late = await makePerson(live, { identified_at: '2020-01-01T00:00:00Z' });
    const [day, old] = [yearsAgo(2), yearsAgo(5, 1)];
    const ordered = await erase(live, early, { relationship_ended_on: day });
    expect([ordered.status, ordered.body.erase_at]).toEqual([
      202,
      `${Number(day.slice(0, 4)) + 5}${day.slice(4)}T00:00:00.000Z`,
    ]);
    expect((await live.call('GET', `/reident/v1/persons/${early}/erasure`)).body).toMatchObject({
      status: 'scheduled',
      relationship_ended_on: day,
    });
    expect((await erase(live, late, { relationship_ended_on: old })).body).toMatchObject({ status: 'erased' });
  });

  it('is refused under a legal hold until that is lifted', async () => {
    const id = await makePerson(live);
    const hold = `/reident/v1/persons/${id}/legal_hold`;
    const held = await live.call('PUT', hold);
    expect(held.body).toMatchObject({ status: 'none', legal_hold_since: expect.any(String) });
    expect((await live.call('PUT', hold)).body).toEqual(held.body);
    const refused = await erase(live, id);
    expect(refused.status).toBe(403);
    expect((refused.body as unknown as ErrorsBody).errors[0]?.detail).toContain('rule legal_hold');
    expect((await live.call('DELETE', hold)).body).toMatchObject({ legal_hold_since: null });
    expect((await erase(live, id)).status).toBe(200);
  });
});

describe('what is left of a person who was erased', () => {
  it.each([
    ['SUCCESS', 'successful'],
    ['FAILED', 'failed'],
    ['CANCELED', 'expired'],
    ['ABORTED', 'expired'],
    ['FRAUD_SUSPICION_PENDING', 'failed'],
    ['REVIEW_PENDING', 'expired'],
  ])(
    'an identification after %s is %s in the order of events, and the reference and link are gone',
    async (result, status) => {
      const { id, personId } = await makeIdentification(api.partner, { requested: true });
      await report(api.partner, id, result);
      expect((await erase(api.partner, personId)).status).toBe(200);
      const [row] = await api.platform.database.inTenant(api.partner.tenant.id, (tx) =>
        tx.query(sql`
          select status, reference_sealed, reference_hash, url_sealed, link_token_hash from identifications where id = ${id}`),
      );
      expect(row).toMatchObject({
        status,
        reference_sealed: null,
        reference_hash: null,
        url_sealed: null,
        link_token_hash: null,
      });
      expect(
        (await api.partner.call('POST', `/sandbox/identifications/${id}/outcome`, { result: 'SUCCESS' })).status,
      ).toBe(404);
    },
  );

  it('is no answer that was remembered for a repeated request', async () => {
    const send = (url: string, body: object, key: string) =>
      api.send({
        method: 'POST',
        url,
        headers: {
          authorization: `Bearer ${api.partner.token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        payload: JSON.stringify(body),
      });
    const { id } = (await send('/v1/persons', { first_name: 'Erika' }, 'create')).json();
    const url = `/reident/v1/persons/${id}/erasure`;
    expect((await send(`/v1/persons/${id}/mobile_number`, { number: '+15550101' }, 'number')).statusCode).toBe(201);
    const first = await send(url, {}, 'erase');
    expect((await send(url, {}, 'erase')).json()).toEqual(first.json());
    const kept = await api.platform.database.inTenant(api.partner.tenant.id, (tx) =>
      tx.query(sql`select route, person_id from idempotency_keys`),
    );
    expect(kept).toEqual([{ route: 'POST /reident/v1/persons/{person_id}/erasure', person_id: null }]);
  });
});
