import type { Reason } from '@reident/domain';
import type { CheckId } from '../checks/catalogue.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { CAPTURE_STEPS, type CaptureReading, type CaptureStep } from '../readings/capture.ts';

export interface Feedback {
  ok: boolean;
  /** A published code that says what to mend; null when the picture is good. */
  reason: Reason | null;
}

/**
 * Whether one picture is good enough to go on, told right after it was taken by the same checks that judge the case.
 *
 * Only what the customer can mend by another picture is told. Doubts are kept for the specialist, and nothing is said about
 * who the person is, whether names agree or how old anyone is.
 */
export function feedbackFor(step: CaptureStep, reading: CaptureReading): Feedback {
  const evidence = gatherEvidence([{ step, reading, source: 'camera', capturedAt: '' }], {
    person: {},
    capturedOn: '',
    minimumAgeYears: 0,
  });
  const mendable: readonly string[] = MENDABLE_AT_ONCE[CAPTURE_STEPS[step].shows];
  const failed = evaluateChecks(evidence).find(({ check, outcome }) => outcome === 'fail' && mendable.includes(check));
  return { ok: failed === undefined, reason: failed?.reason ?? null };
}

/** Checks that look at a single picture, by what the picture shows. */
const MENDABLE_AT_ONCE: Readonly<Record<(typeof CAPTURE_STEPS)[CaptureStep]['shows'], readonly CheckId[]>> = {
  document: [
    'document-right-side',
    'document-bright-enough',
    'document-without-glare',
    'document-seen-straight',
    'document-in-focus',
    'document-complete',
    'document-present',
    'document-supported',
    'mrz-readable',
    'portrait-without-glare',
    'security-video-stored',
    'security-video-long-enough',
    'security-video-tilted',
  ],
  address: [],
  face: [
    'selfie-shows-one-face',
    'face-not-occluded',
    'selfie-bright-enough',
    'selfie-in-focus',
    'selfie-seen-straight',
  ],
};
