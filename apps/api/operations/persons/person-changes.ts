import type { PersonAttributes } from '@reident/store';
import { PERSON_FIELDS, type PersonFieldName } from '../../resources/person.ts';

export interface SortedChanges {
  /** Fields that may be set at once. */
  free: string[];
  /** Fields whose value only the person may replace. */
  authorized: string[];
  /** Fields whose value no PATCH may replace. */
  fixed: string[];
}

/**
 * Sorts what a PATCH asks for by who may do it. A field without a value may be set; members of an object count one by
 * one; a value that is there already is no change.
 */
export function sortChanges(current: PersonAttributes, asked: PersonAttributes): SortedChanges {
  const sorted: SortedChanges = { free: [], authorized: [], fixed: [] };
  for (const [name, value] of Object.entries(asked)) {
    const before = current[name] ?? null;
    if (isSame(before, value)) continue;
    const setsOnly = before === null || onlyAdds(before, value);
    sorted[setsOnly ? 'free' : ruleOf(name)].push(name);
  }
  return sorted;
}

/** The attributes after the change: members of an object are replaced one by one. */
export function withChanges(current: PersonAttributes, asked: PersonAttributes): PersonAttributes {
  const changes = Object.entries(asked).map(([name, value]) => [name, merged(current[name], value)]);
  return { ...current, ...Object.fromEntries(changes) };
}

function ruleOf(name: string): 'authorized' | 'fixed' {
  return PERSON_FIELDS[name as PersonFieldName].change === 'fixed' ? 'fixed' : 'authorized';
}

function isSame(before: unknown, value: unknown): boolean {
  if (!isObject(before) || !isObject(value)) return JSON.stringify(before) === JSON.stringify(value);
  return Object.entries(value).every(([name, member]) => isSame(before[name] ?? null, member));
}

/** Whether every member that is sent is either not set yet or the same as before. */
function onlyAdds(before: unknown, value: unknown): boolean {
  if (!isObject(before) || !isObject(value)) return false;
  return Object.entries(value).every(
    ([name, member]) => (before[name] ?? null) === null || isSame(before[name], member),
  );
}

function merged(before: unknown, value: unknown): unknown {
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
