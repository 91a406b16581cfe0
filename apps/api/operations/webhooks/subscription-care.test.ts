import { leaseDeliveries } from '@reident/store';
import { CHAOS, deliver, type Fault } from '@reident/webhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeIdentification } from '../../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../../tests/fixtures/api/start-test-api.ts';
import { type Receiver, startReceiver } from '../../../../tests/fixtures/receiver.ts';

let api: TestApi;
let receiver: Receiver;
let partner: TestPartner;
let webhook: { id: string; secret: string };

beforeAll(async () => {
  api = await startTestApi();
  receiver = await startReceiver();
});

beforeEach(async () => {
  receiver.answer(200);
  receiver.answerVerification(200);
  partner = await api.addPartner();
  webhook = await subscribe();
});

afterAll(async () => {
  await receiver.stop();
  await api.close();
});

interface Health {
  state: string;
  failing_since: string | null;
  last_success_at: string | null;
  disabled_at: string | null;
  disabled_reason: string | null;
  old_secret_ends_at: string | null;
  chaos: object | null;
}

const subscribe = async () =>
  (
    await partner.call<{ id: string; secret: string }>('POST', '/v1/webhooks', {
      event_type: 'IDENTIFICATION',
      url: receiver.url,
    })
  ).body;
const care = <T = Health>(name: string) => partner.call<T>('POST', `/reident/v1/webhooks/${webhook.id}/${name}`);
const health = async () => (await partner.call<Health>('GET', `/reident/v1/webhooks/${webhook.id}`)).body;
const advance = (duration: string) => partner.call('POST', '/sandbox/clock', { advance: duration });
const chaos = (body: object) => partner.call<Health>('PUT', `/sandbox/webhooks/${webhook.id}/chaos`, body);

/** What a worker does. */
async function deliverDue(): Promise<string[]> {
  const { database, egress, log } = api.platform;
  const leased = await leaseDeliveries(database, { limit: 100, leaseSeconds: 45 });
  return Promise.all(leased.map((each) => deliver(each, { database, egress, log })));
}

describe('the secret of a subscription [WH-4]', () => {
  it('is replaced with a day in which both are good', async () => {
    const rotated = await care<{ secret: string; old_secret_ends_at: string }>('rotate');
    expect(rotated.status).toBe(201);
    expect(rotated.body.secret).not.toBe(webhook.secret);
    expect(Buffer.from(rotated.body.secret, 'base64')).toHaveLength(32);
    const leftMs = Date.parse(rotated.body.old_secret_ends_at) - Date.now();
    expect(leftMs / 3_600_000).toBeGreaterThan(23.9);
    expect(leftMs / 3_600_000).toBeLessThanOrEqual(24);
    expect((await health()).old_secret_ends_at).toBe(rotated.body.old_secret_ends_at);
    await advance('PT24H');
    expect((await health()).old_secret_ends_at).toBeNull();
  });

  it('changes at once with a cut-over, and asking twice changes nothing', async () => {
    await care('rotate');
    for (let time = 1; time <= 2; time++) {
      expect(await care('cut_over')).toMatchObject({ status: 200, body: { old_secret_ends_at: null } });
    }
  });

  it('is in no other answer [WH-3]', async () => {
    const { body } = await care<{ secret: string }>('rotate');
    const paths = ['/v1/webhooks', `/v1/webhooks/${webhook.id}`, '/reident/v1/webhooks'];
    const answers = [await care('cut_over'), ...(await Promise.all(paths.map((path) => partner.call('GET', path))))];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ text }) => text).join()).not.toContain(body.secret);
  });
});

