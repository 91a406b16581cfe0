import type { Certainty } from './certainty.ts';

/** What proves an address when the identity document does not show one. */
// biome-ignore format: a table
export const PROOF_OF_ADDRESS_TYPES = [
  // type                           certainty    source
  ['BANK_ACCOUNT_STATEMENT',       'published', 'API reference, proof_of_address_type'],
  ['CERTIFICATE_OF_REGISTRATION',  'published', 'API reference, proof_of_address_type'],
  ['ELECTRICITY_BILL',             'published', 'API reference, proof_of_address_type'],
  ['GAS_BILL',                     'published', 'API reference, proof_of_address_type'],
  ['HEATING_BILL',                 'published', 'API reference, proof_of_address_type'],
  ['INTERNET_BILL',                'published', 'API reference, proof_of_address_type'],
  ['TELEPHONE_BILL',               'published', 'API reference, proof_of_address_type'],
  ['WATER_BILL',                   'published', 'API reference, proof_of_address_type'],
] as const satisfies readonly (readonly [type: string, Certainty, source: string])[];

export type ProofOfAddressType = (typeof PROOF_OF_ADDRESS_TYPES)[number][0];

export const PROOF_OF_ADDRESS_TYPE_CODES: readonly ProofOfAddressType[] = PROOF_OF_ADDRESS_TYPES.map(([type]) => type);

export function isProofOfAddressType(value: unknown): value is ProofOfAddressType {
  return PROOF_OF_ADDRESS_TYPE_CODES.some((type) => type === value);
}
