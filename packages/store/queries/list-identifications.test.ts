import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { TenantTx } from '../tenant-tx.ts';
import { makeIdentification, makePerson, makeTenant } from '../testing/make.ts';
import type { Tenant } from '../types.ts';
import { type IdentificationQuery, listIdentifications } from './identifications.ts';

let test: TestDatabase;
let tenant: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
});
afterAll(() => test.close());

const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);

/** A person with this many identifications, written without their consequences. */
async function personWith(count: number): Promise<string> {
  return inTenant(async (tx) => {
    const { id } = await makePerson(tx);
    await tx.run(
      'many',
      `with row as (
         insert into identifications (tenant_id, id, person_id, method, status, created_at)
         select $1, md5($2 || n), $2, 'idnow_autoident', 'created', $3::timestamptz + n * interval '1 microsecond' from generate_series(1, $4::int) n
       )
       insert into identification_counts (tenant_id, person_id, slot, n) values ($1, $2, 0, $4)`,
      [tenant.id, id, tx.now, count],
    );
    return id;
  });
}

describe('the list of a person', () => {
  it('is complete after 100 parallel creates, and tells its total at every moment', async () => {
    const { id: personId } = await inTenant((tx) => makePerson(tx));
    const page = { number: 1, size: 1000 };
    const list = () => inTenant((tx) => listIdentifications(tx, { personId, page }));
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await inTenant((tx) => makeIdentification(tx, personId));
        if (n % 10 === 0) {
          const { rows, total } = await list();
          seen.push(total);
          expect(rows.length).toBeGreaterThanOrEqual(total);
        }
      }),
    );
    const { rows, total } = await list();
    expect([rows.length, total]).toEqual([100, 100]);
    expect(Math.max(...seen)).toBeLessThanOrEqual(100);
  });

  it('cut into pages of any size, in either order, is the whole list again', async () => {
    const personId = await personWith(57);
    const read = (page: IdentificationQuery['page'], order: 'asc' | 'desc') =>
      inTenant(async (tx) => (await listIdentifications(tx, { personId, page, order })).rows.map((row) => row.id));
    const whole = await read({ number: 1, size: 1000 }, 'asc');
    expect(new Set(whole).size).toBe(57);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        async (size, number, down) => {
          const all = down ? [...whole].reverse() : whole;
          expect(await read({ number, size }, down ? 'desc' : 'asc')).toEqual(
            all.slice((number - 1) * size, number * size),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of 20,000 touches no more rows than one of 20: first page, last page and total', async () => {
    const [short, long] = [await personWith(20), await personWith(20_000)];
    const touched = (personId: string, number: number, order: 'asc' | 'desc') =>
      inTenant(async (tx) => {
        await tx.run('plain-scans', `select set_config(name, 'off', true) from unnest($1::text[]) name`, [
          ['enable_indexonlyscan', 'enable_seqscan'],
        ]);
        const before = await rowsTouched(tx);
        const { rows } = await listIdentifications(tx, { personId, page: { number, size: 10 }, order });
        expect(rows.length).toBe(10);
        return (await rowsTouched(tx)) - before;
      });
    for (const order of ['asc', 'desc'] as const) {
      const ofShort = await touched(short, 1, order);
      expect(ofShort).toBeGreaterThanOrEqual(11);
      expect(await touched(long, 1, order)).toBe(ofShort);
      expect(await touched(long, 2_000, order)).toBeLessThanOrEqual(await touched(short, 2, order));
    }
  });
});

/** Rows that this transaction has fetched so far from the tables of the list, as PostgreSQL counts them. */
async function rowsTouched(tx: TenantTx): Promise<number> {
  const [row] = await tx.run<{ touched: number }>(
    'rows-touched',
    `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as touched
     from pg_stat_xact_user_tables where relname in ('identifications', 'identification_counts')`,
    [],
  );
  return row?.touched ?? Number.NaN;
}
