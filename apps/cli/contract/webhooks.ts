import { verifyWebhook, WebhookError } from '@reident/client';
import { type ContractClient, fieldOf, type RawAnswer, textField } from './contract-client.ts';
import { Difference, Skipped } from './difference.ts';
import { area } from './expectation.ts';
import { exactly, expectError, expectFields, expectList, expectStatus, missing, text } from './judge.ts';
import { isVerification, type ReceivedMessage, type ReceiverPath } from './receiver.ts';

interface Subscribed {
  answer: RawAnswer;
  id: string;
  secret: string;
  /** The first notification about an identification that was created after the subscription. */
  notification: ReceivedMessage | undefined;
  identificationId: string;
}

const subscriptions = new WeakMap<ContractClient, Promise<Subscribed>>();

/** One subscription for all rows; the last row deletes it. */
function subscribed(client: ContractClient): Promise<Subscribed> {
  const made = subscriptions.get(client) ?? subscribe(client);
  subscriptions.set(client, made);
  return made;
}

async function subscribe(client: ContractClient): Promise<Subscribed> {
  const { receiver, url } = receiverOf(client);
  const answer = await client.send('POST', '/v1/webhooks', {
    json: { event_type: 'IDENTIFICATION', url: `${url}/contract` },
  });
  if (answer.status >= 300) throw new Skipped('the subscription could not be made');
  const [id, secret] = [textField(answer.body, 'id'), textField(answer.body, 'secret')];
  const identificationId = textField((await client.create(await client.person())).body, 'id');
  const notification = await receiver.first(
    ({ headers }) => headers['solaris-entity-id'] === identificationId,
    client.waits.newsMs,
  );
  return { answer, id, secret, notification, identificationId };
}

function receiverOf({ receiver, receiverUrl }: ContractClient) {
  if (receiver === null || receiverUrl === null)
    throw new Skipped('needs --webhook-url: the platform cannot reach this machine by itself');
  return { receiver, url: receiverUrl.replace(/\/+$/, '') };
}

async function notificationOf(client: ContractClient): Promise<ReceivedMessage & Subscribed> {
  const all = await subscribed(client);
  if (!all.notification) throw new Difference(`nothing arrived within ${client.waits.newsMs / 1000} s`);
  return { ...all, ...all.notification };
}

/** A subscription for one row alone, to an event without payload that anybody can bring about: a person gets a number. */
async function whileSubscribed<T>(
  client: ContractClient,
  path: ReceiverPath,
  work: (first: ReceivedMessage, made: { secret: string }) => Promise<T>,
): Promise<T> {
  const { receiver, url } = receiverOf(client);
  const order = { event_type: 'PERSON_MOBILE_NUMBER_CREATED', url: url + path };
  const { status, body } = await client.send('POST', '/v1/webhooks', { json: order });
  if (status >= 300) throw new Skipped('the subscription could not be made');
  const made = { id: textField(body, 'id'), secret: textField(body, 'secret') };
  try {
    const person = await numberAdded(client);
    const first = await receiver.first(({ headers }) => headers['solaris-entity-id'] === person, client.waits.newsMs);
    if (first === undefined) throw new Difference(`nothing arrived within ${client.waits.newsMs / 1000} s`);
    return await work(first, made);
  } finally {
    await client.send('DELETE', `/v1/webhooks/${made.id}`);
  }
}

async function numberAdded(client: ContractClient): Promise<string> {
  const person = await client.newPerson('Erika');
  await client.send('POST', `/v1/persons/${person}/mobile_number`, { json: { number: '+15550101' } });
  return person;
}

/** The same notification once more. */
function again(
  client: ContractClient,
  first: ReceivedMessage,
  timeoutMs: number,
): Promise<ReceivedMessage | undefined> {
  const id = first.headers['solaris-webhook-id'];
  const isAgain = (message: ReceivedMessage) => message !== first && message.headers['solaris-webhook-id'] === id;
  return receiverOf(client).receiver.first(isAgain, timeoutMs);
}

interface Silenced {
  id: string;
  first: ReceivedMessage | undefined;
}

const silences = new WeakMap<ContractClient, Promise<Silenced>>();

/** A notification that is left without an answer; half a minute passes before anything follows from that. */
function silenced(client: ContractClient): Promise<Silenced> {
  const made = silences.get(client) ?? silence(client);
  silences.set(client, made);
  return made;
}

