export { ANSWERS, type AnswerEffect } from './answers.ts';
export { CHAOS, type Fault, MAX_LATE_SECONDS } from './chaos.ts';
export { createSubscription, type NewSubscription } from './create-subscription.ts';
export { DELIVERY_LEASE_SECONDS, type DeliveryContext, type DeliveryOutcome, deliver } from './deliver.ts';
export { DENIED_RANGES } from './denied-ranges.ts';
export { EgressError, type EgressErrorKind, ERROR_KINDS } from './egress-error.ts';
export { type AllowEntry, dnsResolve, type EgressRules, parseAllowEntries, type Resolve } from './egress-guard.ts';
export { egressRules } from './egress-rules.ts';
export { enableSubscription } from './enable-subscription.ts';
export { EGRESS_LIMITS, type Egress, type EgressAnswer, openEgress } from './guarded-fetch.ts';
export { OVERLAP_HOURS, rotateSecret } from './rotate-secret.ts';
export {
  newSecret,
  type StandardHeaders,
  solarisSignature,
  standardHeaders,
  verifySolarisSignature,
  verifyStandardSignature,
} from './signature.ts';
