export { type Box, type DrawnSide, drawSide, type SampleDocument } from './document.ts';
export type { Point, Quad } from './geometry.ts';
export type { DocumentKind, DocumentSide, FieldName, IssuerCode } from './layouts.ts';
export type { SamplePerson } from './persons.ts';
export { CLEAN_PHOTO, type PhotoSpec } from './photo.ts';
export { documentOf, drawSample, SAMPLE_DAY, type Sample, type SampleSpec } from './sample.ts';
export { SAMPLES, type SampleName } from './samples.ts';
