import { newId, PlatformError } from '@reident/domain';
import type { Database } from '../transaction/database.ts';
import { columns, insertInto, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Operator } from '../types.ts';
import { recordAudit } from './record-audit.ts';
import { hashToken, newToken } from './tokens.ts';

/** Operators are made and unmade by whoever runs the installation. */
const SYSTEM = { kind: 'system', id: null } as const;
const LINK_MINUTES = 15;
const IDLE_MINUTES = 15;
const LONGEST_HOURS = 10;

export async function createOperator(
  database: Database,
  tenantId: string,
  order: { displayName: string; role: Operator['role'] },
): Promise<Operator> {
  const operator: Operator = { id: newId(''), tenantId, ...order };
  await database.inTenant(tenantId, async (tx) => {
    await tx.query(
      insertInto('operators', {
        tenant_id: tenantId,
        id: operator.id,
        display_name_sealed: tx.keys.fields.seal(nameOf(operator.id), order.displayName),
        role: order.role,
        created_at: tx.now,
      }),
    );
    await recordAudit(tx, {
      actor: SYSTEM,
      action: 'operator.created',
      entity: operator.id,
      details: { role: order.role },
    });
  });
  return operator;
}

/** The operator of that name, made if there is none: for the one that a sandbox starts with. */
export async function ensureOperator(
  database: Database,
  tenantId: string,
  order: { displayName: string; role: Operator['role'] },
): Promise<Operator> {
  const operators = await database.inTenant(tenantId, listOperators);
  const known = operators.find(({ displayName }) => displayName === order.displayName);
  if (known === undefined) return createOperator(database, tenantId, order);
  const { disabledAt: _, ...operator } = known;
  return operator;
}

export async function listOperators(tx: TenantTx): Promise<(Operator & { disabledAt: Date | null })[]> {
  const rows = await tx.query(sql<RowOf<typeof OPERATOR>>`
    select ${OPERATOR} from operators where tenant_id = ${tx.tenant.id} order by created_at`);
  return rows.map((row) => ({
    id: row.id,
    tenantId: tx.tenant.id,
    displayName: tx.keys.fields.open(nameOf(row.id), row.display_name_sealed).toString('utf8'),
    role: row.role,
    disabledAt: row.disabled_at,
  }));
}

const OPERATOR = columns('operators', 'id', 'display_name_sealed', 'role', 'disabled_at');

/** @throws PlatformError `model_not_found` when there is no such operator, or only one that is disabled */
export async function changeRole(tx: TenantTx, operatorId: string, role: Operator['role']): Promise<void> {
  const [changed] = await tx.query(sql`
    ${update('operators', { role })} where id = ${operatorId} and disabled_at is null returning id`);
  if (changed === undefined) throw unknownOperator(operatorId);
  await recordAudit(tx, { actor: SYSTEM, action: 'operator.role_changed', entity: operatorId, details: { role } });
}

/** From now on the operator has no session and gets none [CON-1]. @throws PlatformError `model_not_found` */
export async function disableOperator(tx: TenantTx, operatorId: string): Promise<void> {
  const [changed] = await tx.query(sql`
    ${update('operators', { disabled_at: tx.now })} where id = ${operatorId} returning id`);
  if (changed === undefined) throw unknownOperator(operatorId);
  await recordAudit(tx, { actor: SYSTEM, action: 'operator.disabled', entity: operatorId });
  await tx.query(sql`
    ${update('operator_sessions', { ended_at: new Date() })} where operator_id = ${operatorId} and ended_at is null`);
}

/** A token that logs the operator in once, within a quarter of an hour. Logging in runs on the wall clock. */
export async function createLoginLink(database: Database, operatorId: string): Promise<string> {
  const [found] = await database.lookUp(sql<FoundTenant>`select find_operator_tenant(${operatorId}) as tenant`);
  const tenantId = found?.tenant;
  if (!tenantId) throw unknownOperator(operatorId);
  const token = newToken();
  await database.inTenant(tenantId, async (tx) => {
    await tx.query(
      insertInto('login_links', {
        tenant_id: tenantId,
        token_hash: hashToken(token),
        operator_id: operatorId,
        expires_at: new Date(Date.now() + LINK_MINUTES * 60_000),
      }),
    );
    await recordAudit(tx, { actor: SYSTEM, action: 'operator.login_link_made', entity: operatorId });
  });
  return token;
}

interface FoundTenant {
  tenant: string | null;
}

/** Exchanges a link for a session token, once; null when the link is unknown, used or too old. */
export async function redeemLoginLink(database: Database, token: string): Promise<string | null> {
  const hash = hashToken(token);
  const [found] = await database.lookUp(sql<FoundTenant>`select find_login_link_tenant(${hash}) as tenant`);
  const tenantId = found?.tenant;
  if (!tenantId) return null;
  return database.inTenant(tenantId, async (tx) => {
    const [redeemed] = await tx.query(sql<{ operator_id: string }>`
      update login_links l set redeemed_at = now()
      from operators o
      where l.token_hash = ${hash} and l.redeemed_at is null and l.expires_at > now()
        and o.tenant_id = l.tenant_id and o.id = l.operator_id and o.disabled_at is null
      returning l.operator_id`);
    if (redeemed === undefined) return null;
    const sessionToken = newToken();
    await tx.query(
      insertInto('operator_sessions', {
        tenant_id: tenantId,
        token_hash: hashToken(sessionToken),
        operator_id: redeemed.operator_id,
      }),
    );
    const actor = { kind: 'operator', id: redeemed.operator_id } as const;
    await recordAudit(tx, { actor, action: 'operator.logged_in', entity: redeemed.operator_id });
    return sessionToken;
  });
}

/** The operator of a live session, and a sign of life for it; null when it idled too long, is too old or was ended [CON-1]. */
export async function findOperatorSession(database: Database, token: string): Promise<Operator | null> {
  const hash = hashToken(token);
  const tenantId = await sessionTenant(database, hash);
  if (tenantId === null) return null;
  return database.inTenant(tenantId, async (tx) => {
    const [row] = await tx.query(sql<RowOf<typeof OPERATOR>>`
      update operator_sessions s set last_seen_at = now()
      from operators o
      where s.token_hash = ${hash} and s.ended_at is null
        and s.last_seen_at > now() - ${IDLE_MINUTES} * interval '1 minute'
        and s.started_at > now() - ${LONGEST_HOURS} * interval '1 hour'
        and o.tenant_id = s.tenant_id and o.id = s.operator_id and o.disabled_at is null
      returning ${OPERATOR.of('o')}`);
    if (row === undefined) return null;
    const displayName = tx.keys.fields.open(nameOf(row.id), row.display_name_sealed).toString('utf8');
    return { id: row.id, tenantId, displayName, role: row.role };
  });
}

export async function endOperatorSession(database: Database, token: string): Promise<void> {
  const hash = hashToken(token);
  const tenantId = await sessionTenant(database, hash);
  if (tenantId === null) return;
  await database.inTenant(tenantId, async (tx) => {
    await tx.query(sql`${update('operator_sessions', { ended_at: new Date() })} where token_hash = ${hash}`);
  });
}

async function sessionTenant(database: Database, hash: Buffer): Promise<string | null> {
  const [found] = await database.lookUp(sql<FoundTenant>`select find_operator_session_tenant(${hash}) as tenant`);
  return found?.tenant ?? null;
}

function unknownOperator(id: string): PlatformError {
  return new PlatformError('model_not_found', `Couldn't find 'Operator' for id '${id}'.`);
}

function nameOf(id: string): string {
  return `operator:display_name:${id}`;
}
