import { newId } from '@reident/domain';
import { type Mover, PERSON_EVENT_KINDS, type PersonEventKind, settles } from '@reident/domain/rekyc';
import { recordAudit } from '../access/record-audit.ts';
import { columns, insertInto, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

/** Something that the partner reported about a person. */
export interface PersonEvent {
  id: string;
  personId: string;
  kind: PersonEventKind;
  occurredOn: string;
  dueOn: string;
  reportedAt: Date;
  settledAt: Date | null;
  settledBy: Mover | null;
}

const EVENT = columns(
  'person_events',
  'id',
  'person_id',
  'kind',
  'occurred_on',
  'due_on',
  'reported_at',
  'settled_at',
  'settled_by',
);

/** Reporting the same again, by kind and day, answers the first report. */
export async function reportPersonEvent(
  tx: TenantTx,
  event: Pick<PersonEvent, 'personId' | 'kind' | 'occurredOn' | 'dueOn'>,
  actor: Actor,
): Promise<{ event: PersonEvent; isNew: boolean }> {
  const { personId, kind, occurredOn, dueOn } = event;
  const row = {
    tenant_id: tx.tenant.id,
    id: newId(''),
    person_id: personId,
    kind,
    occurred_on: occurredOn,
    due_on: dueOn,
    reported_at: tx.now,
  };
  const [inserted] = await tx.query(sql<RowOf<typeof EVENT>>`
    ${insertInto('person_events', row)}
    on conflict (tenant_id, person_id, kind, occurred_on) do nothing returning ${EVENT}`);
  if (inserted !== undefined) {
    await recordAudit(tx, { actor, action: 'person.event_reported', entity: personId, details: { kind } });
    return { event: toEvent(inserted), isNew: true };
  }
  const [known] = await tx.query(sql<RowOf<typeof EVENT>>`
    select ${EVENT} from person_events
    where tenant_id = ${tx.tenant.id} and person_id = ${personId} and kind = ${kind} and occurred_on = ${occurredOn}`);
  if (known === undefined) throw new Error('an event of a person is neither new nor known');
  return { event: toEvent(known), isNew: false };
}

/** Oldest first. */
export async function listPersonEvents(tx: TenantTx, personId: string): Promise<PersonEvent[]> {
  const rows = await tx.query(sql<RowOf<typeof EVENT>>`
    select ${EVENT} from person_events where tenant_id = ${tx.tenant.id} and person_id = ${personId}
    order by occurred_on, reported_at, id`);
  return rows.map(toEvent);
}

/** Settles what this is enough for. */
export async function settlePersonEvents(tx: TenantTx, personId: string, by: Mover): Promise<void> {
  const kinds = PERSON_EVENT_KINDS.filter((kind) => settles(by, kind));
  await tx.query(sql`
    update person_events set settled_at = ${tx.now}, settled_by = ${by}
    where tenant_id = ${tx.tenant.id} and person_id = ${personId} and settled_at is null and kind = any (${kinds})`);
}

function toEvent(row: RowOf<typeof EVENT>): PersonEvent {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as PersonEventKind,
    occurredOn: row.occurred_on,
    dueOn: row.due_on,
    reportedAt: row.reported_at,
    settledAt: row.settled_at,
    settledBy: row.settled_by as Mover | null,
  };
}
