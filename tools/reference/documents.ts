import {
  DOCUMENT_KINDS,
  DOCUMENT_NUMBERS,
  DOCUMENT_TYPES,
  DOCUMENTS_WITH_ADDRESS,
  type NumberShape,
  PALE_DOCUMENTS,
} from '@reident/domain';
import { type CheckRow, type FieldRow, FORMATS, MRZ_FORMATS } from '@reident/mrz';
import { mono, table, yes } from './markdown.ts';

export function documents(): string[] {
  return [
    '## Types of identity document',
    table(
      ['Type', 'MRZ', 'Pictures', 'Certainty', 'Source'],
      Object.entries(DOCUMENT_KINDS).map(([code, row]) => [
        mono(code),
        row.mrzFormats.length === 0 ? 'none' : row.mrzFormats.map(mono).join(', '),
        row.sides.map(mono).join(', '),
        row.certainty,
        row.source,
      ]),
    ),
    '## Documents that show the holder’s address',
    'With one of these, no proof of address is needed. A second number is the last of a range.',
    table(
      ['PRADO number', 'Issuer', 'Type', 'Certainty', 'Source'],
      DOCUMENTS_WITH_ADDRESS.map(([prado, , alpha2, kind, certainty, source]) => [
        mono(prado),
        alpha2,
        mono(kind),
        certainty,
        source,
      ]),
    ),
    '## How documents are numbered',
    'As in the MRZ: how many characters of which alphabet, part by part; alternatives after a semicolon. A number of another shape is inconclusive. For States and types not listed no shape is known.',
    table(
      ['Issuer', 'Type', 'Shapes', 'Certainty', 'Source'],
      DOCUMENT_NUMBERS.map(([issuer, kind, shapes, certainty, source]) => [
        issuer,
        mono(kind),
        (shapes as readonly NumberShape[])
          .map((shape) => shape.map(([alphabet, count]) => `${count} × ${alphabetName(alphabet)}`).join(', '))
          .join('; '),
        certainty,
        source,
      ]),
    ),
    '## Documents with pale colours',
    'For these, missing colour says nothing about a grey copy.',
    table(
      ['Issuer', 'Type', 'Certainty', 'Source'],
      PALE_DOCUMENTS.map(([kind, issuer, certainty, source]) => [issuer, mono(kind), certainty, source]),
    ),
    '## Values of `document_type`',
    'POST accepts those that can be uploaded; any of them can occur in answers.',
    table(
      ['Document type', 'Meaning', 'In the guide', 'Can be uploaded'],
      Object.entries(DOCUMENT_TYPES).map(([code, row]) => [
        mono(code),
        row.meaning,
        yes(row.inGuide),
        yes(row.uploadable),
      ]),
    ),
  ];
}

/** Runs of neighbours in an alphabet, as `A–Z`. */
function alphabetName(alphabet: string): string {
  const runs: string[] = [];
  for (const character of [...new Set(alphabet)].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && last.charCodeAt(last.length - 1) + 1 === character.charCodeAt(0))
      runs[runs.length - 1] = last + character;
    else runs.push(character);
  }
  const names = runs.map((run) => (run.length > 3 ? `${run[0]}–${run.at(-1)}` : run));
  return mono(names.join(' '));
}

export function mrzFormats(): string[] {
  const formats = MRZ_FORMATS.map((code) => FORMATS[code]);
  const fieldsOf = ({ fields }: (typeof formats)[number]) => fields as readonly FieldRow[];
  const checksOf = ({ checks }: (typeof formats)[number]) => checks as readonly CheckRow[];
  const range = (line: number, from: number, to: number) => `${line}:${from === to ? from : `${from}–${to}`}`;
  const names = [...new Set(formats.flatMap((format) => fieldsOf(format).map(([field]) => field)))];
  const digits = [...new Set(formats.flatMap((format) => checksOf(format).map(([check]) => check)))];
  return [
    'Line and positions of every field, counted from 1 as in ICAO Doc 9303: `2:14–19` stands for line 2, positions 14 to 19.',
    table(
      ['Format', 'Size', 'Source'],
      MRZ_FORMATS.map((code) => {
        const { source, lineCount, lineLength } = FORMATS[code];
        return [mono(code), `${lineCount} × ${lineLength}`, source];
      }),
    ),
    '## Fields',
    table(
      ['Field', 'Characters', ...MRZ_FORMATS.map(mono)],
      names.map((name) => {
        const found = formats.map((format) => fieldsOf(format).find(([field]) => field === name));
        const contents = [...new Set(found.flatMap((row) => (row === undefined ? [] : [row[4]])))];
        return [
          mono(name),
          contents.join(' or '),
          ...found.map((row) => (row === undefined ? '–' : range(row[1], row[2], row[3]))),
        ];
      }),
    ),
    '## What the check digits cover',
    table(
      ['Check digit', ...MRZ_FORMATS.map(mono)],
      digits.map((digit) => [
        mono(digit),
        ...formats.map((format) => {
          const covers = checksOf(format).find(([check]) => check === digit)?.[1] ?? [];
          return covers.length === 0 ? '–' : covers.map(([line, from, to]) => range(line, from, to)).join(', ');
        }),
      ]),
    ),
  ];
}
