import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson, report } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';
import { VirtualClock } from '../../../../tests/fixtures/rekyc/virtual-clock.ts';

let api: TestApi;
let partner: TestPartner;
let clock: VirtualClock;

beforeAll(async () => {
  api = await startTestApi();
  api.platform.mail = { send: async () => ({ outcome: 'sent' }) };
});
afterAll(() => api.close());

beforeEach(async () => {
  partner = await api.addPartner();
  clock = new VirtualClock(api.platform, partner.tenant);
  await clock.moveTo(new Date('2030-09-02T05:00:00Z'));
});

interface BoardView {
  persons: number;
  without_date: number;
  overdue: number;
  open_tasks: number;
  months: { month: string; total: number; classes: Record<string, number> }[];
  stages: { stage: string; risk_class: string; step: string | null; persons: number }[];
  weeks: { week: string; due: number; planned: number; expected_cases: number | null }[];
  conversion: { invitations: number; opened: number; submitted: number } | null;
}
const board = async () => (await partner.call<BoardView>('GET', '/reident/v1/board')).body;
const seen = (day: string, fields = {}) =>
  makePerson(partner, { identified_at: `${day}T00:00:00Z`, email: 'a@kunde.example', ...fields });

/** Invites everybody who is due until the end of the year. */
async function inviteAll(): Promise<void> {
  const plan = { name: 'All', who: { due_to: '2030-12-31' }, per_day: 100, channels: ['email'] };
  const { body } = await partner.call<{ id: string }>('POST', '/reident/v1/campaigns', plan);
  await partner.call('POST', `/reident/v1/campaigns/${body.id}/start`);
}

const stageCounts = ({ stages }: BoardView) =>
  Object.fromEntries(stages.map(({ stage, risk_class, persons }) => [`${stage} ${risk_class}`, persons]));

describe('the board', () => {
  it('counts due dates by month and class, what is overdue, and whoever has no date, apart', async () => {
    await seen('2025-10-01');
    await seen('2025-10-15');
    await seen('2025-08-01');
    const high = await seen('2029-10-20');
    await partner.call('PUT', `/reident/v1/persons/${high}/risk_profile`, { risk_class: 'high' });
    await makePerson(partner);
    const found = await board();
    expect(found).toMatchObject({ persons: 5, without_date: 1, overdue: 1, conversion: null });
    expect(found.months).toHaveLength(61);
    expect(found.months[0]).toEqual({ month: '2030-09', total: 0, classes: {} });
    expect(found.months[1]).toEqual({ month: '2030-10', total: 3, classes: { normal: 2, high: 1 } });
    expect(found.months.at(-1)?.month).toBe('2035-09');
    expect(found.weeks.map(({ week }) => week).slice(0, 2)).toEqual(['2030-09-02', '2030-09-09']);
    expect(found.weeks.reduce((sum, { due }) => sum + due, 0)).toBe(3);
  });

  it('moves with each invitation: planned, invited, dead, done; and says what to expect once enough is measured', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push(await seen('2025-10-01'));
    await inviteAll();
    await clock.work();
    expect(stageCounts(await board())).toEqual({ 'planned normal': 20 });
    expect((await board()).weeks[0]).toMatchObject({ planned: 20, expected_cases: null });
    await clock.runUntil(new Date('2030-09-02T20:00:00Z'));
    expect(stageCounts(await board())).toEqual({ 'invited normal': 20 });
    const { body } = await partner.call<{ identification_id: string }[]>('GET', '/reident/v1/invitations?page[size]=5');
    for (const { identification_id } of body) await report(partner, identification_id, 'SUCCESS');
    expect(stageCounts(await board())).toEqual({ 'invited normal': 15, 'done normal': 5 });
    expect((await board()).conversion).toEqual({ invitations: 20, opened: 0.25, submitted: 0.25 });
    await clock.runUntil(new Date('2030-09-30T20:00:00Z'));
    expect(stageCounts(await board())).toEqual({ 'dead normal': 15, 'done normal': 5 });
  });

  it('is somebody else’s for another partner, and empty there', async () => {
    await seen('2025-10-01');
    await inviteAll();
    await clock.work();
    partner = await api.addPartner();
    expect(await board()).toMatchObject({ persons: 0, overdue: 0, stages: [], open_tasks: 0 });
    expect((await partner.call('GET', '/reident/v1/board/rows')).text.trim().split('\r\n')).toHaveLength(1);
  });

  it('gives out the persons behind it as CSV, by the same filter as the list', async () => {
    const early = await seen('2025-10-01');
    await seen('2028-01-01');
    await inviteAll();
    await clock.work();
    const all = await partner.call('GET', '/reident/v1/board/rows');
    expect(all.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(all.text.trim().split('\r\n')).toHaveLength(3);
    const some = await partner.call('GET', '/reident/v1/board/rows?due_to=2030-12-31');
    const [head, row] = some.text.trim().split('\r\n');
    expect(head).toBe('person_id,due_on,rule,risk_class,campaign_id,stage,step');
    expect(row).toMatch(new RegExp(`^${early},2030-10-01,cycle,normal,[0-9a-f]{32},planned,$`));
  });

  it('leads to what happened to a person, in order', async () => {
    const person = await seen('2025-10-01');
    await partner.call('POST', `/reident/v1/persons/${person}/events`, { kind: 'moved' });
    await inviteAll();
    await clock.runUntil(new Date('2030-09-02T20:00:00Z'));
    const { body } = await partner.call<{ kind: string; at: string }[]>(
      'GET',
      `/reident/v1/persons/${person}/timeline`,
    );
    const kinds = body.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['due', 'event', 'invited', 'message', 'identification']));
    expect(body.map(({ at }) => at)).toEqual(body.map(({ at }) => at).sort());
  });
});
