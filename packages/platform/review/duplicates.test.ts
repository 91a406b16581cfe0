import type { TenantKind } from '@reident/domain/tenant-settings';
import { gatherEvidence } from '@reident/engine';
import type { Identification, Tenant, TenantTx } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { captured, GOOD_ORDER, goodMrz } from '../../../tests/fixtures/engine/good-readings.ts';
import { makeIdentification, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { findDuplicatesOfOthers } from './duplicates.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const HASH = '0123456789abcdef'.repeat(4);
/** Four of sixteen bands are other ones. */
const NEAR = `${'f'.repeat(16)}${HASH.slice(16)}`;

const openSession = (number: string, hash: string, change: Parameters<typeof goodMrz>[1] = {}) => [
  captured('document_data_page', { hash, mrz: goodMrz({ documentNumber: number }, change) }),
  captured('selfie', { hash }),
  captured('proof_of_address', { hash }),
];

async function bank(kind: TenantKind) {
  const tenant: Tenant = await makeTenant(test.database, kind);
  const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);
  return (readings: ReturnType<typeof openSession>, known?: Identification) =>
    inTenant(async (tx) => {
      const identification = known ?? (await makeIdentification(tx));
      return findDuplicatesOfOthers(tx, identification, readings, gatherEvidence(readings, GOOD_ORDER));
    });
}

describe('a live tenant', () => {
  it('is told of a number and of nearly the same pictures that another person showed', async () => {
    const show = await bank('live');
    expect(await show(openSession('C5CLP49LK', HASH))).toEqual({
      documentNumber: false,
      sharedHashBands: { document_data_page: 0, selfie: 0 },
    });
    expect(await show(openSession('C5CLP49LK', NEAR))).toEqual({
      documentNumber: true,
      sharedHashBands: { document_data_page: 12, selfie: 12 },
    });
  });

  it('compares no number that was not read with certainty, and keeps none', async () => {
    const show = await bank('live');
    await show(openSession('C5CLP49LK', HASH, { repaired: 1 }));
    expect(await show(openSession('C5CLP49LK', HASH, { repaired: 1 }))).toMatchObject({ documentNumber: null });
    expect(await show(openSession('C5CLP49LK', HASH))).toMatchObject({ documentNumber: false });
  });
});

it('in a sandbox everybody shows the same samples, and nothing is kept of it', async () => {
  const show = await bank('sandbox');
  expect(await show(openSession('C5CLP49LK', HASH))).toBeUndefined();
});
