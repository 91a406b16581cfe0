import { CHECKS } from '@reident/engine';
import { SPECIES, type Species, type SpeciesName } from '@reident/samples';
import { isNamed, isRaised, type MeasuredCase } from './measure-case.ts';

/** A share: how many of how many. `better` says which way is good. */
export interface Figure {
  id: string;
  hits: number;
  n: number;
  better: 'more' | 'less';
}

/** Everything that is counted, from the measured sittings alone. */
export function figuresOf(cases: readonly MeasuredCase[]): Figure[] {
  const withZone = cases.flatMap(({ species, zone }) => (zone ? [{ species, zone }] : []));
  const good = cases.filter(({ species }) => groupOf(species) === 'good');
  const clean = withZone.filter(({ species }) => species === 'clean');
  const degraded = withZone.filter(({ species }) => groupOf(species) === 'good' && species !== 'clean');
  const attacks = cases.filter(({ species }) => groupOf(species) === 'attack');
  const accepted = withZone.filter(({ zone }) => zone.accepted);
  return [
    figure('mrz.clean', clean, ({ zone }) => zone.exact, 'more'),
    figure('mrz.degraded', degraded, ({ zone }) => zone.exact, 'more'),
    ...DEGRADED.map((level) =>
      figure(
        `mrz.level.${level}`,
        withZone.filter(({ species }) => species === level),
        ({ zone }) => zone.exact,
        'more',
      ),
    ),
    figure('mrz.accepted_wrong', accepted, ({ zone }) => !zone.exact, 'less'),
    ...FIELDS.map((field) =>
      figure(
        `field.${field}`,
        withZone.filter(({ species }) => groupOf(species) === 'good'),
        ({ zone }) => !zone.wrongFields.includes(field),
        'more',
      ),
    ),
    figure('good.success', good, ({ verdict }) => verdict.result === 'SUCCESS', 'more'),
    figure('good.canceled', good, ({ verdict }) => verdict.result === 'CANCELED', 'less'),
    figure('attack.success', attacks, ({ verdict }) => verdict.result === 'SUCCESS', 'less'),
    ...speciesOf(cases).flatMap((species) => {
      const own = cases.filter((one) => one.species === species);
      return [
        figure(
          `success.${species}`,
          own,
          ({ verdict }) => verdict.result === 'SUCCESS',
          groupOf(species) === 'good' ? 'more' : 'less',
        ),
        ...(groupOf(species) === 'good' ? [] : [figure(`named.${species}`, own, isNamed, 'more')]),
      ];
    }),
    ...CHECKS.flatMap(({ id, raises }) => {
      const raised = ({ findings }: MeasuredCase) =>
        findings.some((finding) => finding.check === id && isRaised(finding));
      const meant = cases.filter(({ species }) => meansOf(species).some((reason) => raises.includes(reason)));
      return [
        figure(`alarm.${id}`, good, raised, 'less'),
        ...(meant.length > 0 ? [figure(`miss.${id}`, meant, (one) => !raised(one), 'less')] : []),
      ];
    }),
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
export const DEGRADED: readonly SpeciesName[] = [
  ...(Object.keys(SPECIES) as SpeciesName[]).filter((species) => groupOf(species) === 'good'),
  ...(['blurred', 'shaken', 'dark', 'glare', 'finger', 'steep'] as const),
];

export function groupOf(species: SpeciesName): Species['group'] {
  return SPECIES[species].group;
}

export function speciesOf(cases: readonly MeasuredCase[]): SpeciesName[] {
  return [...new Set(cases.map(({ species }) => species))];
}

function meansOf(species: SpeciesName): Species['means'] {
  return SPECIES[species].means;
}

function figure<T>(id: string, cases: readonly T[], holds: (one: T) => boolean, better: Figure['better']): Figure {
  return { id, hits: cases.filter(holds).length, n: cases.length, better };
}
