import type { ClientBase } from 'pg';

/** A type of PostgreSQL, and as what the driver hands it out. A column of any other type has to be added here first. */
// biome-ignore format: a table
const TYPES: Record<string, string> = {
  'text':                     'string',
  'text[]':                   'string[]',
  'bytea':                    'Buffer',
  'bytea[]':                  'Buffer[]',
  'boolean':                  'boolean',
  'integer':                  'number',
  'bigint':                   'number',
  'double precision':         'number',
  'timestamp with time zone': 'Date',
  'xid8':                     'string',
  'jsonb':                    'Json',
};

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  /** The database says what stands there: always, or where nobody else does. */
  filled: 'always' | 'by default' | null;
  /** The words that a check allows, where there is one of the form `column in (…)`. */
  words: string[] | null;
}

/** The tables of a schema as TypeScript: a row of each as it is read, and what has to be given for a new one. */
export async function writeRowTypes(client: ClientBase, schema: string): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS, [schema]);
  const tables = [...new Set(rows.map(({ table }) => table))].map((table) => {
    const columns = rows.filter((column) => column.table === table);
    return `  ${table}: {\n${columns.map((column) => `    ${column.name}: ${typeOf(column)};\n`).join('')}  };\n`;
  });
  return `${HEAD}\nexport interface Tables {\n${tables.join('')}}\n`;
}

function typeOf({ table, name, type, nullable, filled, words }: Column): string {
  const known = TYPES[type];
  if (known === undefined) throw new Error(`${table}.${name}: it is not known how a ${type} is read`);
  const narrowed = words === null ? known : words.map((word) => `'${word}'`).join(' | ');
  const whole = nullable ? `${narrowed} | null` : narrowed;
  if (filled === 'always') return `Generated<${whole}>`;
  return filled === 'by default' ? `Defaulted<${whole}>` : whole;
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
         case when a.attidentity = 'a' then 'always' when a.atthasdef then 'by default' end as filled,
         (
           select array_agg(word.found[1] order by word.place)
           from pg_constraint k
           cross join lateral regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g')
             with ordinality as word (found, place)
           where k.conrelid = c.oid and k.contype = 'c'
             and pg_get_constraintdef(k.oid) like format('CHECK ((%I = ANY (ARRAY[%%', a.attname)
         ) as words
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = $1::regnamespace and c.relkind = 'r'
  order by c.relname collate "C", a.attnum`;

const HEAD = `/** Made from the migrated schema by \`npm run schema\`; a test compares it. Do not edit it. */

/** What the database alone fills in. */
type Generated<T> = { readonly generated: T };
/** What the database fills in where nothing is said. */
type Defaulted<T> = { readonly defaulted: T };
/** Read, it is whatever was written; to be written, it has to be text already. */
type Json = { readonly json: unknown };
export type JsonText = string & { readonly isJson: true };

type Read<C> = C extends Generated<infer T> | Defaulted<infer T> ? Read<T> : C extends Json ? unknown : C;
type Written<C> = C extends Defaulted<infer T> ? Written<T> | undefined : C extends Json ? JsonText : C;

type Open<T> = { [C in keyof T]: T[C] extends Generated<unknown> ? never : C }[keyof T];
type MayLack<T> = { [C in Open<T>]: T[C] extends Defaulted<unknown> ? C : null extends T[C] ? C : never }[Open<T>];

export type TableName = keyof Tables;
/** A row as it is read. */
export type Row<T extends TableName> = { [C in keyof Tables[T]]: Read<Tables[T][C]> };
/** A row as it is written first. */
export type NewRow<T extends TableName> = {
  [C in Exclude<Open<Tables[T]>, MayLack<Tables[T]>>]: Written<Tables[T][C]>;
} & { [C in MayLack<Tables[T]>]?: Written<Tables[T][C]> };
/** What of a row may be written later. */
export type Changes<T extends TableName> = { [C in Open<Tables[T]>]?: Written<Tables[T][C]> };
`;
