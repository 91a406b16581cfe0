import { createHash } from 'node:crypto';
import type { Changes, JsonText, NewRow, Row, TableName } from '../generated/rows.ts';
import type { Statement } from './batch.ts';

export type Value = string | number | bigint | boolean | Date | Buffer | null | readonly (string | number | Buffer)[];

type Part = Value | Sql | Parameter;

/**
 * A statement, or a part of one that is put into others. Its values stay apart from its text, whatever they are.
 *
 * `Answer` is a row of what it answers. Nothing but the tests can know whether that is true, so it is made of the generated
 * row types wherever a row comes out of a table.
 */
export class Sql<Answer = unknown> implements Statement {
  /** For the compiler alone. */
  declare readonly answer: Answer;
  readonly #strings: readonly string[];
  readonly #parts: readonly Part[];
  #written: Statement | undefined;

  constructor(strings: readonly string[], parts: readonly Part[], written?: Statement) {
    this.#strings = strings;
    this.#parts = parts;
    this.#written = written;
  }

  get name(): string {
    return this.#write().name;
  }

  get text(): string {
    return this.#write().text;
  }

  get values(): readonly unknown[] {
    return this.#write().values;
  }

  /** Adds its text and values to those of the statement that it is part of. */
  appendTo(writer: Writer): void {
    writer.text += this.#strings[0];
    for (let index = 0; index < this.#parts.length; index += 1) {
      const part = this.#parts[index];
      if (part instanceof Sql) part.appendTo(writer);
      else if (part instanceof Parameter) writer.addNamed(part);
      else writer.add(part);
      writer.text += this.#strings[index + 1];
    }
  }

  #write(): Statement {
    this.#written ??= this.#writePlain() ?? this.#writeWithParts();
    return this.#written;
  }

  /** Where only values stand in the template, its text is the same every time. */
  #writePlain(): Statement | undefined {
    for (const part of this.#parts) if (part instanceof Sql || part instanceof Parameter) return undefined;
    const known = PLAIN.get(this.#strings);
    if (known !== undefined) return { name: known.name, text: known.text, values: this.#parts };
    const written = this.#writeWithParts();
    PLAIN.set(this.#strings, { name: written.name, text: written.text });
    return written;
  }

  #writeWithParts(): Statement {
    const writer = new Writer();
    this.appendTo(writer);
    const { name, text } = named(writer.text);
    return { name, text, values: writer.values };
  }
}

/** The place of a value that has a name; wherever it stands in a statement, it travels once. */
export class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

class Writer {
  text = '';
  readonly values: unknown[] = [];
  #named: Map<Parameter, string> | undefined;

  add(value: unknown): void {
    this.text += `$${this.values.push(value)}`;
  }

  addNamed(parameter: Parameter): void {
    this.#named ??= new Map();
    const place = this.#named.get(parameter) ?? `$${this.values.push(parameter)}`;
    this.#named.set(parameter, place);
    this.text += place;
  }
}

type Named = Pick<Statement, 'name' | 'text'>;

const PLAIN = new WeakMap<readonly string[], Named>();
const NAMED = new Map<string, Named>();

/** A connection prepares a statement once under this name. It follows from the text, so one name always means one text. */
function named(text: string): Named {
  let known = NAMED.get(text);
  if (known === undefined) {
    known = { name: createHash('sha256').update(text).digest('hex').slice(0, 32), text };
    NAMED.set(text, known);
  }
  return known;
}

/**
 * The one way to write a statement: `${value}` becomes a parameter, `${sql`…`}` becomes part of the text.
 *
 * Every text is prepared and kept by each connection, so a text must never grow with the data: many values are one array,
 * as in `id = any (${ids})`.
 */
export function sql<Answer = unknown>(strings: TemplateStringsArray, ...parts: readonly Part[]): Sql<Answer> {
  return new Sql<Answer>(strings, parts);
}

/** Places of values, by their names. */
export type Parameters<Values> = { readonly [Name in keyof Values]: Parameter };

/**
 * A large statement, put together once; each call gives the values that have names in it.
 *
 * @param write  `given.name` in the template is the place of the value of that name
 */
export function statement<Values extends Readonly<Record<keyof Values, Value>>, Answer = unknown>(
  write: (given: Parameters<Values>) => Sql<Answer>,
): (values: Values) => Sql<Answer> {
  const places = new Map<string, Parameter>();
  const given = new Proxy({} as Parameters<Values>, {
    get(_, name: string) {
      const place = places.get(name) ?? new Parameter(name);
      places.set(name, place);
      return place;
    },
  });
  const { name, text, values: order } = write(given);
  return (values) => {
    const inOrder = order.map((value) => (value instanceof Parameter ? values[value.name as keyof Values] : value));
    return new Sql<Answer>([], [], { name, text, values: inOrder });
  };
}

/** A constant of ours inside the text: where a partial index answers only if the planner sees its condition word for word. */
export function literal(constant: string): Sql {
  return new Sql([`'${constant.replaceAll("'", "''")}'`], []);
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return new Sql(['', ...parts.slice(1).map(() => separator), ''], parts);
}

/** For a `jsonb` column: a bare array would be taken for one of PostgreSQL's. */
export function json(value: unknown): JsonText {
  return JSON.stringify(value) as JsonText;
}

/** Columns of a table, and with them the type of a row. Never `*`: a new column would break every statement that is prepared already. */
export class Columns<Answer> extends Sql<Answer> {
  readonly #names: readonly string[];
  readonly #aliased = new Map<string, Sql<Answer>>();

  constructor(names: readonly string[]) {
    super([names.join(', ')], []);
    this.#names = names;
  }

  /** The same in a statement that calls the table so. */
  of(alias: string): Sql<Answer> {
    const known = this.#aliased.get(alias);
    if (known !== undefined) return known;
    const aliased = new Sql<Answer>([this.#names.map((name) => `${alias}.${name}`).join(', ')], []);
    this.#aliased.set(alias, aliased);
    return aliased;
  }
}

export function columns<T extends TableName, C extends keyof Row<T> & string>(
  _table: T,
  ...names: readonly C[]
): Columns<Pick<Row<T>, C>> {
  return new Columns(names);
}

/** What a statement with these columns answers. */
export type RowOf<S> = S extends Sql<infer Answer> ? Answer : never;

/** A value, or how the database comes by it. */
export type Given<T> = { [C in keyof T]: T[C] | Sql };
/** Also where the row comes in a variable a column that the table does not have is an error. */
type NothingElse<R, T> = { [C in Exclude<keyof R, keyof T>]: never };

/** `insert into … values …`. A column that is undefined is left to the database. */
export function insertInto<T extends TableName, R extends Given<NewRow<T>>>(
  table: T,
  row: R & NothingElse<R, NewRow<T>>,
): Sql {
  const given = givenIn(row);
  const names = given.map(([name]) => name).join(', ');
  return sql`${new Sql([`insert into ${table} (${names})`], [])} values (${join(
    given.map(([, value]) => value),
    ', ',
  )})`;
}

/** `update … set …`, to be followed by which rows. A column that is undefined stays as it is. */
export function update<T extends TableName, C extends object>(
  table: T,
  changes: C & Given<Changes<T>> & NothingElse<C, Changes<T>>,
): Sql {
  const assignments = givenIn(changes).map(([name, value]) => new Sql([`${name} = `, ''], [value]));
  return sql`${new Sql([`update ${table} set `], [])}${join(assignments, ', ')}`;
}

function givenIn(row: object): [name: string, value: Sql][] {
  return Object.entries(row).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value instanceof Sql ? value : new Sql(['', ''], [value as Value])]],
  );
}
