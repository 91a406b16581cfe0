import { CHECKS } from '@reident/engine';
import { SCENARIOS, type Scenario, type ScenarioName } from '@reident/samples';
import { MRZ_LEVELS, type MrzLevel } from '../mrz-levels/levels.ts';
import { hasFallen, interval } from './bounds.ts';
import { isNamed, isRaised, type MeasuredCase } from './measure-case.ts';
import { type MeasuredMrz, VIZ_FIELDS } from './measure-mrz.ts';

/** A share: how many of how many. `better` says which way is good. */
export interface Figure {
  id: string;
  hits: number;
  n: number;
  better: 'more' | 'less';
}

/** Everything that is counted, from the measured cases and photos alone. */
export function figuresOf(cases: readonly MeasuredCase[], photos: readonly MeasuredMrz[] = []): Figure[] {
  const withMrz = cases.flatMap(({ scenario, mrz }) => (mrz ? [{ scenario, mrz }] : []));
  const good = cases.filter(({ scenario }) => groupOf(scenario) === 'good');
  const clean = withMrz.filter(({ scenario }) => scenario === 'clean');
  const degraded = withMrz.filter(({ scenario }) => groupOf(scenario) === 'good' && scenario !== 'clean');
  const attacks = cases.filter(({ scenario }) => groupOf(scenario) === 'attack');
  const accepted = withMrz.filter(({ mrz }) => mrz.accepted);
  return [
    figure(
      'mrz.clean',
      [...clean.map(({ mrz }) => mrz), ...photos.filter(({ level }) => level === 'clean')],
      ({ exact }) => exact,
      'more',
    ),
    figure(
      'mrz.degraded',
      [...degraded.map(({ mrz }) => mrz), ...photos.filter(({ level, legible }) => level !== 'clean' && legible)],
      ({ exact }) => exact,
      'more',
    ),
    ...mrzFigures(photos),
    ...vizFigures(cases, photos),
    ...DEGRADED.map((level) =>
      figure(
        `mrz.level.${level}`,
        withMrz.filter(({ scenario }) => scenario === level),
        ({ mrz }) => mrz.exact,
        'more',
      ),
    ),
    figure(
      'mrz.accepted_wrong',
      [...accepted.map(({ mrz }) => mrz), ...attemptsIn(photos).filter((attempt) => attempt.accepted)],
      ({ exact }) => !exact,
      'less',
    ),
    ...FIELDS.map((field) =>
      figure(
        `field.${field}`,
        withMrz.filter(({ scenario }) => groupOf(scenario) === 'good'),
        ({ mrz }) => !mrz.wrongFields.includes(field),
        'more',
      ),
    ),
    figure('good.success', good, ({ verdict }) => verdict.result === 'SUCCESS', 'more'),
    figure('good.canceled', good, ({ verdict }) => verdict.result === 'CANCELED', 'less'),
    figure('attack.success', attacks, ({ verdict }) => verdict.result === 'SUCCESS', 'less'),
    ...scenariosOf(cases).flatMap((scenario) => {
      const own = cases.filter((one) => one.scenario === scenario);
      return [
        figure(
          `success.${scenario}`,
          own,
          ({ verdict }) => verdict.result === 'SUCCESS',
          groupOf(scenario) === 'good' ? 'more' : 'less',
        ),
        ...(groupOf(scenario) === 'good' ? [] : [figure(`named.${scenario}`, own, isNamed, 'more')]),
      ];
    }),
    ...CHECKS.flatMap(({ id, raises }) => {
      const raised = ({ findings }: MeasuredCase) =>
        findings.some((finding) => finding.check === id && isRaised(finding));
      const meant = cases.filter(({ scenario }) => meansOf(scenario).some((reason) => raises.includes(reason)));
      return [
        figure(`alarm.${id}`, good, raised, 'less'),
        ...(meant.length > 0 ? [figure(`miss.${id}`, meant, (one) => !raised(one), 'less')] : []),
      ];
    }),
  ];
}

