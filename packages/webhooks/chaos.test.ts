import { MAX_ATTEMPTS, RETRY_SCHEDULE } from '@reident/domain';
import { type Chaos, listAttempts, listDeliveries, setChaos, sql } from '@reident/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../tests/fixtures/receiver.ts';
import {
  type DeliveryFixture,
  type FixturePartner,
  startDeliveryFixture,
} from '../../tests/fixtures/webhooks/delivery-fixture.ts';
import { CHAOS, type Fault } from './chaos.ts';
import { type StandardHeaders, verifySolarisSignature, verifyStandardSignature } from './signature.ts';

const ACTOR = { kind: 'partner', id: null } as const;
const LATE_SECONDS = 600;

let fixture: DeliveryFixture;
let receiver: Receiver;
let partner: FixturePartner;
let subscription: { id: string; secret: string };

beforeAll(async () => {
  fixture = await startDeliveryFixture();
});

beforeEach(async () => {
  receiver = await startReceiver();
  partner = await fixture.addTenant();
  subscription = await partner.subscribe(receiver.url);
});

afterEach(async () => {
  // What a test left over must not become due in the next one.
  await partner.inTenant((tx) => tx.query(sql`update deliveries set state = 'canceled'`));
  await receiver.stop();
});

afterAll(() => fixture.close());

const chaosOf = (fault: Fault): Chaos => ({ fault, seconds: CHAOS[fault].takes === null ? null : LATE_SECONDS });
const play = (chaos: Chaos | null) => partner.inTenant((tx) => setChaos(tx, subscription.id, chaos, ACTOR));

/** What the receiver got so far: which news, in which attempt, and whether it could verify it. */
function seen(): string[] {
  return receiver.notifications().map(({ headers, body }) => {
    const solaris = verifySolarisSignature(subscription.secret, body, String(headers['solaris-webhook-signature']));
    const standard = headers as unknown as StandardHeaders;
    const genuine = verifyStandardSignature(subscription.secret, body, standard, new Date());
    expect(genuine).toBe(solaris);
    const { news } = JSON.parse(String(body)) as { news: number };
    return `${news}/${headers['solaris-webhook-attempt']}${genuine ? '' : ' forged'}`;
  });
}

/** Two news of one entity; what is due at once, after the first wait for a retry, and after the lateness. */
async function story(): Promise<{ atOnce: string[]; soon: string[]; later: string[] }> {
  await partner.notify('an-entity', { news: 1 });
  await partner.notify('an-entity', { news: 2 });
  const until = async (seconds: number) => {
    if (seconds > 0) await partner.advance(seconds);
    const before = seen().length;
    while ((await fixture.deliverDue()).length > 0);
    return seen().slice(before);
  };
  return { atOnce: await until(0), soon: await until(7), later: await until(LATE_SECONDS) };
}

describe('what the receiver sees of two news about one entity', () => {
  // biome-ignore format: a table
  const SEEN: Record<Fault | 'none', { atOnce: string[]; soon: string[]; later: string[] }> = {
    //                 news/attempt
    none:            { atOnce: ['1/1', '2/1'],               soon: [],      later: [] },
    late:            { atOnce: [],                           soon: [],      later: ['1/1', '2/1'] },
    twice:           { atOnce: ['1/1', '1/1', '2/1', '2/1'], soon: [],      later: [] },
    out_of_order:    { atOnce: ['2/1'],                      soon: ['1/2'], later: [] },
    wrong_signature: { atOnce: ['1/1 forged', '2/1 forged'], soon: [],      later: [] },
    receiver_down:   { atOnce: [],                           soon: [],      later: [] },
  };

  it.each(Object.entries(SEEN))('%s', async (fault, expected) => {
    if (fault !== 'none') await play(chaosOf(fault as Fault));
    expect(await story()).toEqual(expected);
  });

  it.each(Object.keys(CHAOS) as Fault[])('%s: nothing of it in a live tenant [API-10]', async (fault) => {
    partner = await fixture.addTenant('live');
    subscription = await partner.subscribe(receiver.url);
    expect(await play(chaosOf(fault))).toMatchObject({ chaos: null });
    await partner.notify('an-entity', { news: 1 });
    const [leased] = await fixture.lease();
    if (leased === undefined) throw new Error('nothing was due');
    expect(leased.subscription).toMatchObject({ secret: subscription.secret, chaos: null });
    expect(await fixture.attempt(leased)).toBe('retry');
    // The attempt was made as always: the guard refuses the address of this machine to a live tenant.
    const attempts = await partner.inTenant((tx) => listAttempts(tx, leased.id));
    expect(attempts).toMatchObject([{ attempt: 1, error: 'insecure' }]);
  });

  it('everything as usual once the fault is ended', async () => {
    await play(chaosOf('wrong_signature'));
    await play(null);
    expect(await story()).toEqual(SEEN.none);
  });
});

it('two copies have one webhook-id', async () => {
  await play(chaosOf('twice'));
  await partner.notify('an-entity', { news: 1 });
  expect(await fixture.deliverDue()).toEqual(['delivered']);
  const ids = receiver.notifications().map(({ headers }) => headers['webhook-id']);
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
});

it('a forged notification that the receiver refuses arrives genuine once the fault is ended, under the same id', async () => {
  await play(chaosOf('wrong_signature'));
  receiver.answer(401);
  await partner.notify('an-entity', { news: 1 });
  expect(await fixture.deliverDue()).toEqual(['retry']);
  await play(null);
  receiver.answer(200);
  await partner.advance(7);
  expect(await fixture.deliverDue()).toEqual(['delivered']);
  expect(seen()).toEqual(['1/1 forged', '1/2']);
  expect(new Set(receiver.notifications().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

it('the five days of a dead receiver pass in seconds, and end the subscription [WH-8]', async () => {
  await play(chaosOf('receiver_down'));
  await partner.notify('an-entity', { news: 1 });
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    expect(await fixture.deliverDue()).toEqual(['retry']);
    expect((await partner.subscription(subscription.id)).disabledAt).toBeNull();
    await partner.advance((RETRY_SCHEDULE[attempt]?.waitSeconds ?? 0) * 1.11);
  }
  expect(await fixture.deliverDue()).toEqual(['exhausted']);
  const ended = await partner.subscription(subscription.id);
  expect(ended).toMatchObject({ disabledReason: 'failing', lastSuccessAt: null });
  expect(seen()).toEqual([]);

  const { rows } = await partner.inTenant((tx) => listDeliveries(tx, { page: { number: 1, size: 10 } }));
  expect(rows).toMatchObject([{ state: 'exhausted', attempts: MAX_ATTEMPTS }]);
  const attempts = await partner.inTenant((tx) => listAttempts(tx, rows[0]?.id ?? ''));
  expect(new Set(attempts.map(({ error }) => error))).toEqual(new Set(['chaos']));
});
