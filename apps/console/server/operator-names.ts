import { listOperators, type TenantTx } from '@reident/store';

/** A function from an operator's id to the name on the screen; an unknown id is shown as it is. */
export async function operatorNames(tx: TenantTx): Promise<(id: string) => string> {
  const names = new Map((await listOperators(tx)).map(({ id, displayName }) => [id, displayName]));
  return (id) => names.get(id) ?? id;
}
