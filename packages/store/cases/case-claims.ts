import type { TenantTx } from '../transaction/tenant-tx.ts';

/** An operator's hold on a case; nobody else may decide it until it ends. */
export interface CaseClaim {
  identificationId: string;
  operatorId: string;
  claimedUntil: Date;
}

/** The claim that holds at this moment, or null. */
export async function findCaseClaim(tx: TenantTx, identificationId: string): Promise<CaseClaim | null> {
  const row = await tx.db
    .selectFrom('case_claims')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId)
    .where('claimed_until', '>', tx.now)
    .executeTakeFirst();
  return row ? { identificationId, operatorId: row.operator_id, claimedUntil: row.claimed_until } : null;
}

/**
 * Takes or prolongs a claim and lets go of the operator's former one.
 *
 * @returns null when somebody else holds the case; of two who ask at once, one gets it
 */
export async function takeCaseClaim(tx: TenantTx, claim: CaseClaim): Promise<CaseClaim | null> {
  await tx.db
    .deleteFrom('case_claims')
    .where('tenant_id', '=', tx.tenant.id)
    .where('operator_id', '=', claim.operatorId)
    .where('identification_id', '<>', claim.identificationId)
    .execute();
  const taken = await tx.db
    .insertInto('case_claims')
    .values({
      tenant_id: tx.tenant.id,
      identification_id: claim.identificationId,
      operator_id: claim.operatorId,
      claimed_until: claim.claimedUntil,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'identification_id'])
        .doUpdateSet({ operator_id: claim.operatorId, claimed_until: claim.claimedUntil })
        .where((where) =>
          where.or([
            where('case_claims.operator_id', '=', claim.operatorId),
            where('case_claims.claimed_until', '<=', tx.now),
          ]),
        ),
    )
    .returning('identification_id')
    .executeTakeFirst();
  return taken ? claim : null;
}

/** Lets go; without a claim of this operator nothing happens. */
export async function dropCaseClaim(tx: TenantTx, identificationId: string, operatorId: string): Promise<void> {
  await tx.db
    .deleteFrom('case_claims')
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId)
    .where('operator_id', '=', operatorId)
    .execute();
}
