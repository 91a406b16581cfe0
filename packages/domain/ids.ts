import { randomBytes } from 'node:crypto';
import type { Certainty } from './certainty.ts';

/** The letters after the 32 hexadecimal digits of an id, per resource. */
// biome-ignore format: a table
export const ID_SUFFIXES = [
  // suffix   resource                    certainty    source
  ['cper',   'person',                   'published', 'API reference, examples'],
  ['cidt',   'person identification',    'published', 'guide, examples'],
  ['cdoc',   'document',                 'published', 'API reference, examples'],
  ['cmno',   'mobile number',            'published', 'API reference, examples'],
  ['ctin',   'tax identification',       'published', 'API reference, examples'],
  ['csc',    'change request',           'disputed',  'API reference, examples: also seen without suffix'],
  ['ex',     'error',                    'published', 'API reference, examples'],
  ['',       'subscription, and all that partners do not see', 'published', 'API reference, examples'],
] as const satisfies readonly (readonly [suffix: string, resource: string, Certainty, source: string])[];

export type IdSuffix = (typeof ID_SUFFIXES)[number][0];

/** A new id: 128 random bits as 32 lower-case hexadecimal digits, and the suffix of its kind [API-4]. */
export function newId(suffix: IdSuffix): string {
  return randomBytes(16).toString('hex') + suffix;
}

/** Whether the text has the shape of an id of this kind. Anything else cannot exist, so it need not be looked up. */
export function isId(value: unknown, suffix: IdSuffix): value is string {
  return (
    typeof value === 'string' &&
    value.length === 32 + suffix.length &&
    value.endsWith(suffix) &&
    /^[0-9a-f]{32}/.test(value)
  );
}
