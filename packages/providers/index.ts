/** Front door: whoever carries out an identification, and what its results do to it. */
export * from './autoident/index.ts';
export { type Case, type CaseExamination, loadCase } from './case.ts';
export { DECISIONS, type DecisionInput, type DecisionName, decide } from './decide.ts';
export { type DocumentOnFile, documentOnFile, warnPartner } from './document-on-file.ts';
export { DELIVERED_PICTURES, readDerivative } from './documents.ts';
export {
  cancelErasure,
  type ErasureOutcome,
  eraseBlobs,
  erasureDueAt,
  MAX_RETENTION_YEARS,
  reapplyErasures,
  requestErasure,
} from './erasure.ts';
export { JOB_HANDLERS, type JobHandler } from './jobs/index.ts';
export * from './kyc-report/index.ts';
export { isLinkToken, linkToken, linkTokenHash } from './link-token.ts';
export { customerUrl, REFERENCE_SHAPES } from './open-autoident.ts';
export type { Config, Platform } from './platform.ts';
export type { IdentOrder, IdentProvider, ProviderReport } from './provider.ts';
export { providerFor } from './provider-for.ts';
export { recordReport } from './record-report.ts';
export { type RejudgedCase, rejudgeCase } from './rejudge-case.ts';
export { type RequestedIdentification, requestIdentification } from './request-identification.ts';
export { assertFaceCurveFor, policyInForce, RESULT_BY_POLICY, resultUnderPolicy } from './review-policy.ts';
export { sandboxChanges } from './sandbox/changes-of.ts';
export { OUTCOME_REASONS, outcomeReason } from './sandbox/outcome-reasons.ts';
export { scenarioOf } from './sandbox/scenario-of.ts';
