import { verifyWebhook, WebhookError } from '@reident/client';
import { type Bench, fieldOf, type RawAnswer, textField } from './bench.ts';
import { Difference, Skipped } from './difference.ts';
import { area } from './expectation.ts';
import { exactly, expectFields, expectList, expectRefusal, expectStatus, missing, text } from './judge.ts';
import { isVerification, type ReceivedMessage, type ReceiverPath } from './receiver.ts';

const PATIENCE_MS = 10_000;
/** The published attempts and days make the first wait 5.5 s; with jitter and a busy platform it may take longer. */
const RETRY_PATIENCE_MS = 20_000;
/** Longer than the first wait: what has not come again by then does not come again. */
const NO_RETRY_MS = 9_000;

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

/** A subscription for one row alone, to an event without payload that anybody can bring about: a person gets a number. */
async function whileSubscribed<T>(
  bench: Bench,
  path: ReceiverPath,
  work: (first: ReceivedMessage, made: { secret: string }) => Promise<T>,
): Promise<T> {
  const { receiver, url } = receiverOf(bench);
  const order = { event_type: 'PERSON_MOBILE_NUMBER_CREATED', url: url + path };
  const { status, body } = await bench.send('POST', '/v1/webhooks', { json: order });
  if (status >= 300) throw new Skipped('the subscription could not be made');
  const made = { id: textField(body, 'id'), secret: textField(body, 'secret') };
  try {
    const person = await numberAdded(bench);
    const first = await receiver.first(({ headers }) => headers['solaris-entity-id'] === person, PATIENCE_MS);
    if (first === undefined) throw new Difference(`nothing arrived within ${PATIENCE_MS / 1000} s`);
    return await work(first, made);
  } finally {
    await bench.send('DELETE', `/v1/webhooks/${made.id}`);
  }
}

async function numberAdded(bench: Bench): Promise<string> {
  const person = await bench.newPerson('Erika');
  await bench.send('POST', `/v1/persons/${person}/mobile_number`, { json: { number: '+15550101' } });
  return person;
}

/** The same notification once more. */
function again(bench: Bench, first: ReceivedMessage, patienceMs: number): Promise<ReceivedMessage | undefined> {
  const id = first.headers['solaris-webhook-id'];
  const isAgain = (message: ReceivedMessage) => message !== first && message.headers['solaris-webhook-id'] === id;
  return receiverOf(bench).receiver.first(isAgain, patienceMs);
}

interface Silenced {
  id: string;
  first: ReceivedMessage | undefined;
}

const silences = new WeakMap<Bench, Promise<Silenced>>();

/** A notification that is left without an answer; half a minute passes before anything follows from that. */
function silenced(bench: Bench): Promise<Silenced> {
  const made = silences.get(bench) ?? silence(bench);
  silences.set(bench, made);
  return made;
}

async function silence(bench: Bench): Promise<Silenced> {
  const { receiver, url } = receiverOf(bench);
  const person = await numberAdded(bench);
  const order = { event_type: 'PERSON_MOBILE_NUMBER_DELETED', url: `${url}/silent` };
  const { status, body } = await bench.send('POST', '/v1/webhooks', { json: order });
  if (status >= 300) throw new Skipped('the subscription could not be made');
  await bench.send('DELETE', `/v1/persons/${person}/mobile_number`, { json: { number: '+15550101' } });
  const first = await receiver.first(({ headers }) => headers['solaris-entity-id'] === person, PATIENCE_MS);
  return { id: textField(body, 'id'), first };
}

