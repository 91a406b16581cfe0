/**
 * The program is killed on one side of everything that leaves it, point by point, and started again: nothing that was
 * acknowledged is lost, nothing happens twice but the sending of a notification, which keeps its id [REL-1, REL-2, REL-3].
 *
 * The points are found from outside (see `crash-preload.mjs`). A lease of the dead process ends at once instead of in 45
 * seconds: its end is moved in the database, while nobody runs.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../packages/store/project-root.ts';
import { fetchToken } from '../fixtures/api/fetch-token.ts';
import { createTestDatabaseUrl } from '../fixtures/database.ts';
import { freePort } from '../fixtures/free-port.ts';
import { type ReidentProcess, startProcess } from '../fixtures/process.ts';
import { type Receiver, startReceiver } from '../fixtures/receiver.ts';

const ROUNDS = Number(process.env.REIDENT_CRASH_ROUNDS ?? 1);

interface Answer {
  status: number;
  body: { id: string; status: string; [field: string]: unknown };
  total: number;
}

let dataDir: string;
let crashFile: string;
let database: { url: string; rootKey: string };
let admin: pg.Client;
let receiver: Receiver;
let port: number;
let running: ReidentProcess;
let token: string;
/** Every creation that was acknowledged. */
const acknowledged: string[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'reident-crash-'));
  crashFile = path.join(dataDir, 'crash.json');
  database = await createTestDatabaseUrl();
  admin = new pg.Client(database.url);
  await admin.connect();
  receiver = await startReceiver();
  port = await freePort();
  await start();
  await call('POST', '/v1/webhooks', { event_type: 'IDENTIFICATION', url: receiver.url });
  await call('POST', '/v1/webhooks', { event_type: 'PERSON_DELETED', url: receiver.url });
});

