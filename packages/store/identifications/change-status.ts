import {
  type IdentEvent,
  type IdentResult,
  newId,
  nextStatus,
  PlatformError,
  toPublishedLanguage,
} from '@reident/domain';
import type { DataKey } from '../keys/seal.ts';
import { personNotFound } from '../persons/persons.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Identification, ProviderSession } from '../types.ts';
import { notificationBodyOf } from '../webhooks/notifications.ts';
import { hashReference, referenceOf, urlOf } from './identifications.ts';
import { countUp, OWN_SLOT } from './list-counts.ts';

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
  const [row] = await tx.run<{ inserted: number; deliveries: number }>('insert-identification', INSERT, [
    ...consequences(tx, key, identification, true),
    ...['created', null, 'created', null, null, actor.kind, actor.id, 'identification.created', null],
    order.method,
    order.language && toPublishedLanguage(order.language),
    order.proofOfAddressType,
    order.proofOfAddressIssuedAt,
  ]);
  if (row?.inserted !== 1) throw personNotFound(order.personId);
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
  const visible = status !== identification.status || session !== undefined;
  const [row] = await tx.run<{ changed: number; deliveries: number }>('change-status', CHANGE, [
    ...consequences(tx, key, changed, visible),
    ...[event, identification.status, status, change.result ?? null, change.reason ?? null],
    ...[
      change.actor.kind,
      change.actor.id,
      `identification.${event}`,
      JSON.stringify({ from: identification.status, to: status }),
    ],
    identification.version,
    changed.result,
    changed.reason,
    session === undefined ? null : key.seal(referenceOf(changed.id), session.reference),
    session === undefined ? null : hashReference(tx, session.reference),
    session === undefined ? null : key.seal(urlOf(changed.id), session.url),
    session?.tokenHash ?? null,
    changed.requestedAt,
    changed.completedAt,
    changed.expiresAt,
  ]);
  if (row?.changed !== 1) throw new PlatformError('stale_version', 'The identification changed since it was read');
  if (row.deliveries > 0) tx.hintWork();
  return changed;
}

/** Parameters 1 to 8: what both statements write beside the row. The body is frozen here, byte for byte [WH-1]. */
function consequences(tx: TenantTx, key: DataKey, identification: Identification, notify: boolean): unknown[] {
  const notificationId = newId('');
  const body = notify ? key.seal(notificationBodyOf(notificationId), toNotificationBody(identification)) : null;
  return [
    tx.tenant.id,
    identification.id,
    identification.personId,
    tx.now,
    newId(''),
    notificationId,
    body,
    'IDENTIFICATION',
  ];
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

/** What follows a row: its event, the notification and a delivery for each subscription, the audit entry. */
function statementWith(name: string, row: string, more = ''): string {
  return `
  with row as (${row}
  )${more}, event as (
    insert into identification_events
      (tenant_id, id, identification_id, person_id, event, from_status, to_status, result, reason, actor_kind, actor_id, at)
    select $1, $5, $2, $3, $9, $10, $11, $12, $13, $14, $15, $4 from row
  ), receivers as materialized (
    select s.id from subscriptions s
    where s.tenant_id = $1 and s.event_type = $8 and s.disabled_at is null and $7::bytea is not null and exists (select from row)
  ), notification as (
    insert into notifications (tenant_id, id, event_type, entity_id, person_id, body_sealed, created_at)
    select $1, $6, $8, $2, $3, $7, $4 where exists (select from receivers)
  ), delivery as (
    insert into deliveries (tenant_id, id, notification_id, subscription_id, entity_id, due_at, created_at)
    select $1, replace(gen_random_uuid()::text, '-', ''), $6, r.id, $2, $4, $4 from receivers r
    returning 1
  ), audit as (
    insert into audit_log (tenant_id, actor_kind, actor_id, action, entity, details, at)
    select $1, $14, $15, $16, $2, $17::jsonb, $4 from row
  )
  select (select count(*) from row) as ${name}, (select count(*) from delivery) as deliveries`;
}

/** Waits for whoever erases the person at this moment: nothing may be created for somebody whose key is gone. */
const INSERT = statementWith(
  'inserted',
  `
    insert into identifications
      (tenant_id, id, person_id, method, language, proof_of_address_type, proof_of_address_issued_at, status, created_at)
    select $1, $2, p.id, $18, $19, $20, $21, 'created', $4
    from persons p where p.tenant_id = $1 and p.id = $3 and p.erased_at is null for key share
    returning 1`,
  `, counted as (
    insert into identification_counts as c (tenant_id, person_id, slot, n)
    select $1, $3, ${OWN_SLOT}, 1 from row
    on conflict (tenant_id, person_id, slot) do update set n = c.n + 1
  ), listed as (${countUp('identifications', 'row')}
  )`,
);

const CHANGE = statementWith(
  'changed',
  `
    update identifications set
      status = $11, version = version + 1, result = $19, reason = $20,
      reference_sealed = coalesce($21, reference_sealed), reference_hash = coalesce($22, reference_hash),
      url_sealed = coalesce($23, url_sealed), link_token_hash = coalesce($24, link_token_hash),
      requested_at = $25, completed_at = $26, expires_at = $27
    where tenant_id = $1 and id = $2 and version = $18
    returning 1`,
);
