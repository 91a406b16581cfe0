import type { MrzReading } from '@reident/engine';
import type { ZoneView } from '../view.ts';

type CheckDigits = MrzReading['checkDigits'];
type Place = readonly [covers: keyof CheckDigits, line: number, column: number];

/** Where the check digits stand, lines and columns counted from 0. ICAO Doc 9303, parts 4 to 7. */
// biome-ignore format: a table
const PLACES = {
  TD1:     [['documentNumber', 0, 14], ['birthDate', 1, 6],  ['expiryDate', 1, 14], ['composite', 1, 29]],
  TD2:     [['documentNumber', 1, 9],  ['birthDate', 1, 19], ['expiryDate', 1, 27], ['composite', 1, 35]],
  TD3:     [['documentNumber', 1, 9],  ['birthDate', 1, 19], ['expiryDate', 1, 27], ['optionalData', 1, 42], ['composite', 1, 43]],
  'MRV-A': [['documentNumber', 1, 9],  ['birthDate', 1, 19], ['expiryDate', 1, 27]],
  'MRV-B': [['documentNumber', 1, 9],  ['birthDate', 1, 19], ['expiryDate', 1, 27]],
} as const satisfies Record<string, readonly Place[]>;

/** The check digits of a zone with their places, so that the page can mark them. */
export function checkDigitPlaces(format: string, checkDigits: CheckDigits): ZoneView['checkDigits'] {
  const places: readonly Place[] = Object.hasOwn(PLACES, format) ? PLACES[format as keyof typeof PLACES] : [];
  return places.map(([field, line, column]) => ({ field, line, column, outcome: checkDigits[field] }));
}
