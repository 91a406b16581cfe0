import {
  CAPTURE_STEPS,
  type CapturedReading,
  type CaptureStep,
  type Duplicates,
  type GatheredEvidence,
  hashBandsOf,
} from '@reident/engine';
import {
  type DuplicateCandidate,
  findDuplicates,
  type Identification,
  saveFingerprints,
  type TenantTx,
} from '@reident/store';

const NUMBER = 'document_number';

/**
 * Looks whether another person of the tenant showed the same document number or almost the same picture, and keeps what this one
 * showed for later cases.
 *
 * @returns undefined in a sandbox, where everybody shows the same samples and nothing follows from it
 */
export async function findDuplicatesOfOthers(
  tx: TenantTx,
  identification: Pick<Identification, 'id' | 'personId'>,
  readings: readonly CapturedReading[],
  { mrz }: Pick<GatheredEvidence, 'mrz'>,
): Promise<Duplicates | undefined> {
  if (tx.tenant.kind !== 'live') return undefined;
  const number = certainNumber(mrz);
  const pictures = picturesOf(readings);
  const things = [...(number === null ? [] : [{ kind: NUMBER, values: [number] }]), ...pictures];
  const found = await findDuplicates(tx, identification.personId, things);
  await saveFingerprints(tx, identification, things);
  return {
    documentNumber: number === null ? null : found.has(NUMBER),
    sharedHashBands: Object.fromEntries(pictures.map(({ kind }) => [kind, found.get(kind) ?? 0])) as Partial<
      Record<CaptureStep, number>
    >,
  };
}

/** With the issuing State, for numbers are given out by each. One that was misread would be somebody else's. */
function certainNumber(mrz: GatheredEvidence['mrz']): string | null {
  if (mrz === null || mrz.repaired > 0 || mrz.wrongCheckDigits.includes('documentNumber')) return null;
  const { issuingState, documentNumber } = mrz.fields;
  return documentNumber === '' ? null : `${issuingState} ${documentNumber}`;
}

/** The last picture of each step; of a recording there is none. */
function picturesOf(readings: readonly CapturedReading[]): DuplicateCandidate[] {
  const hashes = new Map(readings.flatMap(({ step, reading: { hash } }) => (hash ? [[step, hash] as const] : [])));
  return [...hashes].flatMap(([step, hash]) =>
    CAPTURE_STEPS[step].shows === 'address' ? [] : [{ kind: step, values: hashBandsOf(hash) }],
  );
}
