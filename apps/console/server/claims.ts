import {
  type CaseClaim,
  dropCaseClaim,
  findCaseClaim,
  findIdentification,
  type Operator,
  type TenantTx,
  takeCaseClaim,
} from '@reident/store';
import { ConsoleError } from './console-error.ts';
import type { ConsoleContext } from './route.ts';

const CLAIM_MINUTES = 15;

export function findClaim(tx: TenantTx, identificationId: string): Promise<CaseClaim | null> {
  return findCaseClaim(tx, identificationId);
}

/** @throws ConsoleError `claimed_by_other`; `model_not_found` for a case that does not exist or is another tenant's */
export async function claimCase(tx: TenantTx, operator: Operator, identificationId: string): Promise<CaseClaim> {
  await findIdentification(tx, identificationId);
  const claimedUntil = new Date(tx.now.getTime() + CLAIM_MINUTES * 60_000);
  const claim = await takeCaseClaim(tx, { identificationId, operatorId: operator.id, claimedUntil });
  if (!claim) throw new ConsoleError('claimed_by_other');
  return claim;
}

export function releaseCase(tx: TenantTx, operator: Operator, identificationId: string): Promise<void> {
  return dropCaseClaim(tx, identificationId, operator.id);
}

/** A case that this operator does not hold looks like a missing one [CON-7]. */
export async function requireClaim(tx: TenantTx, operator: Operator, identificationId: string): Promise<CaseClaim> {
  const claim = await findCaseClaim(tx, identificationId);
  if (claim?.operatorId !== operator.id) throw new ConsoleError('model_not_found');
  return claim;
}

/** Whether pictures and values may be seen: by the holder of the case, or with the right to look into any. */
export async function requireOpenable(
  tx: TenantTx,
  { operator, may }: ConsoleContext,
  identificationId: string,
): Promise<CaseClaim | null> {
  return may('open_unclaimed') ? findCaseClaim(tx, identificationId) : requireClaim(tx, operator, identificationId);
}
