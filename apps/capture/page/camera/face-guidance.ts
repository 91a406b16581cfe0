import { isBad, occludedParts, type Point, type Quad, STANDARD_THRESHOLDS } from '@reident/engine/live';
import type { AnalysedFace, FaceFrameAnalysis } from '@reident/engine/live-faces';

/** What one look at the live picture says of the customer's face. */
export interface FaceInFrame extends Pick<FaceFrameAnalysis, 'unclear' | 'frameBrightness'> {
  /** The largest; null when there is none. */
  face: AnalysedFace | null;
  /** Eye distance of the second largest over that of the largest; 0 without a second. */
  bystander: number;
  place: FacePlace | null;
  /** How far the face moved since the last look, as a part of the picture's shorter side; null without two looks. */
  moved: number | null;
}

/** Where the face lies; lengths are parts of the picture's shorter side. */
export interface FacePlace {
  middle: Point;
  size: number;
  offCentre: number;
  cutOff: boolean;
}

interface GuidanceRow {
  id: string;
  sign: 'frame' | 'light' | 'near' | 'turn' | 'glare' | 'hand' | 'still' | 'face' | 'people';
  applies(look: FaceInFrame): boolean;
}

/** Ours: further between two looks, a picture would be smeared. */
const MOST_MOVED = 0.03;

/** What the customer hears, the first that applies. The rows behind `isBad` are those by which the server judges the picture, or stricter. */
// biome-ignore format: a table
export const FACE_GUIDANCE = [
  // words       sign       when
  row('dark',     'light',  ({ face, frameBrightness }) => isBad('selfieBrightness', face?.brightness ?? frameBrightness)),
  row('hidden',   'hand',   ({ face, unclear }) => face === null && unclear > 0),
  row('nobody',   'face',   ({ face }) => face === null),
  row('several',  'people', ({ bystander }) => isBad('selfieBystander', bystander)),
  row('nearer',   'near',   ({ face, place }) => place !== null && (isBad('liveFaceSize', place.size) || isBad('selfieEyeDistance', face!.eyeDistance))),
  row('back',     'frame',  ({ place }) => place !== null && (isBad('liveFaceTooLarge', place.size) || place.cutOff)),
  row('middle',   'frame',  ({ place }) => place !== null && isBad('liveFaceOffCentre', place.offCentre)),
  row('straight', 'face',   ({ face }) => face !== null && isBad('liveFaceTurn', Math.max(Math.abs(face.pose.yawDegrees), Math.abs(face.pose.pitchDegrees)))),
  row('upright',  'face',   ({ face }) => face !== null && isBad('liveFaceTilt', Math.abs(face.pose.rollDegrees))),
  row('eyes',     'hand',   ({ face }) => face !== null && occludedParts(face.occlusion, STANDARD_THRESHOLDS).eyes === 'clearly'),
  row('mouth',    'hand',   ({ face }) => face !== null && occludedParts(face.occlusion, STANDARD_THRESHOLDS).lowerFace === 'clearly'),
  row('shine',    'glare',  ({ face }) => face !== null && isBad('portraitGlare', face.glareFraction)),
  row('still',    'still',  ({ moved }) => moved !== null && moved > MOST_MOVED),
  row('focus',    'still',  ({ face }) => face !== null && isBad('selfieSharpness', face.sharpness)),
] as const;

export type FaceGuidanceId = (typeof FACE_GUIDANCE)[number]['id'] | 'hold';

function row<const Id extends string>(id: Id, sign: GuidanceRow['sign'], applies: GuidanceRow['applies']) {
  return { id, sign, applies };
}

/** `hold`: nothing speaks against the picture. */
export function faceGuidanceFor(look: FaceInFrame): FaceGuidanceId {
  return FACE_GUIDANCE.find(({ applies }) => applies(look))?.id ?? 'hold';
}

/** @param ratio  width over height of the picture; the oval lies in its middle */
export function faceInFrame(
  { faces, unclear, frameBrightness }: FaceFrameAnalysis,
  ratio: number,
  before: FaceInFrame | null,
): FaceInFrame {
  const [face = null, second] = faces;
  const place = face && placeOf(face.quad, ratio);
  const was = before?.place?.middle;
  return {
    unclear,
    frameBrightness,
    face,
    bystander: face && second ? second.eyeDistance / face.eyeDistance : 0,
    place,
    moved: place && was ? Math.hypot(place.middle[0] - was[0], place.middle[1] - was[1]) : null,
  };
}

/** How near to the edge, as a part of the picture, a face counts as cut off. */
const EDGE = 0.005;

function placeOf(quad: Quad, ratio: number): FacePlace {
  const [wide, high] = [Math.max(1, ratio), Math.max(1, 1 / ratio)];
  const corners = quad.map(([x, y]): Point => [x * wide, y * high]) as unknown as Quad;
  const side = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const middle: Point = [(corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2];
  return {
    middle,
    size: Math.max(side(corners[0], corners[1]), side(corners[1], corners[2])),
    offCentre: side(middle, [wide / 2, high / 2]),
    cutOff: quad.some(([x, y]) => x < EDGE || y < EDGE || x > 1 - EDGE || y > 1 - EDGE),
  };
}
