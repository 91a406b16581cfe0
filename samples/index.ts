/** Synthetic documents and selfies, drawn from a seed, and pictures taken of them. */
export type { CameraSpec } from './camera.ts';
export { type CaseCapture, type DrawnCase, drawCase } from './case.ts';
export type { Condition } from './condition.ts';
export { type Box, type DrawnSide, drawSide, type SampleDocument } from './document.ts';
export type { FaceCover } from './face-cover.ts';
export type { Point, Quad } from './geometry.ts';
export type { DocumentKind, DocumentSide, FieldName, IssuerCode } from './layouts.ts';
export { drawLiveness } from './liveness.ts';
export { CAMERA_FRAME, writeCameraFile } from './mjpeg.ts';
export { drawPerson, type SamplePerson } from './persons.ts';
export { CLEAN_PHOTO, type PhotoSpec } from './photo.ts';
export { MEDIA, type Presentation } from './presentation.ts';
export { createRandom, type Random } from './random.ts';
export {
  drawTilt,
  drawTurn,
  type SampleFrame,
  type TiltManner,
  type TiltSpec,
  type TurnManner,
  type TurnSpec,
} from './recordings.ts';
export { documentOf, drawSample, SAMPLE_DAY, type Sample, type SampleSpec } from './sample.ts';
export {
  ORDERED_PERSON,
  SAMPLES,
  type SampleName,
  type SampleRow,
  SELFIES,
  type SelfieName,
  type SelfieRow,
} from './samples.ts';
export { drawSelfie, type Selfie, type SelfieSpec } from './selfie.ts';
export { SPECIES, type Species, type SpeciesName } from './species.ts';
