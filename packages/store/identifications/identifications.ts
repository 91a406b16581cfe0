import { createHash, timingSafeEqual } from 'node:crypto';
import type { IdentResult, IdentStatus, Method, ProofOfAddressType, PublishedLanguage } from '@reident/domain';
import { PlatformError, toLanguage } from '@reident/domain';
import type { Row } from '../generated/rows.ts';
import type { DataKey } from '../keys/seal.ts';
import { attributesOf } from '../persons/persons.ts';
import { findTenantByCompany } from '../tenants/tenants.ts';
import type { Database } from '../transaction/database.ts';
import { columns, type RowOf, type Sql, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Identification, IdentificationEvent, PersonAttributes } from '../types.ts';

/**
 * @param options.personId  answers only if the identification is this person's
 * @param options.lock      keeps others from changing it until the transaction ends
 * @throws PlatformError `model_not_found`; an id of another tenantentification looks like a missing one [API-4]
 */
export async function findIdentification(
  tx: TenantTx,
  id: string,
  options: { personId?: string; lock?: boolean } = {},
): Promise<Identification> {
  const [row] = await tx.query(sql<IdentificationRow>`
    ${identificationsOf(tx.tenant.id)} and i.id = ${id} ${options.lock ? sql`for update of i` : sql``}`);
  if (row === undefined || (options.personId !== undefined && row.person_id !== options.personId)) {
    throw identificationNotFound(id);
  }
  return toIdentification(row, tx.keys.unwrap(row.person_id, row.wrapped_key, row.key_version));
}

/**
 * An identification of a person, read in a single round trip: partners poll it while the customer is at work. The
 * attributes of the person come along once it is successful, because then the partner is told the address.
 *
 * @throws PlatformError `model_not_found`, as `findIdentification` does
 */
export async function readIdentification(
  database: Database,
  tenantId: string,
  { id, personId }: { id: string; personId: string },
): Promise<{ identification: Identification; attributes: PersonAttributes | null }> {
  const statement = sql<IdentificationRow & { attributes_sealed: Buffer | null }>`
    select ${IDENTIFICATION.of('i')}, k.wrapped_key, k.version as key_version, p.attributes_sealed
    from identifications i
    join person_keys k on k.tenant_id = i.tenant_id and k.person_id = i.person_id
    left join persons p on i.status = 'successful' and p.tenant_id = i.tenant_id and p.id = i.person_id
    where i.tenant_id = ${tenantId} and i.id = ${id}`;
  const { view, rows } = await database.readTenant(tenantId, [statement]);
  const [row] = rows[0];
  if (row?.person_id !== personId) throw identificationNotFound(id);
  const key = view.keys.unwrap(personId, row.wrapped_key, row.key_version);
  const sealed = row.attributes_sealed;
  return {
    identification: toIdentification(row, key),
    attributes: sealed === null ? null : key.openJson<PersonAttributes>(attributesOf(personId), sealed),
  };
}

export function identificationNotFound(id: string): PlatformError {
  return new PlatformError('model_not_found', `Couldn't find 'Solaris::Identification' for id '${id}'.`);
}

/** How long the last identifications took from submission to result, latest first. */
export async function recentDecisionSeconds(tx: TenantTx, count: number): Promise<number[]> {
  const rows = await tx.query(sql<{ seconds: number }>`
    select extract(epoch from i.completed_at - s.submitted_at)::float8 as seconds
    from identifications i
    cross join lateral (
      select max(submitted_at) as submitted_at from capture_sessions c
      where c.tenant_id = i.tenant_id and c.identification_id = i.id and c.submitted_at <= i.completed_at
    ) s
    where i.tenant_id = ${tx.tenant.id} and i.completed_at is not null and s.submitted_at is not null
    order by i.completed_at desc
    limit ${count}`);
  return rows.map(({ seconds }) => seconds);
}

/** Everything that happened to an identification, oldest first. */
export async function listEvents(tx: TenantTx, identificationId: string): Promise<IdentificationEvent[]> {
  const rows = await tx.query(sql<RowOf<typeof EVENT>>`
    select ${EVENT} from identification_events
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} order by seq`);
  return rows.map((row) => ({
    id: row.id,
    identificationId,
    personId: row.person_id,
    event: row.event as IdentificationEvent['event'],
    from: row.from_status as IdentStatus | null,
    to: row.to_status as IdentStatus,
    result: row.result as IdentResult | null,
    reason: row.reason,
    actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id },
    at: row.at,
  }));
}

const EVENT = columns(
  'identification_events',
  'id',
  'person_id',
  'event',
  'from_status',
  'to_status',
  'result',
  'reason',
  'actor_kind',
  'actor_id',
  'at',
);

/**
 * The tenant behind a customer's link, or null. With a token, only if it is the token of this identification; company,
 * identification and token are not told apart, so guessing teaches nothing [CAP-1].
 */
