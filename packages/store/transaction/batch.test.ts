import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makePerson, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { findPerson, personStatement } from '../persons/persons.ts';
import type { Tenant } from '../types.ts';
import { runBatch } from './batch.ts';
import { sql } from './sql.ts';

let test: TestDatabase;
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  ours = await makeTenant(test.database);
  theirs = await makeTenant(test.database);
});
afterAll(() => test.close());

async function onOneConnection<T>(
  work: (run: (...batch: Parameters<typeof runBatch>[1]) => ReturnType<typeof runBatch>) => Promise<T>,
): Promise<T> {
  const client = await test.database.pool.connect();
  try {
    return await work((...batch) => runBatch(client, batch));
  } finally {
    client.release();
  }
}

const one = { name: 'test-one', text: 'select 1 as n', values: [] };

describe('statements that travel together', () => {
  it('answer each its own rows, the first time and every later time', () =>
    onOneConnection(async (run) => {
      const many = { name: 'test-many', text: 'select n from generate_series(1, $1::int) n', values: [3] };
      const none = { name: 'test-none', text: 'select 1 where false', values: [] };
      for (let time = 0; time < 3; time += 1)
        expect(await run(one, many, none, one)).toEqual([[{ n: 1 }], [{ n: 1 }, { n: 2 }, { n: 3 }], [], [{ n: 1 }]]);
    }));

  it('carry every kind of value there and back', () =>
    onOneConnection(async (run) => {
      const at = new Date('2026-02-28T23:59:59.123Z');
      const bytes = Buffer.from([0, 1, 92, 255]);
      const texts = ['a', 'with "quotes" and \\', '{,}', ''];
      const all =
        'select $1::timestamptz at, $2::bytea bytes, $3::text[] texts, $4::bytea[] blobs, $5::jsonb j, $6::bool b, $7::int8 big, $8::text none';
      const values = [at, bytes, texts, [bytes, bytes], { a: [1] }, true, 7_000_000_000, undefined];
      expect(await run({ name: 'test-all', text: all, values })).toEqual([
        [{ at, bytes, texts, blobs: [bytes, bytes], j: { a: [1] }, b: true, big: 7_000_000_000, none: null }],
      ]);
    }));

  it('are one transaction: what a failing one leaves is nothing, and the connection goes on', () =>
    onOneConnection(async (run) => {
      const enter = { name: 'test-set', text: `select set_config('reident.tenant', $1, true)`, values: [ours.id] };
      const who = { name: 'test-get', text: `select current_setting('reident.tenant', true) as tenant`, values: [] };
      const fail = { name: 'test-fail', text: 'select 1 / $1::int as n', values: [0] };
      expect((await run(enter, who))[1]).toEqual([{ tenant: ours.id }]);
      expect((await run(who))[0]).not.toEqual([{ tenant: ours.id }]);
      await expect(run(enter, one, fail, who)).rejects.toMatchObject({ code: '22012' });
      await expect(run({ ...fail, name: 'test-broken', text: 'select nonsense' })).rejects.toMatchObject({
        code: '42703',
      });
      await expect(run({ name: 'test-typo', text: 'selct', values: [] })).rejects.toMatchObject({ code: '42601' });
      expect((await run(who, one, { ...fail, values: [1] }))[2]).toEqual([{ n: 1 }]);
    }));

  it('do not leave half a batch on the wire when a value cannot be written', () =>
    onOneConnection(async (run) => {
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      await expect(run(one, { name: 'test-json', text: 'select $1::jsonb', values: [circle] })).rejects.toThrow(
        TypeError,
      );
      expect(await run(one)).toEqual([[{ n: 1 }]]);
    }));
});

describe('reading in one round trip', () => {
  it('sees the own tenant only, also after others used the connection [API-2]', async () => {
    const { id } = await test.database.inTenant(ours.id, (tx) => makePerson(tx));
    const everybody = sql`select id from persons`;
    for (let time = 0; time < 3; time += 1) {
      const own = await test.database.readTenant(ours.id, [everybody, personStatement(ours.id, id)]);
      expect(own.rows.map((rows) => rows.length)).toEqual([1, 1]);
      const otherTenants = await test.database.readTenant(theirs.id, [everybody, personStatement(ours.id, id)]);
      expect(otherTenants.rows).toEqual([[], []]);
      expect(await test.database.pool.query('select id from reident.persons')).toMatchObject({ rows: [] });
    }
    await expect(test.database.readTenant('unknown', [everybody])).rejects.toMatchObject({ code: 'model_not_found' });
  });
});

describe('a prefetched statement', () => {
  it('is answered once from there; asked again it sees what changed meanwhile', async () => {
    const { id } = await test.database.inTenant(ours.id, (tx) => makePerson(tx));
    const versions = await test.database.inTenant(
      ours.id,
      async (tx) => {
        const before = await findPerson(tx, id);
        await tx.query(sql`update persons set version = version + 1 where id = ${id}`);
        return [before.version, (await findPerson(tx, id)).version];
      },
      [personStatement(ours.id, id)],
    );
    expect(versions).toEqual([1, 2]);
  });

  it('about something else is not taken for the answer', async () => {
    const [one, other] = await test.database.inTenant(ours.id, async (tx) => [
      await makePerson(tx),
      await makePerson(tx),
    ]);
    const found = await test.database.inTenant(ours.id, (tx) => findPerson(tx, other?.id ?? ''), [
      personStatement(ours.id, one?.id ?? ''),
    ]);
    expect(found.id).toBe(other?.id);
  });
});
