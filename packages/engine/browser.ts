/** The engine without what needs Node: pages measure with the server's code and judge by the server's rows. */
export type { DocumentReading, Point, Quad, QualityReading } from './capture-reading.ts';
export { type CoverMeasures, coveredParts } from './checks/covered-parts.ts';
export type { Pixels } from './evidence/lay-flat.ts';
export {
  type DocumentGlance,
  type LiveFrame,
  type SideAsked,
  type SideGlance,
  watchDocument,
} from './evidence/look-at-document.ts';
export { turnTowards } from './evidence/turn-towards.ts';
export { isBad, THRESHOLDS, type Threshold, type ThresholdName } from './thresholds.ts';
