import { cutOver, sql } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ReceivedRequest, type Receiver, startReceiver } from '../../tests/fixtures/receiver.ts';
import {
  type DeliveryFixture,
  type FixturePartner,
  startDeliveryFixture,
} from '../../tests/fixtures/webhooks/delivery-fixture.ts';
import { OVERLAP_HOURS, rotateSecret } from './rotate-secret.ts';
import { type StandardHeaders, verifySolarisSignature, verifyStandardSignature } from './signature.ts';

const ACTOR = { kind: 'partner', id: null } as const;

let fixture: DeliveryFixture;
let receiver: Receiver;
let partner: FixturePartner;
let id: string;
/** Every secret that the subscription was given, the first at 0. */
let secrets: string[];

beforeAll(async () => {
  fixture = await startDeliveryFixture();
  receiver = await startReceiver();
});

beforeEach(async () => {
  partner = await fixture.addTenant();
  const subscription = await partner.subscribe(receiver.url);
  id = subscription.id;
  secrets = [subscription.secret];
});

afterAll(async () => {
  await receiver.stop();
  await fixture.close();
});

// biome-ignore format: a table
const STEPS = {
  rotate:             async () => { secrets.push((await partner.inTenant((tx) => rotateSecret(tx, id, ACTOR))).secret); },
  'cut over':         async () => { await partner.inTenant((tx) => cutOver(tx, id, ACTOR)); },
  'almost a day':     async () => { await partner.advance(OVERLAP_HOURS * 3600 - 60); },
  'a day':            async () => { await partner.advance(OVERLAP_HOURS * 3600); },
} as const;

/** Which of the secrets each signature of the next notification verifies with. */
async function signedWith(): Promise<{ solaris: number[]; standard: number[] }> {
  const before = receiver.notifications().length;
  await partner.notify('an-entity', { n: before });
  expect(await fixture.deliverDue()).toEqual(['delivered']);
  const { headers, body } = receiver.notifications()[before] as ReceivedRequest;
  const known = [...secrets.keys()];
  const solaris = String(headers['solaris-webhook-signature']);
  const standard = headers as unknown as StandardHeaders;
  const verifies = (index: number) => verifyStandardSignature(secrets[index] ?? '', body, standard, new Date());
  expect(standard['webhook-signature'].split(' ')).toHaveLength(known.filter(verifies).length);
  return {
    solaris: known.filter((index) => verifySolarisSignature(secrets[index] ?? '', body, solaris)),
    standard: known.filter(verifies),
  };
}

describe('after these steps, a receiver can verify with these secrets [WH-4]', () => {
  // biome-ignore format: a table
  it.each<[steps: (keyof typeof STEPS)[], solaris: number[], standard: number[]]>([
    [[],                                        [0], [0]],
    [['rotate'],                                [0], [0, 1]],
    [['rotate', 'almost a day'],                [0], [0, 1]],
    [['rotate', 'a day'],                       [1], [1]],
    [['rotate', 'cut over'],                    [1], [1]],
    [['rotate', 'cut over', 'cut over'],        [1], [1]],
    [['cut over'],                              [0], [0]],
    [['rotate', 'a day', 'cut over'],           [1], [1]],
    [['rotate', 'a day', 'rotate'],             [1], [1, 2]],
    [['rotate', 'cut over', 'rotate'],          [1], [1, 2]],
    [['rotate', 'rotate'],                      [0], [0, 2]],
    [['rotate', 'almost a day', 'rotate', 'almost a day'], [0], [0, 2]],
  ])('%j: Solaris %j, Standard Webhooks %j', async (steps, solaris, standard) => {
    for (const step of steps) await STEPS[step]();
    expect(await signedWith()).toEqual({ solaris, standard });
  });
});

it('a retry is signed with the secrets of its own time, not those of the first attempt [WH-4]', async () => {
  await partner.notify('an-entity');
  receiver.answer(500);
  expect(await fixture.deliverDue()).toEqual(['retry']);
  receiver.answer(200);
  await STEPS.rotate();
  await STEPS['cut over']();
  await partner.advance(60);
  expect(await fixture.deliverDue()).toEqual(['delivered']);
  const { headers, body } = receiver.notifications().at(-1) as ReceivedRequest;
  const solaris = String(headers['solaris-webhook-signature']);
  expect(secrets.map((secret) => verifySolarisSignature(secret, body, solaris))).toEqual([false, true]);
});

it('no secret stands in the table as it is, and the old one is gone after the cut-over [WH-3]', async () => {
  await STEPS.rotate();
  const sealed = async () => {
    const [row] = await partner.inTenant((tx) =>
      tx.query(sql<{ secret_sealed: Buffer; next_secret_sealed: Buffer | null }>`
        select secret_sealed, next_secret_sealed from subscriptions where id = ${id}`),
    );
    return row!;
  };
  const during = await sealed();
  for (const secret of secrets) expect(Buffer.concat(Object.values(during) as Buffer[])).not.toContain(secret);
  await STEPS['cut over']();
  const after = await sealed();
  expect(after).toEqual({ secret_sealed: during.next_secret_sealed, next_secret_sealed: null });
});
