import type { TextLine } from '../readings/text.ts';
import { editDistance, folded, isInside } from './normalise-text.ts';

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
 * A postal code and a house number have to be printed exactly; of a name of five letters and more one letter may be misread, or one
 * `ß` may be, for which the reader has no letter.
 */
export function compareAddress(onFile: PostalAddress, lines: readonly TextLine[]): AddressComparison {
  const texts = lines.map((line) => ({
    line,
    words: wordsOf(line.text),
    whole: shortened(line.text),
    sharp: sharpened(line.text),
  }));
  const places: Partial<Record<AddressPart, TextLine | null>> = {};
  if (onFile.street) places.street = streetIn(onFile.street, texts);
  if (onFile.postalCode)
    places.postalCode = texts.find(({ words, whole }) => hasCode(words, whole, onFile.postalCode!))?.line ?? null;
  if (onFile.city) places.city = texts.find((text) => names(text, onFile.city!))?.line ?? null;
  return {
    found: Object.fromEntries(Object.entries(places).map(([part, line]) => [part, line !== null])),
    line: places.street ?? places.postalCode ?? places.city ?? null,
  };
}

interface Text {
  line: TextLine;
  words: string[];
  whole: string;
  /** The same where a capital or a figure inside a word is taken for a `ß`; null where there is none. */
  sharp: string | null;
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
  const house = folded(number);
  const line = texts.find((text) => names(text, name) && (house === '' || numbersIn(text.words).includes(house)))?.line;
  return line ?? null;
}

/** Every number, alone and with the letter or range that may stand behind it. */
function numbersIn(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const next = words[i + 1] ?? '';
    return /^\d/.test(word) ? [word, /^([A-Z]|\d+)$/.test(next) ? word + next : word] : [];
  });
}

/**
 * Whether a name is printed there. Where a `ß` was taken for a `B` or an `8`, nothing else may be misread: `KABELSTR` is the name of
 * another street than *Kasselstraße*, whose `ss` no reader takes for a `B`.
 */
function names({ whole, sharp }: Text, name: string): boolean {
  const sought = shortened(name);
  if (holds(whole, sought) || sharp?.includes(sought)) return true;
  return ['B', '8'].some((read) => /[ßẞ]/.test(name) && whole.includes(shortened(name, read)));
}

function holds(text: string, sought: string): boolean {
  if (sought.length < 5) return text.includes(sought);
  return isInside(sought, text, 1) || editDistance(sought, text) <= 1;
}

/** Runs of letters and runs of digits: text readers lose spaces, as in `50667KOLN`. */
function wordsOf(text: string): string[] {
  return (cutShort(text).match(/\p{L}+|\d+/gu) ?? []).flatMap((word) => folded(word) || []);
}

/** Folded, and however *Straße* is cut short. */
function shortened(text: string, sharpS = 'SS'): string {
  return folded(cutShort(text).replace(/[ßẞ]/g, sharpS));
}

function cutShort(text: string): string {
  return text.replace(/stra(ß|ss|ẞ|b|8)e/gi, 'str');
}

/** `WeiBenfels` is written nowhere: what stands there is a `ß`, also where the partner holds `Weissenfels`. */
function sharpened(text: string): string | null {
  const sharp = text.replace(/(?<=\p{Ll})[B8](?=\p{Ll})/gu, 'ß');
  return sharp === text ? null : shortened(sharp);
}