afterAll(async () => {
  await running?.stop();
  await receiver?.stop();
  await admin?.end();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  running = await startProcess({
    dataDir,
    port,
    env: {
      DATABASE_URL: database.url,
      REIDENT_ROOT_KEY: database.rootKey,
      REIDENT_CRASH_FILE: crashFile,
      NODE_OPTIONS: `--import ${pathToFileURL(path.join(projectRoot(), 'tests/fixtures/crash-preload.mjs')).href}`,
    },
  });
  const { client_id: id, client_secret: secret } = JSON.parse(
    readFileSync(path.join(dataDir, 'sandbox-credentials.json'), 'utf8'),
  ) as Record<string, string>;
  token = await fetchToken(`http://127.0.0.1:${port}`, `${id}`, `${secret}`);
}

async function call(method: string, target: string, body?: object, key?: string): Promise<Answer> {
  const upload = body instanceof FormData;
  const response = await answered(`http://127.0.0.1:${port}${target}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && !upload && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: upload ? body : body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer: Answer = {
    status: response.status,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : { id: '', status: '', text },
    total: Number(response.headers.get('total')),
  };
  if (method === 'POST' && target.endsWith('/identifications') && answer.status === 201)
    acknowledged.push(answer.body.id);
  return answer;
}

/** Without an answer the process is to blame: how it ended, and what it said last, tells why. */
async function answered(url: string, init: RequestInit): Promise<Response> {
  const { child, output } = running;
  return fetch(url, init).catch((cause: unknown) => {
    const ended = `exit code ${child.exitCode}, signal ${child.signalCode}`;
    throw new Error(`no answer from the process (${ended}): ${output().slice(-1500)}`, { cause });
  });
}

const newPerson = async (first_name = 'Crash') => (await call('POST', '/v1/persons', { first_name })).body.id;
const ORDER = { method: 'idnow_autoident' };
const created = async (person: string) => (await call('POST', `/v1/persons/${person}/identifications`, ORDER)).body.id;
const pathOf = (person: string, id: string) => `/v1/persons/${person}/identifications/${id}`;
const requested = async (person: string) => {
  const id = await created(person);
  await call('PATCH', `${pathOf(person, id)}/request`);
  return id;
};

/** A call during which the process may die. */
const tried = (...request: Parameters<typeof call>) => call(...request).catch(() => null);

interface Point {
  at: 'commit' | 'claim' | 'send' | 'rename' | 'rm';
  of?: string;
  when: 'before' | 'after';
  nth?: number;
}

/** Lets the process die at the point while something is done, and starts it again. */
async function crashing(point: Point, work: () => Promise<unknown>): Promise<void> {
  const { child, output } = running;
  const died = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Named only when it is whole: the process looks at it at every byte that it sends.
  writeFileSync(`${crashFile}.new`, JSON.stringify(point));
  renameSync(`${crashFile}.new`, crashFile);
  await work();
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`the point was not reached: ${output().slice(-500)}`)), 300_000).unref(),
  );
  await Promise.race([died, late]);
  expect([child.signalCode, existsSync(crashFile)]).toEqual(['SIGKILL', false]);
  for (const table of ['jobs', 'deliveries'])
    await admin.query(`update reident.${table} set leased_until = clock_timestamp() where leased_until is not null`);
  await start();
}

const both = (at: Point['at'], of?: string): Point[] => [
  { at, of, when: 'before' },
  { at, of, when: 'after' },
];
const nameOf = ({ at, of, when, nth }: Point) =>
  `${when} the ${nth === undefined ? '' : `${nth}. `}${at}${of ? ` of ${of.replace('[\\s\\S]*', ' by ')}` : ''}`;

/** What is done while the process dies; resolves, once it runs again, when everything is as if it had not. */
type Trial = (crash: (work: () => Promise<unknown>) => Promise<void>) => Promise<void>;

const createIdentification: Trial = async (crash) => {
  const [person, key] = [await newPerson(), randomUUID()];
  const order = () => call('POST', `/v1/persons/${person}/identifications`, ORDER, key);
  await crash(() => order().catch(() => null));
  expect((await order()).status).toBe(201);
  expect((await call('GET', `/v1/persons/${person}/identifications`)).total).toBe(1);
};

const createPerson: Trial = async (crash) => {
  const key = randomUUID();
  const before = (await call('GET', '/v1/persons')).total;
  await crash(() => tried('POST', '/v1/persons', { first_name: 'Once' }, key));
  const { body } = await call('POST', '/v1/persons', { first_name: 'Once' }, key);
  expect((await call('GET', `/v1/persons/${body.id}`)).body.first_name).toBe('Once');
  expect((await call('GET', '/v1/persons')).total).toBe(before + 1);
};

const request: Trial = async (crash) => {
  const person = await newPerson();
  const target = `${pathOf(person, await created(person))}/request`;
  await crash(() => tried('PATCH', target));
  expect(await call('PATCH', target)).toMatchObject({ status: 200, body: { status: 'pending' } });
};

const outcome: Trial = async (crash) => {
  const [person, key] = [await newPerson(), randomUUID()];
  const id = await requested(person);
  const end = [`/sandbox/identifications/${id}/outcome`, { result: 'SUCCESS' }, key] as const;
  await crash(() => tried('POST', ...end));
  expect(await call('POST', ...end)).toMatchObject({ status: 200, body: { status: 'successful' } });
  const { body } = await call('GET', `${pathOf(person, id)}?include_documents=true`);
  expect(body.documents).toHaveLength(1);
};

/** What becomes of notifications is looked at for all points together, at the end. */
const notify: Trial = async (crash) => {
  const person = await newPerson();
  await crash(() => tried('POST', `/v1/persons/${person}/identifications`, ORDER));
};

const playRobot: Trial = async (crash) => {
  const person = await newPerson('X-AUTOTEST-HAPPYPATH');
  const id = await created(person);
  await crash(() => tried('PATCH', `${pathOf(person, id)}/request`));
  await call('PATCH', `${pathOf(person, id)}/request`).catch(() => null);
  await expect.poll(async () => (await call('GET', pathOf(person, id))).body.status).toBe('successful');
};

const upload: Trial = async (crash) => {
  const person = await newPerson();
  const form = () => {
    const made = new FormData();
    made.set('document_type', 'PROOF_OF_ADDRESS');
    made.set('file', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), 'bill.pdf');
    return made;
  };
  const target = `/v1/persons/${person}/documents`;
  await crash(() => tried('POST', target, form()));
  expect((await call('POST', target, form())).status).toBe(201);
  const { body } = await call('GET', target);
  for (const { id } of body as unknown as { id: string }[])
    expect((await call('GET', `${target}/${id}/file`)).body.text).toContain('%PDF-1.4');
};

const erase: Trial = async (crash) => {
  const person = await newPerson();
  const id = await requested(person);
  await call('POST', `/sandbox/identifications/${id}/outcome`, { result: 'CANCELED', reason: 'ID_BLURRY' });
  const form = () => {
    const made = new FormData();
    made.set('document_type', 'OTHER');
    made.set('file', new Blob([`%PDF-1.4 ${randomUUID()}\n%%EOF\n`], { type: 'application/pdf' }), 'a.pdf');
    return made;
  };
  for (const _ of [1, 2, 3]) await call('POST', `/v1/persons/${person}/documents`, form());
  const blobs = await admin.query<{ blob_key: string }>('select blob_key from reident.documents where person_id = $1', [
    person,
  ]);
  await crash(() => tried('POST', `/reident/v1/persons/${person}/erasure`, {}));
  const again = await call('POST', `/reident/v1/persons/${person}/erasure`, {});
  expect([200, 404]).toContain(again.status);
  expect((await call('GET', `/v1/persons/${person}`)).status).toBe(404);
  erased.push(person);
  expect(blobs.rows.length).toBeGreaterThanOrEqual(3);
  await expect
    .poll(() => blobs.rows.filter(({ blob_key: key }) => existsSync(path.join(dataDir, 'blobs', key))).length)
    .toBe(0);
};
const erased: string[] = [];

const subscribe: Trial = async (crash) => {
  const order = { event_type: 'PERSON_CHANGED', url: receiver.url };
  await crash(() => tried('POST', '/v1/webhooks', order));
  const { body } = await call('GET', '/v1/webhooks');
  const left = (body as unknown as { id: string; event_type: string }[]).filter(
    (one) => one.event_type === 'PERSON_CHANGED',
  );
  for (const { id } of left) expect((await call('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
  const made = await call('POST', '/v1/webhooks', order);
  expect(made).toMatchObject({ status: 201, body: { secret: expect.any(String) } });
  await call('DELETE', `/v1/webhooks/${made.body.id}`);
};

const replay: Trial = async (crash) => {
  const id = await created(await newPerson());
  const of = () => receiver.notifications().filter(({ headers }) => headers['solaris-entity-id'] === id);
  await expect.poll(() => of().length).toBe(1);
  const notification = String(of()[0]?.headers['webhook-id']);
  const log = `/reident/v1/deliveries?state=delivered&notification_id=${notification}`;
  await expect.poll(async () => (await call('GET', log)).total).toBe(1);
  const { body } = await call('GET', log);
  const [delivery] = body as unknown as { id: string }[];
  const again = [`/reident/v1/deliveries/${delivery?.id}/replay`, undefined, randomUUID()] as const;
  await crash(() => tried('POST', ...again));
  expect((await call('POST', ...again)).status).toBe(202);
  await expect.poll(() => of().length).toBeGreaterThan(1);
  expect(new Set(of().map(({ headers }) => headers['webhook-id']))).toEqual(new Set([notification]));
};

const moveClock: Trial = async (crash) => {
  const now = async () => Date.parse(String((await call('GET', '/sandbox/clock')).body.now));
  const [before, key] = [await now(), randomUUID()];
  await crash(() => tried('POST', '/sandbox/clock', { advance: 'P10D' }, key));
  await call('POST', '/sandbox/clock', { advance: 'P10D' }, key);
  expect(Math.round(((await now()) - before) / 86_400_000)).toBe(10);
};

// biome-ignore format: a table
const POINTS: readonly (readonly [what: string, trial: Trial, points: readonly Point[]])[] = [
  ['an identification is created',   createIdentification, both('commit', 'insert into identifications')],
  ['a person is created, and a key', createPerson,         both('commit', 'insert into persons')],
  ['an identification is requested', request,              both('commit', 'update identifications[\\s\\S]*partner')],
  ['a provider reports a result',    outcome,              both('commit', 'update identifications[\\s\\S]*partner')],
  ['notifications are claimed',      notify,               both('claim', 'lease_deliveries')],
  ['a notification is sent',         notify,               both('send')],
  ['an attempt is recorded',         notify,               both('commit', 'insert into delivery_attempts')],
  ['a job is claimed',               playRobot,            both('claim', 'lease_jobs')],
  ['a job has its effect',           playRobot,            both('commit', 'update identifications[\\s\\S]*robot')],
  ['a job is acknowledged',          playRobot,            both('commit', 'delete from jobs')],
  ['bytes of a document are kept',   upload,               both('rename')],
  ['a document gets its row',        upload,               both('commit', 'insert into documents')],
  ['a person is erased',             erase,                both('commit', 'delete from person_keys')],
  ['pictures are deleted',           erase,                [{ at: 'rm', when: 'before', nth: 1 }, { at: 'rm', when: 'after', nth: 1 }, { at: 'rm', when: 'before', nth: 3 }, { at: 'rm', when: 'after', nth: 3 }]],
  ['a receiver subscribes',          subscribe,            both('commit', 'insert into subscriptions')],
  ['a notification is sent again',   replay,               both('commit', 'delivery.replayed')],
  ['the clock is moved',             moveClock,            both('commit', 'set clock_offset_ms')],
];

const rows = POINTS.flatMap(([what, trial, points]) =>
  points.map((point) => [what, nameOf(point), point, trial] as const),
);

describe('a process that is killed', { timeout: 600_000 * ROUNDS }, () => {
  it.each(rows)('while %s, %s, goes on where it was', async (_what, _name, point, trial) => {
    for (let round = 0; round < ROUNDS; round += 1) await trial((work) => crashing(point, work));
  });

  it('has lost nothing, told everything, and each thing under one id', async () => {
    interface FeedEvent {
      identification_id: string;
      event: string;
      status: string;
    }
    const events: FeedEvent[] = [];
    for (let cursor = '0'; ; ) {
      const { body } = await call('GET', `/reident/v1/events?limit=1000&after=${cursor}`);
      events.push(...(body.events as FeedEvent[]));
      cursor = String(body.cursor);
      if (body.has_more !== true) break;
    }
    const happened = new Map<string, number>();
    for (const { identification_id: id, status } of events) {
      const key = `${id} ${status}`;
      happened.set(key, (happened.get(key) ?? 0) + 1);
    }
    expect([...happened.values()].filter((times) => times !== 1)).toEqual([]);
    expect(acknowledged.filter((id) => !happened.has(`${id} created`))).toEqual([]);

    const told = () => {
      const ids = new Map<string, Set<string>>();
      for (const { headers, body } of receiver.notifications()) {
        if (headers['solaris-webhook-event-type'] !== 'IDENTIFICATION') continue;
        const { id, status } = JSON.parse(body.toString()) as { id: string; status: string };
        ids.set(`${id} ${status}`, (ids.get(`${id} ${status}`) ?? new Set()).add(String(headers['webhook-id'])));
      }
      return ids;
    };
    const gone = new Set(erased);
    const persons = await admin.query<{ id: string; person_id: string }>(
      'select id, person_id from reident.identifications',
    );
    const ownerOf = new Map(persons.rows.map(({ id, person_id: person }) => [id, person]));
    // What was still to be told about somebody is not told any more once the person is erased.
    const owed = [...happened.keys()].filter((key) => !gone.has(ownerOf.get(key.split(' ')[0] ?? '') ?? ''));
    await expect.poll(() => owed.filter((key) => !told().has(key))).toEqual([]);
    expect([...told().values()].filter((ids) => ids.size !== 1)).toEqual([]);
    const deletions = () =>
      receiver.notifications().filter(({ headers }) => headers['solaris-webhook-event-type'] === 'PERSON_DELETED');
    await expect
      .poll(() => erased.filter((id) => !deletions().some(({ headers }) => headers['solaris-entity-id'] === id)))
      .toEqual([]);
    for (const id of erased)
      expect(
        new Set(
          deletions()
            .filter(({ headers }) => headers['solaris-entity-id'] === id)
            .map(({ headers }) => headers['webhook-id']),
        ).size,
      ).toBe(1);

    const { rows: left } = await admin.query<{ blob_key: string }>(
      'select blob_key from reident.documents where deleted_at is null',
    );
    expect(left.filter(({ blob_key: key }) => !existsSync(path.join(dataDir, 'blobs', key)))).toEqual([]);
    const { rows: asides } = await admin.query(`select 1 from reident.jobs where state = 'failed'`);
    expect(asides).toEqual([]);
    expect((await call('GET', '/v1/identifications')).total).toBe(
      Number(
        (await admin.query('select count(*) as n from reident.identifications where erased_at is null')).rows[0].n,
      ),
    );
  });
});
