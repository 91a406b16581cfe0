import { verifyWebhook, WebhookError } from '@reident/client';
import { type Bench, fieldOf, type RawAnswer, textField } from './bench.ts';
import { area, Difference, Skipped } from './expectation.ts';
import { exactly, expectFields, expectList, expectRefusal, expectStatus, missing, text } from './judge.ts';
import type { ReceivedMessage } from './receiver.ts';

const PATIENCE_MS = 10_000;

interface Subscribed {
  answer: RawAnswer;
  id: string;
  secret: string;
  /** The first notification about an identification that was created after the subscription. */
  notification: ReceivedMessage | undefined;
  identificationId: string;
}

const subscriptions = new WeakMap<Bench, Promise<Subscribed>>();

/** One subscription for all rows; the last row deletes it. */
function subscribed(bench: Bench): Promise<Subscribed> {
  const made = subscriptions.get(bench) ?? subscribe(bench);
  subscriptions.set(bench, made);
  return made;
}

async function subscribe(bench: Bench): Promise<Subscribed> {
  const { receiver, url } = receiverOf(bench);
  const answer = await bench.send('POST', '/v1/webhooks', {
    json: { event_type: 'IDENTIFICATION', url: `${url}/contract` },
  });
  if (answer.status >= 300) throw new Skipped('the subscription could not be made');
  const [id, secret] = [textField(answer.body, 'id'), textField(answer.body, 'secret')];
  const identificationId = textField((await bench.create(await bench.person())).body, 'id');
  const notification = await receiver.first(
    ({ headers }) => headers['solaris-entity-id'] === identificationId,
    PATIENCE_MS,
  );
  return { answer, id, secret, notification, identificationId };
}

function receiverOf({ receiver, receiverUrl }: Bench) {
  if (receiver === null || receiverUrl === null)
    throw new Skipped('needs --webhook-url: the platform cannot reach this machine by itself');
  return { receiver, url: receiverUrl.replace(/\/+$/, '') };
}

async function notificationOf(bench: Bench): Promise<ReceivedMessage & Subscribed> {
  const all = await subscribed(bench);
  if (!all.notification) throw new Difference(`nothing arrived within ${PATIENCE_MS / 1000} s`);
  return { ...all, ...all.notification };
}

async function expectGenuine(bench: Bench, scheme: 'solaris' | 'standard'): Promise<void> {
  const { headers, body, secret } = await notificationOf(bench);
  await verifyWebhook({ headers, body, secret, scheme }).catch((error: unknown) => {
    throw error instanceof WebhookError ? new Difference(error.message) : error;
  });
}

// biome-ignore format: a table
export const WEBHOOKS = area('webhook', [
  // name            certainty    source                    expects
  ['unsafe',        'published', 'API reference, errors',  'a receiver without https is answered unsafe_webhook_url', async (bench) => {
    expectRefusal(await bench.send('POST', '/v1/webhooks', { json: { event_type: 'IDENTIFICATION', url: 'http://example.com/hook' } }), 400, 'unsafe_webhook_url');
  }],
  ['event_type',    'published', 'API reference, requests', 'an unknown event type is refused', async (bench) => {
    expectRefusal(await bench.send('POST', '/v1/webhooks', { json: { event_type: 'identification', url: 'https://example.com/hook' } }), 400);
  }],
  ['unverified',    'published', 'webhooks page',          'a receiver that refuses the verification is answered invalid_webhook_url', async (bench) => {
    const url = `${receiverOf(bench).url}/refuse`;
    expectRefusal(await bench.send('POST', '/v1/webhooks', { json: { event_type: 'IDENTIFICATION', url } }), 400, 'invalid_webhook_url');
  }],
  ['verification',  'published', 'webhooks page',          'first comes a POST without body, with the event type WEBHOOK-SUBSCRIPTION', async (bench) => {
    const { receiver } = receiverOf(bench);
    await subscribed(bench);
    const message = await receiver.first(({ headers }) => headers['solaris-webhook-event-type'] === 'WEBHOOK-SUBSCRIPTION', 0);
    if (message === undefined) throw new Difference('none arrived');
    if (message.method !== 'POST' || message.body.length > 0) throw new Difference('it is no POST, or has a body');
  }],
  ['create',        'published', 'webhooks page',          'a subscription is created with 201 and shows its secret', async (bench) => {
    const { answer } = await subscribed(bench);
    expectStatus(answer, 201);
    expectFields(answer.body, { id: text, event_type: exactly('IDENTIFICATION'), url: text, secret: text });
  }],
  ['secret_once',   'disputed',  'webhooks page',          'the secret is not shown again', async (bench) => {
    expectFields((await bench.send('GET', `/v1/webhooks/${(await subscribed(bench)).id}`)).body, { event_type: exactly('IDENTIFICATION'), secret: missing });
  }],
  ['list',          'published', 'API reference, webhooks', 'the subscription is listed', async (bench) => {
    const { id } = await subscribed(bench);
    const entries = expectList(await bench.send('GET', '/v1/webhooks?page[size]=1000'));
    if (!entries.some((entry) => fieldOf(entry, 'id') === id)) throw new Difference('it is not there');
  }],
  ['on_creation',   'published', 'API reference, webhooks', 'the creation of an identification is notified', async (bench) => {
    await notificationOf(bench);
  }],
  ['headers',       'seen',      'clients of the API',     'a notification has the headers of Solaris', async (bench) => {
    const { headers, id, identificationId } = await notificationOf(bench);
    expectFields(headers, {
      'solaris-webhook-id': text,
      'solaris-webhook-subscription-id': exactly(id),
      'solaris-webhook-event-type': exactly('IDENTIFICATION'),
      'solaris-entity-id': exactly(identificationId),
      'solaris-webhook-attempt': exactly('1'),
      'solaris-webhook-callout-timestamp': text,
    });
  }],
  ['body',          'published', 'API reference, webhooks', 'its body tells id, status, method, and nothing of the person', async (bench) => {
    const { body, identificationId } = await notificationOf(bench);
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    expectFields(parsed, { id: exactly(identificationId), status: text, method: exactly('idnow_autoident'), failure_reason: missing, first_name: missing });
  }],
  ['signature',     'published', 'webhooks page',          'Solaris-Webhook-Signature is the HMAC-SHA256 of the raw body', (bench) => expectGenuine(bench, 'solaris')],
  ['standard',      'ours',      'Standard Webhooks',      'webhook-signature covers id, time and body', (bench) => expectGenuine(bench, 'standard')],
  ['delete',        'seen',      'clients of the API',     'a subscription is deleted with 204 and gone', async (bench) => {
    const { id } = await subscribed(bench);
    expectStatus(await bench.send('DELETE', `/v1/webhooks/${id}`), 204);
    expectRefusal(await bench.send('GET', `/v1/webhooks/${id}`), 404);
  }],
]);

/** Deletes the subscription, if a run ended before its last row. */
export async function cleanUp(bench: Bench): Promise<void> {
  const made = await subscriptions.get(bench)?.catch(() => null);
  if (made) await bench.send('DELETE', `/v1/webhooks/${made.id}`).catch(() => undefined);
}
