/** ICAO Doc 9303 machine-readable zones: parse, check, format, transliterate, compare. */
export * from './check-digit.ts';
export * from './compare-names.ts';
export * from './dates.ts';
export * from './format-mrz.ts';
export * from './formats.ts';
export * from './names.ts';
export * from './parse-mrz.ts';
export * from './states.ts';
export * from './transliterate.ts';
