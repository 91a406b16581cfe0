import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

beforeAll(async () => {
  api = await startTestApi();
  receiver = await startReceiver();
});

beforeEach(async () => {
  receiver.answerVerification(200);
  partner = await api.addPartner();
});

afterAll(async () => {
  await receiver.stop();
  await api.close();
});

interface Webhook {
  id: string;
  secret: string;
}

const subscribe = (url: string, event_type = 'IDENTIFICATION') =>
  partner.call<Webhook & ErrorsBody>('POST', '/v1/webhooks', { event_type, url });

describe('a subscription', () => {
  it('begins with an empty verification request', async () => {
    const before = receiver.requests.length;
    const { status, body } = await subscribe(receiver.url);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      event_type: 'IDENTIFICATION',
      url: receiver.url,
      secret: expect.any(String),
    });
    const asked = receiver.requests.slice(before);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers['solaris-webhook-event-type']).toBe('WEBHOOK-SUBSCRIPTION');
    expect(asked[0]?.body).toHaveLength(0);
  });

  it('shows its secret at creation and never again [WH-3]', async () => {
    const { body } = await subscribe(receiver.url);
    expect(Buffer.byteLength(body.secret)).toBeGreaterThanOrEqual(32);
    const one = await partner.call('GET', `/v1/webhooks/${body.id}`);
    const all = await partner.call('GET', '/v1/webhooks');
    expect(one.body).toEqual({ id: body.id, event_type: 'IDENTIFICATION', url: receiver.url });
    expect(all.body).toEqual([one.body]);
    expect(one.text + all.text).not.toContain(body.secret);
  });

  it('that is deleted is gone', async () => {
    const { body } = await subscribe(receiver.url);
    const deleted = await partner.call('DELETE', `/v1/webhooks/${body.id}`);
    expect(deleted).toMatchObject({ status: 204, text: '' });
    const gone = await partner.call<ErrorsBody>('GET', `/v1/webhooks/${body.id}`);
    expect(gone.status).toBe(404);
    expect(gone.body.errors[0]?.detail).toBe(`Couldn't find 'Solaris::Webhook' for id '${body.id}'.`);
    expect((await partner.call('DELETE', `/v1/webhooks/${body.id}`)).status).toBe(404);
    expect((await partner.call('GET', '/v1/webhooks')).body).toEqual([]);
  });

  it('cannot be changed', async () => {
    const { body } = await subscribe(receiver.url);
    const changed = await partner.call('PATCH', `/v1/webhooks/${body.id}`, { url: 'https://other.example/' });
    expect(changed.status).toBe(405);
  });

  it('is not made when the receiver does not answer with success', async () => {
    receiver.answerVerification(500);
    const { status, body } = await subscribe(receiver.url);
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ code: 'invalid_webhook_url', source: { field: 'url' } });
    expect((await partner.call('GET', '/v1/webhooks')).body).toEqual([]);
  });

  it.each(['http://example.org/hook', 'http://10.0.0.1/hook'])('to %s is unsafe', async (url) => {
    expect((await subscribe(url)).body.errors[0]?.code).toBe('unsafe_webhook_url');
  });

  it.each([
    'https://10.0.0.1/hook',
    'https://[::1]/hook',
    'not a url',
    'https://user:pw@example.org/',
    'ftp://example.org/',
  ])('to %s is invalid, and the text teaches nothing', async (url) => {
    const { status, body } = await subscribe(url);
    expect(status).toBe(400);
    expect(['invalid_webhook_url', 'unsafe_webhook_url']).toContain(body.errors[0]?.code);
    expect(body.errors[0]?.detail).not.toContain(url);
  });

  it('of a live tenant never goes to this machine [API-10]', async () => {
    const live = await api.addPartner({ kind: 'live' });
    const before = receiver.requests.length;
    const { status } = await live.call('POST', '/v1/webhooks', { event_type: 'IDENTIFICATION', url: receiver.url });
    expect(status).toBe(400);
    expect(receiver.requests).toHaveLength(before);
  });

  it.each([
    [{ url: 'https://example.org' }, 'event_type'],
    [{ event_type: 'identification', url: 'https://example.org' }, 'event_type'],
    [{ event_type: 'WEBHOOK-SUBSCRIPTION', url: 'https://example.org' }, 'event_type'],
    [{ event_type: 'IDENTIFICATION' }, 'url'],
    [{ event_type: 'IDENTIFICATION', url: ' https://example.org' }, 'url'],
  ])('with %j is refused before anybody is called', async (body, field) => {
    const answer = await partner.call<ErrorsBody>('POST', '/v1/webhooks', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ code: 'validation_error', source: { field } });
  });
});
