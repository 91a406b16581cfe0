import { randomBytes } from 'node:crypto';
import { createConnection, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makePerson, makeTenant, PARTNER } from '../../../tests/fixtures/store/make.ts';
import { DatabaseUnavailable, StartError } from '../errors.ts';
import { findPerson, insertPerson, listPersons, updatePerson } from '../persons/persons.ts';
import { findTenant } from '../tenants/tenants.ts';
import type { Tenant } from '../types.ts';
import { openDatabase } from './database.ts';
import { sql } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
let test: TestDatabase;
let tenant: Tenant;
let admin: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
  admin = new pg.Client(test.admin);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const open = () => openDatabase({ admin: test.admin, rootKey: test.rootKey, log: SILENT, poolSize: 1 });

describe('the program does not start', () => {
  it('when an acknowledged commit may be lost [REL-6]', async () => {
    await admin.query(`alter database ${test.admin.database} set synchronous_commit = off`);
    try {
      await expect(open()).rejects.toThrow(/turn on synchronous_commit/);
    } finally {
      await admin.query(`alter database ${test.admin.database} reset synchronous_commit`);
    }
  });

  it('when nobody answers, and says so in one line', async () => {
    const nowhere = openDatabase({ admin: { host: '127.0.0.1', port: 1 }, rootKey: test.rootKey, log: SILENT });
    await expect(nowhere).rejects.toBeInstanceOf(StartError);
    await expect(nowhere).rejects.toThrow(/^[^\n]+connection refused[^\n]+$/);
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when its work throws, also not what should follow the commit', async () => {
    let followed = false;
    const attempt = test.database.inTenant(tenant.id, async (tx) => {
      await makePerson(tx);
      tx.afterCommit(() => {
        followed = true;
      });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(followed).toBe(false);
    const { total } = await test.database.inTenant(tenant.id, (tx) => listPersons(tx, { number: 1, size: 10 }));
    expect(total).toBe(0);
  });

  it('runs again when the database chose it to lose, and gives up after three tries', async () => {
    let tries = 0;
    const lose = (until: number) =>
      test.database.inTenant(tenant.id, async () => {
        tries += 1;
        if (tries < until) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
        return tries;
      });
    expect(await lose(3)).toBe(3);
    tries = 0;
    await expect(lose(10)).rejects.toThrow('deadlock');
    expect(tries).toBe(3);
  });

  it('of an unknown tenant finds nothing, whatever its id looks like', async () => {
    for (const id of ['unknown', "'; drop table persons; --", '', tenant.id.toUpperCase()]) {
      await expect(findTenant(test.database, id)).rejects.toMatchObject({ code: 'model_not_found' });
    }
  });
});

describe('the loss of the database', () => {
  it('ends neither the process nor the next request: 100 connections killed [REL-5]', async () => {
    const ownPid = async (tx: TenantTx) =>
      (await tx.query(sql<{ pid: number }>`select pg_backend_pid() as pid`))[0]?.pid;
    const killers = new pg.Pool({ ...test.admin, max: 5 });
    let unavailable = 0;
    for (let n = 0; n < 20; n += 1) {
      await Promise.all(
        Array.from({ length: 5 }, () =>
          test.database
            .inTenant(tenant.id, async (tx) => {
              await killers.query('select pg_terminate_backend($1)', [await ownPid(tx)]);
              await tx.query(sql`select pg_sleep(0.001)`);
            })
            .catch((error: unknown) => {
              expect(error).toBeInstanceOf(DatabaseUnavailable);
              unavailable += 1;
            }),
        ),
      );
    }
    expect(unavailable).toBe(100);
    const idle = await test.database.inTenant(tenant.id, (tx) => ownPid(tx));
    const connections = test.database.pool.totalCount;
    await killers.query('select pg_terminate_backend($1)', [idle]);
    await expect.poll(() => test.database.pool.totalCount).toBeLessThan(connections);
    await killers.end();
    await expect(test.database.inTenant(tenant.id, async () => 'alive')).resolves.toBe('alive');
  });

  it('is told within two seconds also when nothing answers at all, and is over when the network is back [REL-5]', async () => {
    const proxy = await startProxy(test.admin);
    const database = await openDatabase({
      admin: { host: '127.0.0.1', port: proxy.port, database: test.admin.database },
      rootKey: test.rootKey,
      log: SILENT,
      poolSize: 2,
    });
    try {
      proxy.swallow(true);
      // A timer of the same process tells what came first, however slow the machine is: nothing here reads a clock.
      const tooLate = wait(3 * 2_000, 'told too late', { ref: false });
      const told = database.inTenant(tenant.id, async () => 'alive').catch((error: unknown) => error);
      expect(await Promise.race([told, tooLate])).toBeInstanceOf(DatabaseUnavailable);
      proxy.swallow(false);
      await expect(database.inTenant(tenant.id, async () => 'alive')).resolves.toBe('alive');
    } finally {
      proxy.close();
      await database.close();
    }
  });
});

describe('a person', () => {
  it('is unreadable in the table and readable through the key [DAT-1]', async () => {
    const canary = `Canary-${randomBytes(8).toString('hex')}`;
    const person = await test.database.inTenant(tenant.id, (tx) =>
      insertPerson(tx, { last_name: canary, address: { city: canary } }, { actor: PARTNER, identifiedAt: new Date(0) }),
    );
    const { rows } = await admin.query(
      `select p::text || encode(attributes_sealed, 'escape') as text from reident.persons p where id = $1`,
      [person.id],
    );
    expect(rows[0].text).not.toContain(canary);
    expect(await test.database.inTenant(tenant.id, (tx) => findPerson(tx, person.id))).toEqual(person);
  });

  it('whose key was destroyed is gone', async () => {
    const person = await test.database.inTenant(tenant.id, makePerson);
    await test.database.inTenant(tenant.id, (tx) =>
      tx.query(sql`delete from person_keys where person_id = ${person.id}`),
    );
    const attempt = test.database.inTenant(tenant.id, (tx) => findPerson(tx, person.id));
    await expect(attempt).rejects.toMatchObject({ code: 'model_not_found' });
  });

  it('is changed by one of two who change at once, and the log names fields, not values [DAT-6]', async () => {
    const person = await test.database.inTenant(tenant.id, makePerson);
    const change = (city: string) =>
      test.database.inTenant(tenant.id, (tx) =>
        updatePerson(tx, person, { ...person.attributes, address: { city } }, { actor: PARTNER }),
      );
    const outcomes = await Promise.allSettled([change('Bonn'), change('Köln'), change('Jena')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await admin.query(
      `select details from reident.audit_log where entity = $1 and action = 'person.updated'`,
      [person.id],
    );
    expect(rows).toEqual([{ details: { fields: ['address'] } }]);
  });
});

/** Passes bytes on to the server, or swallows them as a broken network does. A host that is a path is a folder with a Unix socket. */
async function startProxy({ host = '', port = 5432 }: pg.ClientConfig) {
  let swallowing = false;
  const sockets = new Set<Socket>();
  const server = createServer((outside) => {
    const inside = host.startsWith('/') ? createConnection(`${host}/.s.PGSQL.${port}`) : createConnection(port, host);
    for (const [from, to] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
      from.on('data', (bytes) => {
        if (!swallowing) to.write(bytes);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    swallow: (value: boolean) => {
      swallowing = value;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
