import { type BatchFault, isId, type Language, PlatformError, PUBLISHED_LANGUAGES, toLanguage } from '@reident/domain';
import { parse } from 'csv-parse/sync';

/** So many lines in one batch, the head not counted. */
export const MOST_BATCH_LINES = 50_000;

/** Columns that a file may have; only the first must be there. */
export const BATCH_COLUMNS = ['person_id', 'language'] as const;

export interface ReadLine {
  /** As the file counts them: the head is line 1. */
  line: number;
  personId: string | null;
  language: Language | null;
  fault: BatchFault | null;
}

/**
 * Reads a CSV with a head, or one JSON object per line. Each line is right or has a fault of its own; a file that cannot be
 * understood as a whole is refused as a whole. UTF-8, with or without BOM, else UTF-16 by its BOM, else Windows-1252; commas,
 * semicolons or tabs.
 *
 * @throws PlatformError `invalid_model` naming column or line, never what stands there: it may be personal data
 */
export function readBatch(bytes: Buffer): ReadLine[] {
  const text = decode(bytes).replace(/[\r\n]+$/, '');
  const rows = text.trimStart().startsWith('{') ? readJsonLines(text) : readCsv(text);
  if (rows.length === 0) throw wrong('has no lines');
  if (rows.length > MOST_BATCH_LINES) throw wrong(`has more than ${MOST_BATCH_LINES} lines`);
  const seen = new Set<string>();
  return rows.map(({ line, cells }) => readLine(line, cells, seen));
}

interface Row {
  line: number;
  /** Null: another number of columns than the head. */
  cells: Partial<Record<(typeof BATCH_COLUMNS)[number], unknown>> | null;
}

function readLine(line: number, cells: Row['cells'], seen: Set<string>): ReadLine {
  const faulty = (fault: BatchFault, personId: string | null = null): ReadLine => ({
    line,
    personId,
    language: null,
    fault,
  });
  if (cells === null) return faulty('wrong_columns');
  const personId = typeof cells.person_id === 'string' ? cells.person_id.trim() : '';
  if (!isId(personId, 'cper')) return faulty('malformed_id');
  const asked = cells.language ?? '';
  const code = typeof asked === 'string' ? asked.trim().toUpperCase() : '?';
  const published = PUBLISHED_LANGUAGES.find((one) => one === code);
  if (code !== '' && published === undefined) return faulty('unknown_language', personId);
  if (seen.has(personId)) return faulty('duplicate', personId);
  seen.add(personId);
  return { line, personId, language: published === undefined ? null : toLanguage(published), fault: null };
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readCsv(text: string): Row[] {
  const head = text.split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  const records = parseCsv(text, delimiter);
  const [names] = records;
  if (names === undefined) throw wrong('has no lines');
  const columns = names.cells.map((name, index) => {
    const known = BATCH_COLUMNS.find((one) => one === name.trim().toLowerCase());
    if (known === undefined) throw wrong(`has a column ${index + 1} that is none of ${BATCH_COLUMNS.join(', ')}`);
    return known;
  });
  if (new Set(columns).size < columns.length) throw wrong('has a column twice');
  if (!columns.includes('person_id')) throw wrong('has no column person_id');
  return records.slice(1).map(({ line, cells }) => ({
    line,
    cells:
      cells.length === columns.length
        ? Object.fromEntries(columns.map((column, index) => [column, cells[index]]))
        : null,
  }));
}

function parseCsv(text: string, delimiter: string): { line: number; cells: string[] }[] {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const { lines } = error as { lines?: number };
    throw wrong(`cannot be read as CSV${lines === undefined ? '' : ` at line ${lines}`}`);
  }
}

function readJsonLines(text: string): Row[] {
  return text.split(/\r\n|\n/).flatMap((line, index): Row[] => {
    if (line.trim() === '') return [];
    try {
      const object: unknown = JSON.parse(line);
      const isObject = typeof object === 'object' && object !== null && !Array.isArray(object);
      const known =
        isObject && Object.keys(object).every((name) => (BATCH_COLUMNS as readonly string[]).includes(name));
      return [{ line: index + 1, cells: known ? (object as Row['cells']) : null }];
    } catch {
      return [{ line: index + 1, cells: null }];
    }
  });
}

function wrong(message: string): PlatformError {
  return new PlatformError('invalid_model', `file ${message}`, { field: 'file', message });
}
