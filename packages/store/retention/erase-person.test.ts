import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeIdentification, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { findIdentification } from '../identifications/identifications.ts';
import { findPerson } from '../persons/persons.ts';
import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Identification, Tenant } from '../types.ts';
import { erasePerson } from './erase-person.ts';

let test: TestDatabase;
let tenant: Tenant;
const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);

beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
});
afterAll(() => test.close());

/** Lets `other` begin before an erasure is committed, which is not until `other` waits for one of its rows. */
async function whileErasing<T>({ personId }: Identification, other: (tx: TenantTx) => Promise<T>): Promise<T> {
  let answer: Promise<T> | undefined;
  await inTenant(async (tx) => {
    await erasePerson(tx, personId, { kind: 'operator', id: null });
    answer ??= inTenant(other);
    answer.catch(() => undefined);
    while (!(await isAnybodyWaiting())) await sleep(5);
  });
  return answer as Promise<T>;
}

async function isAnybodyWaiting(): Promise<boolean> {
  const waiting = await test.database.lookUp(sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return waiting.length > 0;
}

describe('whoever waits for a row while its person is erased', () => {
  it('does not find the person, instead of one that no key opens [API-7]', async () => {
    const identification = await inTenant((tx) => makeIdentification(tx));
    const answer = whileErasing(identification, (tx) => findPerson(tx, identification.personId, { lock: true }));
    await expect(answer).rejects.toMatchObject({ code: 'model_not_found' });
  });

  it('does not find the identification [API-7]', async () => {
    const identification = await inTenant((tx) => makeIdentification(tx));
    const answer = whileErasing(identification, (tx) => findIdentification(tx, identification.id, { lock: true }));
    await expect(answer).rejects.toMatchObject({ code: 'model_not_found' });
  });
});
