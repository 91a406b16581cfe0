import { newId } from '@reident/domain';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeIdentification, makePerson, makeTenant, subscribe } from '../../../tests/fixtures/store/make.ts';
import { findIdentification } from '../identifications/identifications.ts';
import { listIdentifications } from '../identifications/list-identifications.ts';
import { findPerson } from '../persons/persons.ts';
import type { Tenant } from '../types.ts';
import { APP_GRANTS, APP_ROLE, applyPolicies, INSTALLATION_GRANTS, LOOKUP_ROLE, SCHEMA } from './apply-policies.ts';
import { Sql, sql } from './sql.ts';

let test: TestDatabase;
let admin: pg.Client;
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  admin = new pg.Client(test.admin);
  await admin.connect();
  ours = await makeTenant(test.database);
  theirs = await makeTenant(test.database);
});

afterAll(async () => {
  await admin.end();
  await test.close();
});

/** Tables of the program; the list of migrations, the mark of the root key and the counts of callers belong to nobody. */
async function tables(): Promise<{ name: string; forced: boolean; policies: string[] }[]> {
  const { rows } = await admin.query(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
            array(select pg_get_expr(p.polqual, p.polrelid) || ' / ' || pg_get_expr(p.polwithcheck, p.polrelid)
                  from pg_policy p where p.polrelid = c.oid and p.polname = 'own_tenant') as policies
     from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
       and c.relname not in ('installation', 'migrations')
       and c.relname <> all ($2)
     order by c.relname`,
    [SCHEMA, Object.keys(INSTALLATION_GRANTS)],
  );
  return rows;
}

describe('row-level security [API-2]', () => {
  it('stands around every table there is, for reading and for writing', async () => {
    const found = await tables();
    expect(found.map(({ name }) => name)).toEqual(Object.keys(APP_GRANTS).sort());
    for (const { name, forced, policies } of found) {
      const column = name === 'tenants' ? 'id' : 'tenant_id';
      const own = `(${column} = current_setting('reident.tenant'::text, true))`;
      expect({ name, forced, policies }).toEqual({ name, forced: true, policies: [`${own} / ${own}`] });
    }
  });

  it('is not needed around what belongs to no tenant: counts under one-way keys, and nothing else', async () => {
    const { rows } = await admin.query(
      `select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns where table_schema = $1 and table_name = any ($2) group by 1`,
      [SCHEMA, Object.keys(INSTALLATION_GRANTS)],
    );
    expect(rows).toEqual([{ table: 'rate_limits', columns: ['key', 'points', 'expire'] }]);
  });

  it('closes around a new table that nobody thought of', async () => {
    await admin.query(`create table ${SCHEMA}.forgotten (tenant_id text, secret text)`);
    try {
      await applyPolicies(admin);
      const found = await tables();
      expect(found.find(({ name }) => name === 'forgotten')).toMatchObject({
        forced: true,
        policies: [expect.any(String)],
      });
    } finally {
      await admin.query(`drop table ${SCHEMA}.forgotten`);
    }
  });

  it('is not under the program: its role owns nothing, is no superuser and cannot step over it', async () => {
    const { rows } = await admin.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
              (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname in ('${APP_ROLE}', '${LOOKUP_ROLE}') order by rolname`,
    );
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 };
    expect(rows).toEqual([
      { rolname: APP_ROLE, ...harmless, rolcanlogin: true },
      { rolname: LOOKUP_ROLE, ...harmless, rolcanlogin: false },
    ]);
  });

  it('leaves the look-up functions to their role, which nobody else may call', async () => {
    const { rows } = await admin.query(
      `select proname, pg_get_userbyid(proowner) as owner, proconfig::text as config, has_function_privilege('public', oid, 'execute') as public
       from pg_proc where pronamespace = $1::regnamespace and prosecdef`,
      [SCHEMA],
    );
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const row of rows) {
      expect(row).toMatchObject({
        owner: LOOKUP_ROLE,
        public: false,
        config: expect.stringContaining('search_path=reident, pg_temp'),
      });
    }
  });

  it('shows a row of another tenant to nobody, table by table', async () => {
    await test.database.inTenant(theirs.id, async (tx) => {
      await makeIdentification(tx);
      await subscribe(tx);
    });
    for (const table of Object.keys(APP_GRANTS)) {
      const otherTenants = await test.database.inTenant(ours.id, async (tx) => {
        const count = `select count(*) as n from ${table} where ${table === 'tenants' ? 'id' : 'tenant_id'} <> `;
        const [row] = await tx.query(new Sql<{ n: number }>([count, ''], [ours.id]));
        return row?.n;
      });
      expect({ table, otherTenants }).toEqual({ table, otherTenants: 0 });
    }
  });

  it('shows nothing at all to a connection without a tenant', async () => {
    for (const table of Object.keys(APP_GRANTS)) {
      const { rows } = await test.database.pool.query<{ n: number }>(`select count(*) as n from ${table}`);
      expect({ table, n: rows[0]?.n }).toEqual({ table, n: 0 });
    }
  });

  it('refuses a row that is written in the name of another tenant', async () => {
    const smuggle = test.database.inTenant(ours.id, (tx) =>
      tx.query(sql`
        insert into audit_log (tenant_id, actor_kind, action, entity, at)
        values (${theirs.id}, 'system', 'x', 'x', now())`),
    );
    await expect(smuggle).rejects.toThrow(/row-level security/);
  });

  it('lets no update and no delete reach a row of another tenant, whatever id is asked for', async () => {
    const otherTenants = await test.database.inTenant(theirs.id, (tx) => makePerson(tx));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(otherTenants.id, newId('cper'), '', "' or true --"), async (id) => {
        const touched = await test.database.inTenant(ours.id, async (tx) => {
          const updated = await tx.query(sql`update persons set version = 99 where id = ${id} returning 1`);
          const deleted = await tx.query(sql`delete from person_keys where person_id = ${id} returning 1`);
          return updated.length + deleted.length;
        });
        expect(touched).toBe(0);
      }),
      { numRuns: 40 },
    );
    const untouched = await test.database.inTenant(theirs.id, (tx) => findPerson(tx, otherTenants.id));
    expect(untouched.version).toBe(1);
  });

  it('makes an id of another tenant look like a missing one [API-4]', async () => {
    const otherTenants = await test.database.inTenant(theirs.id, (tx) => makeIdentification(tx));
    const say = (id: string) =>
      test.database
        .inTenant(ours.id, (tx) => findIdentification(tx, id))
        .then(
          () => 'found',
          (error: { code: string; detail: string }) => `${error.code} ${error.detail.replace(id, 'ID')}`,
        );
    expect(await say(otherTenants.id)).toBe(await say(newId('cidt')));
    expect(await say(otherTenants.id)).toMatch(/^model_not_found/);
    const listed = await test.database.inTenant(ours.id, (tx) =>
      listIdentifications(tx, { personId: otherTenants.personId, page: { number: 1, size: 10 } }),
    );
    expect(listed).toEqual({ rows: [], total: 0 });
  });

  it('forgets the tenant when the connection goes back to the pool', async () => {
    const single = await createTestDatabase({ poolSize: 1 });
    try {
      const tenant = await makeTenant(single.database);
      await single.database.inTenant(tenant.id, (tx) => makePerson(tx));
      const { rows } = await single.database.pool.query(
        `select current_setting('reident.tenant', true) as tenant, (select count(*) from persons) as n`,
      );
      expect(rows[0]).toEqual({ tenant: '', n: 0 });
    } finally {
      await single.close();
    }
  });

  it('keeps what happened: the program can neither change nor remove events and audit entries', async () => {
    for (const table of ['audit_log', 'identification_events', 'notifications', 'delivery_attempts', 'decisions']) {
      await expect(test.database.pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(test.database.pool.query(`update ${table} set tenant_id = 'x'`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});
