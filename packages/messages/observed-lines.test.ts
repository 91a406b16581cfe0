import { STATUSES } from '@reident/domain';
import { coded } from '@reident/engine/observed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsFor, messages, observedLines } from './index.ts';

const valueIn = (language: 'de' | 'en', name: string, value: unknown) =>
  observedLines({ [name]: value }, messages(language), formatsFor(language))[0]?.value;

describe('a value that was observed', () => {
  // biome-ignore format: a table
  it.each([
    // name                 value                            English                        German
    ['glareFraction',       0.0734,                          '7.3%',                        '7,3\u00a0%'],
    ['yawDegrees',          12.3456,                         '12.346°',                     '12,346°'],
    ['ageYears',            17,                              '17 years',                    '17 Jahre'],
    ['ageYears',            1,                               '1 year',                      '1 Jahr'],
    ['seconds',             2.5,                             '2.5 s',                       '2,5 s'],
    ['eyeDistance',         41,                              '41 px',                       '41 px'],
    ['brightness',          1234.5,                          '1234.5',                      '1234,5'],
    ['stored',              false,                           'no',                          'nein'],
    ['expiryDate',          '2031-12-18',                    '18 Dec 2031',                 '18.12.2031'],
    ['expiryDate',          coded('unreadable'),             'unreadable',                  'nicht lesbar'],
    ['differences',         coded('surname', 'given_names'), 'surname, given names',        'Nachname, Vornamen'],
    ['prompts',             coded('center', 'left'),         'straight ahead, left',        'geradeaus, links'],
    ['step',                'document_front',                'Front',                       'Vorderseite'],
    ['sentForAnotherPerson', ['selfie', 'document_back'],    'Selfie, Back',                'Selfie, Rückseite'],
    ['issuingCountry',      'DE',                            'Germany',                     'Deutschland'],
    ['person',              'Erika Mustermann',              'Erika Mustermann',            'Erika Mustermann'],
    ['shape',               null,                            '–',                           '–'],
  ] as const)('%s %j is written as people write it', (name, value, english, german) => {
    expect(valueIn('en', name, value)).toBe(english);
    expect(valueIn('de', name, value)).toBe(german);
  });

  it('stands beside its name, with the picture before it; a name of another engine stands for itself', () => {
    const seen = { 'document_front.sharpness': 3, eyebrowLength: coded() };
    const labels = observedLines(seen, messages('de'), formatsFor('de')).map(({ label }) => label);
    expect(labels).toEqual(['Vorderseite, Schärfe', 'eyebrowLength']);
  });

  it('that was read is never taken for a word of ours, whatever it says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z<a-z_]{1,30}$/), (text) => {
        expect(valueIn('de', 'person', text)).toBe(text);
      }),
    );
    for (const text of [...Object.keys(STATUSES), ...Object.keys(messages('de').observed.codes)])
      expect(valueIn('de', 'person', text)).toBe(text);
  });
});