describe('a subscription tells how it fares [WH-8]', () => {
  it('from its first success, over failures, to its end', async () => {
    expect(await health()).toMatchObject({ state: 'active', last_success_at: null, failing_since: null });
    await makeIdentification(partner);
    await deliverDue();
    const fine = await health();
    expect(fine).toMatchObject({ state: 'active', last_success_at: expect.any(String) });

    receiver.answer(500);
    await makeIdentification(partner);
    await deliverDue();
    expect(await health()).toMatchObject({
      state: 'failing',
      failing_since: expect.any(String),
      last_success_at: fine.last_success_at,
    });
    await advance('P5D');
    await deliverDue();
    const disabled = { state: 'disabled', disabled_at: expect.any(String), disabled_reason: 'failing' };
    expect(await health()).toMatchObject(disabled);
    const { body } = await partner.call<Health[]>('GET', '/reident/v1/webhooks');
    expect(body).toMatchObject([disabled]);
  });

  it('a receiver that answers 410 is named as gone', async () => {
    receiver.answer(410);
    await makeIdentification(partner);
    await deliverDue();
    expect(await health()).toMatchObject({ state: 'disabled', disabled_reason: 'gone' });
  });

  it('one that was ended is cancelled for a client of the published API: not listed, not found, and made anew', async () => {
    receiver.answer(410);
    await makeIdentification(partner);
    await deliverDue();
    expect((await partner.call('GET', '/v1/webhooks')).body).toEqual([]);
    expect((await partner.call('GET', `/v1/webhooks/${webhook.id}`)).status).toBe(404);
    const again = await subscribe();
    expect((await partner.call('GET', '/v1/webhooks')).body).toMatchObject([{ id: again.id }]);
    expect((await partner.call('DELETE', `/v1/webhooks/${webhook.id}`)).status).toBe(204);
  });

  it('a deleted one is not listed any more, and cannot be enabled', async () => {
    await partner.call('DELETE', `/v1/webhooks/${webhook.id}`);
    expect((await partner.call('GET', '/reident/v1/webhooks')).body).toEqual([]);
    expect((await care('enable')).status).toBe(404);
  });
});

describe('a disabled subscription [WH-8]', () => {
  const disable = async () => {
    receiver.answer(410);
    const { id } = await makeIdentification(partner);
    await deliverDue();
    receiver.answer(200);
    return id;
  };

  it('starts again once its receiver answers the verification request', async () => {
    await disable();
    receiver.answerVerification(500);
    const refused = await care<ErrorsBody>('enable');
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 'invalid_webhook_url' }] } });
    expect((await health()).state).toBe('disabled');
    receiver.answerVerification(200);
    const enabled = { state: 'active', disabled_at: null, disabled_reason: null, failing_since: null };
    expect(await care('enable')).toMatchObject({ status: 200, body: enabled });
    const asked = receiver.requests.length;
    expect(await care('enable')).toMatchObject({ status: 200, body: enabled });
    expect(receiver.requests).toHaveLength(asked);
  });

  it('gets what it missed by a replay of the time, under the same ids', async () => {
    const id = await disable();
    await care('enable');
    const before = receiver.notifications().length;
    const range = {
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
      state: 'canceled',
    };
    const replayed = await partner.call('POST', '/reident/v1/deliveries/replay', range);
    expect(replayed.body).toEqual({ deliveries: 1 });
    expect(await deliverDue()).toEqual(['delivered']);
    const [missed, again] = receiver.notifications().slice(before - 1);
    expect(again?.headers).toMatchObject({ 'solaris-entity-id': id, 'webhook-id': missed?.headers['webhook-id'] });
    expect(again?.body).toEqual(missed?.body);
  });

  it('stays so when its receiver has another subscription by now', async () => {
    await disable();
    await subscribe();
    const refused = await care<ErrorsBody>('enable');
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 'invalid_model' }] } });
  });
});

describe('chaos in the sandbox', () => {
  it.each(Object.keys(CHAOS) as Fault[])('%s is set, seen, and ended', async (fault) => {
    const seconds = CHAOS[fault].takes === null ? null : 60;
    const body = { fault, ...(seconds !== null && { seconds }) };
    expect(await chaos(body)).toMatchObject({ status: 200, body: { chaos: { fault, seconds } } });
    expect((await health()).chaos).toEqual({ fault, seconds });
    const ended = await partner.call('DELETE', `/sandbox/webhooks/${webhook.id}/chaos`);
    expect(ended).toMatchObject({ status: 204, text: '' });
    expect((await health()).chaos).toBeNull();
  });

  it.each([
    [{ fault: 'late' }, 'seconds'],
    [{ fault: 'twice', seconds: 60 }, 'seconds'],
    [{ fault: 'late', seconds: 0 }, 'seconds'],
    [{ fault: 'late', seconds: 432_001 }, 'seconds'],
    [{ fault: 'LATE', seconds: 60 }, 'fault'],
  ])('%j is refused', async (body, field) => {
    const refused = await partner.call<ErrorsBody>('PUT', `/sandbox/webhooks/${webhook.id}/chaos`, body);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ source: { field } }] } });
    expect((await health()).chaos).toBeNull();
  });

  it.each(['PUT', 'DELETE'] as const)('%s exists in no live tenant [API-10]', async (method) => {
    const live = await api.addPartner({ kind: 'live' });
    const body = method === 'PUT' ? { fault: 'twice' } : undefined;
    const refused = await live.call<ErrorsBody>(method, `/sandbox/webhooks/${webhook.id}/chaos`, body);
    expect(refused).toMatchObject({ status: 403, body: { errors: [{ code: 'unauthorized_action' }] } });
  });
});
