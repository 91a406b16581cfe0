import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSON_FIELD_NAMES, PERSON_FIELDS } from '../../resources/person.ts';
import { sortChanges, withChanges } from './person-changes.ts';

describe('a change of a person is sorted by who may make it', () => {
  // biome-ignore format: a table
  it.each([
    // what                            is there                                    asked for                                     free          authorized    fixed
    ['a field without a value',       {},                                         { email: 'a' },                               ['email'],    [],           []],
    ['a field that was null',         { email: null },                            { email: 'a' },                               ['email'],    [],           []],
    ['the same value',                { email: 'a' },                             { email: 'a' },                               [],           [],           []],
    ['another value',                 { email: 'a' },                             { email: 'b' },                               [],           ['email'],    []],
    ['another name',                  { last_name: 'a' },                         { last_name: 'b' },                           [],           [],           ['last_name']],
    ['a member without a value',      { address: { city: 'a' } },                 { address: { line_1: 'b' } },                 ['address'],  [],           []],
    ['the same member and a new one', { address: { city: 'a' } },                 { address: { city: 'a', line_1: 'b' } },      ['address'],  [],           []],
    ['another member',                { address: { city: 'a', line_1: 'b' } },    { address: { city: 'b' } },                   [],           ['address'],  []],
    ['the same list',                 { international_operativity_expectation: ['FR'] }, { international_operativity_expectation: ['FR'] }, [], [],      []],
    ['another list',                  { international_operativity_expectation: ['FR'] }, { international_operativity_expectation: [] }, [], ['international_operativity_expectation'], []],
    ['false where true was',          { fatca_relevant: true },                   { fatca_relevant: false },                    [],           ['fatca_relevant'], []],
  ])('%s', (_, current, asked, free, authorized, fixed) => {
    expect(sortChanges(current, asked)).toEqual({ free, authorized, fixed });
  });

  it('and what is free never replaces a value that is there, whatever is asked', () => {
    const value = fc.oneof(fc.constantFrom('a', 'b', true, 7), fc.constant(null));
    const names = PERSON_FIELD_NAMES.filter(
      (name) => !['address', 'contact_address', 'tax_information'].includes(name),
    );
    const attributes = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(attributes, attributes, (current, asked) => {
        const sorted = sortChanges(current, asked);
        const changed = withChanges(current, Object.fromEntries(sorted.free.map((name) => [name, asked[name]])));
        for (const name of names) {
          const before = current[name] ?? null;
          if (before !== null) expect(changed[name]).toEqual(before);
        }
        const listed = [...sorted.free, ...sorted.authorized, ...sorted.fixed];
        expect(new Set(listed).size).toBe(listed.length);
        for (const name of sorted.fixed) expect(PERSON_FIELDS[name as keyof typeof PERSON_FIELDS].change).toBe('fixed');
      }),
      { numRuns: 1_000 },
    );
  });
});
