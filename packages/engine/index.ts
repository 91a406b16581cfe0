/** From captured pictures to evidence, findings and a verdict. Nothing here loads a model; the engine host does. */

export { CHECKS } from './checks/catalogue.ts';
export type { Check, Finding, Observed, Outcome } from './checks/define-check.ts';
export { evaluateChecks } from './checks/evaluate-checks.ts';
export {
  parseThresholdValues,
  THRESHOLDS,
  type Threshold,
  type ThresholdName,
  type ThresholdValues,
} from './checks/thresholds.ts';
export { ENGINE_VERSION } from './engine-version.ts';
export type { CaptureSource, ClaimedPerson, Duplicates, GatheredEvidence } from './evidence/evidence.ts';
export { type CapturedReading, type EvidenceOrder, gatherEvidence } from './evidence/gather.ts';
export { type FaceCurve, parseFaceCurve } from './face/curve.ts';
export { clipFormat } from './image/media-format.ts';
export { hashBandsOf } from './image/perceptual-hash.ts';
export { type EngineHost, type EngineHostOptions, startEngineHost } from './process/start-engine-host.ts';
export {
  CAPTURE_STEPS,
  type CapturedMedia,
  type CaptureReading,
  type CaptureStep,
  type ClipReading,
  type FrameReading,
  type MrzReading,
  type Point,
  type Quad,
  type QualityReading,
} from './readings/capture.ts';
export type { FaceReading } from './readings/face.ts';
export { dataChanges, type PersonDataChanges } from './verdict/data-changes.ts';
export { type Feedback, feedbackFor } from './verdict/feedback-for.ts';
export { type ChangedFinding, type Judgement, type Rejudgement, rejudge } from './verdict/rejudge.ts';
export { type Verdict, weigh } from './verdict/weigh.ts';
export { parseRecording, RECORDING_TYPE, type Recording, writeRecording } from './video/recording.ts';
export type { PostalAddress } from './viz/compare-address.ts';
