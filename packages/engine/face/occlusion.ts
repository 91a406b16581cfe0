import { exactLuma } from '../image/luma.ts';
import type { RgbImage } from '../image/pixels.ts';
import { boxAround, quadOf } from '../image/quad.ts';
import { mean, round } from '../image/statistics.ts';
import type { OcclusionMeasures } from '../readings/face.ts';
import type { Point, Quad } from '../readings/quad.ts';

/** What occlusion is told by, and where eyes and lower face are in pixels of the picture in which the face was found. */
export interface FoundOcclusion extends OcclusionMeasures {
  eyesCorners: Quad;
  lowerCorners: Quad;
}

/** Landmarks of the mesh by their number in it, and the radius that is looked at, in distances of the eyes. */
// biome-ignore format: a table
const PLACES = {
  forehead:   [0.07, [9, 151, 108, 337]],
  cheeks:     [0.07, [50, 280, 205, 425]],
  eyes:       [0.05, [159, 145, 33, 133, 386, 374, 362, 263]],
  nose:       [0.07, [4, 5]],
  aboveLips:  [0.07, [164]],
  besideLips: [0.07, [207, 427]],
  lips:       [0.05, [37, 267, 84, 314]],
  lipLine:    [0.02, [13, 14]],
  chin:       [0.07, [199, 200]],
} as const satisfies Record<string, readonly [radius: number, landmarks: readonly number[]]>;

const EYE_CORNERS = [33, 263] as const;
/** Nose to chin, cheek to cheek. */
const LOWER_FACE = [4, 152, 234, 454] as const;

/** @param landmark  where a landmark lies, in pixels */
export function measureOcclusion(image: RgbImage, landmark: (i: number) => Point): FoundOcclusion {
  const [left, right] = [landmark(EYE_CORNERS[0]), landmark(EYE_CORNERS[1])];
  // From outer corner to outer corner it is one and a half times the distance of the eyes.
  const eyeDistance = Math.hypot(right[0] - left[0], right[1] - left[1]) / 1.5;
  const at = (place: keyof typeof PLACES): Shade[] => {
    const [radius, landmarks] = PLACES[place];
    return landmarks.map((i) => shadeAround(image, landmark(i), Math.max(1, eyeDistance * radius)));
  };
  const [forehead, cheeks, eyes, nose, chin] = [at('forehead'), at('cheeks'), at('eyes'), at('nose'), at('chin')];
  const [aboveLips, besideLips] = [at('aboveLips'), at('besideLips')];
  const skin = meanOf([...forehead, ...cheeks]).luma;
  const brow = meanOf(forehead);
  const lower = [[...nose], [...cheeks.slice(2), ...besideLips], [...aboveLips, ...chin]].map(meanOf);
  const mouth = [...at('lips'), ...at('lipLine'), ...aboveLips, ...chin, ...nose];
  const [eye, mouthMean] = [meanOf(eyes), meanOf(mouth)];
  const deviation = Math.sqrt(
    mouth.reduce((sum, { luma, variation }) => sum + (luma - mouthMean.luma) ** 2 + variation ** 2, 0) / mouth.length,
  );
  return {
    eyeLuma: round(eye.luma / Math.max(1, skin), 3),
    eyeVariation: round(eye.variation / Math.max(1, skin), 3),
    lowerHue: round(Math.min(...lower.map((part) => hueDistance(part, brow))), 3),
    lowerVariation: round(deviation / Math.max(1, mouthMean.luma), 3),
    eyesCorners: eyesAround(left, right, eyeDistance),
    lowerCorners: quadOf(boxAround(LOWER_FACE.map(landmark))),
  };
}

interface Shade {
  red: number;
  green: number;
  blue: number;
  luma: number;
  /** Standard deviation of the luma. */
  variation: number;
}

function shadeAround({ rgb, width, height }: RgbImage, [x, y]: Point, radius: number): Shade {
  const within = (middle: number, last: number): [number, number] => [
    Math.max(0, Math.round(middle - radius)),
    Math.min(last, Math.round(middle + radius)),
  ];
  const [[left, right], [top, bottom]] = [within(x, width - 1), within(y, height - 1)];
  const sums = [0, 0, 0, 0, 0];
  let count = 0;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (Math.hypot(row - y, column - x) > radius + 0.5) continue;
      const from = 3 * (row * width + column);
      const luma = exactLuma(rgb[from]!, rgb[from + 1]!, rgb[from + 2]!);
      for (let channel = 0; channel < 3; channel++) sums[channel]! += rgb[from + channel]!;
      sums[3]! += luma;
      sums[4]! += luma * luma;
      count++;
    }
  }
  const [red, green, blue, luma, squares] = sums.map((sum) => sum / Math.max(1, count)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { red, green, blue, luma, variation: Math.sqrt(Math.max(0, squares - luma * luma)) };
}

function meanOf(shades: readonly Shade[]): Shade {
  const of = (key: keyof Shade) => mean(shades.map((shade) => shade[key]));
  return { red: of('red'), green: of('green'), blue: of('blue'), luma: of('luma'), variation: of('variation') };
}

/** Of the logarithms of red and blue over green; black has no hue. */
function hueDistance(a: Shade, b: Shade): number {
  const ratio = (x: number, y: number) => Math.log((x + 1) / (y + 1));
  return Math.hypot(ratio(a.red, a.green) - ratio(b.red, b.green), ratio(a.blue, a.green) - ratio(b.blue, b.green));
}

/** Both eyes with lids and brows, from corner to corner and a little beyond. */
function eyesAround(left: Point, right: Point, eyeDistance: number): Quad {
  const box = boxAround([left, right]);
  return quadOf({
    left: box.left - 0.25 * eyeDistance,
    top: box.top - 0.35 * eyeDistance,
    right: box.right + 0.25 * eyeDistance,
    bottom: box.bottom + 0.35 * eyeDistance,
  });
}
