/** Front door: whoever carries out an identification, and what its results do to it. */

export { BATCH_COLUMNS, MOST_BATCH_LINES, readBatch } from './batches/read-batch.ts';
export { type Board, boardOf, type TimelineEntry, timelineOf } from './campaigns/board.ts';
export { writeLetter } from './campaigns/letter.ts';
export { type DryRun, dryRun, filterFor, type PlannedPerson } from './campaigns/plan-campaign.ts';
export { actOnCampaign, CarrierMissing, startCampaign } from './campaigns/start-campaign.ts';
export { type Case, type CaseExamination, loadCase } from './case/case.ts';
export { type DocumentOnFile, documentOnFile, warnPartner } from './documents/document-on-file.ts';
export { DELIVERED_PICTURES, readDerivative } from './documents/documents.ts';
export {
  type DueDescription,
  describeDue,
  refreshDue,
  refreshDueAfter,
} from './due/due-date.ts';
export { JOB_HANDLERS, type JobHandler, jobHandlersOf } from './jobs/index.ts';
export * from './kyc-report/index.ts';
export type { Carried, Config, FunnelMetrics, Mail, MailSender, Platform, TextSender, TimeLimits } from './platform.ts';
export { customerUrl, REFERENCE_SHAPES } from './provider/autoident/open-session.ts';
export { breachesOf, ELIGIBILITY_RULES, rejectIneligible } from './provider/eligibility.ts';
export { isLinkToken, linkToken, linkTokenHash } from './provider/link-token.ts';
export type { IdentOrder, IdentProvider, ProviderReport } from './provider/provider.ts';
export { providerFor } from './provider/provider-for.ts';
export { recordReport } from './provider/record-report.ts';
export { type RequestedIdentification, requestIdentification } from './provider/request-identification.ts';
export { sandboxChanges } from './provider/sandbox/changes-of.ts';
export { OUTCOME_REASONS, outcomeReason } from './provider/sandbox/outcome-reasons.ts';
export { scenarioOf } from './provider/sandbox/scenario-of.ts';
export {
  cancelErasure,
  type ErasureOutcome,
  endRelationship,
  eraseBlobs,
  erasureDueAt,
  extendRetention,
  MAX_RETENTION_YEARS,
  reapplyErasures,
  requestErasure,
} from './retention/erasure.ts';
export { DECISIONS, type DecisionInput, type DecisionName, decide } from './review/decide.ts';
export { type RejudgedCase, rejudgeCase } from './review/rejudge-case.ts';
export { assertFaceCurveFor, policyInForce, RESULT_BY_POLICY, resultUnderPolicy } from './review/review-policy.ts';
export * from './session/index.ts';
