/** What belongs to another partner: it cannot be told from what does not exist, and nothing of it ever comes out [API-2, API-4]. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeIdentification, report } from '../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../tests/fixtures/api/start-test-api.ts';
import { OPERATIONS } from '../operations/index.ts';

/** 50,000 in the long run. */
const CALLS = Number(process.env.REIDENT_CROSS_TENANT_CALLS ?? 2_000);

let api: TestApi;
let stranger: TestPartner;
/** Every id of the owner that stands in a path somewhere. */
let owned: { personId: string; ids: string[] };

beforeAll(async () => {
  api = await startTestApi();
  stranger = await api.addPartner();
  const { personId, id, path } = await makeIdentification(api.partner, { requested: true });
  await report(api.partner, id, 'SUCCESS');
  const { body } = await api.partner.call<{ documents: { id: string }[] }>('GET', `${path}?include_documents=true`);
  owned = { personId, ids: [personId, id, ...body.documents.map((document) => document.id)] };
});

afterAll(() => api.close());

interface Wire {
  parsedStatements: Record<string, string | undefined>;
}

/**
 * The statements that reach the database during a call, as they go over the wire: named ones when they are bound, since
 * whether one is prepared already depends on the connection.
 */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const prepared = new Map<string, string>();
  const wire = pg.Connection.prototype as unknown as Record<'bind' | 'parse' | 'query', (...all: unknown[]) => unknown>;
  const note = (method: 'bind' | 'parse' | 'query', textOf: (message: never, wire: Wire) => string) => {
    const original = wire[method];
    return vi.spyOn(wire, method).mockImplementation(function (this: unknown, ...all: unknown[]) {
      const text = textOf(all[0] as never, this as Wire);
      if (text !== '') seen.push(text);
      return original.apply(this, all);
    });
  };
  const spies = [
    note('bind', ({ statement = '' }: { statement?: string }, { parsedStatements }) =>
      statement === '' ? '' : (parsedStatements[statement] ?? prepared.get(statement) ?? statement),
    ),
    note('parse', ({ name, text }: { name?: string; text: string }) => {
      if (name) prepared.set(name, text);
      return name ? '' : text;
    }),
    note('query', (text: string) => text),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  // Whether the token is looked up again, and whether workers are woken, depends on the moment and not on the object.
  return seen.filter((statement) => !/token|pg_notify/.test(statement));
}

describe('an object of another tenant costs the same statements as a missing one [API-4]', () => {
  const paths = [
    ['a person', () => `/v1/persons/${owned.personId}`],
    ['an identification', () => `/v1/persons/${owned.personId}/identifications/${owned.ids[1]}`],
    ['the identifications of a person', () => `/v1/persons/${owned.personId}/identifications`],
    ['a document', () => `/v1/persons/${owned.personId}/documents/${owned.ids[2]}`],
    ['the bytes of a document', () => `/v1/persons/${owned.personId}/documents/${owned.ids[2]}/file`],
  ] as const;

  it.each(paths)('to read %s', async (_, pathOf) => {
    const otherTenants = pathOf();
    const missing = otherTenants.replace(/[0-9a-f]{32}/g, 'f'.repeat(32));
    // The first call of each prepares its statements and remembers the token.
    for (const path of [otherTenants, missing]) await stranger.call('GET', path);
    const [one, other] = [
      await statementsOf(() => stranger.call('GET', otherTenants)),
      await statementsOf(() => stranger.call('GET', missing)),
    ];
    expect(one.join(' ')).toMatch(/person|identification|document/);
    expect(one).toEqual(other);
  });
});

describe('calls with the ids of another partner [API-2]', () => {
  /** A body that some operations take; the others refuse it, which is as good here. */
  const BODY = {
    first_name: 'A',
    method: 'idnow_autoident',
    result: 'CANCELED',
    email: 'a@example.org',
    number: '+15550101',
  };

  it(`bring nothing of it to light and change nothing, ${CALLS} times`, { timeout: 300_000 + CALLS * 60 }, async () => {
    const targets = OPERATIONS.filter(({ run, params, consumes }) => {
      return run.kind !== 'open' && consumes === 'json' && Object.keys(params.shape).length > 0;
    });
    const before = await api.partner.call('GET', `/v1/persons/${owned.personId}`);
    const pick = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;
    for (let turn = 0; turn < CALLS; turn += 1) {
      const { text, body } = pick(targets, turn);
      let salt = Math.floor(turn / targets.length);
      const url = text.path.replace(/\{(\w+)\}/g, (_, name) =>
        name === 'person_id' && salt % 2 === 0 ? owned.personId : pick(owned.ids, salt++),
      );
      const answer = await stranger.call(text.method, url, body === null ? undefined : BODY);
      expect([400, 404], `${text.method} ${url}: ${answer.status}`).toContain(answer.status);
      expect(answer.text).not.toContain('Erika');
    }
    expect((await api.partner.call('GET', `/v1/persons/${owned.personId}`)).body).toEqual(before.body);
    for (const list of ['/v1/persons', '/v1/identifications', '/reident/v1/deliveries'])
      expect((await stranger.call('GET', list)).body, list).toEqual([]);
  });
});
