/** From captured pictures to evidence, findings and a verdict. Nothing here loads a model; the engine host does. */

export { CHECKS, type CheckId } from './checks/catalogue.ts';
export type { Check, Finding, Observed, Outcome } from './checks/definition/define-check.ts';
export { evaluateChecks } from './checks/evaluate-checks.ts';
export type {
  CapturedReading,
  CaptureSource,
  ClaimedPerson,
  Duplicates,
  EvidenceOrder,
  GatheredEvidence,
} from './evidence/evidence.ts';
export { gatherEvidence } from './evidence/gather.ts';
export { type FaceCurve, parseFaceCurve } from './face/curve.ts';
export { EMBEDDING_VERSION } from './face/embedding-distance.ts';
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
  type QualityReading,
} from './readings/capture.ts';
export { ENGINE_VERSION } from './readings/engine-version.ts';
export type { FaceReading } from './readings/face.ts';
export type { MrzReading } from './readings/mrz.ts';
export type { Point, Quad } from './readings/quad.ts';
export {
  parseThresholdValues,
  THRESHOLDS,
  type Threshold,
  type ThresholdName,
  type ThresholdValues,
} from './thresholds/thresholds.ts';
export { dataChanges, type PersonDataChanges } from './verdict/data-changes.ts';
export { type Feedback, feedbackFor } from './verdict/feedback-for.ts';
export { type ChangedFinding, type Judgement, type Rejudgement, rejudge } from './verdict/rejudge.ts';
export { type Verdict, weigh } from './verdict/weigh.ts';
export { parseRecording, RECORDING_TYPE, type Recording, writeRecording } from './video/recording.ts';
export type { PostalAddress } from './viz/compare-address.ts';
