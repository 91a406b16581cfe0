import { DUE_RULES, PERSON_EVENTS } from '@reident/domain/rekyc';
import { jobHandlersOf } from '@reident/platform';
import { completeJob, leaseJobs, sql } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, makePerson, report } from '../../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let partner: TestPartner;

beforeAll(async () => {
  api = await startTestApi();
  partner = api.partner;
});
afterAll(() => api.close());

interface Due {
  due_on: string | null;
  rule: string | null;
  risk_class: string;
  reasons: { rule: string; due_on: string }[];
  moves: { by: string; due_on: string | null; moves: boolean }[];
}

const dueOf = async (id: string) => (await partner.call<Due>('GET', `/reident/v1/persons/${id}/due`)).body;
const historyOf = async (id: string) =>
  (await partner.call<{ change: string; due_on: string | null }[]>('GET', `/reident/v1/persons/${id}/due_history`))
    .body;
const identified = (day: string) => makePerson(partner, { identified_at: `${day}T12:00:00Z` });
const setClass = (id: string, risk_class: string) =>
  partner.call<Due>('PUT', `/reident/v1/persons/${id}/risk_profile`, { risk_class });

const today = async () => {
  const { body } = await partner.call<{ now: string }>('GET', '/sandbox/clock');
  return body.now.slice(0, 10);
};
const inYears = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

async function runJobs(): Promise<void> {
  const { database } = api.platform;
  for (;;) {
    const jobs = await leaseJobs(database, { kinds: ['refresh_due'], limit: 10, leaseSeconds: 60 });
    if (jobs.length === 0) return;
    for (const job of jobs) {
      await jobHandlersOf({})[job.kind].handle(job, api.platform);
      await completeJob(database, job);
    }
  }
}

describe('the due date of a person', () => {
  it('follows from the former identification that the partner imported, with the reason and what would move it', async () => {
    const id = await identified('2024-02-29');
    expect(await dueOf(id)).toMatchObject({ due_on: '2029-02-28', rule: 'cycle', risk_class: 'normal' });
    const day = await today();
    expect((await dueOf(id)).moves).toEqual([
      { by: 'identification', due_on: inYears(day, 5), moves: true },
      { by: 'data_confirmation', due_on: '2029-02-28', moves: false },
    ]);
  });

  it('is not made up for somebody of whom nothing is known', async () => {
    const id = await makePerson(partner);
    expect(await dueOf(id)).toMatchObject({ due_on: null, rule: null, reasons: [] });
    expect(await historyOf(id)).toEqual([]);
  });

  it('is a year after the identification for a high risk, and the history keeps both', async () => {
    const id = await identified('2025-03-01');
    expect((await setClass(id, 'high')).body).toMatchObject({ due_on: '2026-03-01', risk_class: 'high' });
    expect(await historyOf(id)).toMatchObject([
      { change: 'created', due_on: '2030-03-01' },
      { change: 'class_changed', due_on: '2026-03-01' },
    ]);
    // Saying the same again is no news.
    await setClass(id, 'high');
    expect(await historyOf(id)).toHaveLength(2);
    expect((await setClass(id, 'nobody_knows')).status).toBe(400);
  });

  it('begins anew with a success, here with all reported events settled', async () => {
    const { id, personId } = await makeIdentification(partner, {
      person: { identified_at: '2019-01-01T00:00:00Z' },
      requested: true,
    });
    await partner.call('POST', `/reident/v1/persons/${personId}/events`, { kind: 'suspicion' });
    expect((await dueOf(personId)).due_on).toBe('2024-01-01');
    await report(partner, id, 'SUCCESS');
    const day = await today();
    expect(await dueOf(personId)).toMatchObject({ due_on: inYears(day, 5).replace('02-29', '02-28'), rule: 'cycle' });
    const events = await partner.call<unknown[]>('GET', `/reident/v1/persons/${personId}/events`);
    expect(events.body).toMatchObject([{ kind: 'suspicion', settled_by: 'identification' }]);
  });

  it('is the last day of the document on file where that is earlier', async () => {
    const id = await identified('2025-03-01');
    const answer = await partner.call('PATCH', `/v1/persons/${id}/update_for_development`, {
      legitimation_valid_until: '2027-05-31',
    });
    expect(answer.status).toBe(200);
    expect(await dueOf(id)).toMatchObject({ due_on: '2027-05-31', rule: 'document_expires' });
    expect((await dueOf(id)).reasons).toHaveLength(2);
  });
});

describe('an event that the partner reports', () => {
  it.each(Object.keys(PERSON_EVENTS))('%s makes the person due within its days, once', async (kind) => {
    const id = await identified('2025-03-01');
    const day = await today();
    const send = () =>
      partner.call<{ id: string; due_on: string }>('POST', `/reident/v1/persons/${id}/events`, { kind });
    const first = await send();
    expect(first.status).toBe(201);
    expect((await send()).body).toEqual(first.body);
    const days = (Date.parse(first.body.due_on) - Date.parse(day)) / 86_400_000;
    expect(days).toBe(PERSON_EVENTS[kind as keyof typeof PERSON_EVENTS].withinDays);
    expect(await dueOf(id)).toMatchObject({ rule: 'event', due_on: first.body.due_on });
    expect(await historyOf(id)).toHaveLength(2);
  });

  it('is settled by a confirmation of the data where that is enough', async () => {
    const id = await identified('2025-03-01');
    for (const kind of ['moved', 'name_changed'])
      await partner.call('POST', `/reident/v1/persons/${id}/events`, { kind });
    await partner.call('PATCH', `/v1/persons/${id}`, { aml_confirmed_on: await today() });
    const { body } = await partner.call<{ kind: string; settled_by: string | null }[]>(
      'GET',
      `/reident/v1/persons/${id}/events`,
    );
    expect(body.map(({ kind, settled_by }) => [kind, settled_by])).toEqual(
      expect.arrayContaining([
        ['moved', 'data_confirmation'],
        ['name_changed', null],
      ]),
    );
  });

  it('cannot lie in the future, and cannot be used to gain time', async () => {
    const id = await identified('2025-03-01');
    const path = `/reident/v1/persons/${id}/events`;
    expect((await partner.call('POST', path, { kind: 'moved', occurred_on: '2999-01-01' })).status).toBe(400);
    const { body } = await partner.call<{ due_on: string }>('POST', path, { kind: 'suspicion', due_on: '2999-01-01' });
    expect(body.due_on).toBe(await today());
  });
});

