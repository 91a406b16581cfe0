/**
 * How letters are written in an MRZ: ICAO Doc 9303-3, section 6, tables A (Latin) and B (Cyrillic). Where the standard leaves a
 * choice, the first column is what we write and the second is what others write.
 */
// biome-ignore format: a table
export const TRANSLITERATIONS: readonly (readonly [letters: string, written: string, otherwise: readonly string[]])[] = [
  ['ÀÁÂÃĀĂĄ',    'A',    []],
  ['Ä',          'AE',   ['A']],
  ['Å',          'AA',   ['A']],
  ['Æ',          'AE',   []],
  ['ÇĆĈĊČ',      'C',    []],
  ['ĎĐÐ',        'D',    []],
  ['ÈÉÊËĒĔĖĘĚ',  'E',    []],
  ['ĜĞĠĢ',       'G',    []],
  ['ĤĦ',         'H',    []],
  ['ÌÍÎÏĨĪĬĮİ',  'I',    []],
  ['Ĳ',          'IJ',   []],
  ['Ĵ',          'J',    []],
  ['Ķ',          'K',    []],
  ['ĹĻĽĿŁ',      'L',    []],
  ['Ñ',          'N',    ['NXX']],
  ['ŃŅŇŊ',       'N',    []],
  ['ÒÓÔÕŌŎŐ',    'O',    []],
  ['Ö',          'OE',   ['O']],
  ['Ø',          'OE',   []],
  ['Œ',          'OE',   []],
  ['ŔŖŘ',        'R',    []],
  ['ŚŜŞŠȘ',      'S',    []],
  ['ẞ',          'SS',   []],
  ['ŢŤŦȚ',       'T',    []],
  ['Þ',          'TH',   []],
  ['ÙÚÛŨŪŬŮŰŲ',  'U',    []],
  ['Ü',          'UE',   ['UXX', 'U']],
  ['Ŵ',          'W',    []],
  ['ÝŶŸ',        'Y',    []],
  ['ŹŻŽ',        'Z',    []],

  ['А',          'A',    []],
  ['Б',          'B',    []],
  ['В',          'V',    []],
  ['Г',          'G',    ['H']],
  ['Ґ',          'G',    []],
  ['Д',          'D',    []],
  ['ЕЭ',         'E',    []],
  ['Ё',          'E',    ['IO']],
  ['Є',          'IE',   ['YE']],
  ['Ж',          'ZH',   ['Z']],
  ['З',          'Z',    []],
  ['И',          'I',    ['Y']],
  ['ІЙ',         'I',    []],
  ['Ї',          'I',    ['YI']],
  ['Ј',          'J',    []],
  ['К',          'K',    []],
  ['Л',          'L',    []],
  ['М',          'M',    []],
  ['Н',          'N',    []],
  ['О',          'O',    []],
  ['П',          'P',    []],
  ['Р',          'R',    []],
  ['С',          'S',    []],
  ['Т',          'T',    []],
  ['УЎ',         'U',    []],
  ['Ф',          'F',    []],
  ['Х',          'KH',   ['H']],
  ['Ц',          'TS',   ['C']],
  ['Ч',          'CH',   ['C']],
  ['Ш',          'SH',   ['S']],
  ['Щ',          'SHCH', ['SHT']],
  ['Ъ',          'IE',   []],
  ['Ы',          'Y',    []],
  ['Ь',          '',     []],
  ['Ю',          'IU',   []],
  ['Я',          'IA',   []],
];

const WRITTEN = new Map(
  TRANSLITERATIONS.flatMap(([letters, written]) => [...letters].map((letter) => [letter, written])),
);

/**
 * A name as it stands in an MRZ: letters `A-Z`, components separated by one filler.
 *
 * Hyphens, spaces and commas separate, apostrophes and full stops vanish. A letter with a mark that no table has (`Ế`) is
 * written without its mark.
 *
 * @throws RangeError naming the position of a letter that no table has
 * @see ICAO Doc 9303-3, sections 4.6 and 6
 */
export function transliterate(name: string): string {
  const { text, unknownAt } = transliterateWith(name);
  if (unknownAt !== null) throw new RangeError(`the letter at position ${unknownAt} has no transliteration`);
  return text;
}

/** Whether `transliterate` knows all letters of the name. */
export function canTransliterate(name: string): boolean {
  return transliterateWith(name).unknownAt === null;
}

function transliterateWith(name: string): { text: string; unknownAt: number | null } {
  let text = '';
  let position = 0;
  let unknownAt: number | null = null;
  for (const letter of upperCase(name)) {
    position += 1;
    const written = writtenAs(letter);
    if (written === null) unknownAt ??= position;
    else text += written;
  }
  return { text: text.replace(/<+/g, '<').replace(/^<|<$/g, ''), unknownAt };
}

function writtenAs(letter: string): string | null {
  if (/^[A-Z<]$/.test(letter)) return letter;
  if (/^[\s,\-\u2010-\u2015/]$/.test(letter)) return '<';
  if (/^[.'`´ʹʻʼʽ\u2018\u2019\u201b]$/.test(letter)) return '';
  const written = WRITTEN.get(letter);
  if (written !== undefined) return written;
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[A-Z]$/.test(base) ? base : null;
}

/** One character per letter: `ß` becomes the capital `ẞ` first, because its upper case would be two letters. */
function upperCase(name: string): string {
  return name.normalize('NFC').replaceAll('ß', 'ẞ').replaceAll('ı', 'I').toUpperCase();
}
