import { PlatformError } from '@reident/domain';
import { findIdentification, findPerson, type LeasedJob, scheduleJob, type TenantTx } from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../provider/record-report.ts';
import { sandboxChanges } from '../provider/sandbox/changes-of.ts';
import { scenarioOf } from '../provider/sandbox/scenario-of.ts';

/** Plays the next step of a test case: reports its result and plans the step after it in the tenant's time. */
export async function playRobot(job: LeasedJob, platform: Platform): Promise<void> {
  await platform.database.inTenant(job.tenantId, async (tx) => {
    const identification = await findIdentification(tx, job.key, { lock: true });
    const person = await findPerson(tx, identification.personId);
    const scenario = scenarioOf(tx.tenant, person.attributes);
    const step = Number(job.payload.step);
    const row = scenario?.steps[step];
    if (!scenario || !row) return;
    try {
      await recordReport(tx, platform, identification.id, {
        result: row.result,
        reason: row.reason,
        actor: { kind: 'robot', id: scenario.name },
        personChanges: sandboxChanges(tx.tenant, row.result, person.attributes),
      });
    } catch (error) {
      // Somebody ended the identification by hand meanwhile: the robot's play is over.
      if (error instanceof PlatformError && error.code === 'wrong_status') return;
      throw error;
    }
    await planRobotStep(tx, identification.id, scenario.steps, step + 1);
  });
}

export async function planRobotStep(
  tx: TenantTx,
  identificationId: string,
  steps: readonly { afterSeconds: number }[],
  step: number,
): Promise<void> {
  const row = steps[step];
  if (row === undefined) return;
  const dueAt = new Date(tx.now.getTime() + row.afterSeconds * 1000);
  await scheduleJob(tx, { kind: 'robot', key: identificationId, dueAt, payload: { step } });
}
