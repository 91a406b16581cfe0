import { disableSubscription, insertSubscription } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startReceiver } from '../../test/support/receiver.ts';
import { startTestApi, type TestApi, type TestPartner } from './testing/start-test-api.ts';

let api: TestApi;
let partner: TestPartner;
let id: string;

const ACTOR = { kind: 'system', id: null } as const;

beforeAll(async () => {
  api = await startTestApi();
});

beforeEach(async () => {
  partner = await api.addPartner();
  const order = { eventType: 'IDENTIFICATION', url: 'https://partner.example/', secret: 'x'.repeat(43) };
  id = await api.platform.database.inTenant(
    partner.tenant.id,
    async (tx) => (await insertSubscription(tx, order, ACTOR)).id,
  );
});

afterAll(() => api.close());

const care = (name: string) => partner.call<Record<string, unknown>>('POST', `/reident/v1/webhooks/${id}/${name}`);
const health = async () => (await partner.call('GET', `/reident/v1/webhooks/${id}`)).body;

describe('the secret of a subscription [WH-4]', () => {
  it('is replaced with a day in which both are good', async () => {
    const rotated = await care('rotate');
    expect(rotated.status).toBe(201);
    expect(String(rotated.body.secret).length).toBeGreaterThanOrEqual(43);
    const ends = Date.parse(String(rotated.body.old_secret_ends_at));
    expect(ends - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(await health()).toMatchObject({ old_secret_ends_at: rotated.body.old_secret_ends_at });
    await partner.call('POST', '/sandbox/clock', { advance: 'PT25H' });
    expect(await health()).toMatchObject({ old_secret_ends_at: null });
  });

  it('changes at once with a cut-over', async () => {
    await care('rotate');
    expect((await care('cut_over')).body).toMatchObject({ old_secret_ends_at: null });
  });

  it('is in no other answer [WH-3]', async () => {
    const { body } = await care('rotate');
    expect(body.secret).toEqual(expect.any(String));
    const texts = [await care('cut_over'), await partner.call('GET', '/v1/webhooks')].map(({ text }) => text);
    expect(texts.join()).not.toContain(body.secret);
  });
});

describe('a subscription that was disabled', () => {
  it('says why, and starts again once its receiver answers [WH-8]', async () => {
    const receiver = await startReceiver();
    const order = { eventType: 'PERSON_CHANGED', url: receiver.url, secret: 'x'.repeat(43) };
    await api.platform.database.inTenant(partner.tenant.id, async (tx) => {
      id = (await insertSubscription(tx, order, ACTOR)).id;
      await disableSubscription(tx, id, 'gone', ACTOR);
    });
    expect(await health()).toMatchObject({ disabled_at: expect.any(String), disabled_reason: 'gone' });
    receiver.answerVerification(500);
    expect((await care('enable')).status).toBe(400);
    receiver.answerVerification(200);
    expect((await care('enable')).body).toMatchObject({
      disabled_at: null,
      disabled_reason: null,
      failing_since: null,
    });
    await receiver.stop();
  });
});

describe('chaos', () => {
  it('is played with a subscription of the sandbox until it is ended', async () => {
    const path = `/sandbox/webhooks/${id}/chaos`;
    expect((await partner.call('PUT', path, { fault: 'late', seconds: 60 })).body).toMatchObject({
      chaos: { fault: 'late', seconds: 60 },
    });
    expect((await partner.call('PUT', path, { fault: 'late' })).status).toBe(400);
    expect((await partner.call('PUT', path, { fault: 'twice', seconds: 1 })).status).toBe(400);
    expect((await partner.call('DELETE', path)).status).toBe(204);
    expect(await health()).toMatchObject({ chaos: null });
  });

  it('does not exist for a live tenant [API-10]', async () => {
    const live = await api.addPartner({ kind: 'live' });
    expect((await live.call('PUT', `/sandbox/webhooks/${id}/chaos`, { fault: 'twice' })).status).toBe(403);
  });
});
