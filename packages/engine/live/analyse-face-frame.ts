import { type FaceNetworks, type FaceSquare, locateFaces, type MeasuredFace, measureFace } from '../face/mesh.ts';
import { luma256 } from '../image/luma.ts';
import type { Pixels, RgbImage } from '../image/pixels.ts';
import { distance, toFractions } from '../image/quad.ts';
import { mean, round } from '../image/statistics.ts';
import type { FaceReading, OcclusionMeasures } from '../readings/face.ts';
import type { Quad } from '../readings/quad.ts';

/** What a live frame shows of faces: the same measures that the server takes of the picture, without asking whose face it is. */
export interface FaceFrameAnalysis {
  /** Largest first, as on the server. */
  faces: AnalysedFace[];
  /** How many more the detector saw without the mesh agreeing: covered, turned away, or no face after all. */
  unclear: number;
  /** Mean luma of the whole frame, 0 to 255: told without a face too. */
  frameBrightness: number;
}

/** `eyeDistance` is in pixels of the picture that would be taken, not of the smaller one that was looked at. */
export interface AnalysedFace extends Omit<FaceReading, 'descriptor' | 'descriptorVersion' | 'occlusion'> {
  occlusion: OcclusionMeasures;
}

/** A live frame, made smaller. */
export interface FaceFrame extends Pixels {
  /** How many pixels of the picture that would be taken are one of this frame. */
  shrunk: number;
}

/** So many frames follow a face where it was before the whole frame is searched again, for others who have come into it. */
const FRAMES_BETWEEN_SEARCHES = 5;

/**
 * Analyses frames one after the other. A face that was found is looked for where it was: searching the whole frame costs
 * twice as much as measuring a face, and a head that turns is held on to for longer.
 */
export function openFaceAnalyser(networks: FaceNetworks): (frame: FaceFrame) => FaceFrameAnalysis {
  let followed: FaceSquare[] = [];
  let frames = 0;
  let lost = 0;
  return (frame) => {
    const image = toRgb(frame);
    const follows = followed.length > 0 && frames < FRAMES_BETWEEN_SEARCHES;
    frames = follows ? frames + 1 : 0;
    let found = follows ? measureAll(networks, image, followed) : [];
    if (!follows || found.length < followed.length) {
      const squares = locateFaces(networks, image);
      const located = measureAll(networks, image, squares);
      // The detector loses a head that turns far; where the mesh still sees it, it is there.
      if (located.length > 0) found = located;
      else if (!follows) found = measureAll(networks, image, followed);
      lost = Math.max(0, squares.length - found.length);
      frames = 0;
    }
    found.sort((a, b) => b.eyeDistance - a.eyeDistance);
    followed = found.map(squareAround);
    return {
      faces: found.map((face) => toAnalysedFace(face, frame)),
      unclear: lost,
      frameBrightness: round(brightnessOf(image), 1),
    };
  };
}

function measureAll(networks: FaceNetworks, image: RgbImage, squares: readonly FaceSquare[]): MeasuredFace[] {
  return squares.flatMap((square) => measureFace(networks, image, square) ?? []);
}

/** How much larger than its landmarks the square is in which a face is looked for again: what the detector's squares measure too (median of 40 faces). */
const ROOM = 1.43;

function squareAround({ corners, score }: MeasuredFace): FaceSquare {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  return {
    score,
    centre: [mean(corners.map(([x]) => x)), mean(corners.map(([, y]) => y))],
    side: ROOM * Math.max(distance(topLeft, topRight), distance(topRight, bottomRight)),
    angle: Math.atan2(
      topRight[1] - topLeft[1] + bottomRight[1] - bottomLeft[1],
      topRight[0] - topLeft[0] + bottomRight[0] - bottomLeft[0],
    ),
  };
}

function toAnalysedFace(
  { corners, alignment: _, occlusion, ...face }: MeasuredFace,
  { width, height, shrunk }: FaceFrame,
): AnalysedFace {
  const quad: Quad = toFractions(corners, width, height);
  const { eyesCorners: _eyes, lowerCorners: _lower, ...measures } = occlusion;
  return { ...face, quad, occlusion: measures, eyeDistance: round(face.eyeDistance * shrunk, 1) };
}

/** Mean luma of each sixteenth pixel: enough to tell a dark room. */
function brightnessOf({ rgb }: RgbImage): number {
  let sum = 0;
  for (let i = 0; i < rgb.length; i += 48) sum += luma256(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!);
  return sum / 256 / Math.max(1, Math.ceil(rgb.length / 48));
}

function toRgb({ data, channels, width, height }: Pixels): RgbImage {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, at = 0; i < rgb.length; i += 3, at += channels) {
    rgb[i] = data[at]!;
    rgb[i + 1] = data[at + 1]!;
    rgb[i + 2] = data[at + 2]!;
  }
  return { rgb, width, height };
}
