import { newId, PlatformError } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import { TENANT_SETTINGS } from '@reident/domain/tenant-settings';
import { recordAudit } from '../access/record-audit.ts';
import type { Database } from '../transaction/database.ts';
import { json, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Tenant } from '../types.ts';
import { type NewTenant, withNewTenant } from './new-tenant.ts';

/** @throws PlatformError `record_not_unique` when the company is taken */
export async function createTenant(database: Database, order: NewTenant): Promise<Tenant> {
  assertCompanyName(order.company);
  const id = newId('');
  try {
    await withNewTenant(database, id, order);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23505') throw error;
    throw new PlatformError('record_not_unique', 'The company is taken', {
      field: 'company',
      message: 'has already been taken',
      cause: error,
    });
  }
  return findTenant(database, id);
}

/** First parts of our own addresses: customer links begin with the company, so no company may be called so. */
const OWN_PATHS: ReadonlySet<string> = new Set(
  'assets capture console docs examples health metrics oauth oauth2 openapi.json reident sandbox v1'.split(' '),
);

function assertCompanyName(company: string): void {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(company) && !OWN_PATHS.has(company)) return;
  throw new PlatformError('invalid_model', 'The company cannot be called so', {
    field: 'company',
    message: 'must be lower-case letters, digits and -, and no part of our own addresses',
  });
}

export function findTenant(database: Database, id: string): Promise<Tenant> {
  return database.inTenant(id, async (tx) => tx.tenant);
}

export async function findTenantByCompany(database: Database, company: string): Promise<Tenant | null> {
  const [row] = await database.lookUp(sql<{ id: string | null }>`select find_tenant_by_company(${company}) as id`);
  return row?.id ? findTenant(database, row.id) : null;
}

/** Every tenant, oldest first. */
export async function listTenants(database: Database): Promise<Tenant[]> {
  const rows = await database.lookUp(sql<{ id: string }>`select id from list_tenant_ids() as ids (id)`);
  return Promise.all(rows.map(({ id }) => findTenant(database, id)));
}

export async function updateSettings(tx: TenantTx, settings: Partial<TenantSettings>, actor: Actor): Promise<void> {
  await tx.query(sql`
    ${update('tenants', { settings: sql`settings || ${json(settings)}::jsonb` })} where id = ${tx.tenant.id}`);
  const details = { settings: Object.keys(settings).sort() };
  await recordAudit(tx, { actor, action: 'tenant.settings_changed', entity: tx.tenant.id, details });
}

/**
 * Makes a sandbox a live tenant, for good [API-10]. Only before its first person and with its clock unmoved, so that nothing a
 * robot decided ever counts; settings that take two admins start from the defaults of a live tenant.
 *
 * @throws PlatformError `wrong_status` saying what stands in the way
 */
export async function goLive(tx: TenantTx): Promise<void> {
  const { id, kind } = tx.tenant;
  if (kind === 'live') throw new PlatformError('wrong_status', 'The tenant is live already, and stays so');
  const [found] = await tx.query(sql<{ moved: boolean; persons: boolean }>`
    select clock_offset_ms > 0 as moved, exists (select from persons where tenant_id = ${id}) as persons
    from tenants where id = ${id} for update`);
  if (found?.persons)
    throw new PlatformError('wrong_status', 'It has persons from the sandbox; create a live tenant beside it instead');
  if (found?.moved)
    throw new PlatformError('wrong_status', 'Its clock was moved; create a live tenant beside it instead');
  const forTwo = Object.entries(TENANT_SETTINGS).flatMap(([name, { twoAdmins }]) => (twoAdmins ? [name] : []));
  await tx.query(sql`
    ${update('tenants', { kind: 'live', settings: sql`settings - ${forTwo}::text[]` })} where id = ${id}`);
  await recordAudit(tx, { actor: { kind: 'system', id: null }, action: 'tenant.went_live', entity: id });
}

/**
 * Moves the sandbox clock forward and answers the new time. Whatever became due by it is due at once.
 *
 * @throws PlatformError `unauthorized_action` in a live tenant [API-10]
 */
export async function advanceClock(tx: TenantTx, byMs: number): Promise<Date> {
  if (tx.tenant.kind !== 'sandbox')
    throw new PlatformError('unauthorized_action', 'Only the clock of a sandbox can be moved');
  if (!Number.isSafeInteger(byMs) || byMs < 0)
    throw new PlatformError('validation_error', 'The clock can only be moved forward');
  await tx.query(sql`
    ${update('tenants', { clock_offset_ms: sql`clock_offset_ms + ${byMs}` })} where id = ${tx.tenant.id}`);
  tx.hintWork();
  return new Date(tx.now.getTime() + byMs);
}
