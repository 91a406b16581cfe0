import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';
import { formatName, parseName } from './names.ts';
import { transliterate } from './transliterate.ts';

// biome-ignore format: a table
const CASES = [
  // mrz: primary             secondary             person: last            first                 outcome       what differs
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'Anna Maria',         'equal',      ''],
  ['MUELLER',                 'JUERGEN',             'Müller',               'Jürgen',             'equal',      ''],
  ['WEISS',                   'HANS PETER',          'Weiß',                 'Hans-Peter',         'equal',      ''],
  ['OCONNOR',                 'SEAN',                "O'Connor",             'Seán',               'equal',      ''],
  ['VON DER HEIDE',           'KLARA',               'von der Heide',        'Klara',              'equal',      ''],
  ['SHCHUKIN',                'IURII',               'Щукин',                'Юрий',               'equal',      ''],

  ['MULLER',                  'JURGEN',              'Müller',               'Jürgen',             'compatible', 'primary spelling, secondary spelling'],
  ['MUELLER',                 'ANNA',                'Muller',               'Anna',               'compatible', 'primary spelling'],
  ['MUXXLLER',                'ANNA',                'Müller',               'Anna',               'compatible', 'primary spelling'],
  ['AASTROEM',                'EVA',                 'Astrom',               'Eva',                'compatible', 'primary spelling'],
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'Anna',               'compatible', 'secondary fewer_given_names'],
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'Maria',              'compatible', 'secondary fewer_given_names'],
  ['ERIKSSON',                'ANNA MARIA LUISE',    'Eriksson',             'Luise Anna',         'compatible', 'secondary fewer_given_names, secondary order'],
  ['ERIKSSON',                'ANNA',                'Eriksson',             'Anna Maria',         'compatible', 'secondary more_given_names'],
  ['ERIKSSON',                'MARIA ANNA',          'Eriksson',             'Anna Maria',         'compatible', 'secondary order'],
  ['ERIKSSON',                'HANSPETER',           'Eriksson',             'Hans-Peter',         'compatible', 'secondary joined'],
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'Anna M.',            'compatible', 'secondary abbreviated'],
  ['GARCIA LOPEZ',            'EVA',                 'López García',         'Eva',                'compatible', 'primary order'],
  ['MUSTERMANN',              'ERIKA',               'Dr. Mustermann',       'Erika',              'compatible', 'primary title'],
  ['MARIA',                   'ANNA',                'Anna',                 'Maria',              'compatible', 'whole swapped'],
  ['ARKFREITH',               '',                    'N/A',                  'Arkfreith',          'equal',      ''],
  ['ARKFREITH',               '',                    'Arkfreith',            '',                   'equal',      ''],

  ['ERIKSSON',                'ANNA MARIA',          'Schmidt',              'Anna Maria',         'different',  'primary surname'],
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'Petra',              'different',  'secondary given_names'],
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'Anna Petra',         'different',  'secondary given_names'],
  ['ERIKSSON',                'ANNA MARIA',          'Eriksson',             'A.',                 'different',  'secondary given_names'],
  ['MUELLER SCHMIDT',         'ANNA',                'Müller',               'Anna',               'different',  'primary surname'],
  ['MUELLER',                 'ANNA',                'Möller',               'Anna',               'different',  'primary surname'],
  ['ERIKSSON',                'ANNA',                '王',                   'Anna',               'different',  'whole unsupported_script'],
  ['ERIKSSON',                'ANNA',                '',                     '',                   'different',  'whole missing'],
] as const;

const told = (differences: readonly { part: string; kind: string }[]) =>
  differences.map(({ part, kind }) => `${part} ${kind}`).join(', ');

