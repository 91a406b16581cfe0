import { type IdentResult, PlatformError } from '@reident/domain';
import type { ReviewPolicy } from '@reident/domain/tenant-settings';
import type { Verdict } from '@reident/engine';
import type { Tenant } from '@reident/store';
import type { Config } from '../platform.ts';

type VerdictResult = Verdict['result'];

/**
 * What becomes of the engine's verdict under each review policy.
 *
 * Under `always` a person decides everything: machine signals are advice [CON-4]. Software only ever suspects fraud, so
 * a suspicion waits for a person under every policy. What the engine cannot tell is never a success: where nobody is
 * to look (`never`), the identification is canceled and the customer may try again.
 */
// biome-ignore format: one row per line
export const RESULT_BY_POLICY = {
  //                        always                      on_suspicion                          never
  SUCCESS:                 { always: 'REVIEW_PENDING', on_suspicion: 'SUCCESS',                 never: 'SUCCESS' },
  CANCELED:                { always: 'REVIEW_PENDING', on_suspicion: 'CANCELED',                never: 'CANCELED' },
  FRAUD_SUSPICION_PENDING: { always: 'REVIEW_PENDING', on_suspicion: 'FRAUD_SUSPICION_PENDING', never: 'FRAUD_SUSPICION_PENDING' },
  REVIEW_PENDING:          { always: 'REVIEW_PENDING', on_suspicion: 'REVIEW_PENDING',          never: 'CANCELED' },
} as const satisfies Record<VerdictResult, Record<ReviewPolicy, IdentResult>>;

/**
 * Who decides in this tenant. In a live one the engine may only where the operator has measured how often the face comparison
 * errs; without that curve a person decides, whatever the setting says.
 */
export function policyInForce(
  tenant: Pick<Tenant, 'kind' | 'settings'>,
  { faceCurve }: Pick<Config, 'faceCurve'>,
): ReviewPolicy {
  return tenant.kind === 'live' && !faceCurve ? 'always' : tenant.settings.reviewPolicy;
}

/** @throws PlatformError `invalid_model` for a policy under which an unmeasured face threshold would decide */
export function assertFaceCurveFor(
  kind: Tenant['kind'],
  policy: unknown,
  { faceCurve }: Pick<Config, 'faceCurve'>,
): void {
  if (kind !== 'live' || policy === undefined || policy === 'always' || faceCurve) return;
  throw new PlatformError('invalid_model', NO_CURVE, { field: 'reviewPolicy', message: NO_CURVE });
}

const NO_CURVE =
  'a live tenant cannot let the engine decide before REIDENT_FACE_CURVE names a measured curve of the face comparison';

/** The result that goes to the partner after the engine's verdict, with the reason that belongs to it. */
export function resultUnderPolicy(
  verdict: Verdict,
  policy: ReviewPolicy,
): { result: IdentResult; reason: string | null } {
  const result = RESULT_BY_POLICY[verdict.result][policy];
  if (result === 'REVIEW_PENDING' || result === 'SUCCESS') return { result, reason: null };
  return { result, reason: verdict.reason ?? 'IDENT_CANNOT_BE_COMPLETED' };
}
