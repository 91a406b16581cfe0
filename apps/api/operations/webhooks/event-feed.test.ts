import { changeStatus, findIdentification } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, report } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

interface Feed {
  events: {
    cursor: string;
    id: string;
    identification_id: string;
    event: string;
    status_before: string | null;
    status: string;
  }[];
  cursor: string;
  has_more: boolean;
}

async function read(partner: TestPartner, query = ''): Promise<Feed> {
  return (await partner.call<Feed>('GET', `/reident/v1/events${query}`)).body;
}

describe('the event feed', () => {
  it('tells everything that happened, in order, from any cursor on', async () => {
    const partner = await api.addPartner();
    const { id } = await makeIdentification(partner, { requested: true });
    await report(partner, id, 'CANCELED', 'ID_GLARE');
    await report(partner, id, 'SUCCESS');
    const all = await read(partner);
    expect(all.events.map(({ event, status_before, status }) => [event, status_before, status])).toEqual([
      ['created', null, 'created'],
      ['requested', 'created', 'pending'],
      ['canceled', 'pending', 'canceled'],
      ['confirmed', 'canceled', 'successful'],
    ]);
    expect(all.has_more).toBe(false);
    const first = await read(partner, '?limit=2');
    expect(first.has_more).toBe(true);
    const rest = await read(partner, `?after=${first.cursor}`);
    expect([...first.events, ...rest.events]).toEqual(all.events);
    expect(await read(partner, `?after=${all.cursor}`)).toEqual({ events: [], cursor: all.cursor, has_more: false });
  });

  it('never gives a place before an event that was read to one that commits later', async () => {
    const partner = await api.addPartner();
    const { id: early } = await makeIdentification(partner);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let written = () => {};
    const begun = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = api.platform.database.inTenant(partner.tenant.id, async (tx) => {
      const found = await findIdentification(tx, early, { lock: true });
      await changeStatus(tx, found, 'requested', { actor: { kind: 'system', id: null } });
      written();
      await held;
    });
    await begun;
    const { id: late } = await makeIdentification(partner);
    const before = await read(partner);
    expect(before.events.map(({ identification_id: of, event }) => [of, event])).toEqual([
      [early, 'created'],
      [late, 'created'],
    ]);
    goOn();
    await slow;
    const after = await read(partner, `?after=${before.cursor}`);
    expect(after.events.map(({ identification_id: of, event }) => [of, event])).toEqual([[early, 'requested']]);
    expect((await read(partner)).events).toEqual([...before.events, ...after.events]);
  });

  it('loses nothing and doubles nothing while many write and many read', async () => {
    const partner = await api.addPartner();
    const seen: string[] = [];
    let cursor = '0';
    const follow = async () => {
      const page = await read(partner, `?after=${cursor}&limit=1000`);
      cursor = page.cursor;
      seen.push(...page.events.map(({ id }) => id));
    };
    const writing = Promise.all(Array.from({ length: 15 }, () => makeIdentification(partner, { requested: true })));
    for (let n = 0; n < 10; n += 1) await follow();
    await writing;
    await follow();
    expect(seen).toHaveLength(30);
    expect(new Set(seen).size).toBe(30);
    expect((await read(partner, '?limit=1000')).events.map(({ id }) => id)).toEqual(seen);
  });
});
