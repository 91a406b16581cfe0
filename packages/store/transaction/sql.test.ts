import { describe, expect, it } from 'vitest';
import { columns, insertInto, join, json, literal, type Sql, sql, statement, update } from './sql.ts';

const written = ({ text, values }: Sql) => [text, values];

describe('a statement', () => {
  it('keeps its values apart from its text, whatever they are', () => {
    const id = "'; drop table persons; --";
    expect(written(sql`select id from persons where id = ${id} and version > ${3}`)).toEqual([
      'select id from persons where id = $1 and version > $2',
      [id, 3],
    ]);
  });

  it('takes in others, and counts the values through', () => {
    const mine = sql`tenant_id = ${'t'} and person_id = ${'p'}`;
    const only = (deleted: boolean) => (deleted ? sql`` : sql`and deleted_at is null`);
    expect(written(sql`select ${1} from documents where ${mine} and size > ${2} ${only(false)}`)).toEqual([
      'select $1 from documents where tenant_id = $2 and person_id = $3 and size > $4 and deleted_at is null',
      [1, 't', 'p', 2],
    ]);
    expect(sql`where ${mine} ${only(true)}`.text).toBe('where tenant_id = $1 and person_id = $2 ');
  });

  it('with named values is put together once, and sends each once, wherever it stands', () => {
    let times = 0;
    const insert = statement<{ id: string; now: string }>(({ id, now }) => {
      times += 1;
      const part = sql`insert into b select ${id}, ${7}`;
      return sql`with x as (${part}) insert into a values (${id}, ${now}, ${now})`;
    });
    const text = 'with x as (insert into b select $1, $2) insert into a values ($1, $3, $3)';
    expect(written(insert({ id: 'i', now: 'today' }))).toEqual([text, ['i', 7, 'today']]);
    expect(written(insert({ now: 'later', id: 'j' }))).toEqual([text, ['j', 7, 'later']]);
    expect(times).toBe(1);
  });

  it('is named after its text alone: the same for other values, another for another text', () => {
    const find = (id: string, locked = false) =>
      sql`select id from persons where id = ${id} ${locked ? sql`for update` : sql``}`;
    expect(find('a').name).toBe(find('b').name);
    expect(find('a').name).not.toBe(find('a', true).name);
    expect(find('a').name).toMatch(/^[0-9a-f]{32}$/);
    const plain = (id: string) => sql`select id from persons where id = ${id}`;
    expect([plain('a').name, plain('b').values]).toEqual([plain('b').name, ['b']]);
  });

  it('has constants of ours in its text, and nobody ends their quotes', () => {
    expect(written(sql`state in (${join(['failed', "o'clock"].map(literal), ', ')})`)).toEqual([
      "state in ('failed', 'o''clock')",
      [],
    ]);
  });
});

describe('a row', () => {
  it('is written by the names of its columns; what nobody said is left to the database', () => {
    const claim = { tenant_id: 't', identification_id: 'i', operator_id: 'o', claimed_until: sql`now() + ${'1 hour'}` };
    expect(written(sql`${insertInto('case_claims', claim)} on conflict do nothing`)).toEqual([
      'insert into case_claims (tenant_id, identification_id, operator_id, claimed_until) values ($1, $2, $3, now() + $4) on conflict do nothing',
      ['t', 'i', 'o', '1 hour'],
    ]);
    const link = { tenant_id: 't', token_hash: Buffer.of(1), operator_id: 'o', expires_at: new Date(0) };
    expect(insertInto('login_links', { ...link, redeemed_at: undefined }).text).not.toContain('redeemed_at');
  });

  it('has no column that its table has not, and lacks none that it needs: that does not compile', () => {
    const wrong = { held_sinse: null };
    // @ts-expect-error
    update('persons', wrong);
    // @ts-expect-error
    update('persons', { version: 'first' });
    // @ts-expect-error
    insertInto('case_claims', { tenant_id: 't', identification_id: 'i', operator_id: 'o' });
    // @ts-expect-error
    columns('persons', 'held_sinse');
    // @ts-expect-error
    expect(() => sql`select ${{ a: 1 }}::jsonb`).not.toThrow();
  });

  it('is changed the same way', () => {
    const changes = { version: sql`version + 1`, erased_at: undefined, held_since: null };
    expect(written(sql`${update('persons', changes)} where id = ${'p'}`)).toEqual([
      'update persons set version = version + 1, held_since = $1 where id = $2',
      [null, 'p'],
    ]);
  });

  it('is read by the names of its columns, also under another name of the table', () => {
    const key = columns('person_keys', 'person_id', 'wrapped_key');
    expect(sql`select ${key} from person_keys`.text).toBe('select person_id, wrapped_key from person_keys');
    expect(sql`select ${key.of('k')} from person_keys k`.text).toBe(
      'select k.person_id, k.wrapped_key from person_keys k',
    );
  });

  it('has JSON in it as text, also an array', () => {
    expect(json([{ id: 'terms' }])).toBe('[{"id":"terms"}]');
  });
});