async function silence(client: ContractClient): Promise<Silenced> {
  const { receiver, url } = receiverOf(client);
  const person = await numberAdded(client);
  const order = { event_type: 'PERSON_MOBILE_NUMBER_DELETED', url: `${url}/silent` };
  const { status, body } = await client.send('POST', '/v1/webhooks', { json: order });
  if (status >= 300) throw new Skipped('the subscription could not be made');
  await client.send('DELETE', `/v1/persons/${person}/mobile_number`, { json: { number: '+15550101' } });
  const first = await receiver.first(({ headers }) => headers['solaris-entity-id'] === person, client.waits.newsMs);
  return { id: textField(body, 'id'), first };
}

async function changedPerson(client: ContractClient): Promise<ReceivedMessage | undefined> {
  const { receiver, url } = receiverOf(client);
  const order = { event_type: 'PERSON_CHANGED', url: `${url}/changed` };
  const { status, body } = await client.send('POST', '/v1/webhooks', { json: order });
  if (status >= 300) throw new Skipped('the subscription could not be made');
  try {
    const personId = textField(await client.reported('SUCCESS_DATA_CHANGED'), 'person_id');
    return await receiver.first(({ headers }) => headers['solaris-entity-id'] === personId, client.waits.newsMs);
  } finally {
    await client.send('DELETE', `/v1/webhooks/${textField(body, 'id')}`);
  }
}

async function expectGenuine(
  { headers, body }: ReceivedMessage,
  secret: string,
  scheme: 'solaris' | 'standard',
): Promise<void> {
  await verifyWebhook({ headers, body, secret, scheme }).catch((error: unknown) => {
    throw error instanceof WebhookError ? new Difference(error.message) : error;
  });
}

