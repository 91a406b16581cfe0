import {
  alphabetAt,
  detectFormat,
  FORMATS,
  findField,
  MRZ_FORMATS,
  type MrzFormat,
  parseMrz,
  STATES,
} from '@reident/mrz';
import { GLYPHS, NOTHING } from './glyph-network.ts';
import type { MrzShape } from './mrz-strip.ts';

/** Natural logarithms of how likely each of `GLYPHS` is: by line, by position. */
export type MrzLikelihoods = readonly (readonly Float32Array[])[];

export interface DecodedMrz {
  format: MrzFormat;
  lines: string[];
  /** Logarithm of the probability of each character, among those that may stand there. */
  confidences: number[][];
  /** That of the weakest character; lower when another reading, of which no check digit could tell, is nearly as likely. */
  confidence: number;
  /** Every check digit fits, no date is impossible. */
  valid: boolean;
  /** How many characters were changed so that the check digits fit: none or one. */
  repaired: 0 | 1;
}

/** With which letter an MRZ may begin (ICAO Doc 9303, parts 4 to 7, section 4.2). */
const FIRST_LETTERS = {
  TD1: 'ACI',
  TD2: 'ACI',
  TD3: 'P',
  MRV_A: 'V',
  MRV_B: 'V',
  FRA_ID: 'I',
} as const satisfies Record<MrzFormat, string>;

const ALL_FIRST_LETTERS = [...new Set(Object.values(FIRST_LETTERS).join(''))];

/** A first letter this much less likely than what was seen, as a logarithm, is not there. */
const LEAST_FIRST_LETTER = -6;

/**
 * Letters that resemble a digit, and that many States therefore leave out of the numbers of documents (Germany and the Netherlands do).
 * So much less likely are they there, as a logarithm: one that was clearly seen is read all the same.
 */
const RARE_IN_NUMBERS = 'OI';
const RARITY = 1.5;

const STATE_FIELDS = ['issuingState', 'nationality'] as const;

/** What may be exchanged for a check digit's sake: the other character must be at least this likely beside the first. */
const REPAIR_REACH = 5;

/**
 * The best reading that a format allows, or null when no format of this shape begins with what stands there.
 *
 * One character, and never more, may be exchanged for its next likely when that makes all check digits fit. It spends the
 * redundancy that the digits give, so the reading is marked as repaired and must not decide alone.
 */
export function decodeMrz(likelihoods: MrzLikelihoods, shape: MrzShape): DecodedMrz | null {
  let best: DecodedMrz | null = null;
  for (const format of MRZ_FORMATS) {
    if (FORMATS[format].lineCount !== shape.rows || FORMATS[format].lineLength !== shape.columns) continue;
    const decoded = decodeAs(format, likelihoods);
    if (decoded && (!best || isBetter(decoded, best))) best = decoded;
  }
  return best;
}

export function isBetter(one: DecodedMrz, other: DecodedMrz): boolean {
  if (one.valid !== other.valid) return one.valid;
  if (one.repaired !== other.repaired) return one.repaired < other.repaired;
  return one.confidence > other.confidence;
}

function decodeAs(format: MrzFormat, likelihoods: MrzLikelihoods): DecodedMrz | null {
  const choices = likelihoods.map((line, row) => line.map((cell, column) => choicesAt(format, row, column, cell)));
  if (!mayBegin(format, likelihoods[0]![0]!)) return null;
  for (const field of STATE_FIELDS) keepLikeliestState(choices, format, field);
  const picks = choices.map((line) => line.map(() => 0));
  if (detectFormat(linesOf(choices, picks)) !== format) return null;
  let valid = isValid(choices, picks, format);
  let repaired: 0 | 1 = 0;
  if (!valid && repair(choices, picks, format)) {
    valid = true;
    repaired = 1;
  }
  const confidences = choices.map((line, row) => line.map((cell, column) => cell[picks[row]![column]!]!.confidence));
  return {
    format,
    lines: linesOf(choices, picks),
    confidences,
    confidence: Math.min(...confidences.flat(), valid ? nearestRival(choices, picks, format) - RIVAL_HANDICAP : 0),
    valid,
    repaired,
  };
}

function mayBegin(format: MrzFormat, cell: Float32Array): boolean {
  const likeliest = Math.max(...[...FIRST_LETTERS[format]].map((letter) => cell[GLYPHS.indexOf(letter)]!));
  return likeliest - Math.max(...cell) > LEAST_FIRST_LETTER;
}

interface Choice {
  character: string;
  confidence: number;
}

/**
 * The characters that may stand there, the likeliest first. That nothing stands there weighs against all of them; and the
 * first letter, which tells the formats apart, is weighed against those of the other formats too.
 */
