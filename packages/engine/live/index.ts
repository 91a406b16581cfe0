/** The engine without what needs Node: pages measure with the server's code and judge by the server's rows. */

export { type CoverMeasures, coveredParts } from '../checks/face-and-liveness/occluded-parts.ts';
export { isBad, THRESHOLDS, type Threshold, type ThresholdName } from '../checks/thresholds.ts';
export { turnTowards } from '../face/turn-towards.ts';
export type { Pixels } from '../image/rectify.ts';
export type { DocumentReading, Point, Quad, QualityReading } from '../readings/capture.ts';
export {
  type DocumentGlance,
  type LiveFrame,
  type SideAsked,
  type SideGlance,
  watchDocument,
} from './analyse-document-frame.ts';
