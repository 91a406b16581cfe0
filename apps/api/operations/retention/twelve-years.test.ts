/** Twelve years on the virtual clock: nothing is erased early, nothing later than a day after its time [DAT-4]. */
import { createPublicKey, verify } from 'node:crypto';
import { openBlobStore, updateSettings } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';
import { VirtualClock } from '../../../../tests/fixtures/rekyc/virtual-clock.ts';

let api: TestApi;
let partner: TestPartner;
let clock: VirtualClock;

beforeAll(async () => {
  api = await startTestApi();
  partner = api.partner;
  await api.platform.database.inTenant(partner.tenant.id, (tx) =>
    updateSettings(tx, { retentionYears: 5 }, { kind: 'system', id: null }),
  );
  api.platform.blobs = await openBlobStore({ location: undefined, dataDir: api.platform.config.dataDir });
  clock = new VirtualClock(api.platform, partner.tenant);
  await clock.moveTo(new Date('2028-01-01T00:00:00Z'));
});
afterAll(() => api.close());

const person = () => makePerson(partner, { identified_at: '2025-01-01T00:00:00Z' });
const end = (id: string, day: string) =>
  partner.call<{ erase_at: string }>('PUT', `/reident/v1/persons/${id}/relationship_end`, { ended_on: day });
const extend = (id: string, keep_until: string) =>
  partner.call('PUT', `/reident/v1/persons/${id}/retention_extension`, { file_number: 'GZ 12/2028', keep_until });
const isThere = async (id: string) => (await partner.call('GET', `/v1/persons/${id}`)).status === 200;

interface Proof {
  record: string;
  signature: string;
  public_key: string;
}
const proofOf = async (id: string) => (await partner.call<Proof>('GET', `/reident/v1/deletion_proofs/${id}`)).body;

describe('the records of a person', () => {
  it('are there until their time has come, and gone a day later, through twelve years', async () => {
    const ordinary = await person();
    const leap = await person();
    const extended = await person();
    const held = await person();
    const customer = await person();
    const returned = await person();
    expect((await end(ordinary, '2028-01-01')).body.erase_at).toBe('2033-01-01T00:00:00.000Z');
    await end(leap, '2027-12-31');
    await end(extended, '2028-01-01');
    expect((await extend(extended, '2036-06-30')).body).toMatchObject({
      erase_at: '2036-07-01T00:00:00.000Z',
      extension: { file_number: 'GZ 12/2028' },
    });
    await end(held, '2028-01-01');
    await partner.call('PUT', `/reident/v1/persons/${held}/legal_hold`);
    await end(returned, '2028-01-01');
    await partner.call('DELETE', `/reident/v1/persons/${returned}/erasure`);

    const all = { ordinary, leap, extended, held, customer, returned };
    const left = async () => {
      const found: string[] = [];
      for (const [name, id] of Object.entries(all)) if (await isThere(id)) found.push(name);
      return found;
    };
    const step = (day: string) => clock.runUntil(new Date(`${day}T00:00:00Z`));
    await step('2032-12-30');
    expect(await left()).toEqual(Object.keys(all));
    await step('2033-01-02');
    expect(await left()).toEqual(['extended', 'held', 'customer', 'returned']);
    await step('2036-06-30');
    expect(await left()).toContain('extended');
    await step('2036-07-02');
    expect(await left()).toEqual(['held', 'customer', 'returned']);
    await step('2039-03-01');
    await partner.call('DELETE', `/reident/v1/persons/${held}/legal_hold`);
    await step('2039-03-02');
    expect(await left()).toEqual(['customer', 'returned']);
    await step('2040-01-01');
    expect(await left()).toEqual(['customer', 'returned']);
    expect(JSON.parse((await proofOf(extended)).record)).toMatchObject({
      person_id: extended,
      ground: 'end of retention',
      relationship_ended_on: '2028-01-01',
      extension: { file_number: 'GZ 12/2028', keep_until: '2036-06-30' },
      data_key_destroyed: true,
    });
  });

  it('leave a proof that anybody can check, and that no changed letter survives', async () => {
    const id = await makePerson(partner, { first_name: 'Unmistakable' });
    await partner.call('POST', `/reident/v1/persons/${id}/erasure`, {});
    const { record, signature, public_key } = await proofOf(id);
    const key = createPublicKey({ key: Buffer.from(public_key, 'base64'), format: 'der', type: 'spki' });
    const check = (text: string) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
    expect(check(record)).toBe(true);
    expect(check(record.replace('request', 'Request'))).toBe(false);
    expect(record).not.toContain('Unmistakable');
    const list = await partner.call<Proof[]>('GET', '/reident/v1/deletion_proofs?page[size]=100');
    expect(list.body.map((one) => one.public_key)).toEqual(list.body.map(() => public_key));
    expect((await (await api.addPartner()).call('GET', `/reident/v1/deletion_proofs/${id}`)).status).toBe(404);
  });

  it('are kept by an authority for five years more at most, and not for a day that is over', async () => {
    const id = await person();
    await end(id, '2040-01-01');
    for (const day of ['2050-01-02', '2039-01-01']) expect((await extend(id, day)).status).toBe(400);
    expect((await extend(id, '2050-01-01')).status).toBe(200);
    const back = await partner.call('DELETE', `/reident/v1/persons/${id}/retention_extension`);
    expect(back.body).toMatchObject({ erase_at: '2045-01-01T00:00:00.000Z', extension: null });
  });
});
