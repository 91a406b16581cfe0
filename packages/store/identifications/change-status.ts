import {
  type IdentEvent,
  type IdentResult,
  type IdentStatus,
  newId,
  nextStatus,
  PlatformError,
  type PublishedLanguage,
  toPublishedLanguage,
} from '@reident/domain';
import type { DataKey } from '../keys/seal.ts';
import { personNotFound } from '../persons/persons.ts';
import { countUp, OWN_SLOT } from '../transaction/list-counts.ts';
import { json, type Parameters, type Sql, sql, statement } from '../transaction/sql.ts';
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
 * A new identification: row, event, notification with its deliveries, and audit entry in one statement [REL-1].
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
  const { method, language, proofOfAddressType, proofOfAddressIssuedAt } = order;
  const [row] = await tx.query(
    INSERT({
      ...consequences(tx, key, identification, { event: 'created', from: null, actor }),
      method,
      language: language && toPublishedLanguage(language),
      proofOfAddressType,
      proofOfAddressIssuedAt,
    }),
  );
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
  const [row] = await tx.query(
    CHANGE({
      ...consequences(tx, key, changed, {
        event,
        from: identification.status,
        actor: change.actor,
        result: change.result,
        reason: change.reason,
        isVisible: status !== identification.status || session !== undefined,
      }),
      version: identification.version,
      lastResult: changed.result,
      lastReason: changed.reason,
      reference: session === undefined ? null : key.seal(referenceOf(changed.id), session.reference),
      referenceHash: session === undefined ? null : hashReference(tx, session.reference),
      url: session === undefined ? null : key.seal(urlOf(changed.id), session.url),
      linkTokenHash: session?.tokenHash ?? null,
      requestedAt: changed.requestedAt,
      completedAt: changed.completedAt,
      expiresAt: changed.expiresAt,
    }),
  );
  if (row?.written !== 1) throw new PlatformError('stale_version', 'The identification changed since it was read');
  if (row.deliveries > 0) tx.hintWork();
  return changed;
}

interface NewEvent {
  event: IdentEvent | 'created';
  from: IdentStatus | null;
  actor: Actor;
  result?: IdentResult | null;
  reason?: string | null;
  /** Whether a partner can see a difference, and so is told; true unless it is said otherwise. */
  isVisible?: boolean;
}

/** What both statements write beside the row. The body is frozen here, byte for byte [WH-1]. */
function consequences(
  tx: TenantTx,
  key: DataKey,
  identification: Identification,
  { event, from, actor, result = null, reason = null, isVisible = true }: NewEvent,
) {
  const { id, personId, status } = identification;
  const notificationId = newId('');
  return {
    tenantId: tx.tenant.id,
    id,
    personId,
    now: tx.now,
    eventId: newId(''),
    event,
    from,
    status,
    result,
    reason,
    actorKind: actor.kind,
    actorId: actor.id,
    notificationId,
    body: isVisible ? key.seal(notificationBodyOf(notificationId), toNotificationBody(identification)) : null,
    action: `identification.${event}`,
    details: from === null ? null : json({ from, to: status }),
  };
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

type Consequences = ReturnType<typeof consequences>;

interface Written {
  written: number;
  deliveries: number;
}

/**
 * What follows a row: its event, the notification and a delivery for each subscription, the audit entry.
 *
 * @param row   writes it, and answers a row when it did
 * @param more  further parts of the statement, to which it is `row`
 */
function withConsequences(given: Parameters<Consequences>, row: Sql, more = sql``): Sql<Written> {
  const { tenantId, id, personId, now, notificationId, body, actorKind, actorId } = given;
  return sql`
    with row as (${row}
    )${more}, event as (
      insert into identification_events
        (tenant_id, id, identification_id, person_id, event, from_status, to_status, result, reason, actor_kind, actor_id, at)
      select ${tenantId}, ${given.eventId}, ${id}, ${personId}, ${given.event}, ${given.from}, ${given.status},
             ${given.result}, ${given.reason}, ${actorKind}, ${actorId}, ${now}
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
      select ${tenantId}, ${actorKind}, ${actorId}, ${given.action}, ${id}, ${given.details}::jsonb, ${now} from row
    )
    select (select count(*) from row) as written, (select count(*) from delivery) as deliveries`;
}

type Inserted = Omit<NewIdentification, 'personId' | 'language'> & { language: PublishedLanguage | null };

/** Waits for whoever erases the person at this moment: nothing may be created for somebody whose key is gone. */
const INSERT = statement<Consequences & Inserted, Written>((given) => {
  const { tenantId, id, personId, now } = given;
  return withConsequences(
    given,
    sql`
      insert into identifications
        (tenant_id, id, person_id, method, language, proof_of_address_type, proof_of_address_issued_at, status, created_at)
      select ${tenantId}, ${id}, p.id, ${given.method}, ${given.language}, ${given.proofOfAddressType},
             ${given.proofOfAddressIssuedAt}, 'created', ${now}
      from persons p where p.tenant_id = ${tenantId} and p.id = ${personId} and p.erased_at is null for key share
      returning 1`,
    sql`, counted as (
      insert into identification_counts as c (tenant_id, person_id, slot, n)
      select ${tenantId}, ${personId}, ${OWN_SLOT}, 1 from row
      on conflict (tenant_id, person_id, slot) do update set n = c.n + 1
    ), listed as (${countUp('identifications', tenantId, sql`row`)}
    )`,
  );
});

interface Change extends Consequences {
  /** As it was read. */
  version: number;
  lastResult: string | null;
  lastReason: string | null;
  reference: Buffer | null;
  referenceHash: Buffer | null;
  url: Buffer | null;
  linkTokenHash: Buffer | null;
  requestedAt: Date | null;
  completedAt: Date | null;
  expiresAt: Date | null;
}

const CHANGE = statement<Change, Written>((given) =>
  withConsequences(
    given,
    sql`
      update identifications set
        status = ${given.status}, version = version + 1, result = ${given.lastResult}, reason = ${given.lastReason},
        reference_sealed = coalesce(${given.reference}, reference_sealed),
        reference_hash = coalesce(${given.referenceHash}, reference_hash),
        url_sealed = coalesce(${given.url}, url_sealed),
        link_token_hash = coalesce(${given.linkTokenHash}, link_token_hash),
        requested_at = ${given.requestedAt}, completed_at = ${given.completedAt}, expires_at = ${given.expiresAt}
      where tenant_id = ${given.tenantId} and id = ${given.id} and version = ${given.version}
      returning 1`,
  ),
);