describe('the risk classes', () => {
  const put = (code: string, body: object) => partner.call<ErrorsBody>('PUT', `/reident/v1/risk_classes/${code}`, body);

  it.each([
    ['normal', { law_class: 'normal', cycle_years: 6 }],
    ['high', { law_class: 'high', cycle_years: 2 }],
    ['high', { law_class: 'normal', cycle_years: 5 }],
    ['own', { law_class: 'high', cycle_years: 2 }],
    ['own', { law_class: 'normal', cycle_years: 0 }],
  ])('cannot have a longer cycle than the law allows: %s %o', async (code, body) => {
    expect((await put(code, body)).status).toBe(400);
  });

  it('may be made by the partner, and a change moves the dates of everybody in them', async () => {
    expect((await put('middle', { law_class: 'normal', cycle_years: 3 })).status).toBe(200);
    const ids = [await identified('2025-03-01'), await identified('2025-04-01')];
    for (const id of ids) await setClass(id, 'middle');
    expect((await dueOf(ids[0] as string)).due_on).toBe('2028-03-01');
    await put('middle', { law_class: 'normal', cycle_years: 2 });
    await runJobs();
    const list = await partner.call<{ person_id: string; due_on: string }[]>(
      'GET',
      '/reident/v1/due?risk_class=middle',
    );
    expect(list.body.map(({ person_id, due_on }) => [person_id, due_on])).toEqual([
      [ids[0], '2027-03-01'],
      [ids[1], '2027-04-01'],
    ]);
    expect(list.headers.total).toBe('2');
  });

  it('let a confirmation of data count only where the tenant allows that', async () => {
    const counts = { law_class: 'normal', cycle_years: 5, confirmation_counts: true };
    const refused = await put('light', counts);
    expect(refused.status).toBe(403);
    expect(refused.body.errors[0]?.detail).toContain('rule data_confirmation');
  });

  it('are two at least, and the rules name their source', async () => {
    const { body } = await partner.call<{ code: string }[]>('GET', '/reident/v1/risk_classes');
    expect(body.map(({ code }) => code)).toEqual(expect.arrayContaining(['normal', 'high']));
    const rules = await partner.call<{ rules: { rule: string; source: string }[] }>('GET', '/reident/v1/due_rules');
    expect(rules.body.rules.map(({ rule }) => rule)).toEqual(Object.keys(DUE_RULES));
    for (const { source } of rules.body.rules) expect(source).not.toBe('');
  });
});

describe('what is kept of due dates', () => {
  it('is worked out for whoever was there before', async () => {
    const other = await api.addPartner();
    const id = await makePerson(other, { identified_at: '2023-07-01T00:00:00Z' });
    await api.platform.database.inTenant(other.tenant.id, async (tx) => {
      await tx.query(sql`delete from due_states`);
      await tx.query(sql`insert into jobs (tenant_id, id, kind, key, payload, due_at, created_at)
        values (${other.tenant.id}, 'backfill', 'refresh_due', 'all', '{"everybody": true}', ${tx.now}, ${tx.now})`);
    });
    await runJobs();
    const { body } = await other.call<Due>('GET', `/reident/v1/persons/${id}/due`);
    expect(body).toMatchObject({ due_on: '2028-07-01' });
    const list = await other.call<unknown[]>('GET', '/reident/v1/due');
    expect(list.body).toHaveLength(1);
  });

  it('goes with the person [DAT-2]', async () => {
    const id = await identified('2025-03-01');
    await partner.call('POST', `/reident/v1/persons/${id}/events`, { kind: 'suspicion' });
    await partner.call('PUT', `/reident/v1/persons/${id}/objection`);
    expect((await partner.call('POST', `/reident/v1/persons/${id}/erasure`, {})).status).toBe(200);
    const left = await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      tx.query(sql<{ n: number }>`
        select (select count(*) from due_states where person_id = ${id})
             + (select count(*) from due_history where person_id = ${id})
             + (select count(*) from person_events where person_id = ${id}) as n`),
    );
    expect(left).toEqual([{ n: 0 }]);
    expect((await partner.call('GET', `/reident/v1/persons/${id}/due`)).status).toBe(404);
  });

  it('knows who does not want to be written to', async () => {
    const id = await identified('2025-03-01');
    const path = `/reident/v1/persons/${id}/objection`;
    const first = await partner.call<{ objected_at: string }>('PUT', path);
    expect((await partner.call('PUT', path)).body).toEqual(first.body);
    expect(first.body.objected_at).not.toBeNull();
    expect((await partner.call('DELETE', path)).body).toMatchObject({ objected_at: null, due_on: '2030-03-01' });
  });
});
