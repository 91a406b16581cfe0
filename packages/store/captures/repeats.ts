import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Identification } from '../types.ts';

/** Something that another person should not have shown too; it is found again by the values it shares. */
export interface Repeatable {
  /** What it is: only things of one kind are compared. */
  kind: string;
  /** Each is compared with the one in the same place. They are never stored, only what a key of the tenant makes of them. */
  values: readonly string[];
}

/** Of each kind the most values that it shares with one identification of another person of the tenant; kinds that share none are left out. */
export async function findRepeats(
  tx: TenantTx,
  personId: string,
  things: readonly Repeatable[],
): Promise<Map<string, number>> {
  const marks = marksOf(tx, things).map(({ mark }) => mark);
  if (marks.length === 0) return new Map();
  const rows = await tx.query(sql<{ kind: string; shared: number }>`
    select kind, max(shared)::integer as shared from (
      select kind, identification_id, count(*) as shared from repeat_marks
      where tenant_id = ${tx.tenant.id} and mark = any (${marks}::bigint[]) and person_id <> ${personId}
      group by kind, identification_id
    ) found group by kind`);
  return new Map(rows.map(({ kind, shared }) => [kind, shared]));
}

/** Keeps the marks of an identification in place of earlier ones. They go when the person is erased. */
export async function keepMarks(
  tx: TenantTx,
  { id, personId }: Pick<Identification, 'id' | 'personId'>,
  things: readonly Repeatable[],
): Promise<void> {
  await tx.query(sql`
    delete from repeat_marks where tenant_id = ${tx.tenant.id} and person_id = ${personId} and identification_id = ${id}`);
  const found = marksOf(tx, things);
  const [marks, kinds] = [found.map(({ mark }) => mark), found.map(({ kind }) => kind)];
  await tx.query(sql`
    insert into repeat_marks (tenant_id, mark, identification_id, kind, person_id)
    select ${tx.tenant.id}, mark, ${id}, kind, ${personId} from unnest (${marks}::bigint[], ${kinds}::text[]) as t (mark, kind)
    on conflict do nothing`);
}

/** Eight bytes of the keyed hash: two values that differ meet by chance once in 10¹⁹ pairs. */
function marksOf(tx: TenantTx, things: readonly Repeatable[]): { kind: string; mark: string }[] {
  return things.flatMap(({ kind, values }) =>
    values.map((value, place) => ({
      kind,
      mark: String(tx.keys.hash(`repeat ${kind} ${place}`, value).readBigInt64BE()),
    })),
  );
}
