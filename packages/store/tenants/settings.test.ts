import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makePerson, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { DEFAULT_BRANDING } from '../../domain/tenant-settings/branding.ts';
import { createClient, findToken, issueToken, listClients, revokeClient, verifyClient } from '../access/clients.ts';
import { changeRole, createOperator, disableOperator } from '../access/operators.ts';
import { listAudit } from '../access/record-audit.ts';
import { sql } from '../transaction/sql.ts';
import type { Operator, Tenant } from '../types.ts';
import { changeSettings, confirmProposal, findLogo, listProposals, saveLogo, withdrawProposal } from './settings.ts';
import { advanceClock, findTenant, goLive, updateSettings } from './tenants.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const settingsNow = async ({ id }: Tenant) => (await findTenant(test.database, id)).settings;
const as = (operator: Operator) => ({ kind: 'operator', id: operator.id }) as const;

async function liveWithAdmins(): Promise<{ tenant: Tenant; one: Operator; two: Operator }> {
  const tenant = await makeTenant(test.database, 'live');
  const [one, two] = [
    await createOperator(test.database, tenant.id, { displayName: 'One', role: 'admin' }),
    await createOperator(test.database, tenant.id, { displayName: 'Two', role: 'admin' }),
  ];
  return { tenant, one, two };
}

describe('a setting', () => {
  it.each([
    [{ linkLifetimeDays: 31 }, 'linkLifetimeDays must be a whole number from 1 to 30'],
    [{ reviewPolicy: 'sometimes' }, 'reviewPolicy must be one of always, on_suspicion, never'],
    [{ returnUrls: { success: 'javascript:alert(1)', failure: null } }, 'returnUrls success must begin with https://'],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is published
      { returnUrls: { success: 'https://${transactionnumber}.example/', failure: null } },
      'returnUrls success may have the placeholder after the host only',
    ],
    [{ nonsense: 1 }, /^There is no such setting/],
  ])('that makes no sense changes nothing: %j', async (changes, message) => {
    const tenant = await makeTenant(test.database);
    const change = test.database.inTenant(tenant.id, (tx) =>
      changeSettings(tx, { showPendingSuccessful: true, ...changes }, { kind: 'system', id: null }),
    );
    await expect(change).rejects.toThrow(message);
    expect(await settingsNow(tenant)).toEqual(tenant.settings);
  });

  it('of a sandbox changes at once; of a live tenant it takes two admins where the table says so', async () => {
    const sandbox = await makeTenant(test.database);
    await test.database.inTenant(sandbox.id, (tx) =>
      changeSettings(tx, { reviewPolicy: 'never' }, { kind: 'system', id: null }),
    );
    expect((await settingsNow(sandbox)).reviewPolicy).toBe('never');

    const { tenant, one, two } = await liveWithAdmins();
    const inTenant = <T>(work: Parameters<typeof test.database.inTenant<T>>[1]) =>
      test.database.inTenant(tenant.id, work);
    const { applied, proposed } = await inTenant((tx) =>
      changeSettings(tx, { minimumAgeYears: 16, linkLifetimeDays: 7 }, as(one)),
    );
    expect(applied).toEqual(['linkLifetimeDays']);
    expect(await settingsNow(tenant)).toMatchObject({ minimumAgeYears: 18, linkLifetimeDays: 7 });
    const id = proposed[0]?.id as string;
    await expect(inTenant((tx) => changeSettings(tx, { minimumAgeYears: 14 }, as(two)))).rejects.toMatchObject({
      code: 'record_not_unique',
    });
    await expect(inTenant((tx) => confirmProposal(tx, id, one.id))).rejects.toMatchObject({
      code: 'second_person_required',
    });
    await inTenant((tx) => confirmProposal(tx, id, two.id));
    expect((await settingsNow(tenant)).minimumAgeYears).toBe(16);
    expect((await inTenant((tx) => listAudit(tx, tenant.id))).map(({ action, actor }) => [action, actor.id])).toEqual([
      ['tenant.settings_changed', one.id],
      ['tenant.setting_proposed', one.id],
      ['tenant.setting_confirmed', two.id],
      ['tenant.settings_changed', two.id],
    ]);
  });

  it('cannot be proposed from the shell, nor stand on the word of somebody who is no admin any more', async () => {
    const { tenant, one, two } = await liveWithAdmins();
    const inTenant = <T>(work: Parameters<typeof test.database.inTenant<T>>[1]) =>
      test.database.inTenant(tenant.id, work);
    await expect(
      inTenant((tx) => changeSettings(tx, { allowFiles: true }, { kind: 'system', id: null })),
    ).rejects.toMatchObject({ code: 'second_person_required' });
    const { proposed } = await inTenant((tx) => changeSettings(tx, { allowFiles: true }, as(one)));
    const id = proposed[0]?.id as string;
    await inTenant((tx) => changeRole(tx, one.id, 'auditor'));
    await expect(inTenant((tx) => confirmProposal(tx, id, two.id))).rejects.toMatchObject({ code: 'wrong_status' });
    await inTenant((tx) => withdrawProposal(tx, id, two.id));
    expect(await inTenant(listProposals)).toEqual([]);
    expect((await settingsNow(tenant)).allowFiles).toBe(false);
  });

  it('is confirmed once, of 500 who try at the same time, and never by the one who proposed it [CON-5]', async () => {
    const { tenant, one, two } = await liveWithAdmins();
    const three = await createOperator(test.database, tenant.id, { displayName: 'Three', role: 'admin' });
    const inTenant = <T>(work: Parameters<typeof test.database.inTenant<T>>[1]) =>
      test.database.inTenant(tenant.id, work);
    const { proposed } = await inTenant((tx) => changeSettings(tx, { reviewPolicy: 'never' }, as(one)));
    const id = proposed[0]?.id as string;
    const tries = Array.from({ length: 500 }, (_, at) => [one, two, three][at % 3] as Operator);
    const outcomes = await Promise.allSettled(tries.map(({ id: by }) => inTenant((tx) => confirmProposal(tx, id, by))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter((outcome, at) => outcome.status === 'fulfilled' && tries[at] === one)).toEqual([]);
  });
});

