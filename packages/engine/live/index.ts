/** The engine without what needs Node: pages measure with the server's code and judge by the server's rows. */
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';

export { occludedParts } from '../face/occluded-parts.ts';
export { turnTowards } from '../face/turn-towards.ts';
export type { Pixels } from '../image/pixels.ts';
export type { QualityReading } from '../readings/capture.ts';
export type { DocumentReading } from '../readings/document.ts';
export type { OcclusionMeasures } from '../readings/face.ts';
export type { Point, Quad } from '../readings/quad.ts';
export { STANDARD_THRESHOLDS, THRESHOLDS, type Threshold, type ThresholdName } from '../thresholds/thresholds.ts';
export {
  type DocumentFrameAnalysis,
  type LiveFrame,
  openDocumentAnalyser,
  type SideAnalysis,
  type SideAsked,
} from './analyse-document-frame.ts';

/** Pages judge by the table as it stands. */
export const { isBad } = STANDARD_THRESHOLDS;
