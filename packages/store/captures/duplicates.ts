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
  const rows = await tx.run<{ kind: string; shared: number }>(
    'find-duplicates',
    `select kind, max(shared)::integer as shared from (
       select kind, identification_id, count(*) as shared from duplicate_fingerprints
       where tenant_id = $1 and fingerprint = any ($2::bigint[]) and person_id <> $3
       group by kind, identification_id
     ) found group by kind`,
    [tx.tenant.id, fingerprints, personId],
  );
  return new Map(rows.map(({ kind, shared }) => [kind, shared]));
}

/** Saves the fingerprints of an identification in place of earlier ones. They go when the person is erased. */
export async function saveFingerprints(
  tx: TenantTx,
  { id, personId }: Pick<Identification, 'id' | 'personId'>,
  things: readonly DuplicateCandidate[],
): Promise<void> {
  await tx.run(
    'drop-duplicate-fingerprints',
    'delete from duplicate_fingerprints where tenant_id = $1 and person_id = $2 and identification_id = $3',
    [tx.tenant.id, personId, id],
  );
  const fingerprints = fingerprintsOf(tx, things);
  await tx.run(
    'save-duplicate-fingerprints',
    `insert into duplicate_fingerprints (tenant_id, fingerprint, identification_id, kind, person_id)
     select $1, fingerprint, $2, kind, $3 from unnest ($4::bigint[], $5::text[]) as t (fingerprint, kind)
     on conflict do nothing`,
    [
      tx.tenant.id,
      id,
      personId,
      fingerprints.map(({ fingerprint }) => fingerprint),
      fingerprints.map(({ kind }) => kind),
    ],
  );
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
