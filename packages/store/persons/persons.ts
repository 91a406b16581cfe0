import { isId, newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import type { Row } from '../generated/rows.ts';
import { countOf, countUp, pageOfKnown } from '../transaction/list-counts.ts';
import type { Listed, Page } from '../transaction/pages.ts';
import { columns, type RowOf, type Sql, sql, statement, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Person, PersonAttributes } from '../types.ts';
import { enqueueNotification } from '../webhooks/notifications.ts';

const SYSTEM: Actor = { kind: 'system', id: null };

/** A new person with a data key of their own. `identifiedAt` is the former identification, where it is known. */
export async function insertPerson(
  tx: TenantTx,
  attributes: PersonAttributes,
  options: { actor?: Actor; identifiedAt?: Date | null } = {},
): Promise<Person> {
  const id = newId('cper');
  const { wrapped, key } = tx.keys.create(id);
  const actor = options.actor ?? SYSTEM;
  const identifiedAt = options.identifiedAt ?? null;
  await tx.query(
    INSERT({
      tenantId: tx.tenant.id,
      id,
      attributes: key.sealJson(attributesOf(id), attributes),
      identifiedAt,
      now: tx.now,
      wrapped,
      actorKind: actor.kind,
      actorId: actor.id,
    }),
  );
  return { id, attributes, identifiedAt, version: 1, createdAt: tx.now, updatedAt: tx.now };
}

interface Inserted {
  tenantId: string;
  id: string;
  attributes: Buffer;
  identifiedAt: Date | null;
  now: Date;
  wrapped: Buffer;
  actorKind: string;
  actorId: string | null;
}

const INSERT = statement<Inserted>(
  ({ tenantId, id, attributes, identifiedAt, now, wrapped, actorKind, actorId }) => sql`
    with person as (
      insert into persons (tenant_id, id, attributes_sealed, identified_at, created_at, updated_at)
      values (${tenantId}, ${id}, ${attributes}, ${identifiedAt}, ${now}, ${now})
    ), key as (
      insert into person_keys (tenant_id, person_id, wrapped_key) values (${tenantId}, ${id}, ${wrapped})
    ), listed as (${countUp('persons', tenantId, sql`(select 1) one`)}
    )
    insert into audit_log (tenant_id, actor_kind, actor_id, action, entity, at)
    values (${tenantId}, ${actorKind}, ${actorId}, 'person.created', ${id}, ${now})`,
);

/**
 * @param options.lock  keeps others from changing the person until the transaction ends; identifications may be created
 * @throws PlatformError `model_not_found`; a person of another tenant looks like a missing one [API-4]
 */
export async function findPerson(tx: TenantTx, id: string, options: { lock?: boolean } = {}): Promise<Person> {
  // Also because a database takes no text with a NUL in it.
  if (!isId(id, 'cper')) throw personNotFound(id);
  const find = personStatement(tx.tenant.id, id);
  const [row] = await tx.query(options.lock ? sql<PersonRow>`${find} for no key update of p` : find);
  if (row === undefined) throw personNotFound(id);
  return toPerson(tx, row);
}

/** Those of the ids that are known and not erased, in one question. */
export async function findPersons(tx: TenantTx, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await tx.query(sql<PersonRow>`${persons(tx.tenant.id)} and p.id = any (${ids})`);
  return new Map(rows.map((row) => [row.id, toPerson(tx, row)]));
}

/** What `findPerson` asks, for transactions that begin with it. */
export function personStatement(tenantId: string, id: string): Sql<PersonRow> {
  return sql<PersonRow>`${persons(tenantId)} and p.id = ${id}`;
}

export function personNotFound(id: string): PlatformError {
  return new PlatformError('model_not_found', `Couldn't find 'Solaris::Person' for id '${id}'.`);
}

/** Oldest first unless asked otherwise. */
export async function listPersons(tx: TenantTx, page: Page, order: 'asc' | 'desc' = 'asc'): Promise<Listed<Person>> {
  const tenantId = tx.tenant.id;
  const list = {
    count: countOf('persons', tenantId),
    entries: (direction: Sql, limit: Sql) => sql<PersonRow>`
      ${persons(tenantId)} and p.id = any(array(
        select id from persons where tenant_id = ${tenantId} and erased_at is null
        order by created_at ${direction}, id ${direction} ${limit}
      )) order by p.created_at ${direction}, p.id ${direction}`,
  };
  const { rows, total } = await pageOfKnown(tx, list, page, order);
  return { rows: rows.map((row) => toPerson(tx, row)), total };
}

/**
 * Replaces the attributes of a person as it was read. Whoever changes something tells the partner's receivers.
 *
 * @throws PlatformError `stale_version` when somebody changed the person meanwhile
 */
export async function updatePerson(
  tx: TenantTx,
  person: Person,
  attributes: PersonAttributes,
  change: { actor: Actor },
): Promise<Person> {
  const key = await tx.keys.ofPerson(person.id);
  const sealed = key.sealJson(attributesOf(person.id), attributes);
  const updated = await tx.query(sql`
    ${update('persons', { attributes_sealed: sealed, version: person.version + 1, updated_at: tx.now })}
    where tenant_id = ${tx.tenant.id} and id = ${person.id} and version = ${person.version} returning id`);
  if (updated.length === 0) throw new PlatformError('stale_version', 'The person changed since it was read');
  const fields = changedFields(person.attributes, attributes);
  await recordAudit(tx, { actor: change.actor, action: 'person.updated', entity: person.id, details: { fields } });
  if (fields.length > 0) {
    await enqueueNotification(tx, { eventType: 'PERSON_CHANGED', entityId: person.id, personId: person.id, body: {} });
  }
  return { ...person, attributes, version: person.version + 1, updatedAt: tx.now };
}

/** Names of the attributes that differ: what may be written down about a change. */
function changedFields(before: PersonAttributes, after: PersonAttributes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}

/** Remembers the latest successful identification; an earlier one never replaces a later one. */
export async function markIdentified(tx: TenantTx, personId: string, at: Date): Promise<void> {
  await tx.query(sql`
    ${update('persons', { identified_at: sql`greatest(identified_at, ${at})`, updated_at: tx.now })}
    where tenant_id = ${tx.tenant.id} and id = ${personId}`);
}

const PERSON = columns('persons', 'id', 'attributes_sealed', 'identified_at', 'version', 'created_at', 'updated_at');

/** With the key that opens it. */
type PersonRow = RowOf<typeof PERSON> & Pick<Row<'person_keys'>, 'wrapped_key'> & { key_version: number };

/**
 * The row itself says that it was erased, because a query that waited for its lock meets the row as it is now and the key
 * as it was when the query began: the join alone would still find a key, and it opens nothing.
 */
const persons = (tenantId: string) => sql`
  select ${PERSON.of('p')}, k.wrapped_key, k.version as key_version
  from persons p join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
  where p.tenant_id = ${tenantId} and p.erased_at is null`;

function toPerson(tx: TenantTx, row: PersonRow): Person {
  const key = tx.keys.unwrap(row.id, row.wrapped_key, row.key_version);
  return {
    id: row.id,
    attributes: key.openJson<PersonAttributes>(attributesOf(row.id), row.attributes_sealed),
    identifiedAt: row.identified_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function attributesOf(id: string): string {
  return `person:attributes:${id}`;
}
