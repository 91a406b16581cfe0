import { TRANSLITERATIONS } from '@reident/mrz';

/** Each way to write a letter with a mark, and the one that all of them fold to: *Ü*, `UE` and `U` are one. */
const FOLDS: readonly (readonly [written: string, shortest: string])[] = TRANSLITERATIONS.filter(
  ([letters, , otherwise]) => otherwise.length > 0 && /\p{Script=Latin}/u.test(letters),
).flatMap(([, written, otherwise]) => {
  const all = [written, ...otherwise].sort((one, other) => other.length - one.length);
  return all.slice(0, -1).map((longer) => [longer, all.at(-1)!] as const);
});

/** Capitals and digits without marks, spaces or signs. Text readers drop marks, so both sides are compared without. */
export function plain(text: string): string {
  return text
    .replaceAll('ß', 'SS')
    .replaceAll('ẞ', 'SS')
    .toUpperCase()
    .replace(/[ØŒÆĐŁ]/g, (letter) => ({ Ø: 'O', Œ: 'OE', Æ: 'AE', Đ: 'D', Ł: 'L' })[letter]!)
    .normalize('NFD')
    .replace(/[^A-Z0-9]/g, '');
}

/** The same for all transliterations of a name: `MUELLER`, `MULLER` and *Müller*. */
export function folded(text: string): string {
  return FOLDS.reduce((result, [written, shortest]) => result.replaceAll(written, shortest), plain(text));
}

/** How many letters have to be changed, put in or left out to make one text of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** The fewest edits after which the text holds what is sought, wherever it begins and ends. */
export function distanceInside(sought: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  for (let i = 1; i <= sought.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (sought[i - 1] === text[j - 1] ? 0 : 1)));
    row = next;
  }
  return Math.min(...row);
}

/** Whether the text holds what is sought after this many edits at most: `distanceInside` where only the answer counts. */
export function isInside(sought: string, text: string, mostEdits: number): boolean {
  if (mostEdits === 0) return text.includes(sought);
  return sought.length - text.length <= mostEdits && distanceInside(sought, text) <= mostEdits;
}

const MONTHS = [
  ['JAN'],
  ['FEB', 'FEV'],
  ['MAR', 'MAERZ', 'MRZ', 'MRT'],
  ['APR', 'AVR'],
  ['MAY', 'MAI', 'MEI'],
  ['JUN', 'JUIN'],
  ['JUL', 'JUIL'],
  ['AUG', 'AOU'],
  ['SEP'],
  ['OCT', 'OKT'],
  ['NOV'],
  ['DEC', 'DEZ'],
] as const;

/**
 * The dates in a line, `YYYY-MM-DD`: day, month and year by figures or with the month's name, or the year first. A year of two
 * figures tells no century, so such a date is none. Impossible days are left out.
 *
 * @see ICAO Doc 9303-3, section 3.8, dates in the VIZ
 */
export function datesIn(text: string): string[] {
  const upper = text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
  const found: string[] = [];
  for (const [, day, month, year] of upper.matchAll(/(?<!\d)(\d{2})\s?[.\-/, ]\s?(\d{2})\s?[.\-/, ]\s?(\d{4})(?!\d)/g))
    found.push(`${year}-${month}-${day}`);
  for (const [, year, month, day] of upper.matchAll(/(?<!\d)(\d{4})[.\-/](\d{2})[.\-/](\d{2})(?!\d)/g))
    found.push(`${year}-${month}-${day}`);
  for (const [, day, words, year] of upper.matchAll(/(?<!\d)(\d{2})[ .]*([A-Z][A-Z/ .]{2,20}?)[ .]*(\d{4})(?!\d)/g)) {
    const month = MONTHS.findIndex((names) =>
      names.some((name) => words!.split(/[/ .]+/).some((w) => w.startsWith(name))),
    );
    if (month >= 0) found.push(`${year}-${String(month + 1).padStart(2, '0')}-${day}`);
  }
  return found.filter(isDay);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
