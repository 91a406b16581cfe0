import { THRESHOLDS } from '../thresholds/thresholds.ts';

/** Error rates of the face comparison by threshold of distance, and what they rest on. */
export interface FaceCurve {
  kind: 'reident-face-curve';
  method: string;
  /** Pairs of one person were only simulated: such a curve flatters, and opens no production. */
  optimistic: boolean;
  people: number;
  /** How many pairs of one person, and of two. */
  genuine: number;
  impostor: number;
  /** FMR: two people taken for one. FNMR: one person taken for two. Each with the upper end of its 95 % interval. */
  points: { threshold: number; fmr: number; fmrUpper: number; fnmr: number; fnmrUpper: number }[];
}

/** With fewer pairs even a share of zero may be a tenth. Ours. */
const FEWEST_PAIRS = 30;

/**
 * A curve that says how often the threshold in use errs.
 *
 * @throws RangeError with what the file lacks
 */
export function parseFaceCurve(text: string): FaceCurve {
  let curve: Partial<FaceCurve> | null;
  try {
    curve = JSON.parse(text) as Partial<FaceCurve> | null;
  } catch {
    throw new RangeError('it is not JSON');
  }
  if (curve?.kind !== 'reident-face-curve' || !Array.isArray(curve.points))
    throw new RangeError('it is no curve of `npm run scoreboard -- faces`');
  const { genuine = 0, impostor = 0 } = curve;
  if (curve.optimistic !== false) throw new RangeError('its pairs of one person were only simulated');
  if (!(genuine >= FEWEST_PAIRS && impostor >= FEWEST_PAIRS))
    throw new RangeError(`it rests on fewer than ${FEWEST_PAIRS} pairs of one person or of two`);
  for (const name of ['faceDistanceSame', 'faceDistanceOther'] as const) {
    const { value } = THRESHOLDS[name];
    if (!curve.points.some((point) => point?.threshold === value && [point.fmr, point.fnmr].every(isShare)))
      throw new RangeError(`it has no point at the threshold ${value}`);
  }
  return curve as FaceCurve;
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
