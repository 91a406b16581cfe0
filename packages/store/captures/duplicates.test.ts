import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeIdentification, makeTenant, PARTNER } from '../../../tests/fixtures/store/make.ts';
import { erasePerson } from '../retention/erase-person.ts';
import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Identification, Tenant } from '../types.ts';
import { findDuplicates, saveFingerprints } from './duplicates.ts';

let test: TestDatabase;
let tenant: Tenant;
const inTenant = <T>(work: (tx: TenantTx) => Promise<T>, { id } = tenant) => test.database.inTenant(id, work);

beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
});
afterAll(() => test.close());

const number = (value: string) => [{ kind: 'document_number', values: [value] }];
const picture = (bands: string) => [{ kind: 'selfie', values: [...bands] }];
const someone = (of = tenant) => inTenant((tx) => makeIdentification(tx), of);
const keep = ({ id, personId }: Identification, things: Parameters<typeof saveFingerprints>[2], of = tenant) =>
  inTenant((tx) => saveFingerprints(tx, { id, personId }, things), of);
const find = async (things: Parameters<typeof findDuplicates>[2], personId = 'somebody', of = tenant) =>
  Object.fromEntries(await inTenant((tx) => findDuplicates(tx, personId, things), of));

describe('what another person showed too', () => {
  it('is found by a whole value, and by how many places of several agree', async () => {
    const [first, second] = [await someone(), await someone()];
    await keep(first, [...number('D C5CLP49LK'), ...picture('abcdefgh')]);
    await keep(second, picture('abcdxxxx'));
    expect(await find([...number('D C5CLP49LK'), ...picture('abcdefxx')])).toEqual({ document_number: 1, selfie: 6 });
    expect(await find(number('AUT C5CLP49LK'))).toEqual({});
    expect(await find(picture('hgfedcba'))).toEqual({});
    expect(await find([])).toEqual({});
  });

  it('is not what the same person showed, in this identification or an earlier one', async () => {
    const first = await someone();
    await keep(first, number('P 1'));
    expect(await find(number('P 1'), first.personId)).toEqual({});
  });

  it('counts only as the last examination of an identification left it', async () => {
    const first = await someone();
    await keep(first, number('P 2'));
    await keep(first, number('P 3'));
    expect(await find(number('P 2'))).toEqual({});
    expect(await find(number('P 3'))).toEqual({ document_number: 1 });
  });

  it('is never another tenant’s, and its fingerprints are not even alike [API-2]', async () => {
    const other = await makeTenant(test.database);
    await keep(await someone(), number('P 4'));
    await keep(await someone(other), number('P 4'), other);
    const fingerprints = async (of: Tenant) =>
      inTenant(
        (tx) => tx.query(sql<{ fingerprint: string }>`select fingerprint::text from duplicate_fingerprints`),
        of,
      );
    const [ours, theirs] = [await fingerprints(tenant), await fingerprints(other)];
    expect(theirs).toHaveLength(1);
    expect(ours).not.toContainEqual(theirs[0]);
    await keep(await someone(other), number('P 5'), other);
    expect(await find(number('P 5'))).toEqual({});
  });

  it('stands nowhere as it was read, and is gone with the person [DAT-2]', async () => {
    const gone = await someone();
    await keep(gone, [...number('D GEHEIM123'), ...picture('zyxwvuts')]);
    const dump = () =>
      inTenant((tx) => tx.query(sql<{ row: string }>`select t::text as row from duplicate_fingerprints t`));
    const before = (await dump()).map(({ row }) => row);
    expect(before.join(' ')).not.toContain('GEHEIM');
    expect(before.some((row) => row.includes(gone.personId))).toBe(true);
    await inTenant((tx) => erasePerson(tx, gone.personId, PARTNER));
    expect((await dump()).some(({ row }) => row.includes(gone.personId))).toBe(false);
    expect(await find(number('D GEHEIM123'))).toEqual({});
  });
});
