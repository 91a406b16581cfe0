import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeTenant } from '../../../tests/fixtures/store/make.ts';
import type { Changes } from '../generated/rows.ts';
import { createTenant, findTenantByCompany, listTenants, updateSettings } from '../tenants/tenants.ts';
import { sql, update } from '../transaction/sql.ts';
import type { Tenant } from '../types.ts';
import { addClientSecret, createClient, findToken, issueToken, revokeToken, verifyClient } from './clients.ts';
import {
  createLoginLink,
  createOperator,
  disableOperator,
  endOperatorSession,
  ensureOperator,
  findOperatorSession,
  redeemLoginLink,
} from './operators.ts';

let test: TestDatabase;
let tenant: Tenant;
beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
});
afterAll(() => test.close());

describe('a tenant', () => {
  it('is found by its company, and the company is taken then', async () => {
    expect(await findTenantByCompany(test.database, tenant.company)).toEqual(tenant);
    expect(await findTenantByCompany(test.database, 'nobody')).toBeNull();
    const again = createTenant(test.database, { company: tenant.company, name: 'Another', kind: 'live' });
    await expect(again).rejects.toMatchObject({ code: 'record_not_unique', field: 'company' });
    expect((await listTenants(test.database)).map(({ id }) => id)).toContain(tenant.id);
  });

  it('that is live starts with a person deciding every case, and no files', async () => {
    const live = await makeTenant(test.database, 'live');
    expect(live.settings).toMatchObject({
      reviewPolicy: 'always',
      allowFiles: false,
      formerIdentification: 'required',
    });
  });

  it('changes its settings one by one', async () => {
    const other = await makeTenant(test.database);
    await test.database.inTenant(other.id, (tx) =>
      updateSettings(tx, { robots: 'idnow' }, { kind: 'operator', id: 'x' }),
    );
    const { settings } = await test.database.inTenant(other.id, async (tx) => tx.tenant);
    expect(settings).toEqual({ ...other.settings, robots: 'idnow' });
  });
});

describe('a client [API-1]', () => {
  it('is known by its secret and by nothing else', async () => {
    const { clientId, clientSecret } = await createClient(test.database, tenant.id);
    expect(await verifyClient(test.database, clientId, clientSecret)).toEqual({ tenantId: tenant.id, clientId });
    for (const [id, secret] of [
      [clientId, `${clientSecret}x`],
      [clientId, ''],
      ['unknown', clientSecret],
      [clientSecret, clientId],
    ] as const) {
      expect(await verifyClient(test.database, id, secret)).toBeNull();
    }
  });

  it('may have two live secrets; a third one ends the first', async () => {
    const { clientId, clientSecret: first } = await createClient(test.database, tenant.id);
    const client = { tenantId: tenant.id, clientId };
    const second = await addClientSecret(test.database, client);
    const works = (secret: string) => verifyClient(test.database, clientId, secret).then((found) => found !== null);
    expect([await works(first), await works(second)]).toEqual([true, true]);
    const third = await addClientSecret(test.database, client);
    expect([await works(first), await works(second), await works(third)]).toEqual([false, true, true]);
  });

  it('gets tokens of 256 bits that are unknown as soon as they are revoked', async () => {
    const { clientId } = await createClient(test.database, tenant.id);
    const client = { tenantId: tenant.id, clientId };
    const { token, expiresInSeconds } = await issueToken(test.database, client);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(expiresInSeconds).toBe(3600);
    expect(await findToken(test.database, token)).toEqual({ ...client, expired: false });
    await revokeToken(test.database, token);
    expect(await findToken(test.database, token)).toBeNull();
    await revokeToken(test.database, 'unknown');
  });

  it('learns that a token expired', async () => {
    const { clientId } = await createClient(test.database, tenant.id);
    const { token } = await issueToken(test.database, { tenantId: tenant.id, clientId });
    await test.database.inTenant(tenant.id, (tx) =>
      tx.query(sql`update access_tokens set expires_at = ${new Date(0)} where client_id = ${clientId}`),
    );
    expect(await findToken(test.database, token)).toMatchObject({ expired: true });
  });

  it('has neither its secrets nor its tokens in the database', async () => {
    const { clientId, clientSecret } = await createClient(test.database, tenant.id);
    const { token } = await issueToken(test.database, { tenantId: tenant.id, clientId });
    const [row] = await test.database.inTenant(tenant.id, (tx) =>
      tx.query(sql<{ text: string }>`
        select (select string_agg(c::text, '') from clients c) || (select string_agg(t::text, '') from access_tokens t) as text`),
    );
    for (const secret of [clientSecret, token]) {
      expect(row?.text).not.toContain(secret);
      expect(row?.text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    }
  });
});

describe('an operator [CON-1]', () => {
  it('logs in by a link that works once', async () => {
    const operator = await createOperator(test.database, tenant.id, { displayName: 'A. Specialist', role: 'senior' });
    const link = await createLoginLink(test.database, operator.id);
    const sessions = await Promise.all([1, 2, 3].map(() => redeemLoginLink(test.database, link)));
    const [session] = sessions.filter((each) => each !== null);
    expect(sessions.filter((each) => each !== null)).toHaveLength(1);
    expect(await findOperatorSession(test.database, session ?? '')).toEqual(operator);
    expect(await findOperatorSession(test.database, link)).toBeNull();
  });

  it('is out after a quarter of an hour without a sign of life, or ten hours, or when the link was left lying', async () => {
    const operator = await createOperator(test.database, tenant.id, { displayName: 'B', role: 'specialist' });
    const login = async () =>
      (await redeemLoginLink(test.database, await createLoginLink(test.database, operator.id))) ?? '';
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    for (const [column, minutes] of [
      ['last_seen_at', 16],
      ['started_at', 601],
    ] as const) {
      const session = await login();
      await test.database.inTenant(tenant.id, (tx) =>
        tx.query(update('operator_sessions', { [column]: ago(minutes) } as Changes<'operator_sessions'>)),
      );
      expect(await findOperatorSession(test.database, session)).toBeNull();
    }
    const link = await createLoginLink(test.database, operator.id);
    await test.database.inTenant(tenant.id, (tx) => tx.query(update('login_links', { expires_at: ago(1) })));
    expect(await redeemLoginLink(test.database, link)).toBeNull();
  });

  it('is out at once when logged out or disabled', async () => {
    const operator = await ensureOperator(test.database, tenant.id, { displayName: 'C', role: 'admin' });
    expect(await ensureOperator(test.database, tenant.id, { displayName: 'C', role: 'admin' })).toEqual(operator);
    const login = async () =>
      (await redeemLoginLink(test.database, await createLoginLink(test.database, operator.id))) ?? '';
    const first = await login();
    await endOperatorSession(test.database, first);
    expect(await findOperatorSession(test.database, first)).toBeNull();
    const second = await login();
    await sleep(5);
    await test.database.inTenant(tenant.id, (tx) => disableOperator(tx, operator.id));
    expect(await findOperatorSession(test.database, second)).toBeNull();
  });

  it('that nobody knows gets no link', async () => {
    await expect(createLoginLink(test.database, 'unknown')).rejects.toMatchObject({ code: 'model_not_found' });
  });
});
