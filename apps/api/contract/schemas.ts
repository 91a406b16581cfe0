/** Shapes that many operations share. Every rule that a JSON Schema can state is stated in the schema itself. */
import { type IdSuffix, scenarioFor } from '@reident/domain';
import { z } from 'zod';
import { isCountry } from './countries.ts';

/** Longest text of a field without a published limit. */
export const MAX_TEXT = 255;

/** A string without white space at its ends; longer than `max` characters is refused. */
export function text(max: number = MAX_TEXT) {
  return z
    .string()
    .max(max)
    .regex(/^(?!\s)[\s\S]*(?<!\s)$/, EDGE_SPACE);
}

/** Marks the one pattern whose failure means white space at an end. */
export const EDGE_SPACE = 'must not begin or end with white space';

/** Names of test cases that are longer than a name may be; the longest has 76 characters. */
const LONGEST_TEST_CASE = 80;

/** A name: letters first. The name of a test case may be longer than `max`, or some published reasons could not be asked for. */
export function nameText(max: number) {
  return z
    .string()
    .min(1)
    .refine((name) => name.length <= max || scenarioFor(name, null, 'guide') !== null, {
      message: `is too long (maximum is ${max} characters)`,
    })
    .meta({ maxLength: LONGEST_TEST_CASE })
    .regex(/^(?!\s)[\s\S]*(?<!\s)$/, EDGE_SPACE)
    .regex(/^[\p{L}\p{N}{]/u, 'must begin with a letter');
}

/** Marks the rule that case counts, whose breach has a published code of its own. */
export const WRONG_CASE = 'must be written in capitals';

const COUNTRY_RULE = 'must be an ISO 3166-1 alpha-2 code in capitals';
export const CountryCode = z
  .string()
  .refine((code) => !(/^[A-Za-z]{2}$/.test(code) && code !== code.toUpperCase()), WRONG_CASE)
  .regex(/^[A-Z]{2}$/, COUNTRY_RULE)
  .refine(isCountry, COUNTRY_RULE);

/** A calendar day. A time behind it is accepted, because published examples carry one, and dropped. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/, 'must be a date, YYYY-MM-DD')
  .refine((value) => isCalendarDay(value.slice(0, 10)), 'must be a day of the calendar');

export const Timestamp = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/,
    'must be an ISO 8601 time with zone',
  )
  .refine(
    (value) => isCalendarDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
    'must be a time that exists',
  );

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** The ids of one kind of resource: 32 hexadecimal digits and the suffix of the kind, which many kinds do not have. */
export function idOf(kind: string, suffix: IdSuffix = '') {
  return z
    .string()
    .regex(/^[0-9a-f]{32}[a-z]{0,8}$/)
    .meta({ description: `Id of the ${kind}`, examples: [EXAMPLE_ID + suffix] });
}

/** Obviously invented, and the same wherever the reference pages show an id. */
const EXAMPLE_ID = '0123456789abcdef'.repeat(2);

/** A time of an answer. */
export const AnsweredTime = z.iso.datetime().meta({ examples: ['2026-01-31T12:00:00.000Z'] });

/** A day of an answer. */
export const AnsweredDay = z.iso.date().meta({ examples: ['2026-01-31'] });

/** A whole number in a query string. */
export function integerText(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );
}

/** `true` or `false` in a query string. */
export function flagText() {
  return z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());
}
