import { canHappen, IDENT_EVENTS, type IdentEvent, nextStatus } from '@reident/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import {
  makeIdentification,
  makePerson,
  makeTenant,
  PARTNER,
  request,
  subscribe,
} from '../../../tests/fixtures/store/make.ts';
import { listAudit } from '../access/record-audit.ts';
import { leaseDeliveries } from '../queue/deliveries.ts';
import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Tenant } from '../types.ts';
import { changeStatus, insertIdentification } from './change-status.ts';
import {
  findIdentification,
  findIdentificationByLink,
  findIdentificationByReference,
  listEvents,
} from './identifications.ts';

let test: TestDatabase;
let tenant: Tenant;
const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** Rows that must come and go together with the row of the identification. */
async function traces(id: string) {
  return inTenant(async (tx) => {
    const [row] = await tx.query(sql<{ events: number; notifications: number; deliveries: number; audit: number }>`
      select (select count(*) from identification_events where identification_id = ${id}) as events,
             (select count(*) from notifications where entity_id = ${id}) as notifications,
             (select count(*) from deliveries where entity_id = ${id}) as deliveries,
             (select count(*) from audit_log where entity = ${id}) as audit`);
    return row;
  });
}

describe('a new identification', () => {
  beforeAll(async () => {
    tenant = await makeTenant(test.database);
  });

  it('is created together with its event, its notification for every subscription, and its audit entry [REL-1]', async () => {
    await inTenant(async (tx) => {
      await subscribe(tx);
      await subscribe(tx);
      await subscribe(tx, 'PERSON_CHANGED');
    });
    const identification = await inTenant((tx) => makeIdentification(tx));
    expect(await traces(identification.id)).toEqual({ events: 1, notifications: 1, deliveries: 2, audit: 1 });
    expect(await inTenant((tx) => findIdentification(tx, identification.id))).toEqual(identification);
  });

  it('leaves an event but no notification where nobody listens', async () => {
    const lonely = await makeTenant(test.database);
    const identification = await test.database.inTenant(lonely.id, (tx) => makeIdentification(tx));
    tenant = lonely;
    expect(await traces(identification.id)).toEqual({ events: 1, notifications: 0, deliveries: 0, audit: 1 });
  });

  it('needs a person of the tenant', async () => {
    const other = await makeTenant(test.database);
    const person = await test.database.inTenant(other.id, (tx) => makePerson(tx));
    await expect(inTenant((tx) => makeIdentification(tx, person.id))).rejects.toMatchObject({
      code: 'model_not_found',
    });
  });
});

describe('a change of status', () => {
  beforeAll(async () => {
    tenant = await makeTenant(test.database);
    await inTenant((tx) => subscribe(tx));
  });

  it('is told with exactly the published fields and the person, and those bytes never change [WH-1, WH-9]', async () => {
    const identification = await inTenant((tx) => makeIdentification(tx));
    const requested = await inTenant((tx) => request(tx, identification, 'TS2-ABCDE'));
    const leased = await leaseDeliveries(test.database, { limit: 50, leaseSeconds: 1 });
    const created = leased.find(({ notification }) => notification.entityId === identification.id);
    expect(created?.notification.body?.toString()).toBe(
      `{"id":"${identification.id}","reference":null,"url":null,"status":"created","completed_at":null,"method":"idnow_autoident","person_id":"${identification.personId}"}`,
    );
    expect(requested).toMatchObject({ status: 'pending', reference: 'TS2-ABCDE', version: 2 });
    expect(await traces(identification.id)).toMatchObject({ notifications: 2 });
  });

  it('that the partner cannot see is not told, but is an event', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx)));
    const reviewed = await inTenant((tx) =>
      changeStatus(tx, pending, 'review_started', { actor: PARTNER, result: 'REVIEW_PENDING' }),
    );
    expect(reviewed).toMatchObject({ status: 'pending', result: 'REVIEW_PENDING', version: 3 });
    expect(await traces(pending.id)).toEqual({ events: 3, notifications: 2, deliveries: 2, audit: 3 });
  });

  it('that the table of transitions refuses changes nothing [REL-8]', async () => {
    const identification = await inTenant((tx) => makeIdentification(tx));
    const attempt = inTenant((tx) => changeStatus(tx, identification, 'confirmed', { actor: PARTNER }));
    await expect(attempt).rejects.toMatchObject({ code: 'wrong_status' });
    expect(await inTenant((tx) => findIdentification(tx, identification.id))).toEqual(identification);
    expect(await traces(identification.id)).toMatchObject({ events: 1, notifications: 1 });
  });

  it('on an outdated reading is refused, so of two at once exactly one happens [REL-8]', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx)));
    const events = ['confirmed', 'canceled', 'aborted', 'failed'] as const;
    const outcomes = await Promise.allSettled(
      events.map((event) => inTenant((tx) => changeStatus(tx, pending, event, { actor: PARTNER }))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'stale_version' });
    }
    expect(await traces(pending.id)).toMatchObject({ events: 3, notifications: 3 });
  });

  it('replaces the former result together with its reason', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx)));
    const canceled = await inTenant((tx) =>
      changeStatus(tx, pending, 'canceled', { actor: PARTNER, result: 'CANCELED', reason: 'ID_BLURRY' }),
    );
    expect(canceled).toMatchObject({ result: 'CANCELED', reason: 'ID_BLURRY' });
    const confirmed = await inTenant((tx) =>
      changeStatus(tx, canceled, 'confirmed', { actor: PARTNER, result: 'SUCCESS' }),
    );
    expect(confirmed).toMatchObject({ result: 'SUCCESS', reason: null });
    expect(await inTenant((tx) => findIdentification(tx, pending.id))).toEqual(confirmed);
  });

  it('has its event, notification and audit entry exactly if it was committed, over random histories with rollbacks [REL-1, REL-8]', async () => {
    class Undone extends Error {}
    const step = fc.record({ event: fc.constantFrom<IdentEvent>(...IDENT_EVENTS), rolledBack: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        let known = await inTenant((tx) => makeIdentification(tx));
        let events = 1;
        let told = 1;
        for (const { event, rolledBack } of steps) {
          const possible = canHappen(known.status, event);
          const attempt = inTenant(async (tx) => {
            const changed = await changeStatus(tx, known, event, { actor: PARTNER });
            if (rolledBack) throw new Undone();
            return changed;
          });
          if (!possible) await expect(attempt).rejects.toMatchObject({ code: 'wrong_status' });
          else if (rolledBack) await expect(attempt).rejects.toBeInstanceOf(Undone);
          else {
            const changed = await attempt;
            expect(changed.status).toBe(nextStatus(known.status, event));
            events += 1;
            told += changed.status === known.status ? 0 : 1;
            known = changed;
          }
        }
        expect(await inTenant((tx) => findIdentification(tx, known.id))).toEqual(known);
        expect(await traces(known.id)).toEqual({ events, notifications: told, deliveries: told, audit: events });
      }),
      { numRuns: 60 },
    );
  });

  it('is remembered with who did it and from where to where', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx)));
    const operator = { kind: 'operator', id: 'somebody' } as const;
    await inTenant((tx) =>
      changeStatus(tx, pending, 'fraud_confirmed', { actor: operator, result: 'FRAUD_SUSPICION_CONFIRMED' }),
    );
    const events = await inTenant((tx) => listEvents(tx, pending.id));
    expect(events.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['created', null, 'created'],
      ['requested', 'created', 'pending'],
      ['fraud_confirmed', 'pending', 'canceled'],
    ]);
    expect(events.at(-1)).toMatchObject({ actor: operator, result: 'FRAUD_SUSPICION_CONFIRMED' });
    const audit = await inTenant((tx) => listAudit(tx, pending.id));
    expect(audit.map(({ action }) => action)).toEqual([
      'identification.created',
      'identification.requested',
      'identification.fraud_confirmed',
    ]);
  });
});