async function changedPerson(bench: Bench): Promise<ReceivedMessage | undefined> {
  const { receiver, url } = receiverOf(bench);
  const order = { event_type: 'PERSON_CHANGED', url: `${url}/changed` };
  const { status, body } = await bench.send('POST', '/v1/webhooks', { json: order });
  if (status >= 300) throw new Skipped('the subscription could not be made');
  try {
    const personId = textField(await bench.reported('SUCCESS_DATA_CHANGED'), 'person_id');
    return await receiver.first(({ headers }) => headers['solaris-entity-id'] === personId, PATIENCE_MS);
  } finally {
    await bench.send('DELETE', `/v1/webhooks/${textField(body, 'id')}`);
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
    const message = await receiver.first(isVerification, 0);
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
  ['signature',     'published', 'webhooks page',          'Solaris-Webhook-Signature is the HMAC-SHA256 of the raw body', async (bench) => {
    const message = await notificationOf(bench);
    await expectGenuine(message, message.secret, 'solaris');
  }],
  ['standard',      'ours',      'Standard Webhooks',      'webhook-signature covers id, time and body', async (bench) => {
    const message = await notificationOf(bench);
    await expectGenuine(message, message.secret, 'standard');
  }],
  ['without_payload', 'published', 'webhooks page',        'an event without payload has the body {}, signed like any other', async (bench) => {
    await whileSubscribed(bench, '/without-payload', async (message, { secret }) => {
      if (message.body.toString('utf8') !== '{}') throw new Difference('the body is another one');
      await expectGenuine(message, secret, 'solaris');
    });
  }],
  ['retry',         'published', 'webhooks page',         'what is answered 500 comes again, with the same id and as attempt 2', async (bench) => {
    await whileSubscribed(bench, '/busy', async (first) => {
      const second = await again(bench, first, RETRY_PATIENCE_MS);
      if (second === undefined) throw new Difference(`it did not come again within ${RETRY_PATIENCE_MS / 1000} s`);
      expectFields(second.headers, { 'solaris-webhook-attempt': exactly('2') });
    });
  }],
  ['unprocessable', 'published', 'webhooks page',         'what is answered 422 does not come again', async (bench) => {
    await whileSubscribed(bench, '/unprocessable', async (first) => {
      if (await again(bench, first, NO_RETRY_MS)) throw new Difference('it came again');
    });
  }],
  ['gone',          'published', 'webhooks page',         'a receiver that answers 410 hears nothing more', async (bench) => {
    await whileSubscribed(bench, '/gone', async (first) => {
      await numberAdded(bench);
      const more = await receiverOf(bench).receiver.first(
        (message) => message.path === first.path && message !== first && !isVerification(message),
        NO_RETRY_MS,
      );
      if (more) throw new Difference('it heard more');
    });
  }],
  ['silence',       'published', 'webhooks page',         'who has not answered after 30 s is not waited for: it comes again', async (bench) => {
    const { first } = await silenced(bench);
    if (first === undefined) throw new Difference('nothing arrived');
    if ((await again(bench, first, bench.silencePatienceMs)) === undefined) throw new Difference(`it did not come again within ${bench.silencePatienceMs / 1000} s`);
  }, silenced],
  ['person_changed', 'published', 'guide, statuses',      'a success that changed the data of the person is told as PERSON_CHANGED', async (bench) => {
    if ((await changedPerson(bench)) === undefined) throw new Difference(`nothing arrived within ${PATIENCE_MS / 1000} s`);
  }],
  ['immutable',     'published', 'webhooks page',         'a subscription cannot be changed', async (bench) => {
    const { id } = await subscribed(bench);
    const { status } = await bench.send('PATCH', `/v1/webhooks/${id}`, { json: { url: 'https://example.com/other' } });
    if (status < 400) throw new Difference(`HTTP ${status}, not a refusal`);
  }],
  ['delete',        'seen',      'clients of the API',     'a subscription is deleted with 204 and gone', async (bench) => {
    const { id } = await subscribed(bench);
    expectStatus(await bench.send('DELETE', `/v1/webhooks/${id}`), 204);
    expectRefusal(await bench.send('GET', `/v1/webhooks/${id}`), 404);
  }],
]);

/** Deletes the subscriptions that last longer than a row. */
export async function cleanUp(bench: Bench): Promise<void> {
  for (const all of [subscriptions, silences]) {
    const made = await all.get(bench)?.catch(() => null);
    if (made) await bench.send('DELETE', `/v1/webhooks/${made.id}`).catch(() => undefined);
  }
}
