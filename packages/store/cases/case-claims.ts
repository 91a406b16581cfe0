import type { Row } from '../generated/rows.ts';
import { insertInto, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';

/** An operator's hold on a case; nobody else may decide it until it ends. */
export interface CaseClaim {
  identificationId: string;
  operatorId: string;
  claimedUntil: Date;
}

/** The claim that holds at this moment, or null. */
export async function findCaseClaim(tx: TenantTx, identificationId: string): Promise<CaseClaim | null> {
  const [row] = await tx.query(sql<Pick<Row<'case_claims'>, 'operator_id' | 'claimed_until'>>`
    select operator_id, claimed_until from case_claims
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} and claimed_until > ${tx.now}`);
  return row ? { identificationId, operatorId: row.operator_id, claimedUntil: row.claimed_until } : null;
}

/**
 * Takes or prolongs a claim and lets go of the operator's former one.
 *
 * @returns null when somebody else holds the case; of two who ask at once, one gets it
 */
export async function takeCaseClaim(tx: TenantTx, claim: CaseClaim): Promise<CaseClaim | null> {
  const { identificationId, operatorId, claimedUntil } = claim;
  const tenantId = tx.tenant.id;
  await tx.query(sql`
    delete from case_claims
    where tenant_id = ${tenantId} and operator_id = ${operatorId} and identification_id <> ${identificationId}`);
  const row = {
    tenant_id: tenantId,
    identification_id: identificationId,
    operator_id: operatorId,
    claimed_until: claimedUntil,
  };
  const [taken] = await tx.query(sql`
    ${insertInto('case_claims', row)}
    on conflict (tenant_id, identification_id) do update
    set operator_id = excluded.operator_id, claimed_until = excluded.claimed_until
    where case_claims.operator_id = excluded.operator_id or case_claims.claimed_until <= ${tx.now}
    returning identification_id`);
  return taken ? claim : null;
}

/** Lets go; without a claim of this operator nothing happens. */
export async function dropCaseClaim(tx: TenantTx, identificationId: string, operatorId: string): Promise<void> {
  await tx.query(sql`
    delete from case_claims
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} and operator_id = ${operatorId}`);
}
