/** Synthetic documents and selfies, drawn from a seed, and pictures taken of them. */

export { MEDIA, type Presentation } from './attacks/presentation.ts';
export { type CaseCapture, type DrawnCase, drawCase } from './case.ts';
export type { Condition } from './documents/condition.ts';
export { type DrawnSide, drawSide, type SampleDocument } from './documents/document.ts';
export type { DocumentKind, DocumentSide, FieldName, IssuerCode } from './documents/layouts.ts';
export { documentOf, drawSample, SAMPLE_DAY, type Sample, type SampleSpec } from './documents/sample.ts';
export type { FaceOcclusion } from './people/face-occlusion.ts';
export { drawPerson, type SamplePerson } from './people/persons.ts';
export { drawSelfie, type Selfie, type SelfieSpec } from './people/selfie.ts';
export type { CameraSpec } from './photo/camera.ts';
export type { Box, Point, Quad } from './photo/geometry.ts';
export { CLEAN_PHOTO, type PhotoSpec } from './photo/photo.ts';
export { createRandom, type Random } from './random.ts';
export {
  ORDERED_PERSON,
  SAMPLES,
  type SampleName,
  type SampleRow,
  SELFIES,
  type SelfieName,
  type SelfieRow,
} from './samples.ts';
export { SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts';
export { drawLiveness } from './video/liveness.ts';
export { CAMERA_FRAME, writeCameraFile } from './video/mjpeg.ts';
export {
  drawTilt,
  drawTurn,
  type SampleFrame,
  type TiltManner,
  type TiltSpec,
  type TurnManner,
  type TurnSpec,
} from './video/recordings.ts';
