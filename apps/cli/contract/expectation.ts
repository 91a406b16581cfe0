import type { Certainty } from '@reident/domain';
import type { ContractClient } from './contract-client.ts';

/** One sentence of the contract, and how to find out whether a platform keeps it. */
export interface Expectation {
  /** Area and name: `identification.request`. */
  id: string;
  expects: string;
  certainty: Certainty;
  /** Where the expectation comes from. */
  source: string;
  /** Returns when it holds. @throws Difference saying what came instead; Skipped where it cannot be found out here */
  check(client: ContractClient): Promise<void>;
  /** What has to be under way for long before it can be looked at: done before everything else. */
  begin?(client: ContractClient): Promise<unknown>;
}

/** Rows of a table of expectations, all of one area. */
export type ExpectationRow = readonly [
  name: string,
  certainty: Certainty,
  source: string,
  expects: string,
  check: (client: ContractClient) => Promise<void>,
  begin?: (client: ContractClient) => Promise<unknown>,
];

export function area(name: string, rows: readonly ExpectationRow[]): Expectation[] {
  return rows.map(([row, certainty, source, expects, check, begin]) => ({
    id: `${name}.${row}`,
    expects,
    certainty,
    source,
    check,
    ...(begin && { begin }),
  }));
}
