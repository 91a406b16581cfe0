import { describe, expect, it } from 'vitest';
import { printedLine } from '../../../tests/fixtures/engine/good-readings.ts';
import { compareAddress } from './compare-address.ts';

const ON_FILE = { street: 'Schloßstraße 17 a', postalCode: '50667', city: 'Köln' };
const found = (...lines: string[]) =>
  compareAddress(
    ON_FILE,
    lines.map((line, row) => printedLine(line, row * 0.1)),
  ).found;
const ALL = { street: true, postalCode: true, city: true };

describe('an address among printed lines', () => {
  // biome-ignore format: a table
  it.each([
    ['as the German card prints it',        ['50667 KÖLN', 'SCHLOẞSTRASSE 17 A'],       ALL],
    ['without spaces and marks, as read',   ['50667KOLN,SCHLOSSSTR.17A'],               ALL],
    ['on a letter',                         ['Anna Kern', 'Schloßstr. 17a', '50667 Köln'], ALL],
    ['with one letter misread',             ['50667 KOLN', 'SCHLOSSTRASSE 17 A'],       ALL],
    ['in another town',                     ['50668 BONN', 'SCHLOSSSTR. 17 A'],         { street: true, postalCode: false, city: false }],
    ['in the house next door',              ['50667 KÖLN', 'SCHLOSSSTRASSE 19'],        { street: false, postalCode: true, city: true }],
    ['inside a longer number',              ['150667 KÖLN', 'SCHLOSSSTRASSE 117 A'],    { street: false, postalCode: false, city: true }],
    ['nowhere',                             [],                                         { street: false, postalCode: false, city: false }],
  ] as const)('is found %s', (_, lines, expected) => {
    expect(found(...lines)).toEqual(expected);
  });

  // biome-ignore format: a table
  it.each([
    ['taken for a B',                        'Weißenfels',   '06667 WeiBenfels',   true],
    ['taken for a B in capitals',            'Weißenfels',   '06667 WEIBENFELS',   true],
    ['taken for an 8',                       'Weißenfels',   '06667 Wei8enfels',   true],
    ['read as it is',                        'Weißenfels',   '06667 Weißenfels',   true],
    ['printed as ss',                        'Weißenfels',   '06667 Weissenfels',  true],
    ['held as ss and taken for a B',         'Weissenfels',  '06667 WeiBenfels',   true],
    ['taken for a B, and a letter misread',  'Weißenfels',   '06667 WEIBENFEIS',   false],
    ['not there: a B is another town',       'Kassel',       '34117 KABEL',        false],
    ['not there, in small letters',          'Kassel',       '34117 Kabel',        false],
  ] as const)('is found where a ß is %s', (_, city, line, expected) => {
    const onFile = { street: null, postalCode: null, city };
    expect(compareAddress(onFile, [printedLine(line, 0)]).found).toEqual({ city: expected });
  });

  // biome-ignore format: a table
  it.each([
    ['Schloßstraße 17', 'SchloBstraBe 17',       true],
    ['Schloßstraße 17', 'SchloBstraBe 19',       false],
    ['Straße am Wald 3', 'StraBe am Wald 3',     true],
    ['Heidestraße 17',  'Heidestra8e 17',        true],
    ['Heidestraße 8',   'Heidestra8e 17',        false],
    ['Kasselstraße 4',  'KABELSTRASSE 4',        false],
    ['Rußweg 4',        'RUHWEG 4',              false],
  ] as const)('%s is looked for in %s: %s', (street, line, expected) => {
    const onFile = { street, postalCode: null, city: null };
    expect(compareAddress(onFile, [printedLine(line, 0)]).found).toEqual({ street: expected });
  });

  it('has only the parts that are known', () => {
    expect(compareAddress({ street: null, postalCode: null, city: 'Köln' }, []).found).toEqual({ city: false });
    expect(
      compareAddress({ street: null, postalCode: '1012 AB', city: null }, [printedLine('1012AB AMSTERDAM', 0)]).found,
    ).toEqual({ postalCode: true });
  });
});
