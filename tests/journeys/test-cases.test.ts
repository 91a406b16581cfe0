import { GUIDE_SCENARIOS, REASON_CODES, REASONS } from '@reident/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../fixtures/receiver.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

let reident: TestReident;
let receiver: Receiver;

beforeAll(async () => {
  reident = await startTestReident();
  receiver = await startReceiver();
  const made = await reident.call('POST', '/v1/webhooks', { event_type: 'IDENTIFICATION', url: receiver.url });
  expect(made.status).toBe(201);
});

afterAll(async () => {
  await reident?.stop();
  await receiver?.stop();
});

interface Ident {
  id: string;
  person_id: string;
  status: string;
  failure_reason?: string | null;
}

/** Creates and requests an identification whose name plays the customer too, and waits until `ended` holds. */
async function play(name: string, ended: (status: string) => boolean): Promise<Ident> {
  const person = (await reident.call<{ id: string }>('POST', '/v1/persons', { first_name: name, last_name: 'Example' }))
    .body;
  const path = `/v1/persons/${person.id}/identifications`;
  const { id } = (await reident.call<Ident>('POST', path, { method: 'idnow_autoident' })).body;
  await reident.call('PATCH', `${path}/${id}/request`);
  const latest = Date.now() + 180_000;
  while (Date.now() < latest) {
    const { body } = await reident.call<Ident>('GET', `${path}/${id}`);
    if (ended(body.status)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the test case ${name} did not end`);
}

const isFinal = (status: string) => !['created', 'pending'].includes(status);

describe('test cases that play the customer too', () => {
  // biome-ignore format: one row per line
  it.each([
    // test case       status         reason that the partner sees
    ['HAPPYPATH',     'successful',  null],
    ['CANCELED',      'canceled',    'WARNING_FAKED_MANIPULATED_ID'],
    ['CANCELLED',     'canceled',    'WARNING_FAKED_MANIPULATED_ID'],
    ['FRAUDIDENT',    'failed',      null],
  ])('X-AUTOTEST-%s ends as %s', async (name, status, reason) => {
    const ended = await play(`X-AUTOTEST-${name}`, isFinal);
    expect({ status: ended.status, reason: ended.failure_reason ?? null }).toEqual({ status, reason });
  });

  it('the guide names no other test case', () => {
    expect(Object.keys(GUIDE_SCENARIOS)).toEqual(['HAPPYPATH', 'CANCELED', 'FRAUDIDENT']);
  });

  it('every published reason can be had by its name, and a partner sees it', async () => {
    const published = REASON_CODES.filter((code) => REASONS[code].source !== 'guide, test cases');
    expect(published).toHaveLength(76);
    const ended = new Map<string, Ident>();
    const names = [...published];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let name = names.pop(); name !== undefined; name = names.pop()) {
          ended.set(name, await play(`x-autotest-${name.toLowerCase()}`, isFinal));
        }
      }),
    );
    for (const name of published) {
      const status = REASONS[name].group === 'ABORTED' ? 'aborted' : 'canceled';
      expect({ name, status: ended.get(name)?.status, reason: ended.get(name)?.failure_reason }).toEqual({
        name,
        status,
        reason: name,
      });
    }
  });

  it('each change of status reaches the receiver once, in order, signed', async () => {
    const ended = await play('X-AUTOTEST-HAPPYPATH', isFinal);
    const statuses = () =>
      receiver
        .notifications()
        .filter((one) => one.headers['solaris-entity-id'] === ended.id)
        .map((one) => (JSON.parse(one.body.toString()) as Ident).status);
    await expect.poll(() => statuses().length).toBeGreaterThanOrEqual(3);
    expect(statuses()).toEqual(['created', 'pending', 'successful']);
    for (const one of receiver.notifications()) {
      expect(one.headers['solaris-webhook-signature']).toMatch(/^sha256=[0-9a-f]{64}$/);
    }
  });
});
