import { type DocumentKind, PlatformError } from '@reident/domain';
import {
  type CapturedReading,
  type CaptureStep,
  type Finding,
  type GatheredEvidence,
  type Rejudgement,
  rejudge,
  type ThresholdValues,
  type Verdict,
} from '@reident/engine';
import {
  type Actor,
  type Capture,
  findIdentification,
  findLatestExamination,
  listCaptureSessions,
  listCaptures,
  recordAudit,
  type TenantTx,
} from '@reident/store';
import type { StoredReading } from '../case/stored-reading.ts';

export interface RejudgedCase extends Rejudgement {
  identificationId: string;
  examinedOn: string;
  /** The version of the engine that judged first. */
  engineVersion: string;
}

/**
 * Judges an examined case again, under today's rules or other thresholds, as if on the day it was examined. The case stays as it
 * is: nothing is written but who asked.
 *
 * @throws PlatformError `model_not_found` for what does not exist, or was never examined
 */
export async function rejudgeCase(
  tx: TenantTx,
  identificationId: string,
  thresholds: ThresholdValues,
  actor: Actor,
): Promise<RejudgedCase> {
  await findIdentification(tx, identificationId);
  const examination = await findLatestExamination(tx, identificationId);
  if (examination === null) throw new PlatformError('model_not_found', 'This identification was never examined');
  const captures = (await listCaptures(tx, identificationId, { includeSuperseded: true })).filter(
    ({ createdAt, supersededAt }) =>
      createdAt <= examination.createdAt && (supersededAt === null || supersededAt > examination.createdAt),
  );
  const session = (await listCaptureSessions(tx, identificationId)).at(-1);
  // What was ordered stays as it was on that day: the person's data may have been changed since, by this very case.
  const {
    person,
    capturedOn,
    minimumAgeYears,
    proofOfAddressRequired,
    securityVideoAsked,
    duplicateFiles,
    duplicates,
  } = examination.evidence as GatheredEvidence;
  const judged = rejudge(
    { findings: examination.findings as Finding[], verdict: examination.verdict as Verdict },
    readingsOf(captures),
    {
      person,
      capturedOn,
      minimumAgeYears,
      proofOfAddressRequired: proofOfAddressRequired ?? false,
      securityVideoAsked: securityVideoAsked ?? false,
      duplicateFiles: duplicateFiles ?? undefined,
      duplicates: duplicates ?? undefined,
      leftOut: (session?.flow.without ?? []) as CaptureStep[],
      documentKind: (session?.documentKind ?? null) as DocumentKind | null,
    },
    thresholds,
  );
  await recordAudit(tx, {
    actor,
    action: 'identification.rejudged',
    entity: identificationId,
    details: { thresholds: Object.keys(thresholds) },
  });
  return {
    identificationId,
    examinedOn: examination.createdAt.toISOString().slice(0, 10),
    engineVersion: examination.engineVersion,
    ...judged,
  };
}

/** What was read of the pictures; those that could not be read are not there. */
export function readingsOf(captures: readonly Capture[]): CapturedReading[] {
  return captures.flatMap((capture) => {
    const reading = capture.reading as StoredReading | null;
    if (reading === null || 'unreadable' in reading) return [];
    return [
      {
        step: capture.step as CaptureStep,
        reading,
        source: capture.source,
        capturedAt: capture.createdAt.toISOString(),
      },
    ];
  });
}
