import { REASONS } from '@reident/domain';
import { CHECKS, THRESHOLDS } from '@reident/engine';
import { messages } from '@reident/messages';
import { meaningOf } from './identifications.ts';
import { mono, table } from './markdown.ts';

export function checks(): string[] {
  const raisedBy = (reason: string) => CHECKS.filter(({ raises }) => (raises as readonly string[]).includes(reason));
  const leftToPeople = Object.entries(REASONS).filter(
    ([code, { group }]) =>
      (group === 'CANCELLED' || group === 'FRAUD_SUSPICION_CONFIRMED') && raisedBy(code).length === 0,
  );
  return [
    'In the order in which they are weighed: if several fail, the first gives the reason. What they rest on: [the engine](../engine/README.md) and [its limits](../engine/limits.md).',
    table(
      ['Check', 'Question', 'Evidence', 'Can raise'],
      CHECKS.map(({ id, needs, raises }) => [
        mono(id),
        messages('en').checks[id],
        needs.map(mono).join(', '),
        raises.map(mono).join(', '),
      ]),
    ),
    '## Thresholds',
    table(
      ['Threshold', 'Value', 'Unit', 'Bad if', 'Rests on'],
      Object.entries(THRESHOLDS).map(([name, { value, unit, bad, restsOn }]) => [
        mono(name),
        String(value),
        unit,
        bad,
        restsOn,
      ]),
    ),
    '## Reasons that only people give',
    'No check raises these reasons for a cancellation or a fraud suspicion; a specialist, or another part of the platform, does.',
    table(
      ['Reason', 'About', 'Meaning'],
      leftToPeople.map(([code, { about }]) => [mono(code), about, meaningOf(code)]),
    ),
  ];
}
