/**
 * Check digit of an MRZ field: weights 7, 3, 1 repeating, modulo 10.
 *
 * @param field  characters `0-9`, `A-Z` and `<`; `<` counts 0, `A` counts 10 … `Z` counts 35
 * @throws RangeError naming the position of any other character
 * @see ICAO Doc 9303-3, section 4.9
 */
export function checkDigit(field: string): string {
  let sum = 0;
  for (let index = 0; index < field.length; index++) {
    sum += characterValue(field, index) * WEIGHTS[index % WEIGHTS.length]!;
  }
  return String(sum % 10);
}

const WEIGHTS = [7, 3, 1] as const;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function characterValue(field: string, index: number): number {
  const character = field[index]!;
  if (character === '<') return 0;
  const value = ALPHABET.indexOf(character);
  if (value === -1) throw new RangeError(`the character at position ${index + 1} does not belong in an MRZ`);
  return value;
}
