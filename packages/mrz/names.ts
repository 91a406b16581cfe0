/** A name field taken apart. */
export interface ParsedName {
  primaryIdentifier: string;
  secondaryIdentifier: string;
  nameTruncated: boolean;
}

/**
 * Takes a name field apart: `<<` separates primary from secondary identifier, `<` the components of each.
 * A field without `<<` holds a primary identifier only.
 *
 * @see ICAO Doc 9303-3, section 4.6
 */
export function parseName(field: string): ParsedName {
  const text = field.replace(/<+$/, '');
  const separator = text.indexOf('<<');
  const primary = separator === -1 ? text : text.slice(0, separator);
  const secondary = separator === -1 ? '' : text.slice(separator + 2);
  return {
    primaryIdentifier: toWords(primary),
    secondaryIdentifier: toWords(secondary),
    nameTruncated: !field.endsWith('<'),
  };
}

/**
 * Writes a name field. A name that is too long is cut, and its last position then holds a letter, the sign that something
 * may be missing. At least one letter of the secondary identifier stays.
 *
 * @param primary  in letters `A-Z` and fillers: see `transliterate`
 * @param secondary  the same; may be empty
 * @see ICAO Doc 9303-4, section 4.2.3
 */
export function formatName(primary: string, secondary: string, length: number): string {
  const whole = secondary === '' ? primary : `${primary}<<${secondary}`;
  if (whole.length <= length) return whole.padEnd(length, '<');
  if (secondary === '' || primary.length <= length - 3) return cut(whole, length);
  return cut(`${cut(primary, length - 3)}<<${secondary}`, length);
}

/** Cuts to a length so that the last character is a letter, taking letters from the component before if need be. */
function cut(text: string, length: number): string {
  let kept = text;
  while (kept.length > length && kept[length - 1] === '<') {
    const lastLetter = kept.slice(0, length).search(/[^<]<*$/);
    kept = kept.slice(0, lastLetter) + kept.slice(lastLetter + 1);
  }
  return kept.slice(0, length);
}

function toWords(text: string): string {
  return text.replace(/<+/g, ' ').trim();
}
