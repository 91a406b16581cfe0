import { BATCH_FAULTS } from '@reident/domain';
import {
  CAMPAIGN_MOVES,
  CHANNELS,
  DUE_RULES,
  EXCLUSIONS,
  HOLIDAYS,
  LAW_CLASSES,
  PERSON_EVENTS,
  TASKS,
} from '@reident/domain/rekyc';
import { mono, table } from './markdown.ts';

const days = (count: number) => (count === 0 ? 'the same day' : `${count} days`);

/** Who is due and why, whom campaigns ask, and what may be wrong with a line of a batch. */
export function reKyc(): string[] {
  return [
    'What it means: [re-KYC](../guides/re-kyc.md), [campaigns](../guides/campaigns.md).',
    '## Due dates',
    table(
      ['Rule', 'Due because', 'An identification', 'A confirmation of data', 'Certainty', 'Source'],
      Object.entries(DUE_RULES).map(([rule, row]) => [
        mono(rule),
        row.meaning,
        row.identification,
        row.dataConfirmation,
        row.certainty,
        row.source,
      ]),
    ),
    '## Classes of the law',
    table(
      ['Class', 'At least every', 'For', 'Certainty', 'Source'],
      Object.entries(LAW_CLASSES).map(([code, row]) => [
        mono(code),
        row.mostYears === 1 ? 'year' : `${row.mostYears} years`,
        row.meaning,
        row.certainty,
        row.source,
      ]),
    ),
    '## Events that a partner reports',
    table(
      ['Event', 'Meaning', 'Due within', 'Settled by at least', 'Certainty', 'Source'],
      Object.entries(PERSON_EVENTS).map(([kind, row]) => [
        mono(kind),
        row.meaning,
        days(row.withinDays),
        mono(row.settledBy),
        row.certainty,
        row.source,
      ]),
    ),
    '## Campaigns',
    table(
      ['Call', 'From', 'To'],
      Object.entries(CAMPAIGN_MOVES).map(([action, { from, to }]) => [
        mono(action),
        from.map(mono).join(', '),
        mono(to),
      ]),
    ),
    table(
      ['Channel', 'Carried by', 'Needs of the person', 'What it is'],
      Object.entries(CHANNELS).map(([code, row]) => [
        mono(code),
        row.carrier,
        row.needs === null ? '–' : mono(row.needs),
        row.meaning,
      ]),
    ),
    '## Who is not asked',
    table(
      ['Code', 'Why', 'A person has to look'],
      Object.entries(EXCLUSIONS).map(([code, row]) => [mono(code), row.meaning, row.task ? 'yes' : 'no']),
    ),
    '## Tasks for a person',
    table(
      ['Code', 'Why'],
      Object.entries(TASKS).map(([code, meaning]) => [mono(code), meaning]),
    ),
    '## Faults of a line of a batch',
    table(
      ['Code', 'Meaning'],
      Object.entries(BATCH_FAULTS).map(([code, meaning]) => [mono(code), meaning]),
    ),
    '## Holidays on which nobody is written to',
    table(
      ['Holiday', 'Day', 'Certainty', 'Source'],
      HOLIDAYS.map(([name, day, certainty, source]) => [
        name,
        typeof day === 'string' ? day : `${Math.abs(day)} days ${day < 0 ? 'before' : 'after'} Easter Sunday`,
        certainty,
        source,
      ]),
    ),
  ];
}
