import { type IdentEvent, type IdentResult, type IdentStatus, newId, nextStatus, PlatformError } from '@reident/domain';
import type { DataKey } from '../keys/seal.ts';
import { personNotFound } from '../persons/persons.ts';
import { countUp, OWN_SLOT } from '../transaction/list-counts.ts';
import { json, params, type Sql, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Identification, ProviderSession } from '../types.ts';
import { notificationBodyOf } from '../webhooks/notifications.ts';
import { hashReference, referenceOf, urlOf } from './identifications.ts';

export interface NewIdentification {
  personId: string;
  method: Identification['method'];
  language: Identification['language'];
  proofOfAddressType: Identification['proofOfAddressType'];
  proofOfAddressIssuedAt: Identification['proofOfAddressIssuedAt'];
}

/**
 * A new identification: row, event, notification with its deliveries, and audit entry in one statement [REL-1]. It waits for
 * whoever erases the person at this moment: nothing may be created for somebody whose key is gone.
 *
 * @throws PlatformError `model_not_found` when the person is unknown
 */
export async function insertIdentification(
  tx: TenantTx,
  order: NewIdentification,
  actor: Actor,
): Promise<Identification> {
  const key = await tx.keys.ofPerson(order.personId);
  const identification: Identification = {
    ...order,
    id: newId('cidt'),
    status: 'created',
    result: null,
    reason: null,
    reference: null,
    url: null,
    createdAt: tx.now,
    requestedAt: null,
    completedAt: null,
    expiresAt: null,
    version: 1,
  };
  const { id, personId, method, language, proofOfAddressType, proofOfAddressIssuedAt } = identification;
  const { tenantId, person } = params({ tenantId: tx.tenant.id, person: personId });
  const insert = sql`
    insert into identifications
      (tenant_id, id, person_id, method, language, proof_of_address_type, proof_of_address_issued_at, status, created_at)
    select ${tenantId}, ${id}, p.id, ${method}, ${language}, ${proofOfAddressType}, ${proofOfAddressIssuedAt}, 'created', ${tx.now}
    from persons p where p.tenant_id = ${tenantId} and p.id = ${person} and p.erased_at is null for key share
    returning 1`;
  const counted = sql`, counted as (
    insert into identification_counts as c (tenant_id, person_id, slot, n)
    select ${tenantId}, ${person}, ${OWN_SLOT}, 1 from row
    on conflict (tenant_id, person_id, slot) do update set n = c.n + 1
  ), listed as (${countUp('identifications', tenantId, sql`row`)}
  )`;
  const created = {
    event: 'created',
    from: null,
    result: null,
    reason: null,
    actor,
    details: null,
    visible: true,
  } as const;
  const [row] = await tx.query(withConsequences(tx, key, identification, created, insert, counted));
  if (row?.written !== 1) throw personNotFound(order.personId);
  if (row.deliveries > 0) tx.hintWork();
  return identification;
}

export interface StatusChange {
  actor: Actor;
  /** The provider's words; they replace the former result together with its reason. */
  result?: IdentResult | null;
  reason?: string | null;
  /** Session that the provider opened, with the hash of the last part of its url. */
  session?: ProviderSession & { tokenHash: Buffer };
  expiresAt?: Date | null;
  completedAt?: Date | null;
}

/**
 * Lets an event happen to an identification. THE only writer of a status: what follows from `TRANSITIONS`, together with
 * the event, the notification where a partner can see a difference, and the audit entry, in one statement [REL-1, REL-8].
 *
 * @throws PlatformError `wrong_status` when the event cannot happen now; nothing changes
 * @throws PlatformError `stale_version` when the identification changed since it was read; nothing changes
 */
