/** Where a command prints: sentences for people, or one JSON object per line for programs. */
export interface Output {
  readonly json: boolean;
  /** A result. People get the text, programs the object. */
  result(text: string, object: Record<string, unknown>): void;
  /** What goes on meanwhile; programs do not get it. */
  progress(text: string): void;
}

export function openOutput(json: boolean): Output {
  return {
    json,
    result: (text, object) => console.log(json ? JSON.stringify(object) : text),
    progress: (text) => {
      if (!json) console.error(text);
    },
  };
}

/** Columns as wide as their longest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The known name that is nearest to what was typed, if any is near: for "did you mean". */
export function nearest(typed: string, known: readonly string[]): string | null {
  const ranked = known.map((name) => [distance(typed, name), name] as const).sort(([a], [b]) => a - b);
  const [best] = ranked;
  return best && best[0] <= Math.max(2, typed.length / 3) ? best[1] : null;
}

/** Number of letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
