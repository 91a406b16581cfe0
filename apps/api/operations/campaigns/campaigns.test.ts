import { localTime, maySendAt, USUAL_SENDING_TIMES } from '@reident/domain/rekyc';
import type { Mail } from '@reident/platform';
import { insertSubscription, sql } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPdfText } from '../../../../packages/platform/kyc-report/read-pdf-text.ts';
import { makePerson, report } from '../../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../../tests/fixtures/api/start-test-api.ts';
import { Killed, mortal, VirtualClock } from '../../../../tests/fixtures/rekyc/virtual-clock.ts';

let api: TestApi;
let partner: TestPartner;
let clock: VirtualClock;
let mails: (Mail & { at: Date })[];

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** A partner of its own for each test: what is due for one is nobody else's business. */
beforeEach(async () => {
  partner = await api.addPartner();
  clock = new VirtualClock(api.platform, partner.tenant);
  mails = [];
  const sent = mails;
  const ours = clock;
  api.platform.mail = {
    async send(mail) {
      sent.push({ ...mail, at: await ours.now() });
      return { outcome: 'sent' };
    },
  };
  // Today is not in the hands of a test; the Monday of a week without holidays is.
  await clock.moveTo(new Date('2030-09-02T05:00:00Z'));
});

interface CampaignView {
  id: string;
  state: string;
  counts: Record<string, number>;
}
interface InvitationView {
  id: string;
  person_id: string;
  state: string;
  why: string | null;
  planned_at: string;
  invited_at: string | null;
  identification_id: string | null;
  reminders: number;
  warned_at: string | null;
  task: { why: string; closed_at: string | null } | null;
}

const LAST_SEEN = '2025-10-01T00:00:00Z';
const customer = (fields: Record<string, unknown> = {}) =>
  makePerson(partner, { identified_at: LAST_SEEN, email: 'erika@kunde.example', ...fields });

const PLAN = { name: 'Autumn', who: { due_to: '2030-12-31' }, per_day: 10, channels: ['email'] };

async function create(plan: Record<string, unknown> = {}): Promise<string> {
  const answer = await partner.call<CampaignView & ErrorsBody>('POST', '/reident/v1/campaigns', { ...PLAN, ...plan });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}
const act = (id: string, action: string) => partner.call<CampaignView>('POST', `/reident/v1/campaigns/${id}/${action}`);
const campaign = async (id: string) => (await partner.call<CampaignView>('GET', `/reident/v1/campaigns/${id}`)).body;
const invitations = async (query = '') =>
  (await partner.call<InvitationView[]>('GET', `/reident/v1/invitations?page[size]=1000${query}`)).body;
