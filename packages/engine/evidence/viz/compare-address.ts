import type { TextLine } from '../../capture-reading.ts';
import { distanceInside, editDistance, folded } from './printed-text.ts';

/** An address as the partner holds it; null where a part is not known. */
export interface PostalAddress {
  /** Street and number, as `Heidestraße 17`. */
  street: string | null;
  postalCode: string | null;
  city: string | null;
}

export type AddressPart = keyof PostalAddress;

export interface AddressComparison {
  /** Whether each part that is known is printed somewhere among the lines. */
  found: Partial<Record<AddressPart, boolean>>;
  /** The line that shows the street, else the postal code, else the city. */
  line: TextLine | null;
}

/**
 * Looks for the parts of an address among printed lines, however they are spread over them: documents print the postal code before
 * the street, behind it, or on a line of its own.
 *
 * A postal code and a house number have to be printed exactly; of a name of five letters and more one letter may be misread.
 */
export function compareAddress(held: PostalAddress, lines: readonly TextLine[]): AddressComparison {
  const texts = lines.map((line) => ({ line, words: wordsOf(line.text), whole: shortened(line.text) }));
  const places: Partial<Record<AddressPart, TextLine | null>> = {};
  if (held.street) places.street = streetIn(held.street, texts);
  if (held.postalCode)
    places.postalCode = texts.find(({ words, whole }) => hasCode(words, whole, held.postalCode!))?.line ?? null;
  if (held.city) places.city = texts.find(({ whole }) => holds(whole, shortened(held.city!)))?.line ?? null;
  return {
    found: Object.fromEntries(Object.entries(places).map(([part, line]) => [part, line !== null])),
    line: places.street ?? places.postalCode ?? places.city ?? null,
  };
}

interface Text {
  line: TextLine;
  words: string[];
  whole: string;
}

/** A code of digits alone has to be a number of its own, as `50667` is not in `150667`. */
function hasCode(words: readonly string[], whole: string, code: string): boolean {
  const sought = folded(code);
  return /^\d+$/.test(sought) ? words.includes(sought) : whole.includes(sought);
}

/** The name and, on the same line, the number with its letter: `17A` and `17 a` are one. */
function streetIn(street: string, texts: readonly Text[]): TextLine | null {
  const [, name = street, number = ''] =
    /^(.*?\D)[\s,]*(\d+\s*[a-z]?(?:\s*[-/]\s*\d+\s*[a-z]?)?)\s*$/i.exec(street.trim()) ?? [];
  const [sought, house] = [shortened(name), folded(number)];
  const line = texts.find(
    ({ words, whole }) => holds(whole, sought) && (house === '' || numbersIn(words).includes(house)),
  )?.line;
  return line ?? null;
}

/** Every number, alone and with the letter or range that may stand behind it. */
function numbersIn(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    return /^\d/.test(word) ? [word, /^([A-Z]|\d+)$/.test(next) ? word + next : word] : [];
  });
}

function holds(text: string, sought: string): boolean {
  if (sought.length < 5) return text.includes(sought);
  return distanceInside(sought, text) <= 1 || editDistance(sought, text) <= 1;
}

/** Runs of letters and runs of digits: readers of print lose spaces, as in `50667KOLN`. */
function wordsOf(text: string): string[] {
  return (text.match(/\p{L}+|\d+/gu) ?? []).flatMap((word) => folded(word) || []);
}

/** Folded, and however *Straße* is cut short. */
function shortened(text: string): string {
  return folded(text.replace(/stra(ß|ss|ẞ)e/gi, 'str'));
}
