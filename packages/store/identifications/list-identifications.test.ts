import { PlatformError } from '@reident/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeIdentification, makePerson, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { listPersons } from '../persons/persons.ts';
import { erasePerson } from '../retention/erase-person.ts';
import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Tenant } from '../types.ts';
import { type IdentificationQuery, listIdentifications } from './list-identifications.ts';

let test: TestDatabase;
let tenant: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
});
afterAll(() => test.close());

const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);

/** A person with this many identifications, written without their consequences. */
async function personWith(count: number, of = tenant): Promise<string> {
  return test.database.inTenant(of.id, async (tx) => {
    const { id } = await makePerson(tx);
    await tx.query(sql`
      with row as (
        insert into identifications (tenant_id, id, person_id, method, status, created_at)
        select ${of.id}, md5(${id} || n), ${id}, 'idnow_autoident', 'created',
               ${tx.now}::timestamptz + n * interval '1 microsecond'
        from generate_series(1, ${count}::int) n
      ), listed as (
        insert into list_counts (tenant_id, list, slot, n) values (${of.id}, 'identifications', 0, ${count})
        on conflict (tenant_id, list, slot) do update set n = list_counts.n + excluded.n
      )
      insert into identification_counts (tenant_id, person_id, slot, n) values (${of.id}, ${id}, 0, ${count})`);
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
        await tx.query(PLAIN_SCANS);
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

describe('the lists over all of a tenant', () => {
  const totals = (of: Tenant) =>
    test.database.inTenant(of.id, async (tx) => ({
      identifications: (await listIdentifications(tx, { page: { number: 1, size: 1 } })).total,
      persons: (await listPersons(tx, { number: 1, size: 1 })).total,
    }));
  const counted = async (of: Tenant) =>
    test.database.inTenant(of.id, async (tx) => {
      const rows = await tx.query(sql<{ identifications: number; persons: number }>`
        select (select count(*) from identifications where tenant_id = ${of.id} and erased_at is null)::bigint as identifications,
               (select count(*) from persons where tenant_id = ${of.id} and erased_at is null)::bigint as persons`);
      return rows[0];
    });

  it('tell what counting would tell, after any history of creations, erasures and what was rolled back, several at once', async () => {
    const step = fc.record({
      does: fc.constantFrom('person', 'identification', 'identification', 'erase', 'rolled back'),
      whose: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (rounds) => {
        const own = await makeTenant(test.database);
        const persons: string[] = [];
        const take = ({ does, whose }: { does: string; whose: number }) =>
          test.database
            .inTenant(own.id, async (tx) => {
              const personId = persons[whose];
              if (does === 'person' || personId === undefined) return (await makePerson(tx)).id;
              if (does === 'erase') await erasePerson(tx, personId, { kind: 'system', id: null });
              else await makeIdentification(tx, personId);
              if (does === 'rolled back') throw new RolledBack();
              return null;
            })
            .catch((error: unknown) => {
              // Somebody else has erased the person first.
              if (error instanceof RolledBack || error instanceof PlatformError) return null;
              throw error;
            });
        for (const round of rounds) {
          const made = await Promise.all(round.map(take));
          persons.push(...made.filter((id) => id !== null));
          expect(await totals(own)).toEqual(await counted(own));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('cut into pages of any size, in either order, are the whole list again, without what is erased', async () => {
    const own = await makeTenant(test.database);
    const [first] = [await personWith(13, own), await personWith(9, own), await personWith(20, own)];
    await test.database.inTenant(own.id, (tx) => erasePerson(tx, first, { kind: 'system', id: null }));
    const read = (page: IdentificationQuery['page'], order: 'asc' | 'desc') =>
      test.database.inTenant(own.id, async (tx) =>
        (await listIdentifications(tx, { page, order })).rows.map((row) => row.id),
      );
    const whole = await read({ number: 1, size: 1000 }, 'asc');
    expect(new Set(whole).size).toBe(29);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 35 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        async (size, number, down) => {
          const all = down ? [...whole].reverse() : whole;
          expect(await read({ number, size }, down ? 'desc' : 'asc')).toEqual(
            all.slice((number - 1) * size, number * size),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of 20,000 touch no more rows than those of 20: first page, last page and total', async () => {
    const [short, long] = [await makeTenant(test.database), await makeTenant(test.database)];
    await personWith(20, short);
    await personWith(20_000, long);
    const touched = (of: Tenant, number: number) =>
      test.database.inTenant(of.id, async (tx) => {
        await tx.query(PLAIN_SCANS);
        const before = await rowsTouched(tx);
        const { rows } = await listIdentifications(tx, { page: { number, size: 10 } });
        expect(rows.length).toBe(10);
        return (await rowsTouched(tx)) - before;
      });
    expect(await touched(long, 1)).toBeLessThanOrEqual(await touched(short, 1));
    expect(await touched(long, 2_000)).toBeLessThanOrEqual(await touched(short, 2));
  });
});

const PLAIN_SCANS = sql`
  select set_config(name, 'off', true) from unnest(${['enable_indexonlyscan', 'enable_seqscan']}::text[]) name`;

class RolledBack extends Error {}

/** Rows that this transaction has fetched so far from the tables of the list, as PostgreSQL counts them. */
async function rowsTouched(tx: TenantTx): Promise<number> {
  const [row] = await tx.query(sql<{ touched: number }>`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as touched
    from pg_stat_xact_user_tables where relname in ('identifications', 'identification_counts', 'list_counts')`);
  return row?.touched ?? Number.NaN;
}
