import { type DocumentFrameAnalysis, isBad, type Quad } from '@reident/engine/live';

/** What one look at the live picture says, and how the picture was taken. */
export interface Look extends DocumentFrameAnalysis {
  /** How far the document's corners moved since the last look, as a part of the picture's width; null without two looks. */
  moved: number | null;
  /** The lens looks at the customer although a document is asked for. */
  wrongLens: boolean;
}

/** What can be told of the side that is shown while another is asked for. Of a data page nothing: it bears all there is. */
// biome-ignore format: a table
export const SIDES = {
  // asked for         its other side      what would be the other side's: an MRZ of three lines stands on backs only (ICAO Doc 9303-5)
  document_front:    { other: 'document_back',  mrzIsOther: true },
  document_back:     { other: 'document_front', mrzIsOther: false },
} as const satisfies Record<string, { other: string; mrzIsOther: boolean }>;

/** Two lines may stand on a front, as on cards of the size TD2. */
const LINES_ON_BACKS = 3;

interface GuidanceRow {
  id: string;
  sign: 'frame' | 'light' | 'near' | 'turn' | 'glare' | 'hand' | 'still';
  applies(look: Look): boolean;
}

/** Ours: further between two looks, a picture would be smeared. */
const MOST_MOVED = 0.025;

/** What the customer hears, the first that applies. The rows behind `isBad` are those by which the server judges the picture. */
// biome-ignore format: a table
export const GUIDANCE = [
  // words       sign       when
  row('dark',    'light',  ({ quality, frameBrightness }) => quality ? isBad('documentBrightness', quality.brightness) : isBad('documentTooDark', frameBrightness)),
  row('lens',    'turn',   ({ document, wrongLens }) => document === null && wrongLens),
  row('fit',     'frame',  ({ document }) => document === null),
  row('whole',   'frame',  ({ document }) => document?.cutOff === true),
  row('closer',  'near',   ({ document }) => document !== null && isBad('liveCoverage', document.coverage)),
  row('above',   'frame',  ({ document }) => document !== null && isBad('documentSideRatio', document.sideRatio)),
  row('otherSide', 'turn', ({ side }) => side !== null && (side.mrzLines === LINES_ON_BACKS || (side.resemblance !== null && isBad('liveSideAgain', side.resemblance)))),
  row('glare',   'glare',  ({ quality }) => quality !== null && isBad('documentGlare', quality.glareFraction)),
  row('fingers', 'hand',   ({ quality }) => quality !== null && isBad('documentOccluded', quality.occludedFraction)),
  row('still',   'still',  ({ moved }) => moved !== null && moved > MOST_MOVED),
  row('focus',   'still',  ({ quality }) => quality !== null && isBad('liveSharpness', quality.sharpness)),
] as const;

export type GuidanceId = (typeof GUIDANCE)[number]['id'] | 'hold';

function row<const Id extends string>(id: Id, sign: GuidanceRow['sign'], applies: GuidanceRow['applies']) {
  return { id, sign, applies };
}

/** `hold`: nothing speaks against the picture. */
export function guidanceFor(look: Look): GuidanceId {
  return GUIDANCE.find(({ applies }) => applies(look))?.id ?? 'hold';
}

export function movement(before: Quad | null, now: Quad | null): number | null {
  if (before === null || now === null) return null;
  return Math.max(...now.map(([x, y], i) => Math.hypot(x - before[i]![0], y - before[i]![1])));
}
