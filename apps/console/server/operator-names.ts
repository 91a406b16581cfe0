import { findOperator, type TenantTx } from '@reident/store';

/** Looks up who is behind some ids and answers a function from id to name; an unknown id is shown as it is. */
export async function operatorNames(
  tx: TenantTx,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string) => string> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const operator = id ? await findOperator(tx, id) : null;
    if (operator) names.set(operator.id, operator.displayName);
  }
  return (id) => names.get(id) ?? id;
}
