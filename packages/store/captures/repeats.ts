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
  const rows = await tx.run<{ kind: string; shared: number }>(
    'find-repeats',
    `select kind, max(shared)::integer as shared from (
       select kind, identification_id, count(*) as shared from repeat_marks
       where tenant_id = $1 and mark = any ($2::bigint[]) and person_id <> $3
       group by kind, identification_id
     ) found group by kind`,
    [tx.tenant.id, marks, personId],
  );
  return new Map(rows.map(({ kind, shared }) => [kind, shared]));
}

/** Keeps the marks of an identification in place of earlier ones. They go when the person is erased. */
export async function keepMarks(
  tx: TenantTx,
  { id, personId }: Pick<Identification, 'id' | 'personId'>,
  things: readonly Repeatable[],
): Promise<void> {
  await tx.run(
    'drop-repeat-marks',
    'delete from repeat_marks where tenant_id = $1 and person_id = $2 and identification_id = $3',
    [tx.tenant.id, personId, id],
  );
  const marks = marksOf(tx, things);
  await tx.run(
    'keep-repeat-marks',
    `insert into repeat_marks (tenant_id, mark, identification_id, kind, person_id)
     select $1, mark, $2, kind, $3 from unnest ($4::bigint[], $5::text[]) as t (mark, kind)
     on conflict do nothing`,
    [tx.tenant.id, id, personId, marks.map(({ mark }) => mark), marks.map(({ kind }) => kind)],
  );
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