const until = (day: string, hour = 23) => clock.runUntil(new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`));

describe('a campaign', () => {
  it('invites who is due, spread over the hours of the days, and nobody else', async () => {
    const due = [];
    for (let n = 0; n < 12; n += 1) due.push(await customer());
    await customer({ identified_at: '2029-01-01T00:00:00Z' });
    await makePerson(partner, { email: 'nobody@kunde.example' });
    const id = await create({ per_day: 5 });
    await act(id, 'start');
    await until('2030-09-06');
    expect(mails).toHaveLength(12);
    const days = new Map<string, number>();
    for (const { at } of mails) {
      expect(maySendAt(at, USUAL_SENDING_TIMES), at.toISOString()).toBe(true);
      const { day } = localTime(at, 'Europe/Berlin');
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    expect([...days.values()]).toEqual([5, 5, 2]);
    expect(new Set((await invitations()).map((one) => one.person_id))).toEqual(new Set(due));
    expect((await campaign(id)).state).toBe('finished');
  });

  it('tries itself out first: exactly what then happens, and nothing is sent', async () => {
    for (let n = 0; n < 7; n += 1) await customer();
    await customer({ email: 'somebody@real-bank.com' });
    await customer({ address: { country: 'FR' } });
    const id = await create({ per_day: 3 });
    const { body } = await partner.call<{ invited: number; excluded: object[]; days: object[]; conversion: null }>(
      'GET',
      `/reident/v1/campaigns/${id}/dry_run`,
    );
    expect(body).toMatchObject({ invited: 7, conversion: null });
    expect(body.excluded).toEqual([
      { why: 'not_eligible', persons: 1 },
      { why: 'no_channel', persons: 1 },
    ]);
    expect(body.days).toMatchObject([
      { day: '2030-09-02', invitations: 3, expected_sessions: null },
      { day: '2030-09-03', invitations: 3 },
      { day: '2030-09-04', invitations: 1 },
    ]);
    const rows = await partner.call('GET', `/reident/v1/campaigns/${id}/dry_run/rows`);
    const planned = rows.text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(planned).toHaveLength(9);
    expect(mails).toEqual([]);
    expect(await invitations()).toEqual([]);
    await act(id, 'start');
    await until('2030-09-05');
    const happened = (await invitations('&state=invited')).map((one) => [
      one.person_id,
      localTime(new Date(one.invited_at ?? ''), 'Europe/Berlin'),
    ]);
    const foreseen = planned.flatMap(([person, , , , at = '']) =>
      at === '' ? [] : [[person, localTime(new Date(at), 'Europe/Berlin')]],
    );
    expect(happened.sort()).toEqual(foreseen.sort());
    // Nobody wrote to an address that could be a stranger's, and a person looks at both cases.
    expect((await invitations('&open_tasks=true')).map((one) => one.task?.why).sort()).toEqual([
      'no_channel',
      'not_eligible',
    ]);
  });

  it('can be started, paused, resumed and stopped any number of times, and sends nothing while it stands', async () => {
    for (let n = 0; n < 9; n += 1) await customer();
    const id = await create({ per_day: 3 });
    for (const answer of [await act(id, 'start'), await act(id, 'start')]) expect(answer.body.state).toBe('running');
    await until('2030-09-02');
    expect(mails).toHaveLength(3);
    for (const answer of [await act(id, 'pause'), await act(id, 'pause')]) expect(answer.body.state).toBe('paused');
    await until('2030-09-10');
    expect(mails).toHaveLength(3);
    for (const answer of [await act(id, 'resume'), await act(id, 'resume')]) expect(answer.body.state).toBe('running');
    await until('2030-09-11');
    expect(mails).toHaveLength(6);
    for (const answer of [await act(id, 'stop'), await act(id, 'stop')]) expect(answer.body.state).toBe('stopped');
    await until('2030-09-20');
    expect(mails).toHaveLength(6);
    expect((await campaign(id)).counts).toMatchObject({ invited: 6, withdrawn: 3, planned: 0 });
    expect((await act(id, 'start')).status).toBe(412);
  });

  it('divides what is left anew where no worker was there for days, instead of sending all at once', async () => {
    for (let n = 0; n < 12; n += 1) await customer();
    const id = await create({ per_day: 3 });
    await act(id, 'start');
    await clock.work();
    await clock.moveTo(new Date('2030-09-05T10:00:00Z'));
    await until('2030-09-05');
    expect(mails).toHaveLength(3);
    await until('2030-09-12');
    expect(mails).toHaveLength(12);
  });

  it('goes on with everybody else where one step fails, and tries that one again', async () => {
    for (let n = 0; n < 5; n += 1) await customer();
    await act(await create(), 'start');
    const { publicUrl } = api.platform.config;
    let asked = 0;
    // What the second link is made of is out of order for a moment.
    Object.defineProperty(api.platform.config, 'publicUrl', {
      configurable: true,
      get() {
        asked += 1;
        if (asked === 2) throw new Error('out of order');
        return publicUrl;
      },
    });
    await until('2030-09-02');
    Object.defineProperty(api.platform.config, 'publicUrl', { configurable: true, writable: true, value: publicUrl });
    expect(mails).toHaveLength(5);
    expect(api.logged.some((line) => line.includes('a step of an invitation failed'))).toBe(true);
  });

  it('that stands looks every day for whoever has become due', async () => {
    const id = await create({ who: { due_within_days: 30 } });
    await act(id, 'start');
    await customer({ identified_at: '2025-10-20T00:00:00Z' });
    await until('2030-09-13');
    expect(mails).toEqual([]);
    await until('2030-09-21');
    expect(mails.map(({ at }) => localTime(at, 'Europe/Berlin').day)).toEqual(['2030-09-20']);
    expect((await campaign(id)).state).toBe('running');
  });
});

describe('nobody is invited', () => {
  it('twice for the same cause, in no campaign, also not when the class moves the date', async () => {
    const person = await customer();
    for (const name of ['one', 'two']) await act(await create({ name }), 'start');
    await until('2030-09-03');
    await partner.call('PUT', `/reident/v1/persons/${person}/risk_profile`, { risk_class: 'high' });
    await act(await create({ name: 'three' }), 'start');
    await until('2030-09-05');
    expect(mails).toHaveLength(1);
    const dry = await partner.call<{ excluded: object[] }>('GET', `/reident/v1/campaigns/${await create()}/dry_run`);
    expect(dry.body.excluded).toEqual([{ why: 'already_invited', persons: 1 }]);
  });

  it('after a success, an objection, or under a legal hold that forbids it, also if that comes after the plan', async () => {
    const [identified, objecting, held, open, left] = [
      await customer(),
      await customer(),
      await customer(),
      await customer(),
      await customer(),
    ];
    const id = await create();
    await act(id, 'start');
    await clock.work();
    const base = `/v1/persons/${identified}/identifications`;
    const own = await partner.call<{ id: string }>('POST', base, { method: 'idnow_autoident' });
    await partner.call('PATCH', `${base}/${own.body.id}/request`);
    await report(partner, own.body.id, 'SUCCESS');
    await partner.call('PUT', `/reident/v1/persons/${objecting}/objection`);
    await partner.call('PUT', `/reident/v1/persons/${held}/legal_hold`);
    await partner.call('PUT', `/reident/v1/persons/${open}/legal_hold?allows_contact=true`);
    await partner.call('POST', `/reident/v1/persons/${left}/erasure`, { relationship_ended_on: '2030-09-01' });
    await until('2030-09-20');
    expect((await invitations('&state=invited')).map((one) => one.person_id)).toEqual([open]);
    expect(mails).toHaveLength(1);
    const why = Object.fromEntries((await invitations('&state=withdrawn')).map((one) => [one.person_id, one.why]));
    expect(why).toMatchObject({ [identified]: 'no_longer_due', [objecting]: 'objected', [held]: 'legal_hold' });
  });

  it('twice by a worker that is killed between any two transactions', async () => {
    for (let n = 0; n < 4; n += 1) await customer();
    await act(await create(), 'start');
    const end = new Date('2030-09-02T20:00:00Z');
    let deaths = 0;
    for (let life = 1; ; life = (life % 9) + 1) {
      try {
        await clock.with(mortal(api.platform, life)).runUntil(end);
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        deaths += 1;
        await clock.endLeases();
        // Whoever never lives long enough gets nowhere.
        if (deaths > 200) break;
      }
    }
    await clock.runUntil(end);
    expect(deaths).toBeGreaterThan(5);
    const ids = mails.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // What died while it was sent is not sent again, and somebody looks.
    const list = await invitations('&state=invited');
    expect(list).toHaveLength(4);
    for (const { id, task } of list) {
      const { body } = await partner.call<{ messages: { state: string }[] }>('GET', `/reident/v1/invitations/${id}`);
      expect(body.messages).toHaveLength(1);
      expect([body.messages[0]?.state, task?.why ?? null]).toEqual(
        body.messages[0]?.state === 'sent' ? ['sent', null] : ['unknown', 'message_unknown'],
      );
    }
  });
});

describe('an invitation', () => {
  it('is followed by reminders, the warning to the partner and a task for a person, in this order', async () => {
    const person = await customer();
    const id = await create({
      reminders: [{ after_days: 7 }, { after_days: 14 }],
      warn_after_days: 21,
      task_after_days: 28,
    });
    await act(id, 'start');
    await until('2030-10-15');
    const days = mails.map(({ at }) => localTime(at, 'Europe/Berlin').day);
    expect(days).toEqual(['2030-09-02', '2030-09-09', '2030-09-16']);
    const [one] = await invitations(`&person_id=${person}`);
    expect(one).toMatchObject({ state: 'invited', reminders: 2, task: { why: 'overdue', closed_at: null } });
    expect(one?.warned_at?.slice(0, 10)).toBe('2030-09-23');
    const closed = await partner.call<InvitationView>('POST', `/reident/v1/invitations/${one?.id}/close_task`);
    expect(closed.body.task?.closed_at).not.toBeNull();
    expect((await partner.call('POST', `/reident/v1/invitations/${one?.id}/close_task`)).body).toEqual(closed.body);
    expect((await campaign(id)).state).toBe('finished');
  });

  it('has a new link in its reminder where the old one is dead', async () => {
    await customer();
    await act(await create({ reminders: [{ after_days: 20 }] }), 'start');
    await until('2030-09-02');
    const [first] = await invitations();
    await until('2030-09-25');
    const [second] = await invitations();
    expect(second?.identification_id).not.toBe(first?.identification_id);
    const links = mails.map(({ text }) => /https?:\/\/\S+/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(2);
    expect(links[1]).toContain(second?.identification_id);
  });

  it('ends with the success, and nothing is sent afterwards', async () => {
    const person = await customer();
    await act(await create({ reminders: [{ after_days: 7 }], warn_after_days: 8, task_after_days: 9 }), 'start');
    await until('2030-09-02');
    const [one] = await invitations();
    await report(partner, one?.identification_id ?? '', 'SUCCESS');
    await until('2030-10-30');
    expect(mails).toHaveLength(1);
    expect(await invitations()).toMatchObject([{ state: 'done', task: null }]);
    const { body } = await partner.call<{ due_on: string }>('GET', `/reident/v1/persons/${person}/due`);
    expect(body.due_on).toBe('2035-09-02');
  });

  it('that is dead does not stand in the way of the next cause', async () => {
    const person = await customer();
    await act(await create({ name: 'first' }), 'start');
    await until('2030-09-20');
    await partner.call('POST', `/reident/v1/persons/${person}/events`, { kind: 'suspicion' });
    // The earliest reason is still the cycle, so the event must bring the person forward.
    await act(await create({ name: 'second', who: { due_within_days: 60 } }), 'start');
    await until('2030-09-25');
    expect(mails).toHaveLength(2);
    expect((await invitations()).map((one) => one.state).sort()).toEqual(['invited', 'lapsed']);
  });

  it('does not tell the customer why: it may be a suspicion', async () => {
    const person = await customer();
    await partner.call('POST', `/reident/v1/persons/${person}/events`, { kind: 'suspicion' });
    await act(await create({ language: 'en' }), 'start');
    await until('2030-09-03');
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/suspic|event|verdacht/i);
  });

  it('speaks in the words of the partner, who cannot leave the link out', async () => {
    await customer();
    const text = { subject: '{bank} bittet', body: 'Bitte: {link} bis {due_on} ({ident_id})' };
    await act(await create({ text }), 'start');
    await until('2030-09-02');
    expect(mails[0]).toMatchObject({ subject: 'Test Bank bittet' });
    expect(mails[0]?.text).toMatch(/^Bitte: http\S+ bis 01\.10\.2030 \(TS2-\w{5}\)$/);
    for (const body of ['no link', '{link} {password}'])
      expect((await partner.call('POST', '/reident/v1/campaigns', { ...PLAN, text: { ...text, body } })).status).toBe(
        400,
      );
  });

  it('is a letter with the Ident-ID and a code to scan', async () => {
    await customer({
      email: undefined,
      address: { line_1: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin', country: 'DE' },
    });
    await act(await create({ channels: ['email', 'letter'] }), 'start');
    await until('2030-09-02');
    const [one] = await invitations();
    const letter = await api.send({
      method: 'GET',
      url: `/reident/v1/invitations/${one?.id}/letter`,
      headers: { authorization: `Bearer ${partner.token}` },
    });
    expect(letter.headers['content-type']).toBe('application/pdf');
    const written = readPdfText(letter.rawPayload).join(' ').replace(/\s+/g, ' ');
    expect(written).toContain('Hauptstraße 1');
    expect(written).toMatch(/Ihre Ident-ID: TS2-\w{5}/);
  });

  it('that its carrier refuses is a task, and one that it puts off is tried again within the hours', async () => {
    await customer();
    const answers = [
      { outcome: 'later', fault: 'smtp_450' },
      { outcome: 'refused', fault: 'smtp_550' },
    ] as const;
    let tries = 0;
    api.platform.mail = { send: async () => answers[tries++] ?? { outcome: 'sent' } };
    await act(await create(), 'start');
    await until('2030-09-03');
    expect(tries).toBe(2);
    expect(await invitations()).toMatchObject([{ state: 'invited', task: { why: 'message_refused' } }]);
  });
});

describe('a plan that makes no sense', () => {
  it.each([
    ['no day to send on', { times: { weekdays: [7], from_hour: 9, to_hour: 8 } }],
    ['an end before its start', { starts_on: '2031-01-02', ends_on: '2031-01-01' }],
    ['a class that does not exist', { who: { risk_classes: ['nobody'] } }],
    ['a time zone that does not exist', { times: { time_zone: 'Europe/Atlantis' } }],
    ['no channel', { channels: [] }],
    ['nobody a day', { per_day: 0 }],
  ])('with %s is refused', async (_, plan) => {
    expect((await partner.call('POST', '/reident/v1/campaigns', { ...PLAN, ...plan })).status).toBe(400);
  });

  it('cannot be started without somebody who carries its messages', async () => {
    api.platform.mail = undefined;
    const refused = await act(await create(), 'start');
    expect(refused.status).toBe(422);
    const unheard = await act(await create({ channels: ['webhook'] }), 'start');
    expect((unheard.body as unknown as ErrorsBody).errors[0]?.detail).toContain('IDENTIFICATION_INVITATION');
  });

  it('can be changed only while it is a draft', async () => {
    const id = await create();
    const changed = await partner.call<CampaignView & { per_day: number }>('PUT', `/reident/v1/campaigns/${id}`, {
      ...PLAN,
      per_day: 77,
    });
    expect(changed.body.per_day).toBe(77);
    await act(id, 'start');
    expect((await partner.call('PUT', `/reident/v1/campaigns/${id}`, PLAN)).status).toBe(412);
  });
});

it('the partner hears of an invitation by a webhook with the link, where that is the channel', async () => {
  await customer();
  const { database } = api.platform;
  await database.inTenant(partner.tenant.id, (tx) =>
    insertSubscription(
      tx,
      { eventType: 'IDENTIFICATION_INVITATION', url: 'https://partner.example/hook', secret: 'a secret of the test' },
      { kind: 'partner', id: null },
    ),
  );
  await act(await create({ channels: ['webhook'] }), 'start');
  await until('2030-09-02');
  const sent = await database.inTenant(partner.tenant.id, (tx) =>
    tx.query(
      sql<{ event_type: string }>`select event_type from notifications where event_type = 'IDENTIFICATION_INVITATION'`,
    ),
  );
  expect(sent).toHaveLength(1);
});

it.each([
  ['live', '+4915112345678', ['+4915112345678']],
  ['sandbox', '0151 1234567', []],
] as const)('a text message of a %s tenant to %s reaches %j', async (kind, number, expected) => {
  const numbers: string[] = [];
  api.platform.sms = {
    async send(message) {
      numbers.push(message.number);
    },
  };
  const bank = await api.addPartner({ kind });
  const address = { country: 'DE' };
  await makePerson(bank, { identified_at: '2015-01-01T00:00:00Z', mobile_number: number, address });
  // At any hour of any day: the clock of a live tenant cannot be moved.
  const times = { from_hour: 0, to_hour: 24, weekdays: [1, 2, 3, 4, 5, 6, 7], skip_holidays: false };
  const plan = { ...PLAN, channels: ['sms'], who: {}, times };
  const made = await bank.call<{ id: string }>('POST', '/reident/v1/campaigns', plan);
  await bank.call('POST', `/reident/v1/campaigns/${made.body.id}/start`);
  await new VirtualClock(api.platform, bank.tenant).work();
  expect(numbers).toEqual(expected);
  const [one] = (await bank.call<InvitationView[]>('GET', '/reident/v1/invitations')).body;
  const { body } = await bank.call<{ messages: { state: string }[] }>('GET', `/reident/v1/invitations/${one?.id}`);
  expect(body.messages).toMatchObject([{ state: 'sent' }]);
});
