import { sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Identification } from '../types.ts';

/** Something that no other person should have shown; it is found again by the values it shares. */
export interface DuplicateCandidate {
  /** What it is: only things of one kind are compared. */
  kind: string;
  /** Each is compared with the one in the same place. They are never stored, only what a key of the tenant makes of them. */
  values: readonly string[];
}

/** Of each kind the most values that it shares with one identification of another person of the tenant; kinds that share none are left out. */
export async function findDuplicates(
  tx: TenantTx,
  personId: string,
  things: readonly DuplicateCandidate[],
): Promise<Map<string, number>> {
  const fingerprints = fingerprintsOf(tx, things).map(({ fingerprint }) => fingerprint);
  if (fingerprints.length === 0) return new Map();
  const rows = await tx.query(sql<{ kind: string; shared: number }>`
    select kind, max(shared)::integer as shared from (
      select kind, identification_id, count(*) as shared from duplicate_fingerprints
      where tenant_id = ${tx.tenant.id} and fingerprint = any (${fingerprints}::bigint[]) and person_id <> ${personId}
      group by kind, identification_id
    ) found group by kind`);
  return new Map(rows.map(({ kind, shared }) => [kind, shared]));
}

/** Saves the fingerprints of an identification in place of earlier ones. They go when the person is erased. */
export async function saveFingerprints(
  tx: TenantTx,
  { id, personId }: Pick<Identification, 'id' | 'personId'>,
  things: readonly DuplicateCandidate[],
): Promise<void> {
  await tx.query(sql`
    delete from duplicate_fingerprints where tenant_id = ${tx.tenant.id} and person_id = ${personId} and identification_id = ${id}`);
  const found = fingerprintsOf(tx, things);
  const [fingerprints, kinds] = [found.map(({ fingerprint }) => fingerprint), found.map(({ kind }) => kind)];
  await tx.query(sql`
    insert into duplicate_fingerprints (tenant_id, fingerprint, identification_id, kind, person_id)
    select ${tx.tenant.id}, fingerprint, ${id}, kind, ${personId} from unnest (${fingerprints}::bigint[], ${kinds}::text[]) as t (fingerprint, kind)
    on conflict do nothing`);
}

/** Eight bytes of the keyed hash: two values that differ meet by chance once in 10¹⁹ pairs. */
function fingerprintsOf(tx: TenantTx, things: readonly DuplicateCandidate[]): { kind: string; fingerprint: string }[] {
  return things.flatMap(({ kind, values }) =>
    values.map((value, place) => ({
      kind,
      fingerprint: String(tx.keys.hash(`repeat ${kind} ${place}`, value).readBigInt64BE()),
    })),
  );
}