describe('a logo', () => {
  const png = (name: string) => Buffer.from(`PNG ${name}`);

  it('is proposed with the branding that names it, and holds when another admin has confirmed it [CON-5]', async () => {
    const { tenant, one, two } = await liveWithAdmins();
    const inTenant = <T>(work: Parameters<typeof test.database.inTenant<T>>[1]) =>
      test.database.inTenant(tenant.id, work);
    const logo = await inTenant((tx) => saveLogo(tx, png('a'), as(one)));
    const branding = { ...DEFAULT_BRANDING, logo };
    const { applied, proposed } = await inTenant((tx) => changeSettings(tx, { branding }, as(one)));
    expect([applied, proposed.length, (await settingsNow(tenant)).branding.logo]).toEqual([[], 1, null]);
    await inTenant((tx) => confirmProposal(tx, proposed[0]?.id as string, two.id));
    expect((await settingsNow(tenant)).branding.logo).toBe(logo);
    const unknown = { ...branding, logo: 'a'.repeat(64) };
    await expect(inTenant((tx) => changeSettings(tx, { branding: unknown }, as(one)))).rejects.toThrow(
      'branding.logo must be one that was uploaded',
    );
  });

  it('that was tried out goes with time; the one that is shown and the one that waits stay', async () => {
    const { tenant, one } = await liveWithAdmins();
    const inTenant = <T>(work: Parameters<typeof test.database.inTenant<T>>[1]) =>
      test.database.inTenant(tenant.id, work);
    const keep = (name: string) => inTenant((tx) => saveLogo(tx, png(name), as(one)));
    const [shown, waiting, forgotten] = [await keep('shown'), await keep('waiting'), await keep('forgotten')];
    await inTenant((tx) => updateSettings(tx, { branding: { ...DEFAULT_BRANDING, logo: shown } }, as(one)));
    await inTenant((tx) => changeSettings(tx, { branding: { ...DEFAULT_BRANDING, logo: waiting } }, as(one)));
    for (let i = 0; i < 25; i += 1) await keep(`try ${i}`);
    const there = (logo: string) => inTenant(async (tx) => (await findLogo(tx, logo)) !== null);
    expect([await there(shown), await there(waiting), await there(forgotten)]).toEqual([true, true, false]);
    const kept = await inTenant((tx) => tx.query(sql<{ n: number }>`select count(*)::int as n from tenant_logos`));
    expect(kept[0]?.n).toBe(22);
  });
});

describe('a sandbox that goes live', () => {
  it('does so before its first person, for good, and with the careful settings', async () => {
    const tenant = await makeTenant(test.database);
    const inTenant = <T>(work: Parameters<typeof test.database.inTenant<T>>[1]) =>
      test.database.inTenant(tenant.id, work);
    await inTenant((tx) =>
      updateSettings(tx, { reviewPolicy: 'never', linkLifetimeDays: 3 }, { kind: 'system', id: null }),
    );
    await inTenant(goLive);
    const live = await findTenant(test.database, tenant.id);
    expect([live.kind, live.settings.reviewPolicy, live.settings.linkLifetimeDays]).toEqual(['live', 'always', 3]);
    await expect(inTenant(goLive)).rejects.toMatchObject({ code: 'wrong_status' });
    await expect(inTenant((tx) => advanceClock(tx, 1))).rejects.toMatchObject({ code: 'unauthorized_action' });
  });

  it('is refused where robots may have decided about persons, and where the clock was moved', async () => {
    const used = await makeTenant(test.database);
    await test.database.inTenant(used.id, makePerson);
    await expect(test.database.inTenant(used.id, goLive)).rejects.toThrow('It has persons from the sandbox');
    const moved = await makeTenant(test.database);
    await test.database.inTenant(moved.id, (tx) => advanceClock(tx, 1000));
    await expect(test.database.inTenant(moved.id, goLive)).rejects.toThrow('Its clock was moved');
  });
});

it('a revoked client gets no token, and those that it has end', async () => {
  const tenant = await makeTenant(test.database);
  const { clientId, clientSecret } = await createClient(test.database, tenant.id);
  const { token } = await issueToken(test.database, { tenantId: tenant.id, clientId });
  await test.database.inTenant(tenant.id, (tx) => revokeClient(tx, clientId));
  expect(await verifyClient(test.database, clientId, clientSecret)).toBeNull();
  expect(await findToken(test.database, token)).toBeNull();
  expect((await test.database.inTenant(tenant.id, listClients))[0]?.revokedAt).toBeInstanceOf(Date);
});

it('disabling an operator who is not there is an error', async () => {
  const tenant = await makeTenant(test.database);
  await expect(test.database.inTenant(tenant.id, (tx) => disableOperator(tx, 'nobody'))).rejects.toMatchObject({
    code: 'model_not_found',
  });
});
