import type { Certainty } from './certainty.ts';

/** The identification methods of the partner API. We carry out one of them. */
// biome-ignore format: a table
export const METHODS = [
  // method            carried out here   certainty    source
  ['bank',            false,             'published', 'API reference, method'],
  ['bank_id',         false,             'published', 'API reference, method'],
  ['bank_plus',       false,             'published', 'API reference, method'],
  ['fourthline',      false,             'published', 'API reference, method'],
  ['idnow',           false,             'published', 'API reference, method'],
  ['idnow_autoident', true,              'published', 'guide, create identification'],
  ['idnow_custom',    false,             'published', 'API reference, method'],
  ['manual',          false,             'published', 'API reference, method'],
  ['postident',       false,             'published', 'API reference, method'],
] as const satisfies readonly (readonly [method: string, carriedOut: boolean, Certainty, source: string])[];

export type Method = (typeof METHODS)[number][0];

export const METHOD_CODES: readonly Method[] = METHODS.map(([method]) => method);

export function isMethod(value: unknown): value is Method {
  return METHOD_CODES.some((method) => method === value);
}

/** Whether this platform carries the method out. */
export function isCarriedOut(method: Method): boolean {
  return METHODS.some(([code, carriedOut]) => code === method && carriedOut);
}
