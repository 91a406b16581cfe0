import { recentDecisionSeconds, type TenantTx } from '@reident/store';

/** The steps in which IDnow publishes waiting times, in seconds. */
const STEPS = [0, 15, 30, 45, 60, 120, 180, 300, 600, 1_800, 3_600, 7_200, 14_400, 43_200];
const LONGEST_SECONDS = 86_400;

/** Said while no identification of the tenant has been decided yet, as in the guide's example. */
const UNKNOWN_SECONDS = 60;

/** Median time from submission to result over the tenant's last 20 decisions, rounded up to a published step. */
export async function estimateWaitingTime(tx: TenantTx): Promise<number> {
  const seconds = await recentDecisionSeconds(tx, 20);
  if (seconds.length === 0) return UNKNOWN_SECONDS;
  const median = [...seconds].sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? UNKNOWN_SECONDS;
  return STEPS.find((step) => step >= median) ?? LONGEST_SECONDS;
}
