import type { MrzInput } from '@reident/mrz';
import { expect, test } from 'vitest';
import { captured, GOOD_ORDER, goodMrz } from '../../../tests/fixtures/engine/good-readings.ts';
import type { ClaimedPerson } from '../evidence/evidence.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { dataChanges } from './data-changes.ts';

function changes(document: Partial<MrzInput>, person: Partial<ClaimedPerson> = {}) {
  const evidence = gatherEvidence([captured('document_data_page', { mrz: goodMrz(document) })], {
    ...GOOD_ORDER,
    person: { ...GOOD_ORDER.person, ...person },
  });
  return dataChanges(evidence);
}

test('a document that says what the partner holds changes nothing', () => {
  expect(changes({})).toEqual({});
});

test('an umlaut is not lost to an MRZ that has none', () => {
  expect(changes({ primaryIdentifier: 'GROSSMANN', secondaryIdentifier: 'JORDIS' })).toEqual({});
});

test('a second given name is added, and the first keeps the spelling of the partner', () => {
  expect(changes({ secondaryIdentifier: 'Jördis Anna' })).toEqual({ first_name: 'Jördis Anna' });
});

test('a hyphen of the partner stays', () => {
  expect(changes({ secondaryIdentifier: 'Karl-Heinz Otto' }, { firstName: 'Karl-Heinz' })).toEqual({
    first_name: 'Karl-Heinz Otto',
  });
});

test('names that the partner holds the wrong way round change places', () => {
  expect(changes({}, { firstName: 'Größmann', lastName: 'Jördis' })).toEqual({
    first_name: 'Jördis',
    last_name: 'Größmann',
  });
});

test('another name changes nothing: that is a question of fraud', () => {
  expect(changes({ primaryIdentifier: 'Becker' })).toEqual({});
});

test('a birth date is added where the partner holds none, and never replaced', () => {
  expect(changes({}, { birthDate: null })).toEqual({ birth_date: '1990-09-08' });
  expect(changes({}, { birthDate: '1990-09-09' })).toEqual({});
});

test('a nationality follows the document', () => {
  expect(changes({ nationality: 'FRA' })).toEqual({ nationality: 'FR' });
  expect(changes({ nationality: 'XXA' })).toEqual({});
});

test('a test case changes nothing', () => {
  expect(changes({ primaryIdentifier: 'Becker', nationality: 'FRA' }, { isTestCase: true })).toEqual({});
});

test('without a legible MRZ nothing changes', () => {
  const evidence = gatherEvidence(
    [captured('document_data_page', { mrz: goodMrz({}, { confidence: -9 }) })],
    GOOD_ORDER,
  );
  expect(dataChanges(evidence)).toEqual({});
});
