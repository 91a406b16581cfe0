import {
  dataChanges,
  ENGINE_VERSION,
  evaluateChecks,
  gatherEvidence,
  weigh,
  type CaptureReading,
  type CaptureStep,
  type Evidence,
} from '@reident/engine';
import { PlatformError } from '@reident/identification';
import {
  findIdentification,
  findPerson,
  insertExamination,
  listCaptures,
  scheduleJob,
  type Identification,
  type LeasedJob,
  type Person,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../record-report.ts';
import { resultUnderPolicy } from '../review-policy.ts';
import { scenarioOf } from '../sandbox/scenario-of.ts';
import { planRobotStep } from './robot.ts';

/** How long to wait for pictures that are still being read before looking again. */
const LOOK_AGAIN_MS = 300;

/**
 * Judges a submitted capture: readings → evidence → findings → verdict, then what the tenant's review policy makes of it.
 * With a test case's name the engine's findings are kept for the console, but the robot decides.
 */
export async function examine(job: LeasedJob, platform: Platform): Promise<void> {
  await platform.database.inTenant(job.tenantId, async (tx) => {
    const identification = await findIdentification(tx, job.key, { lock: true });
    const person = await findPerson(tx, identification.personId);
    const captures = (await listCaptures(tx, identification.id)).filter((capture) => capture.supersededAt === null);
    if (captures.some((capture) => capture.reading === null)) {
      const dueAt = new Date(tx.now.getTime() + LOOK_AGAIN_MS);
      await scheduleJob(tx, { kind: 'examine', key: identification.id, dueAt });
      return;
    }
    const evidence = gatherEvidence(
      captures.map((capture) => ({
        step: capture.step as CaptureStep,
        reading: capture.reading as CaptureReading,
        source: capture.source,
        capturedAt: capture.createdAt.toISOString(),
      })),
      orderOf(tx, identification, person),
    );
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
  evidence: Evidence,
  verdict: ReturnType<typeof weigh>,
): Promise<void> {
  const outcome = resultUnderPolicy(verdict, tx.tenant.settings.reviewPolicy);
  const personChanges = outcome.result === 'SUCCESS' ? dataChanges(evidence) : {};
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

/** What the document is compared with: the partner's data and the day in the tenant's time. */
export function orderOf(tx: TenantTx, identification: Identification, person: Person) {
  const { attributes } = person;
  return {
    person: {
      firstName: attributes.first_name ?? null,
      lastName: attributes.last_name ?? null,
      birthName: (attributes.birth_name as string | null | undefined) ?? null,
      birthDate: attributes.birth_date ?? null,
      nationality: attributes.nationality ?? null,
    },
    capturedOn: tx.now.toISOString().slice(0, 10),
    minimumAgeYears: tx.tenant.settings.minimumAgeYears,
    proofOfAddress: identification.proofOfAddressType !== null,
    sandbox: tx.tenant.kind === 'sandbox',
  };
}
