import { insertSubscription, leaseDeliveries, recordAttempt } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeIdentification } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let partner: TestPartner;
let subscriptionId: string;

beforeAll(async () => {
  api = await startTestApi();
});

beforeEach(async () => {
  partner = await api.addPartner();
  const order = { eventType: 'IDENTIFICATION', url: 'https://partner.example/', secret: 'x'.repeat(43) };
  const subscription = await api.platform.database.inTenant(partner.tenant.id, (tx) =>
    insertSubscription(tx, order, { kind: 'partner', id: partner.clientId }),
  );
  subscriptionId = subscription.id;
});

afterAll(() => api.close());

interface Delivery {
  id: string;
  notification_id: string;
  state: string;
  attempts: number;
}

const list = async (query = '') => (await partner.call<Delivery[]>('GET', `/reident/v1/deliveries${query}`)).body;

/** What the worker writes down when a receiver has answered everything that is due with this outcome. */
async function answerAll(outcome: 'delivered' | 'exhausted'): Promise<void> {
  const { database } = api.platform;
  for (const delivery of await leaseDeliveries(database, { limit: 100, leaseSeconds: 45 })) {
    const responseStatus = outcome === 'delivered' ? 204 : null;
    const error = outcome === 'delivered' ? null : 'timeout';
    await recordAttempt(database, delivery, { outcome, responseStatus, error, durationMs: 12 });
  }
}

describe('the delivery log', () => {
  it('tells each attempt with its answer and timing, and the exact body', async () => {
    const { id } = await makeIdentification(partner);
    const [pending] = await list();
    expect(pending).toMatchObject({ state: 'pending', attempts: 0, subscription_id: subscriptionId, entity_id: id });
    await answerAll('delivered');
    const details = await partner.call<{ body: string; log: object[] }>('GET', `/reident/v1/deliveries/${pending?.id}`);
    expect(details.body).toMatchObject({ state: 'delivered', due_at: null, url: 'https://partner.example/' });
    expect(details.body.log).toEqual([
      { attempt: 1, outcome: 'delivered', response_status: 204, error: null, duration_ms: 12, at: expect.any(String) },
    ]);
    expect(JSON.parse(details.body.body)).toMatchObject({ id, status: 'created' });
  });

  it('finds the dead letters', async () => {
    await makeIdentification(partner);
    await answerAll('exhausted');
    await makeIdentification(partner);
    expect(await list('?state=exhausted')).toHaveLength(1);
    expect(await list(`?subscription_id=${subscriptionId}`)).toHaveLength(2);
    expect(await list(`?subscription_id=${'0'.repeat(32)}`)).toHaveLength(0);
  });
});

describe('a replay [WH-8]', () => {
  it('sends one delivery again under its old notification id', async () => {
    await makeIdentification(partner);
    await answerAll('delivered');
    const [before] = await list();
    const replayed = await partner.call<Delivery>('POST', `/reident/v1/deliveries/${before?.id}/replay`);
    expect(replayed).toMatchObject({
      status: 202,
      body: { state: 'pending', notification_id: before?.notification_id },
    });
    const again = await partner.call('POST', `/reident/v1/deliveries/${before?.id}/replay`);
    expect(again.body).toMatchObject({ state: 'pending' });
  });

  it('sends what did not arrive in a time, and nothing else', async () => {
    await makeIdentification(partner);
    await answerAll('delivered');
    await makeIdentification(partner);
    await answerAll('exhausted');
    const day = {
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const replayed = await partner.call('POST', '/reident/v1/deliveries/replay', day);
    expect(replayed).toMatchObject({ status: 202, body: { deliveries: 1 } });
    expect((await list()).map(({ state }) => state).sort()).toEqual(['delivered', 'pending']);
    const wrong = await partner.call('POST', '/reident/v1/deliveries/replay', { from: day.to, to: day.from });
    expect(wrong.status).toBe(400);
  });

  it('sends nothing to a subscription that has ended', async () => {
    await makeIdentification(partner);
    await answerAll('exhausted');
    const [dead] = await list();
    await partner.call('DELETE', `/v1/webhooks/${subscriptionId}`);
    const replayed = await partner.call('POST', `/reident/v1/deliveries/${dead?.id}/replay`);
    expect(replayed).toMatchObject({ status: 422, body: { errors: [{ code: 'unprocessable_entity' }] } });
    expect((await list())[0]?.state).toBe('exhausted');
  });
});
