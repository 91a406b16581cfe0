import type { Branding } from './branding.ts';

export type TenantKind = 'sandbox' | 'live';
export type ReviewPolicy = 'always' | 'on_suspicion' | 'never';

/** What a tenant may set; every field has a default in `tenant-settings.ts`, which also says which change needs two admins. */
export interface TenantSettings {
  reviewPolicy: ReviewPolicy;
  /** Which meaning of the robot names holds: the guide's three, or IDnow's own. */
  robots: 'guide' | 'idnow';
  /** Whether a former identification must be known before a re-identification. */
  formerIdentification: 'any' | 'required';
  /** `REVIEW_PENDING` and `CHECK_PENDING` become `pending_successful` instead of staying `pending`. */
  showPendingSuccessful: boolean;
  linkLifetimeDays: number;
  minimumAgeYears: number;
  /** Whether the customer may choose a file instead of the camera. */
  allowFiles: boolean;
  /** Whether the customer tilts the document before a running camera. */
  askSecurityVideo: boolean;
  /** Whether the customer turns the head as asked, after the selfie. */
  askLiveness: boolean;
  /** Whether a letter or bill is asked for where the document shows no address. */
  proofOfAddress: 'never' | 'when_not_shown';
  /** How old that letter or bill may be. */
  proofOfAddressMonths: number;
  returnUrls: { success: string | null; failure: string | null };
  /** How long the records of an identified person are kept after the relationship ended, at most ten years [DAT-4]. */
  retentionYears: number;
  /** How long data counts as confirmed by the customer [AML guide]. */
  amlCycleYears: number;
  /** Whether a risk class may let a confirmation of unchanged data begin its cycle anew. */
  dataConfirmation: boolean;
  /** Null: the customer goes back by the button only. */
  returnDelaySeconds: number | null;
  branding: Branding;
  /** Origins of the partner's pages that may open the session in a frame or tab and hear how it ended [CAP-9]. */
  embedOrigins: readonly string[];
}
