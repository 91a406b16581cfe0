import pg from 'pg';

/** A statement that is prepared once per connection under its name; one name always means one text. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

type Row = Record<string, unknown>;
type Parse = (text: string) => unknown;

/** How the columns of a statement are read; known once it was described on the connection. */
interface Columns {
  names: readonly string[];
  parsers: readonly Parse[];
}

/**
 * Runs statements one after the other in a single round trip and answers the rows of each. Outside an explicit
 * transaction they are one: PostgreSQL ends it at the one Sync behind the last of them.
 *
 * This halves what a small request costs, because most of that is writing to and waking up at sockets.
 *
 * @param timeoutMs  how long the whole batch may take; the driver's own limit where nothing is said
 * @throws the error of the first statement that fails; those behind it are not run
 */
export async function runBatch(
  client: pg.ClientBase,
  statements: readonly Statement[],
  timeoutMs?: number,
): Promise<Row[][]> {
  try {
    return await new Promise<Row[][]>((resolve, reject) => {
      const batch = new Batch(statements, (error, rows) => (error ? reject(error) : resolve(rows ?? [])), timeoutMs);
      client.query(batch as unknown as pg.Submittable);
    });
  } catch (error) {
    // The driver's stack ends at the socket; this one leads to whoever asked.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

/** What the driver's connection offers to those who speak the protocol themselves, as its cursors do. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string | undefined>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: (string | Buffer | null)[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string }): void;
  sync(): void;
}

const KNOWN = new WeakMap<Wire, Map<string, Columns>>();
const NO_COLUMNS: Columns = { names: [], parsers: [] };

class Batch {
  callback: (error: Error | null, rows?: Row[][]) => void;
  readonly query_timeout: number | undefined;
  readonly #statements: readonly Statement[];
  /** Written out beforehand: a value that cannot be written must not leave half a batch on the wire. */
  readonly #values: (string | Buffer | null)[][];
  readonly #rows: Row[][];
  #known: Map<string, Columns> = new Map();
  /** The statement whose answer is being read. */
  #at = 0;
  #columns: Columns | undefined;
  #broken: Error | undefined;

  constructor(statements: readonly Statement[], callback: Batch['callback'], timeoutMs: number | undefined) {
    this.#statements = statements;
    this.#values = statements.map(({ values }) => values.map(toWire));
    this.#rows = statements.map(() => []);
    this.callback = callback;
    this.query_timeout = timeoutMs;
  }

  /** Name and text of the statement that is being answered: the driver notes by them what the connection has prepared. */
  get name(): string | undefined {
    return this.#statements[this.#at]?.name;
  }

  get text(): string | undefined {
    return this.#statements[this.#at]?.text;
  }

  submit(wire: Wire): Error | null {
    this.#known = KNOWN.get(wire) ?? new Map();
    KNOWN.set(wire, this.#known);
    const sent = new Set<string>();
    wire.stream.cork();
    try {
      for (const [index, { name, text }] of this.#statements.entries()) {
        const prepared = wire.parsedStatements[name];
        if (prepared !== undefined && prepared !== text) throw new Error(`the name ${name} has another statement`);
        const isPrepared = sent.has(name) || prepared !== undefined;
        if (!isPrepared) wire.parse({ name, text });
        sent.add(name);
        wire.bind({ statement: name, values: this.#values[index] ?? [] });
        if (!this.#known.has(name)) wire.describe({ type: 'P', name: '' });
        wire.execute({ portal: '' });
      }
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#columns = {
      names: fields.map((field) => field.name),
      parsers: fields.map((field) => parserOf(field.dataTypeID)),
    };
    if (this.name !== undefined) this.#known.set(this.name, this.#columns);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { names, parsers } = this.#columns ?? this.#known.get(this.name ?? '') ?? NO_COLUMNS;
    const row: Row = {};
    try {
      for (let column = 0; column < names.length; column += 1) {
        const text = fields[column] ?? null;
        row[names[column] as string] = text === null ? null : parsers[column]?.(text);
      }
    } catch (error) {
      this.#broken = error as Error;
    }
    this.#rows[this.#at]?.push(row);
  }

  handleCommandComplete(): void {
    if (this.name !== undefined && !this.#known.has(this.name)) this.#known.set(this.name, NO_COLUMNS);
    this.#at += 1;
    this.#columns = undefined;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handlePortalSuspended(): void {}

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    if (this.#broken) this.callback(this.#broken);
    else this.callback(null, this.#rows);
  }
}

/** A value as PostgreSQL reads it from text; bytes go as they are. */
function toWire(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toElement(value: unknown): string {
  const text = toWire(value);
  if (text === null) return 'NULL';
  const plain = typeof text === 'string' ? text : `\\x${text.toString('hex')}`;
  return `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

/** bigint as number: no count or sequence of ours passes 2^53. Everything else as the driver does. */
export function parserOf(oid: number, format?: 'text' | 'binary'): Parse {
  return oid === 20 ? Number : (pg.types.getTypeParser(oid, format as 'text') as Parse);
}
