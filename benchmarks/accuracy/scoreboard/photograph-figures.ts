import { type Figure, figure } from './figures.ts';
import { VIZ_FIELDS } from './measure-mrz.ts';
import { GENUINENESS, type MeasuredPicture, NOTICED_BY, type truthsOf } from './measure-picture.ts';
import type { Spread } from './spread.ts';

/** Counts from real photographs: what `docs/engine/scoreboard-photographs.json` keeps. */
export interface PhotographBoard {
  engineVersion: string;
  measuredOn: string;
  /** Whose photographs, and of what. */
  source: string;
  pictures: number;
  figures: Figure[];
  cpu: Spread;
}

/** How far a corner may lie from its place, in parts of the document's width, for the outline to count as found. */
const OUTLINE_GOAL = 0.06;

/** Everything that is counted. Pictures without the truth that a figure needs are not in its n. */
export function photographFigures(pictures: readonly MeasuredPicture[], truths: ReturnType<typeof truthsOf>): Figure[] {
  const withMrz = pictures.flatMap(({ document, mrz }) => {
    const truth = truths.get(document);
    return truth
      ? [{ exact: mrz?.fingerprint === truth.fingerprint, accepted: mrz?.accepted ?? false, noted: truth.noted }]
      : [];
  });
  const withCorners = pictures.filter(({ outlineError }) => outlineError !== undefined);
  const genuine = pictures.filter(({ kind }) => kind === 'original' || kind === 'specimen');
  const named = (['grey_copy', 'colour_copy', 'screen'] as const).flatMap((kind) => {
    const own = pictures.filter((picture) => picture.kind === kind);
    const noticed = ({ doubts }: MeasuredPicture) => doubts.some((doubt) => NOTICED_BY[kind]!.includes(doubt));
    return [figure(`noticed.${kind}`, own, noticed, 'more')];
  });
  return [
    figure('outline', withCorners, ({ outlineError }) => (outlineError ?? 1) <= OUTLINE_GOAL, 'more'),
    figure('mrz.exact', withMrz, ({ exact }) => exact, 'more'),
    figure('mrz.accepted', withMrz, ({ accepted }) => accepted, 'more'),
    figure('mrz.accepted_exact', withMrz, ({ exact, accepted }) => exact && accepted, 'more'),
    figure(
      'mrz.accepted_wrong',
      withMrz.filter(({ accepted }) => accepted),
      ({ exact }) => !exact,
      'less',
    ),
    figure('mrz.truth_noted', withMrz, ({ noted }) => noted, 'more'),
    ...VIZ_FIELDS.map((field) =>
      figure(
        `viz.${field}`,
        pictures.filter(({ viz }) => viz[field] !== undefined),
        ({ viz }) => viz[field] === true,
        'more',
      ),
    ),
    ...named,
    figure('genuine.doubted', genuine, ({ doubts }) => doubts.length > 0, 'less'),
    ...GENUINENESS.map((check) =>
      figure(`genuine.doubted.${check}`, genuine, ({ doubts }) => doubts.includes(check), 'less'),
    ),
    figure('advice', pictures, ({ advice }) => advice !== null, 'less'),
    ...[...new Set(pictures.flatMap(({ advice }) => advice ?? []))]
      .sort()
      .map((reason) => figure(`advice.${reason}`, pictures, ({ advice }) => advice === reason, 'less')),
  ].filter(({ n }) => n > 0);
}