function choicesAt(format: MrzFormat, row: number, column: number, cell: Float32Array): Choice[] {
  const isFirst = row === 0 && column === 0;
  const allowed = [...(isFirst ? FIRST_LETTERS[format] : alphabetAt(format, row + 1, column + 1))];
  const rivals = [...(isFirst ? ALL_FIRST_LETTERS : allowed), GLYPHS[NOTHING]!];
  const inNumber = isIn(format, 'documentNumber', row, column);
  const scoreOf = (character: string) =>
    cell[GLYPHS.indexOf(character)]! - (inNumber && RARE_IN_NUMBERS.includes(character) ? RARITY : 0);
  const total = Math.log(rivals.reduce((sum, rival) => sum + Math.exp(scoreOf(rival)), 0));
  return allowed
    .map((character) => ({ character, confidence: scoreOf(character) - total }))
    .sort((a, b) => b.confidence - a.confidence);
}

function isIn(format: MrzFormat, field: 'documentNumber', row: number, column: number): boolean {
  const found = findField(format, field);
  if (!found) return false;
  const [, line, from, to] = found;
  return line === row + 1 && column + 1 >= from && column + 1 <= to;
}

/** The three letters of a State are read together: of all codes there are, the likeliest. */
function keepLikeliestState(choices: Choice[][][], format: MrzFormat, field: (typeof STATE_FIELDS)[number]): void {
  const row = findField(format, field);
  if (!row) return;
  const [, line, from, to] = row;
  const cells = choices[line - 1]!.slice(from - 1, to);
  let best: { letters: Choice[]; confidence: number } | null = null;
  for (const [code] of STATES) {
    const letters = cells.map((cell, i) => cell.find(({ character }) => character === (code[i] ?? '<'))!);
    const confidence = letters.reduce((sum, letter) => sum + letter.confidence, 0);
    if (!best || confidence > best.confidence) best = { letters, confidence };
  }
  best?.letters.forEach((letter, i) => {
    choices[line - 1]![from - 1 + i] = [letter];
  });
}

function linesOf(choices: Choice[][][], picks: number[][]): string[] {
  return choices.map((line, row) => line.map((cell, column) => cell[picks[row]![column]!]!.character).join(''));
}

function isValid(choices: Choice[][][], picks: number[][], format: MrzFormat): boolean {
  const lines = linesOf(choices, picks);
  return detectFormat(lines) === format && parseMrz(lines).valid;
}

/** A rival must be e times less likely for a reading to count as much as a weakest character of -1.5. */
const RIVAL_HANDICAP = 2.5;

/** Less likely than this, as a logarithm, is no rival; and so many exchanges are tried in pairs. */
const RIVAL_REACH = 3;
const MOST_PAIRED = 10;

/**
 * How much less likely the nearest other reading is that fits every check digit too, as a logarithm.
 *
 * Check digits tell neither names nor an `8` from an `S`, a `6` from a `G`, a `K` from a filler, because these weigh the same
 * modulo 10; and two zeros read as `O` may cancel each other out.
 */
function nearestRival(choices: Choice[][][], picks: number[][], format: MrzFormat): number {
  const exchanges: { row: number; column: number; pick: number; cost: number }[] = [];
  choices.forEach((line, row) => {
    line.forEach((cell, column) => {
      // A repaired character has its own rival: what was seen first.
      if (picks[row]![column] !== 0 || !cell[1]) return;
      const cost = cell[0]!.confidence - cell[1].confidence;
      if (cost < RIVAL_REACH) exchanges.push({ row, column, pick: 1, cost });
    });
  });
  exchanges.sort((a, b) => a.cost - b.cost);
  const fitsWith = (...changes: typeof exchanges): boolean => {
    const changed = picks.map((line) => [...line]);
    for (const { row, column, pick } of changes) changed[row]![column] = pick;
    return isValid(choices, changed, format);
  };
  let nearest = RIVAL_REACH;
  const noticed: typeof exchanges = [];
  for (const exchange of exchanges) {
    if (exchange.cost >= nearest) break;
    if (fitsWith(exchange)) nearest = exchange.cost;
    else noticed.push(exchange);
  }
  for (const [index, one] of noticed.slice(0, MOST_PAIRED).entries()) {
    for (const other of noticed.slice(index + 1, MOST_PAIRED)) {
      if (one.cost + other.cost < nearest && fitsWith(one, other)) nearest = one.cost + other.cost;
    }
  }
  return nearest;
}

/** Tries the cheapest exchange first. Leaves the picks as they were when none helps. */
function repair(choices: Choice[][][], picks: number[][], format: MrzFormat): boolean {
  const exchanges: { row: number; column: number; pick: number; cost: number }[] = [];
  choices.forEach((line, row) => {
    line.forEach((cell, column) => {
      for (let pick = 1; pick < cell.length; pick++) {
        const cost = cell[0]!.confidence - cell[pick]!.confidence;
        if (cost > REPAIR_REACH) break;
        exchanges.push({ row, column, pick, cost });
      }
    });
  });
  exchanges.sort((a, b) => a.cost - b.cost);
  for (const { row, column, pick } of exchanges.slice(0, 80)) {
    picks[row]![column] = pick;
    if (isValid(choices, picks, format)) return true;
    picks[row]![column] = 0;
  }
  return false;
}
