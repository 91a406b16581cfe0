import { jobHandlersOf } from '@reident/platform';
import { completeJob, leaseJobs, sql } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, multipart } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';
import { Killed, mortal } from '../../../../tests/fixtures/rekyc/virtual-clock.ts';

let api: TestApi;
let partner: TestPartner;

beforeAll(async () => {
  api = await startTestApi();
  partner = api.partner;
});
afterAll(() => api.close());

interface BatchView {
  id: string;
  state: string;
  lines: number;
  waiting: number;
  started: number;
  faults: number;
}

async function upload(text: string, fields: Record<string, string> = {}, from = partner) {
  const file = { field: 'file', name: 'persons.csv', contentType: 'text/csv', bytes: Buffer.from(text) };
  const { payload, contentType } = multipart(fields, [file]);
  const headers = { authorization: `Bearer ${from.token}`, 'content-type': contentType };
  const answer = await api.send({ method: 'POST', url: '/reident/v1/identification_batches', headers, payload });
  return { status: answer.statusCode, body: answer.json() as BatchView };
}

/** Works on batches as the worker does; the platform may be one that dies. */
async function work(platform = api.platform): Promise<void> {
  for (;;) {
    const jobs = await leaseJobs(api.platform.database, { kinds: ['batch'], limit: 5, leaseSeconds: 60 });
    if (jobs.length === 0) return;
    for (const job of jobs) {
      await jobHandlersOf({})[job.kind].handle(job, platform);
      await completeJob(api.platform.database, job);
    }
  }
}
const freeLeases = () =>
  api.platform.database.inTenant(partner.tenant.id, (tx) =>
    tx.query(sql`update jobs set lease_id = null, leased_until = null`),
  );

const batch = async (id: string) =>
  (await partner.call<BatchView>('GET', `/reident/v1/identification_batches/${id}`)).body;
const linesOf = async (id: string, query = '') =>
  (
    await partner.call<{ line: number; state: string; fault: string | null; identification_id: string | null }[]>(
      'GET',
      `/reident/v1/identification_batches/${id}/lines?page[size]=1000${query}`,
    )
  ).body;
const csv = (ids: readonly string[]) => `person_id\n${ids.join('\n')}\n`;

describe('a batch of identifications', () => {
  it('starts what is right and answers what is wrong, line by line', async () => {
    const stranger = await makePerson(await api.addPartner());
    const [one, two] = [await makePerson(partner), await makePerson(partner)];
    const abroad = await makePerson(partner, { address: { country: 'FR' } });
    const { status, body } = await upload(csv([one, stranger, two, 'nobody', abroad, one]));
    expect([status, body.state, body.waiting, body.faults]).toEqual([202, 'running', 4, 2]);
    await work();
    expect(await batch(body.id)).toMatchObject({ state: 'done', lines: 6, waiting: 0, started: 2, faults: 4 });
    const lines = await linesOf(body.id);
    expect(lines.map(({ line, fault }) => [line, fault])).toEqual([
      [2, null],
      [3, 'person_not_found'],
      [4, null],
      [5, 'malformed_id'],
      [6, 'not_eligible'],
      [7, 'duplicate'],
    ]);
    const started = await partner.call('GET', `/v1/persons/${one}/identifications/${lines[0]?.identification_id}`);
    expect(started.body).toMatchObject({ status: 'pending' });
    expect(await linesOf(body.id, '&state=fault')).toHaveLength(4);
  });

  it('is the same however often it is uploaded, and starts nothing twice', async () => {
    const person = await makePerson(partner);
    const first = await upload(csv([person]), { name: 'spring' });
    await work();
    const again = await upload(csv([person]), { name: 'spring' });
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    await work();
    const list = await partner.call<unknown[]>('GET', `/v1/persons/${person}/identifications`);
    expect(list.body).toHaveLength(1);
    expect((await upload(csv([person, await makePerson(partner)]), { name: 'spring' })).status).toBe(409);
  });

  it('goes on where its worker was killed', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 120; n += 1) ids.push(await makePerson(partner));
    const { body } = await upload(csv(ids));
    for (const transactions of [0, 1, 1, 0]) {
      await work(mortal(api.platform, transactions)).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await freeLeases();
    }
    expect((await batch(body.id)).started).toBeGreaterThan(0);
    await work();
    expect(await batch(body.id)).toMatchObject({ state: 'done', started: 120, faults: 0 });
    const [counted] = await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      tx.query(sql<{ n: number }>`select count(*)::int as n from identifications where person_id = any (${ids})`),
    );
    expect(counted?.n).toBe(120);
  });

  it('that makes no sense leaves nothing behind', async () => {
    const before = await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      tx.query(sql`select id from identification_batches`),
    );
    expect((await upload('surname,city\nMuster,Berlin\n')).status).toBe(400);
    const after = await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      tx.query(sql`select id from identification_batches`),
    );
    expect(after).toEqual(before);
  });

  it('takes fifty thousand lines, and is nobody else’s', async () => {
    const ids = Array.from({ length: 50_000 }, (_, n) => `${n.toString(16).padStart(32, '0')}cper`);
    const { status, body } = await upload(csv(ids));
    expect([status, body.lines, body.waiting]).toEqual([202, 50_000, 50_000]);
    const other = await api.addPartner();
    expect((await other.call('GET', `/reident/v1/identification_batches/${body.id}`)).status).toBe(404);
  });
});
