import { ContractClient } from './contract-client.ts';
import { Difference, Skipped } from './difference.ts';
import { DOCUMENTS } from './documents.ts';
import type { Expectation } from './expectation.ts';
import { IDENTIFICATIONS } from './identifications.ts';
import { LISTS } from './lists.ts';
import { PERSONS } from './persons.ts';
import { REQUESTS } from './requests.ts';
import { TOKENS } from './tokens.ts';
import { cleanUp, WEBHOOKS } from './webhooks.ts';

/** The contract as far as a partner can see it, in the order in which it is checked. */
export const EXPECTATIONS: readonly Expectation[] = [
  ...TOKENS,
  ...REQUESTS,
  ...PERSONS,
  ...IDENTIFICATIONS,
  ...LISTS,
  ...DOCUMENTS,
  ...WEBHOOKS,
];

export type Finding = { expectation: Expectation } & (
  | { outcome: 'kept' }
  | { outcome: 'differs' | 'skipped'; why: string }
);

/** Checks one expectation after the other; one that cannot be looked at does not stop the rest. */
export async function* runContract(
  client: ContractClient,
  expectations: readonly Expectation[],
): AsyncGenerator<Finding> {
  try {
    // What goes wrong with a beginning is told by the check that needs it.
    for (const { begin } of expectations) await begin?.(client).catch(() => undefined);
    for (const expectation of expectations) yield await look(client, expectation);
  } finally {
    await cleanUp(client);
  }
}

async function look(client: ContractClient, expectation: Expectation): Promise<Finding> {
  try {
    await expectation.check(client);
    return { expectation, outcome: 'kept' };
  } catch (error) {
    if (error instanceof Difference) return { expectation, outcome: 'differs', why: error.message };
    if (error instanceof Skipped) return { expectation, outcome: 'skipped', why: error.message };
    throw error;
  }
}

export { ContractClient };