describe('finding an identification', () => {
  beforeAll(async () => {
    tenant = await makeTenant(test.database);
  });

  it('by the reference forgives case and stays inside the company', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx), 'TS2-QWERT'));
    const found = await findIdentificationByReference(test.database, tenant.company, ' ts2-qwert ');
    expect(found).toEqual({ tenantId: tenant.id, identificationId: pending.id });
    const other = await makeTenant(test.database);
    expect(await findIdentificationByReference(test.database, other.company, 'TS2-QWERT')).toBeNull();
    expect(await findIdentificationByReference(test.database, 'nobody', 'TS2-QWERT')).toBeNull();
  });

  it('by its link needs the right token [CAP-1]', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx)));
    const token = pending.url?.split('/').at(-1) ?? '';
    const find = (company: string, id: string, key?: string) =>
      findIdentificationByLink(test.database, company, id, key);
    expect(await find(tenant.company, pending.id, token)).toEqual({ tenantId: tenant.id });
    expect(await find(tenant.company, pending.id, `${token}x`)).toBeNull();
    expect(await find(tenant.company, 'unknown', token)).toBeNull();
    expect(await find('nobody', pending.id, token)).toBeNull();
  });

  it('keeps reference and url unreadable in the table [DAT-1, API-11]', async () => {
    const pending = await inTenant(async (tx) => request(tx, await makeIdentification(tx), 'TS2-CANARY'));
    const [row] = await inTenant((tx) =>
      tx.query(sql<{ everything: string }>`
        select i::text || encode(i.reference_sealed, 'escape') || encode(i.url_sealed, 'escape') as everything
        from identifications i where id = ${pending.id}`),
    );
    expect(row?.everything).not.toContain('TS2-CANARY');
    expect(row?.everything).not.toContain('https');
  });
});

describe('insertIdentification', () => {
  it('writes everything in the order in which it was committed', async () => {
    tenant = await makeTenant(test.database);
    await inTenant((tx) => subscribe(tx));
    const person = await inTenant((tx) => makePerson(tx));
    const order = {
      personId: person.id,
      method: 'idnow_autoident',
      language: 'de',
      proofOfAddressType: null,
      proofOfAddressIssuedAt: null,
    } as const;
    const first = await inTenant((tx) => insertIdentification(tx, order, PARTNER));
    const second = await inTenant((tx) => insertIdentification(tx, order, PARTNER));
    const rows = await inTenant((tx) =>
      tx.query(sql<{ entity_id: string }>`select entity_id from notifications order by seq`),
    );
    expect(rows.map((row) => row.entity_id)).toEqual([first.id, second.id]);
  });
});