/** By level of the photo. `retake`: accepted and exact at the first photo or, where that was not accepted, at one more. */
function mrzFigures(photos: readonly MeasuredMrz[]): Figure[] {
  const rows = (Object.keys(MRZ_LEVELS) as MrzLevel[]).map((level) => ({
    level: level as string,
    of: photos.filter((photo) => photo.level === level),
  }));
  return [...rows, { level: 'all', of: photos }].flatMap(({ level, of }) => [
    figure(`mrz.exact.${level}`, of, ({ exact }) => exact, 'more'),
    figure(
      `mrz.legible.${level}`,
      of.filter(({ legible }) => legible),
      ({ exact }) => exact,
      'more',
    ),
    figure(`mrz.accepted.${level}`, of, ({ accepted }) => accepted, 'more'),
    figure(
      `mrz.wrong.${level}`,
      attemptsIn(of).filter(({ accepted }) => accepted),
      ({ exact }) => !exact,
      'less',
    ),
    figure(
      `mrz.retake.${level}`,
      of,
      (photo) => (photo.accepted ? photo.exact : photo.retake?.accepted === true && photo.retake.exact),
      'more',
    ),
  ]);
}

/** First photos and retakes. */
function attemptsIn(photos: readonly MeasuredMrz[]): Pick<MeasuredMrz, 'exact' | 'accepted'>[] {
  return photos.flatMap((photo) => [photo, ...(photo.retake ? [photo.retake] : [])]);
}

/** VIZ text: by field, and by level over all fields. Capture sessions count where nothing is wrong with document or picture. */
function vizFigures(cases: readonly MeasuredCase[], photos: readonly MeasuredMrz[]): Figure[] {
  const sides = [
    ...cases
      .filter(({ scenario }) => groupOf(scenario) === 'good')
      .flatMap(({ scenario, viz }) => viz.map((fields) => ({ level: `case ${scenario}`, fields }))),
    ...photos.map(({ level, viz }) => ({ level: level as string, fields: viz })),
  ];
  const read = (rows: typeof sides) => rows.flatMap(({ fields }) => Object.entries(fields));
  const levels = [...new Set(sides.map(({ level }) => level))].sort();
  return [
    ...VIZ_FIELDS.map((field) =>
      figure(
        `viz.field.${field}`,
        read(sides).filter(([name]) => name === field),
        ([, exact]) => exact,
        'more',
      ),
    ),
    ...levels.map((level) =>
      figure(`viz.level.${level}`, read(sides.filter((side) => side.level === level)), ([, exact]) => exact, 'more'),
    ),
  ];
}

export const FIELDS = [
  'documentNumber',
  'primaryIdentifier',
  'secondaryIdentifier',
  'birthDate',
  'expiryDate',
] as const;

/** Rows in which the MRZ is there to be read, from the best to the worst picture. */
export const DEGRADED: readonly ScenarioName[] = [
  ...(Object.keys(SCENARIOS) as ScenarioName[]).filter((scenario) => groupOf(scenario) === 'good'),
  ...(['blurred', 'shaken', 'dark', 'glare', 'finger', 'steep'] as const),
];

export function groupOf(scenario: ScenarioName): Scenario['group'] {
  return SCENARIOS[scenario].group;
}

export function scenariosOf(cases: readonly MeasuredCase[]): ScenarioName[] {
  return [...new Set(cases.map(({ scenario }) => scenario))];
}

function meansOf(scenario: ScenarioName): Scenario['means'] {
  return SCENARIOS[scenario].means;
}

export function figure<T>(
  id: string,
  cases: readonly T[],
  holds: (one: T) => boolean,
  better: Figure['better'],
): Figure {
  return { id, hits: cases.filter(holds).length, n: cases.length, better };
}

/** Whether a figure is worse than a former one by more than chance explains. */
export function hasWorsened(now: Figure, former: Figure): boolean {
  const good = ({ hits, n, better }: Figure) => ({ hits: better === 'more' ? hits : n - hits, n });
  return hasFallen(good(now), good(former));
}

/**
 * Whether a goal is reached, with its bound: `yes` only where the whole 95 % interval lies on the right side of it, `no` where the
 * share does not, and `open` between, where more has to be measured.
 */
export function reached(
  { hits, n, better }: Pick<Figure, 'hits' | 'n' | 'better'>,
  goal: number,
): 'yes' | 'no' | 'open' | null {
  if (n === 0) return null;
  const [low, high] = interval(hits, n);
  if (better === 'more') return low >= goal ? 'yes' : hits / n >= goal ? 'open' : 'no';
  return high <= goal ? 'yes' : hits / n <= goal ? 'open' : 'no';
}

/** For people: share, counts and 95 % interval. */
export function shareOf({ hits, n }: { hits: number; n: number }): string {
  if (n === 0) return '–';
  const [low, high] = interval(hits, n);
  return `${percent(hits / n)} (${hits}/${n}; ${percent(low)}–${percent(high)})`;
}

export function percent(value: number): string {
  return `${(100 * value).toFixed(value > 0 && value < 0.1 ? 1 : 0)} %`;
}
