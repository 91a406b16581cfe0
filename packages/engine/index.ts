/** From captured pictures to evidence, findings and a verdict. Nothing here loads a model; the engine host does. */
export {
  CAPTURE_STEPS,
  type CapturedMedia,
  type CaptureReading,
  type CaptureStep,
  type ClipReading,
  ENGINE_VERSION,
  type FrameReading,
  type MrzReading,
  type Point,
  type Quad,
  type QualityReading,
} from './capture-reading.ts';
export type { Check, Finding, Observed, Outcome } from './checks/define-check.ts';
export { evaluateChecks } from './checks/evaluate-checks.ts';
export { CHECKS } from './checks/index.ts';
export { dataChanges, type PersonDataChanges } from './data-changes.ts';
export type { CaptureSource, ClaimedPerson, GatheredEvidence, Repeats } from './evidence/evidence.ts';
export type { FaceReading } from './evidence/faces/face-reading.ts';
export { type CapturedReading, type EvidenceOrder, gatherEvidence } from './evidence/gather-evidence.ts';
export { clipFormat } from './evidence/media-format.ts';
export { bandsOf } from './evidence/picture-hash.ts';
export type { PostalAddress } from './evidence/viz/compare-address.ts';
export { type FaceCurve, parseFaceCurve } from './face-curve.ts';
export { type Feedback, feedbackFor } from './feedback-for.ts';
export { type EngineHost, type EngineHostOptions, startEngineHost } from './host/start-engine-host.ts';
export { parseRecording, RECORDING_TYPE, type Recording, writeRecording } from './recording.ts';
export { type ChangedFinding, type Judgement, type Rejudgement, rejudge } from './rejudge.ts';
export {
  parseThresholdValues,
  THRESHOLDS,
  type Threshold,
  type ThresholdName,
  type ThresholdValues,
} from './thresholds.ts';
export { type Verdict, weigh } from './weigh.ts';