// biome-ignore format: a table
export const WEBHOOKS = area('webhook', [
  // name            certainty    source                    expects
  ['unsafe',        'published', 'API reference, errors',  'a receiver without https is answered unsafe_webhook_url', async (client) => {
    expectError(await client.send('POST', '/v1/webhooks', { json: { event_type: 'IDENTIFICATION', url: 'http://example.com/hook' } }), 400, 'unsafe_webhook_url');
  }],
  ['event_type',    'published', 'API reference, requests', 'an unknown event type is refused', async (client) => {
    expectError(await client.send('POST', '/v1/webhooks', { json: { event_type: 'identification', url: 'https://example.com/hook' } }), 400);
  }],
  ['unverified',    'published', 'webhooks page',          'a receiver that refuses the verification is answered invalid_webhook_url', async (client) => {
    const url = `${receiverOf(client).url}/refuse`;
    expectError(await client.send('POST', '/v1/webhooks', { json: { event_type: 'IDENTIFICATION', url } }), 400, 'invalid_webhook_url');
  }],
  ['verification',  'published', 'webhooks page',          'first comes a POST without body, with the event type WEBHOOK-SUBSCRIPTION', async (client) => {
    const { receiver } = receiverOf(client);
    await subscribed(client);
    const message = await receiver.first(isVerification, 0);
    if (message === undefined) throw new Difference('none arrived');
    if (message.method !== 'POST' || message.body.length > 0) throw new Difference('it is no POST, or has a body');
  }],
  ['create',        'published', 'webhooks page',          'a subscription is created with 201 and shows its secret', async (client) => {
    const { answer } = await subscribed(client);
    expectStatus(answer, 201);
    expectFields(answer.body, { id: text, event_type: exactly('IDENTIFICATION'), url: text, secret: text });
  }],
  ['secret_once',   'disputed',  'webhooks page',          'the secret is not shown again', async (client) => {
    expectFields((await client.send('GET', `/v1/webhooks/${(await subscribed(client)).id}`)).body, { event_type: exactly('IDENTIFICATION'), secret: missing });
  }],
  ['list',          'published', 'API reference, webhooks', 'the subscription is listed', async (client) => {
    const { id } = await subscribed(client);
    const entries = expectList(await client.send('GET', '/v1/webhooks?page[size]=1000'));
    if (!entries.some((entry) => fieldOf(entry, 'id') === id)) throw new Difference('it is not there');
  }],
  ['on_creation',   'published', 'API reference, webhooks', 'the creation of an identification is notified', async (client) => {
    await notificationOf(client);
  }],
  ['headers',       'seen',      'clients of the API',     'a notification has the headers of Solaris', async (client) => {
    const { headers, id, identificationId } = await notificationOf(client);
    expectFields(headers, {
      'solaris-webhook-id': text,
      'solaris-webhook-subscription-id': exactly(id),
      'solaris-webhook-event-type': exactly('IDENTIFICATION'),
      'solaris-entity-id': exactly(identificationId),
      'solaris-webhook-attempt': exactly('1'),
      'solaris-webhook-callout-timestamp': text,
    });
  }],
  ['body',          'published', 'API reference, webhooks', 'its body tells id, status, method, and nothing of the person', async (client) => {
    const { body, identificationId } = await notificationOf(client);
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    expectFields(parsed, { id: exactly(identificationId), status: text, method: exactly('idnow_autoident'), failure_reason: missing, first_name: missing });
  }],
  ['signature',     'published', 'webhooks page',          'Solaris-Webhook-Signature is the HMAC-SHA256 of the raw body', async (client) => {
    const message = await notificationOf(client);
    await expectGenuine(message, message.secret, 'solaris');
  }],
  ['standard',      'ours',      'Standard Webhooks',      'webhook-signature covers id, time and body', async (client) => {
    const message = await notificationOf(client);
    await expectGenuine(message, message.secret, 'standard');
  }],
  ['without_payload', 'published', 'webhooks page',        'an event without payload has the body {}, signed like any other', async (client) => {
    await whileSubscribed(client, '/without-payload', async (message, { secret }) => {
      if (message.body.toString('utf8') !== '{}') throw new Difference('the body is another one');
      await expectGenuine(message, secret, 'solaris');
    });
  }],
  ['retry',         'published', 'webhooks page',         'what is answered 500 comes again, with the same id and as attempt 2', async (client) => {
    await whileSubscribed(client, '/busy', async (first) => {
      const second = await again(client, first, client.waits.againMs);
      if (second === undefined) throw new Difference(`it did not come again within ${client.waits.againMs / 1000} s`);
      expectFields(second.headers, { 'solaris-webhook-attempt': exactly('2') });
    });
  }],
  ['unprocessable', 'published', 'webhooks page',         'what is answered 422 does not come again', async (client) => {
    await whileSubscribed(client, '/unprocessable', async (first) => {
      if (await again(client, first, client.waits.noneMs)) throw new Difference('it came again');
    });
  }],
  ['gone',          'published', 'webhooks page',         'a receiver that answers 410 hears nothing more', async (client) => {
    await whileSubscribed(client, '/gone', async (first) => {
      await numberAdded(client);
      const more = await receiverOf(client).receiver.first(
        (message) => message.path === first.path && message !== first && !isVerification(message),
        client.waits.noneMs,
      );
      if (more) throw new Difference('it heard more');
    });
  }],
  ['silence',       'published', 'webhooks page',         'who has not answered after 30 s is not waited for: it comes again', async (client) => {
    const { first } = await silenced(client);
    if (first === undefined) throw new Difference('nothing arrived');
    if ((await again(client, first, client.waits.silenceMs)) === undefined) throw new Difference(`it did not come again within ${client.waits.silenceMs / 1000} s`);
  }, silenced],
  ['person_changed', 'published', 'guide, statuses',      'a success that changed the data of the person is told as PERSON_CHANGED', async (client) => {
    if ((await changedPerson(client)) === undefined) throw new Difference(`nothing arrived within ${client.waits.newsMs / 1000} s`);
  }],
  ['immutable',     'published', 'webhooks page',         'a subscription cannot be changed', async (client) => {
    const { id } = await subscribed(client);
    const { status } = await client.send('PATCH', `/v1/webhooks/${id}`, { json: { url: 'https://example.com/other' } });
    if (status < 400) throw new Difference(`HTTP ${status}, not an error`);
  }],
  ['delete',        'seen',      'clients of the API',     'a subscription is deleted with 204 and gone', async (client) => {
    const { id } = await subscribed(client);
    expectStatus(await client.send('DELETE', `/v1/webhooks/${id}`), 204);
    expectError(await client.send('GET', `/v1/webhooks/${id}`), 404);
  }],
]);

/** Deletes the subscriptions that last longer than a row. */
export async function cleanUp(client: ContractClient): Promise<void> {
  for (const all of [subscriptions, silences]) {
    const made = await all.get(client)?.catch(() => null);
    if (made) await client.send('DELETE', `/v1/webhooks/${made.id}`).catch(() => undefined);
  }
}
