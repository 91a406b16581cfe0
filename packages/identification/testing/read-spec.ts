import { readFileSync } from 'node:fs';

/** The rows of a table in `spec/`, by column name. For tests only: the program knows nothing of `spec/`. */
export function readSpec(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../../spec/${name}.tsv`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [head, ...rows] = lines.map((line) => line.split('\t'));
  return rows.map((cells) => Object.fromEntries(head!.map((column, index) => [column, cells[index] ?? ''])));
}

/** One column of a table in `spec/`, sorted. */
export function readSpecColumn(name: string, column: string): string[] {
  return readSpec(name)
    .map((row) => row[column]!)
    .sort();
}
