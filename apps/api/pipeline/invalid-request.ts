import { type ErrorCode, PlatformError } from '@reident/domain';
import type { InvalidRequest, Issue, Place } from '@reident/http';
import { EDGE_SPACE, WRONG_CASE } from '../contract/schemas.ts';

/**
 * What a partner is told of a request that breaks its contract: every fault at once, by fields and rules, never values.
 * Ids in the path are not validated; they exist or they do not.
 */
export function errorsOfInvalid({ place, issues, given }: InvalidRequest): PlatformError[] {
  return firstPerField(issues).map((issue) => toPlatformError(issue, given, place));
}

/** A field that breaks one rule often breaks the next as well; the first says enough. */
function firstPerField(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ path }) => {
    const field = path.map(String).join('.');
    return !seen.has(field) && seen.add(field);
  });
}

/** A body without its members that are null, at every depth: a PATCH cannot delete a value. */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

function toPlatformError(issue: Issue, value: unknown, place: Place): PlatformError {
  const field = issue.path.map(String).join('.');
  if (place === 'params') return new PlatformError('model_not_found', `The id in ${field} is not the id of anything`);
  const { code, message } = faultOf(issue, value);
  const isPage = place === 'query' && field.startsWith('page[');
  const options = field === '' ? {} : { field, message };
  const detail = field === '' ? `The body ${message}` : `${field} ${message}`;
  return new PlatformError(isPage ? 'build_pagination_headers_failure' : code, detail, options);
}

interface Fault {
  code: ErrorCode;
  message: string;
}

/** The published code and a sentence for each kind of fault that a schema can find. */
function faultOf(issue: Issue, value: unknown): Fault {
  const given = valueAt(value, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined ? MISSING : wrongType(issue.expected);
    case 'invalid_value': {
      const types = new Set(issue.values.map((known) => typeof known));
      if (given === undefined) return MISSING;
      if (!types.has(typeof given)) return wrongType([...types].join(' or '));
      return { code: 'validation_error', message: `is not in the list (${listed(issue.values)})` };
    }
    case 'invalid_format':
      return { code: issue.message === EDGE_SPACE ? 'validation_error' : 'invalid_model', message: issue.message };
    case 'custom':
      return { code: issue.message === WRONG_CASE ? 'validation_error' : 'invalid_model', message: issue.message };
    case 'too_big':
      return { code: 'invalid_model', message: tooBig(issue.origin, issue.maximum) };
    case 'too_small':
      return { code: 'invalid_model', message: tooSmall(issue.origin, issue.minimum) };
    case 'invalid_union':
      return { code: 'type_error', message: 'has the wrong type' };
    default:
      return { code: 'invalid_model', message: issue.message };
  }
}

const MISSING: Fault = { code: 'validation_error', message: 'is missing' };

function wrongType(expected: string): Fault {
  return { code: 'type_error', message: `must be ${TYPE_NAMES[expected] ?? `of type ${expected}`}` };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
};

function tooBig(origin: string, maximum: number | bigint): string {
  return origin === 'string' ? `is too long (maximum is ${maximum} characters)` : `must be at most ${maximum}`;
}

function tooSmall(origin: string, minimum: number | bigint): string {
  if (origin !== 'string') return `must be at least ${minimum}`;
  return minimum === 1 ? "can't be blank" : `is too short (minimum is ${minimum} characters)`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** A list that nobody would read to its end is where the contract is. */
const MOST_LISTED = 30;

function listed(values: readonly unknown[]): string {
  return values.length > MOST_LISTED ? `one of the ${values.length} in /openapi.json` : values.join(', ');
}