describe('the name in the MRZ and the name of the person', () => {
  for (const [primaryIdentifier, secondaryIdentifier, lastName, firstName, outcome, differences] of CASES) {
    it(`${primaryIdentifier}<<${secondaryIdentifier} and ${firstName} ${lastName}: ${outcome} ${differences}`, () => {
      const comparison = compareNames({ primaryIdentifier, secondaryIdentifier }, { firstName, lastName });
      expect(told(comparison.differences)).toBe(differences);
      expect(comparison.outcome).toBe(outcome);
    });
  }

  it('an MRZ that is cut off is compared as far as it goes', () => {
    const person = { lastName: 'Nilavadhanananda', firstName: 'Chayapa Dejthamrong Krasuang' };
    const mrz = {
      primaryIdentifier: 'NILAVADHANANANDA',
      secondaryIdentifier: 'CHAYAPA DEJTHAMRONG K',
      nameTruncated: true,
    };
    expect(compareNames(mrz, person)).toEqual({
      outcome: 'compatible',
      differences: [{ part: 'secondary', kind: 'truncated' }],
    });
    expect(compareNames({ ...mrz, secondaryIdentifier: 'CHAYAPA DEJTHAMRONG X' }, person).outcome).toBe('different');
  });

  // biome-ignore format: a table
  it.each([
    // mrz that is full                    given names   person: last                                            first            outcome
    ['FREIHERR VON HOHENSTEIN WALLERS',     'K',          'Freiherr von Hohenstein-Wallersberg zu Oberkirchen',   'Karl Theodor',  'compatible'],
    ['BENNELONG WOOLOOMOOLOO W W',          'DINGO',      'Bennelong Wooloomooloo Warrandyte Warnambool',         'Dingo Potoroo', 'compatible'],
    ['BENNELONG WARNAMBOOL',                'DINGO',      'Bennelong Wooloomooloo Warrandyte Warnambool',         'Dingo Potoroo', 'compatible'],
    ['WOOLOOMOOLOO WARRANDYTE',             'DINGO',      'Bennelong Wooloomooloo Warrandyte Warnambool',         'Dingo Potoroo', 'different'],
    ['BENNELONG WARNAMBOOL WOOLOOMOOLOO',   'DINGO',      'Bennelong Wooloomooloo Warrandyte Warnambool',         'Dingo Potoroo', 'different'],
    ['FREIHERR VON HOHENFELS WALLERS',      'K',          'Freiherr von Hohenstein-Wallersberg zu Oberkirchen',   'Karl Theodor',  'different'],
  ])('a surname of which %s is left, and %s: %s, %s: %s', (primary, secondary, lastName, firstName, outcome) => {
    const mrz = { primaryIdentifier: primary, secondaryIdentifier: secondary };
    expect(compareNames({ ...mrz, nameTruncated: true }, { firstName, lastName }).outcome).toBe(outcome);
    expect(compareNames(mrz, { firstName, lastName }).outcome).toBe('different');
  });

  it('any name is still the person\u2019s where an MRZ has no room for it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgäöüßéøåñ'), minLength: 2, maxLength: 14 });
    const names = fc.array(word, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(names, names, fc.constantFrom(30, 31, 36, 39), (last, first, length) => {
        const [lastName, firstName] = [last.join(' '), first.join(' ')];
        const mrz = parseName(formatName(transliterate(lastName), transliterate(firstName), length));
        expect(compareNames(mrz, { firstName, lastName }).outcome).not.toBe('different');
      }),
      { numRuns: 1_000 },
    );
  });

  it('says what differs without the names themselves', () => {
    const { differences } = compareNames(
      { primaryIdentifier: 'GEHEIM', secondaryIdentifier: 'ANNA' },
      { lastName: 'Anders', firstName: 'Petra' },
    );
    expect(JSON.stringify(differences)).not.toMatch(/GEHEIM|ANDERS|PETRA/i);
  });

  it('any name is equal to itself as an MRZ writes it, and stays compatible with its given names in another order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgäöüßéøåñ'), minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (last, first) => {
          const mrz = {
            primaryIdentifier: transliterate(last.join('-')).replaceAll('<', ' '),
            secondaryIdentifier: transliterate(first.join(' ')).replaceAll('<', ' '),
          };
          expect(compareNames(mrz, { lastName: last.join('-'), firstName: first.join(' ') }).outcome).toBe('equal');
          const reversed = compareNames(mrz, { lastName: last.join('-'), firstName: [...first].reverse().join(' ') });
          expect(reversed.outcome).not.toBe('different');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
