/** Synthetic documents and selfies, drawn from a seed, and pictures taken of them. */
export type { CameraSpec } from './camera.ts';
export { type Box, type DrawnSide, drawSide, type SampleDocument } from './document.ts';
export type { Point, Quad } from './geometry.ts';
export type { DocumentKind, DocumentSide, FieldName, IssuerCode } from './layouts.ts';
export { drawLiveness } from './liveness.ts';
export { CAMERA_FRAME, writeCameraFile } from './mjpeg.ts';
export { drawPerson, type SamplePerson } from './persons.ts';
export { CLEAN_PHOTO, type PhotoSpec } from './photo.ts';
export type { Presentation } from './presentation.ts';
export { createRandom, type Random } from './random.ts';
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
