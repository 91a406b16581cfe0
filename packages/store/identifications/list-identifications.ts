import { countOf, type KnownList, pageOfKnown, type Total } from '../transaction/list-counts.ts';
import type { Listed, Page } from '../transaction/pages.ts';
import { type Sql, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Identification } from '../types.ts';
import { IDENTIFICATION, type IdentificationRow, toIdentification } from './identifications.ts';

export interface IdentificationQuery {
  page: Page;
  /** Of this person; of all where nothing is said. */
  personId?: string;
  /** By creation; oldest first unless asked otherwise. */
  order?: 'asc' | 'desc';
}

/**
 * One page, and how many there are in all, which is known without counting. The keys come with the rows: asked for
 * afterwards, one of somebody who is erased at this moment would be missing, and with it the whole list.
 */
export async function listIdentifications(
  tx: TenantTx,
  { page, personId, order = 'asc' }: IdentificationQuery,
): Promise<Listed<Identification>> {
  const list = personId === undefined ? ofAll(tx.tenant.id) : ofPerson(tx.tenant.id, personId);
  const { rows, total } = await pageOfKnown(tx, list, page, order);
  const open = (row: IdentificationRow) =>
    toIdentification(row, tx.keys.unwrap(row.person_id, row.wrapped_key, row.key_version));
  return { rows: rows.map(open), total };
}

/** What the list of a person asks first, for transactions that begin with it. */
export function identificationCountStatement(tenantId: string, personId: string): Sql {
  return ofPerson(tenantId, personId).count;
}

/**
 * The person is asked for as a range and ordered by: with an equality, a planner without statistics, as right after a
 * burst, may walk through everybody's identifications in the order of time until it has met ten of this person.
 */
function ofPerson(tenantId: string, personId: string): KnownList<IdentificationRow> {
  return {
    count: sql<Total>`
      select coalesce(sum(n), 0)::bigint as total from identification_counts
      where tenant_id = ${tenantId} and person_id = ${personId}`,
    entries: (direction, limit) =>
      entriesByIds(
        tenantId,
        sql`
          select id from identifications where tenant_id = ${tenantId} and person_id >= ${personId} and person_id <= ${personId}
          order by person_id ${direction}, created_at ${direction}, id ${direction} ${limit}`,
        direction,
      ),
  };
}

function ofAll(tenantId: string): KnownList<IdentificationRow> {
  return {
    count: countOf('identifications', tenantId),
    entries: (direction, limit) =>
      entriesByIds(
        tenantId,
        sql`
          select id from identifications where tenant_id = ${tenantId} and erased_at is null
          order by created_at ${direction}, id ${direction} ${limit}`,
        direction,
      ),
  };
}

/**
 * The place of the page is found in the index, and only its entries are fetched: one by one by their ids, which `offset 0`
 * holds the planner to. Of a join it expects a tenth of all rows, and up to PostgreSQL 16 it prefers the index by time to an
 * array of ids while there are no statistics; both times it walks through all of them.
 */
function entriesByIds(tenantId: string, ids: Sql, direction: Sql): Sql<IdentificationRow> {
  return sql<IdentificationRow>`
    select ${IDENTIFICATION.of('i')}, k.wrapped_key, k.version as key_version
    from unnest(array(${ids})) as page (id)
    cross join lateral (select * from identifications where tenant_id = ${tenantId} and id = page.id offset 0) i
    join person_keys k on k.tenant_id = i.tenant_id and k.person_id = i.person_id
    order by i.created_at ${direction}, i.id ${direction}`;
}
