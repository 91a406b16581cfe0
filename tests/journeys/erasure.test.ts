/** A person is erased: over the API, in a whole Reident with its worker, a receiver and the customer's link. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { reapplyErasures } from '@reident/platform';
import { listAudit, sql } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../fixtures/receiver.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

let reident: TestReident;
let receiver: Receiver;

beforeAll(async () => {
  reident = await startTestReident();
  receiver = await startReceiver();
  for (const type of ['PERSON_DELETED', 'IDENTIFICATION'])
    await reident.call('POST', '/v1/webhooks', { event_type: type, url: receiver.url });
});

afterAll(async () => {
  await reident?.stop();
  await receiver?.stop();
});

async function makePerson(): Promise<string> {
  return (await reident.call<{ id: string }>('POST', '/v1/persons', { first_name: 'Erika', last_name: 'Muster' })).body
    .id;
}

async function requested(personId: string): Promise<{ id: string; url: string; path: string }> {
  const base = `/v1/persons/${personId}/identifications`;
  const { id } = (await reident.call<{ id: string }>('POST', base, { method: 'idnow_autoident' })).body;
  const { url } = (await reident.call<{ url: string }>('PATCH', `${base}/${id}/request`)).body;
  return { id, url, path: `${base}/${id}` };
}

const erase = (personId: string, body: object = {}) =>
  reident.call('POST', `/reident/v1/persons/${personId}/erasure`, body);

/** Files of the blob store, the marks of erasures aside. */
function blobFiles(): string[] {
  const folder = path.join(reident.platform.config.dataDir, 'blobs');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile() && !entry.parentPath.includes('erasures')).map(({ name }) => name);
}

const deletions = () =>
  receiver.notifications().filter(({ headers }) => headers['solaris-webhook-event-type'] === 'PERSON_DELETED');

describe('a person who is erased', () => {
  it('is missing everywhere, and the partner is told with an empty body', async () => {
    // By hand: a customer whom the platform plays would end the second session too, before anybody has looked at it.
    const personId = await makePerson();
    const identified = await requested(personId);
    await reident.call('POST', `/sandbox/identifications/${identified.id}/outcome`, { result: 'SUCCESS' });
    await expect
      .poll(async () => (await reident.call<{ status: string }>('GET', identified.path)).body.status)
      .toBe('successful');
    const { body: documents } = await reident.call<{ id: string }[]>('GET', `/v1/persons/${personId}/documents`);
    const open = await requested(personId);
    expect((await fetch(open.url)).status).toBe(200);
    expect(blobFiles().length).toBeGreaterThan(0);

    expect(await erase(personId)).toMatchObject({ status: 200, body: { person_id: personId, status: 'erased' } });

    for (const target of [
      `/v1/persons/${personId}`,
      `/v1/persons/${personId}/identifications`,
      `/v1/persons/${personId}/documents`,
      `/v1/persons/${personId}/documents/${documents[0]?.id}/file`,
      `/v1/persons/${personId}/mobile_number`,
      identified.path,
      open.path,
      `/reident/v1/persons/${personId}/erasure`,
    ])
      expect((await reident.call('GET', target)).status, target).toBe(404);
    expect((await erase(personId)).status).toBe(404);
    for (const list of ['/v1/persons', '/v1/identifications']) {
      const { status, headers } = await reident.call('GET', list);
      expect([status, headers.get('total')], list).toEqual([200, '0']);
    }
    expect((await fetch(open.url)).status).toBe(410);

    await expect.poll(() => deletions().length).toBe(1);
    const [deletion] = deletions();
    expect(deletion?.body.toString()).toBe('{}');
    expect(deletion?.headers['solaris-entity-id']).toBe(personId);
    await expect.poll(blobFiles).toEqual([]);
  });

  it('leaves open identifications ended, in the order of events', async () => {
    const personId = await makePerson();
    const { id } = await requested(personId);
    await erase(personId);
    const { body } = await reident.call<{ events: { identification_id: string; status: string }[] }>(
      'GET',
      '/reident/v1/events?limit=1000',
    );
    const statuses = body.events.filter((event) => event.identification_id === id).map(({ status }) => status);
    expect(statuses).toEqual(['created', 'pending', 'expired']);
  });

  it('holds up nobody else: later notifications arrive', async () => {
    const erasedId = await makePerson();
    await requested(erasedId);
    await erase(erasedId);
    const { id } = await requested(await makePerson());
    const arrived = () => receiver.notifications().filter(({ headers }) => headers['solaris-entity-id'] === id);
    await expect.poll(() => arrived().length).toBe(2);
  });

  it('is written down without a personal value', async () => {
    const personId = await makePerson();
    await erase(personId);
    const entries = await reident.platform.database.inTenant(reident.tenant.id, (tx) => listAudit(tx, personId));
    expect(entries.at(-1)).toMatchObject({
      action: 'person.erased',
      actor: { kind: 'partner' },
      details: { identifications_ended: 0, blobs: 0 },
    });
    expect(JSON.stringify(entries)).not.toContain('Erika');
  });

  it('stays erased when the database is put back to an earlier time [DAT-2, REL-12]', async () => {
    const personId = await makePerson();
    const { database, blobs } = reident.platform;
    const inTenant = <T>(work: Parameters<typeof database.inTenant<T>>[1]) =>
      database.inTenant(reident.tenant.id, work);
    const [before] = await inTenant((tx) =>
      tx.query(sql<{ sealed: Buffer; wrapped: Buffer; version: number }>`
        select p.attributes_sealed as sealed, k.wrapped_key as wrapped, k.version
        from persons p join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id where p.id = ${personId}`),
    );
    await erase(personId);
    await expect
      .poll(() => blobs.list(`erasures/${reident.tenant.id}`))
      .toContain(`erasures/${reident.tenant.id}/${personId}`);
    await inTenant(async (tx) => {
      const { sealed, wrapped, version } = before!;
      await tx.query(sql`
        insert into person_keys (tenant_id, person_id, wrapped_key, version)
        values (${reident.tenant.id}, ${personId}, ${wrapped}, ${version})`);
      await tx.query(sql`update persons set attributes_sealed = ${sealed}, erased_at = null where id = ${personId}`);
    });
    expect((await reident.call('GET', `/v1/persons/${personId}`)).status).toBe(200);

    expect(await reapplyErasures(reident.platform)).toBe(1);
    expect((await reident.call('GET', `/v1/persons/${personId}`)).status).toBe(404);
    expect(await reapplyErasures(reident.platform)).toBe(0);
    // Each erasure is a record of its own, and an earlier one never keeps a later one from happening.
    const proofs = await reident.call<{ person_id: string }[]>('GET', '/reident/v1/deletion_proofs?page[size]=1000');
    expect(proofs.body.filter((one) => one.person_id === personId)).toHaveLength(2);
  });

  it('is erased by itself on the day that was ordered, unless that is taken back', async () => {
    const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const [due, spared] = [await makePerson(), await makePerson()];
    for (const personId of [due, spared])
      expect(await erase(personId, { relationship_ended_on: inTenDays })).toMatchObject({
        status: 202,
        body: { status: 'scheduled', erase_at: `${inTenDays}T00:00:00.000Z` },
      });
    expect((await reident.call('DELETE', `/reident/v1/persons/${spared}/erasure`)).body).toMatchObject({
      status: 'none',
    });
    await reident.call('POST', '/sandbox/clock', { advance: 'P11D' });
    await expect.poll(async () => (await reident.call('GET', `/v1/persons/${due}`)).status).toBe(404);
    expect((await reident.call('GET', `/v1/persons/${spared}`)).status).toBe(200);
  });
});
