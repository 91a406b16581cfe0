import type { ClientBase } from 'pg';

/**
 * The schema as statements that make it again: tables, constraints, indexes, functions, policies and rights, each sorted by
 * name, so that two databases of one schema give one text, whatever their age and the version of their server.
 *
 * Read from the catalog, because the embedded PostgreSQL comes without `pg_dump`, and two versions of that differ in their output.
 */
export async function dumpSchema(client: ClientBase, schema: string): Promise<string> {
  await client.query(`set search_path = ${schema}, pg_temp`);
  const paragraphs: string[] = [];
  for (const question of [TABLES, INDEXES, FOREIGN_KEYS, FUNCTIONS, POLICIES, RIGHTS]) {
    const { rows } = await client.query<{ statement: string }>(question, [schema]);
    paragraphs.push(...rows.map(({ statement }) => statement));
  }
  return `${head(schema)}${paragraphs.join('\n')}\n`;
}

const head = (
  schema: string,
) => `-- The whole schema, as the migrations beside this file make it. Made by \`npm run schema\`; a test compares it. Do not edit it.

set search_path = ${schema}, pg_temp;
`;

/** PostgreSQL 18 counts `not null` among the constraints; it is said with the column. */
const TABLES = `
  select format(
    E'\\ncreate %stable %I (\\n%s\\n)%s;',
    case when c.relpersistence = 'u' then 'unlogged ' else '' end,
    c.relname,
    (
      select string_agg('  ' || line, E',\\n' order by place, name)
      from (
        select 1 as place, lpad(a.attnum::text, 4, '0') as name,
               format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
               || case when a.attnotnull then ' not null' else '' end
               || case when a.attidentity = 'a' then ' generated always as identity' else '' end
               || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid, true), '') as line
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        union all
        select 2, conname, format('constraint %I %s', conname, pg_get_constraintdef(oid, true))
        from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'c')
      ) lines
    ),
    coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
  ) as statement
  from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'
  order by c.relname collate "C"`;

const INDEXES = `
  select case when row_number() over (order by c.relname collate "C") = 1 then E'\\n' else '' end
         || pg_get_indexdef(i.indexrelid, 0, true) || ';' as statement
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = $1::regnamespace and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u'))
  order by c.relname collate "C"`;

const FOREIGN_KEYS = `
  select case when row_number() over (order by c.relname collate "C", k.conname collate "C") = 1 then E'\\n' else '' end
         || format('alter table %I add constraint %I %s;', c.relname, k.conname, pg_get_constraintdef(k.oid, true)) as statement
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = $1::regnamespace and k.contype = 'f'
  order by c.relname collate "C", k.conname collate "C"`;

const FUNCTIONS = `
  select E'\\n' || rtrim(pg_get_functiondef(p.oid), E'\\n') || E';\\n'
         || format('alter function %s owner to %I;', p.oid::regprocedure, pg_get_userbyid(p.proowner)) as statement
  from pg_proc p where p.pronamespace = $1::regnamespace
  order by p.proname collate "C"`;

const POLICIES = `
  select format(E'\\nalter table %I enable row level security;\\n', c.relname)
         || case when c.relforcerowsecurity then format(E'alter table %I force row level security;\\n', c.relname) else '' end
         || (
           select string_agg(
             format('create policy %I on %I', p.polname, c.relname)
             || ' for ' || case p.polcmd when 'r' then 'select' when 'w' then 'update' when 'a' then 'insert' when 'd' then 'delete' else 'all' end
             || coalesce(' to ' || (select string_agg(quote_ident(rolname), ', ' order by rolname) from pg_roles where oid = any (p.polroles)), '')
             || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
             || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') || ';',
             E'\\n' order by p.polname collate "C"
           ) from pg_policy p where p.polrelid = c.oid
         ) as statement
  from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relrowsecurity
  order by c.relname collate "C"`;

/** Those of the owner go without saying. */
const RIGHTS = `
  with rights as (
    select 1 as place, n.nspname as name, 'schema ' || quote_ident(n.nspname) as object, '' as columns, g.grantee, g.privilege_type
    from pg_namespace n cross join lateral aclexplode(n.nspacl) g
    where n.oid = $1::regnamespace and g.grantee <> n.nspowner
    union all
    select 2, c.relname, 'table ' || quote_ident(c.relname), '', g.grantee, g.privilege_type
    from pg_class c cross join lateral aclexplode(c.relacl) g
    where c.relnamespace = $1::regnamespace and c.relkind = 'r' and g.grantee <> c.relowner
    union all
    select 3, c.relname, 'table ' || quote_ident(c.relname),
           ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C") || ')', g.grantee, g.privilege_type
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    cross join lateral aclexplode(a.attacl) g
    where c.relnamespace = $1::regnamespace
    group by c.relname, g.grantee, g.privilege_type
    union all
    select 4, p.proname, 'function ' || p.oid::regprocedure, '', g.grantee, g.privilege_type
    from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
    where p.pronamespace = $1::regnamespace and g.grantee <> p.proowner
  ), grants as (
    select place, name, format(
      'grant %s on %s to %s;',
      string_agg(lower(privilege_type) || columns, ', ' order by privilege_type, columns),
      object, case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end
    ) as statement
    from rights group by place, name, object, grantee
    union all
    select 5, p.proname, format('revoke execute on function %s from public;', p.oid::regprocedure)
    from pg_proc p
    where p.pronamespace = $1::regnamespace and p.proacl is not null
      and not exists (select from aclexplode(p.proacl) where grantee = 0)
  )
  select case when row_number() over (order by place, name collate "C", statement collate "C") = 1 then E'\\n' else '' end || statement as statement
  from grants order by place, name collate "C", statement collate "C"`;