export async function changeStatus(
  tx: TenantTx,
  identification: Identification,
  event: IdentEvent,
  change: StatusChange,
): Promise<Identification> {
  const status = nextStatus(identification.status, event);
  const key = await tx.keys.ofPerson(identification.personId);
  const { session } = change;
  const changed: Identification = {
    ...identification,
    status,
    result: change.result === undefined ? identification.result : change.result,
    reason:
      change.result === undefined && change.reason === undefined ? identification.reason : (change.reason ?? null),
    reference: session?.reference ?? identification.reference,
    url: session?.url ?? identification.url,
    requestedAt: identification.requestedAt ?? (event === 'requested' ? tx.now : null),
    completedAt: change.completedAt === undefined ? identification.completedAt : change.completedAt,
    expiresAt: change.expiresAt === undefined ? identification.expiresAt : change.expiresAt,
    version: identification.version + 1,
  };
  const sealed = session && {
    reference: key.seal(referenceOf(changed.id), session.reference),
    referenceHash: hashReference(tx, session.reference),
    url: key.seal(urlOf(changed.id), session.url),
  };
  const write = sql`
    update identifications set
      status = ${status}, version = version + 1, result = ${changed.result}, reason = ${changed.reason},
      reference_sealed = coalesce(${sealed?.reference ?? null}, reference_sealed),
      reference_hash = coalesce(${sealed?.referenceHash ?? null}, reference_hash),
      url_sealed = coalesce(${sealed?.url ?? null}, url_sealed),
      link_token_hash = coalesce(${session?.tokenHash ?? null}, link_token_hash),
      requested_at = ${changed.requestedAt}, completed_at = ${changed.completedAt}, expires_at = ${changed.expiresAt}
    where tenant_id = ${tx.tenant.id} and id = ${changed.id} and version = ${identification.version}
    returning 1`;
  const happening = {
    event,
    from: identification.status,
    result: change.result ?? null,
    reason: change.reason ?? null,
    actor: change.actor,
    details: { from: identification.status, to: status },
    visible: status !== identification.status || session !== undefined,
  };
  const [row] = await tx.query(withConsequences(tx, key, changed, happening, write));
  if (row?.written !== 1) throw new PlatformError('stale_version', 'The identification changed since it was read');
  if (row.deliveries > 0) tx.hintWork();
  return changed;
}

interface Happening {
  event: IdentEvent | 'created';
  from: IdentStatus | null;
  result: IdentResult | null;
  reason: string | null;
  actor: Actor;
  /** For the audit log. */
  details: object | null;
  /** Whether a partner can see a difference, and so is told. */
  visible: boolean;
}

/**
 * What follows when a row is written: its event, the notification with a delivery for each subscription, the audit entry.
 * The body is frozen here, byte for byte [WH-1].
 *
 * @param write  answers a row when it wrote one; called `row` in what comes `besides`
 */
function withConsequences(
  tx: TenantTx,
  key: DataKey,
  identification: Identification,
  { event, from, result, reason, actor, details, visible }: Happening,
  write: Sql,
  besides = sql``,
): Sql<{ written: number; deliveries: number }> {
  const notification = newId('');
  const { tenantId, id, personId, notificationId, body, actorKind, actorId, now } = params({
    tenantId: tx.tenant.id,
    id: identification.id,
    personId: identification.personId,
    notificationId: notification,
    body: visible ? key.seal(notificationBodyOf(notification), toNotificationBody(identification)) : null,
    actorKind: actor.kind,
    actorId: actor.id,
    now: tx.now,
  });
  return sql`
    with row as (${write}
    )${besides}, event as (
      insert into identification_events
        (tenant_id, id, identification_id, person_id, event, from_status, to_status, result, reason, actor_kind, actor_id, at)
      select ${tenantId}, ${newId('')}, ${id}, ${personId}, ${event}, ${from}, ${identification.status}, ${result}, ${reason},
             ${actorKind}, ${actorId}, ${now}
      from row
    ), receivers as materialized (
      select s.id from subscriptions s
      where s.tenant_id = ${tenantId} and s.event_type = 'IDENTIFICATION' and s.disabled_at is null
        and ${body}::bytea is not null and exists (select from row)
    ), notification as (
      insert into notifications (tenant_id, id, event_type, entity_id, person_id, body_sealed, created_at)
      select ${tenantId}, ${notificationId}, 'IDENTIFICATION', ${id}, ${personId}, ${body}, ${now}
      where exists (select from receivers)
    ), delivery as (
      insert into deliveries (tenant_id, id, notification_id, subscription_id, entity_id, due_at, created_at)
      select ${tenantId}, replace(gen_random_uuid()::text, '-', ''), ${notificationId}, r.id, ${id}, ${now}, ${now}
      from receivers r
      returning 1
    ), audit as (
      insert into audit_log (tenant_id, actor_kind, actor_id, action, entity, details, at)
      select ${tenantId}, ${actorKind}, ${actorId}, ${`identification.${event}`}, ${id}, ${details && json(details)}::jsonb, ${now}
      from row
    )
    select (select count(*) from row) as written, (select count(*) from delivery) as deliveries`;
}

/** The published fields of the event IDENTIFICATION and the person's id; no names, no reasons [WH-9]. */
function toNotificationBody(identification: Identification): string {
  return JSON.stringify({
    id: identification.id,
    reference: identification.reference,
    url: identification.url,
    status: identification.status,
    completed_at: identification.completedAt?.toISOString() ?? null,
    method: identification.method,
    person_id: identification.personId,
  });
}