export async function findIdentificationByLink(
  database: Database,
  company: string,
  identificationId: string,
  token?: string,
): Promise<{ tenantId: string } | null> {
  const tenant = await findTenantByCompany(database, company);
  if (tenant === null) return null;
  return database.inTenant(tenant.id, async (tx) => {
    const [row] = await tx.query(sql<{ link_token_hash: Buffer | null }>`
      select link_token_hash from identifications
      where tenant_id = ${tx.tenant.id} and id = ${identificationId} and erased_at is null`);
    if (row === undefined) return null;
    if (token !== undefined && !isHashOf(token, row.link_token_hash)) return null;
    return { tenantId: tenant.id };
  });
}

function isHashOf(token: string, hash: Buffer | null): boolean {
  const given = createHash('sha256').update(token).digest();
  return hash !== null && hash.length === given.length && timingSafeEqual(given, hash);
}

/** The identification behind a provider's reference, as a customer may type it into the entry page; case is forgiven. */
export async function findIdentificationByReference(
  database: Database,
  company: string,
  reference: string,
): Promise<{ tenantId: string; identificationId: string } | null> {
  const tenant = await findTenantByCompany(database, company);
  if (tenant === null) return null;
  return database.inTenant(tenant.id, async (tx) => {
    const identificationId = await findReferenceHolder(tx, reference);
    return identificationId === null ? null : { tenantId: tenant.id, identificationId };
  });
}

/** What the customer says about the proof of address; what the partner has said stands. */
export async function recordProofOfAddress(
  tx: TenantTx,
  id: string,
  proof: { type: ProofOfAddressType; issuedAt: string },
): Promise<void> {
  const { type, issuedAt } = proof;
  const said = { proof_of_address_type: type, proof_of_address_issued_at: issuedAt, version: sql`version + 1` };
  await tx.query(sql`
    ${update('identifications', said)}
    where tenant_id = ${tx.tenant.id} and id = ${id}
      and proof_of_address_type is null and proof_of_address_issued_at is null`);
}

/** The id of the identification that has the reference; null while it is free. */
export async function findReferenceHolder(tx: TenantTx, reference: string): Promise<string | null> {
  const [row] = await tx.query(sql<{ id: string }>`
    select id from identifications
    where tenant_id = ${tx.tenant.id} and reference_hash = ${hashReference(tx, reference)}`);
  return row?.id ?? null;
}

export function hashReference(tx: TenantTx, reference: string): Buffer {
  return tx.keys.hash('reference', reference.trim().toUpperCase());
}

export const IDENTIFICATION = columns(
  'identifications',
  'id',
  'person_id',
  'method',
  'language',
  'proof_of_address_type',
  'proof_of_address_issued_at',
  'status',
  'result',
  'reason',
  'reference_sealed',
  'url_sealed',
  'created_at',
  'requested_at',
  'completed_at',
  'expires_at',
  'version',
);

/** With the key that opens it. */
export type IdentificationRow = RowOf<typeof IDENTIFICATION> &
  Pick<Row<'person_keys'>, 'wrapped_key'> & { key_version: number };

/** Identifications of a tenant as `i`, without erased ones, as `persons` leaves them out; more conditions may follow. */
const identificationsOf = (tenantId: string): Sql<IdentificationRow> => sql<IdentificationRow>`
  select ${IDENTIFICATION.of('i')}, k.wrapped_key, k.version as key_version
  from identifications i join person_keys k on k.tenant_id = i.tenant_id and k.person_id = i.person_id
  where i.tenant_id = ${tenantId} and i.erased_at is null`;

export function toIdentification(row: RowOf<typeof IDENTIFICATION>, key: DataKey): Identification {
  return {
    id: row.id,
    personId: row.person_id,
    method: row.method as Method,
    language: row.language === null ? null : toLanguage(row.language as PublishedLanguage),
    proofOfAddressType: row.proof_of_address_type as ProofOfAddressType | null,
    proofOfAddressIssuedAt: row.proof_of_address_issued_at,
    status: row.status as IdentStatus,
    result: row.result as IdentResult | null,
    reason: row.reason,
    reference: openText(key, referenceOf(row.id), row.reference_sealed),
    url: openText(key, urlOf(row.id), row.url_sealed),
    createdAt: row.created_at,
    requestedAt: row.requested_at,
    completedAt: row.completed_at,
    expiresAt: row.expires_at,
    version: row.version,
  };
}

function openText(key: DataKey, object: string, sealed: Buffer | null): string | null {
  return sealed === null ? null : key.open(object, sealed).toString('utf8');
}

export function referenceOf(id: string): string {
  return `identification:reference:${id}`;
}

export function urlOf(id: string): string {
  return `identification:url:${id}`;
}
