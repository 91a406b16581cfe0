import { CHECKS } from '@reident/engine';
import { SCENARIOS, type Scenario, type ScenarioName } from '@reident/samples';
import { ZONE_LEVELS, type ZoneLevel } from '../mrz-levels/levels.ts';
import { isNamed, isRaised, type MeasuredCase } from './measure-case.ts';
import { type MeasuredZone, PRINTED_FIELDS } from './measure-zone.ts';

/** A share: how many of how many. `better` says which way is good. */
export interface Figure {
  id: string;
  hits: number;
  n: number;
  better: 'more' | 'less';
}

/** Everything that is counted, from the measured cases and photos alone. */
export function figuresOf(cases: readonly MeasuredCase[], photos: readonly MeasuredZone[] = []): Figure[] {
  const withZone = cases.flatMap(({ scenario, zone }) => (zone ? [{ scenario, zone }] : []));
  const good = cases.filter(({ scenario }) => groupOf(scenario) === 'good');
  const clean = withZone.filter(({ scenario }) => scenario === 'clean');
  const degraded = withZone.filter(({ scenario }) => groupOf(scenario) === 'good' && scenario !== 'clean');
  const attacks = cases.filter(({ scenario }) => groupOf(scenario) === 'attack');
  const accepted = withZone.filter(({ zone }) => zone.accepted);
  return [
    figure(
      'mrz.clean',
      [...clean.map(({ zone }) => zone), ...photos.filter(({ level }) => level === 'clean')],
      ({ exact }) => exact,
      'more',
    ),
    figure(
      'mrz.degraded',
      [...degraded.map(({ zone }) => zone), ...photos.filter(({ level, legible }) => level !== 'clean' && legible)],
      ({ exact }) => exact,
      'more',
    ),
    ...zoneFigures(photos),
    ...printFigures(cases, photos),
    ...DEGRADED.map((level) =>
      figure(
        `mrz.level.${level}`,
        withZone.filter(({ scenario }) => scenario === level),
        ({ zone }) => zone.exact,
        'more',
      ),
    ),
    figure(
      'mrz.accepted_wrong',
      [...accepted.map(({ zone }) => zone), ...attemptsIn(photos).filter((attempt) => attempt.accepted)],
      ({ exact }) => !exact,
      'less',
    ),
    ...FIELDS.map((field) =>
      figure(
        `field.${field}`,
        withZone.filter(({ scenario }) => groupOf(scenario) === 'good'),
        ({ zone }) => !zone.wrongFields.includes(field),
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
function zoneFigures(photos: readonly MeasuredZone[]): Figure[] {
  const rows = (Object.keys(ZONE_LEVELS) as ZoneLevel[]).map((level) => ({
    level: level as string,
    of: photos.filter((photo) => photo.level === level),
  }));
  return [...rows, { level: 'all', of: photos }].flatMap(({ level, of }) => [
    figure(`zone.exact.${level}`, of, ({ exact }) => exact, 'more'),
    figure(
      `zone.legible.${level}`,
      of.filter(({ legible }) => legible),
      ({ exact }) => exact,
      'more',
    ),
    figure(`zone.accepted.${level}`, of, ({ accepted }) => accepted, 'more'),
    figure(
      `zone.wrong.${level}`,
      attemptsIn(of).filter(({ accepted }) => accepted),
      ({ exact }) => !exact,
      'less',
    ),
    figure(
      `zone.retake.${level}`,
      of,
      (photo) => (photo.accepted ? photo.exact : photo.retake?.accepted === true && photo.retake.exact),
      'more',
    ),
  ]);
}

/** First photos and retakes. */
function attemptsIn(photos: readonly MeasuredZone[]): Pick<MeasuredZone, 'exact' | 'accepted'>[] {
  return photos.flatMap((photo) => [photo, ...(photo.retake ? [photo.retake] : [])]);
}

/** Print: by field, and by level over all fields. Capture sessions count where nothing is wrong with document or picture. */
function printFigures(cases: readonly MeasuredCase[], photos: readonly MeasuredZone[]): Figure[] {
  const sides = [
    ...cases
      .filter(({ scenario }) => groupOf(scenario) === 'good')
      .flatMap(({ scenario, print }) => print.map((fields) => ({ level: `case ${scenario}`, fields }))),
    ...photos.map(({ level, print }) => ({ level: level as string, fields: print })),
  ];
  const read = (rows: typeof sides) => rows.flatMap(({ fields }) => Object.entries(fields));
  const levels = [...new Set(sides.map(({ level }) => level))].sort();
  return [
    ...PRINTED_FIELDS.map((field) =>
      figure(
        `print.field.${field}`,
        read(sides).filter(([name]) => name === field),
        ([, exact]) => exact,
        'more',
      ),
    ),
    ...levels.map((level) =>
      figure(`print.level.${level}`, read(sides.filter((side) => side.level === level)), ([, exact]) => exact, 'more'),
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

/** Rows in which the zone is there to be read, from the best to the worst picture. */
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

function figure<T>(id: string, cases: readonly T[], holds: (one: T) => boolean, better: Figure['better']): Figure {
  return { id, hits: cases.filter(holds).length, n: cases.length, better };
}
