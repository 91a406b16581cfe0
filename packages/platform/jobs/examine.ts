import { type DocumentKind, PlatformError } from '@reident/domain';
import {
  type CaptureStep,
  dataChanges,
  ENGINE_VERSION,
  type EvidenceOrder,
  evaluateChecks,
  type GatheredEvidence,
  gatherEvidence,
  weigh,
} from '@reident/engine';
import {
  type CaptureSession,
  findIdentification,
  findPerson,
  type Identification,
  insertExamination,
  type LeasedJob,
  listCaptureSessions,
  listCaptures,
  type Person,
  type PersonAttributes,
  scheduleJob,
  stepsSentForOthers,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../provider/record-report.ts';
import { scenarioOf } from '../provider/sandbox/scenario-of.ts';
import { findDuplicatesOfOthers } from '../review/duplicates.ts';
import { readingsOf } from '../review/rejudge-case.ts';
import { policyInForce, resultUnderPolicy } from '../review/review-policy.ts';
import { stepsFor } from '../session/steps.ts';
import { planRobotStep } from './play-sandbox-robot.ts';

/** How long to wait for pictures that are still being read before looking again. */
const LOOK_AGAIN_MS = 300;

/** A picture that nobody could read so long after the submission is judged as not there: then a person looks. */
const MOST_WAIT_MS = 120_000;

/**
 * Judges a submitted capture: readings → evidence → findings → verdict, then what the tenant's review policy makes of it.
 * With a test case's name the engine's findings are kept for the console, but the robot decides.
 */
export async function examine(job: LeasedJob, platform: Platform): Promise<void> {
  await platform.database.inTenant(job.tenantId, async (tx) => {
    const identification = await findIdentification(tx, job.key, { lock: true });
    const person = await findPerson(tx, identification.personId);
    const captures = (await listCaptures(tx, identification.id)).filter((capture) => capture.supersededAt === null);
    const session = (await listCaptureSessions(tx, identification.id)).at(-1);
    const waitedMs = tx.now.getTime() - (session?.submittedAt ?? tx.now).getTime();
    if (captures.some((capture) => capture.reading === null) && waitedMs < MOST_WAIT_MS) {
      const dueAt = new Date(tx.now.getTime() + LOOK_AGAIN_MS);
      await scheduleJob(tx, { kind: 'examine', key: identification.id, dueAt });
      return;
    }
    const readings = readingsOf(captures);
    const order = orderOf(tx, person, session);
    const evidence = gatherEvidence(readings, {
      ...order,
      duplicateFiles: await duplicateFiles(tx, identification.id),
      duplicates: await findDuplicatesOfOthers(tx, identification, readings, gatherEvidence(readings, order)),
    });
    const findings = evaluateChecks(evidence);
    const verdict = weigh(findings);
    await insertExamination(tx, {
      identificationId: identification.id,
      engineVersion: ENGINE_VERSION,
      evidence,
      findings,
      verdict,
    });
    const scenario = scenarioOf(tx.tenant, person.attributes);
    if (scenario) {
      await planRobotStep(tx, identification.id, scenario.steps, 0);
    } else {
      await report(tx, platform, identification, evidence, verdict);
    }
  });
}

async function report(
  tx: TenantTx,
  platform: Platform,
  identification: Identification,
  evidence: GatheredEvidence,
  verdict: ReturnType<typeof weigh>,
): Promise<void> {
  const outcome = resultUnderPolicy(verdict, policyInForce(tx.tenant, platform.config));
  const personChanges: Partial<PersonAttributes> = outcome.result === 'SUCCESS' ? { ...dataChanges(evidence) } : {};
  const result = Object.keys(personChanges).length > 0 ? 'SUCCESS_DATA_CHANGED' : outcome.result;
  try {
    await recordReport(tx, platform, identification.id, {
      result,
      reason: outcome.reason,
      actor: { kind: 'engine', id: ENGINE_VERSION },
      personChanges,
    });
  } catch (error) {
    // The customer's session was ended by somebody else between submission and now; their word stands.
    if (!(error instanceof PlatformError && error.code === 'wrong_status')) throw error;
  }
}

/** In a sandbox everybody shows the same samples, so that nothing follows from it. */
async function duplicateFiles(tx: TenantTx, identificationId: string): Promise<CaptureStep[] | undefined> {
  return tx.tenant.kind === 'live' ? ((await stepsSentForOthers(tx, identificationId)) as CaptureStep[]) : undefined;
}

/** What the document is compared with: the partner's data and the day in the tenant's time. */
function orderOf(tx: TenantTx, person: Person, session: CaptureSession | undefined): EvidenceOrder {
  const { attributes } = person;
  const { settings } = tx.tenant;
  const asked = session ? stepsFor(session, settings).map(({ id }) => id) : [];
  return {
    person: {
      firstName: attributes.first_name ?? null,
      lastName: attributes.last_name ?? null,
      birthDate: attributes.birth_date ?? null,
      nationality: attributes.nationality ?? null,
      address: {
        street: attributes.address?.line_1 ?? null,
        postalCode: attributes.address?.postal_code ?? null,
        city: attributes.address?.city ?? null,
      },
      isTestCase: scenarioOf(tx.tenant, attributes) !== null,
    },
    capturedOn: tx.now.toISOString().slice(0, 10),
    minimumAgeYears: settings.minimumAgeYears,
    documentKind: (session?.documentKind ?? null) as DocumentKind | null,
    proofOfAddressRequired: settings.proofOfAddress !== 'never',
    securityVideoAsked: asked.includes('security_video'),
    leftOut: (session?.flow.without ?? []) as CaptureStep[],
  };
}
