/** The engine without what needs Node: pages measure with the server's code and judge by the server's rows. */

export { type OcclusionMeasures, occludedParts } from '../checks/face-and-liveness/occluded-parts.ts';
export { isBad, THRESHOLDS, type Threshold, type ThresholdName } from '../checks/thresholds.ts';
export { turnTowards } from '../face/turn-towards.ts';
export type { Pixels } from '../image/rectify.ts';
export type { DocumentReading, Point, Quad, QualityReading } from '../readings/capture.ts';
export {
  type DocumentFrameAnalysis,
  type LiveFrame,
  openDocumentAnalyser,
  type SideAnalysis,
  type SideAsked,
} from './analyse-document-frame.ts';
