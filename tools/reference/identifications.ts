import {
  canHappen,
  ERRORS,
  EVENT_BY_RESULT,
  GUIDE_SCENARIOS,
  ID_SUFFIXES,
  IDNOW_SCENARIOS,
  LANGUAGES,
  METHODS,
  nextStatus,
  PROOF_OF_ADDRESS_TYPES,
  REASONS,
  RESULT_BY_GROUP,
  RESULTS,
  type ReasonGroup,
  type ScenarioRow,
  STATUS_CODES,
  STATUSES,
  TRANSITIONS,
  visibleReason,
} from '@reident/domain';
import { messages } from '@reident/messages';
import { duration, mono, table, yes } from './markdown.ts';

const [EN, DE] = [messages('en'), messages('de')];

export function statuses(): string[] {
  const changes = TRANSITIONS.filter(([from, , to]) => from !== to);
  const arrows = new Map<string, string[]>();
  for (const [from, event, to] of changes) {
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), event]);
  }
  const diagram = [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> created',
    ...[...arrows].map(([arrow, events]) => `  ${arrow}: ${events.join(', ')}`),
    ...STATUS_CODES.filter((code) => STATUSES[code].final).map((code) => `  ${code} --> [*]`),
    '```',
  ].join('\n');
  return [
    table(
      ['Status', 'Meaning', 'Final', 'Link works', 'Certainty', 'Source'],
      STATUS_CODES.map((code) => {
        const { meaning, final, linkAlive, certainty, source } = STATUSES[code];
        return [mono(code), meaning, yes(final), yes(linkAlive), certainty, source];
      }),
    ),
    diagram,
    '## Results of a provider',
    table(
      ['Result', 'Meaning', 'Event', 'Status after `pending`', 'Reason shown', 'Certainty', 'Source'],
      RESULTS.map(([result, , , certainty, source, meaning]) => {
        const event = EVENT_BY_RESULT[result];
        const status = canHappen('pending', event) ? nextStatus('pending', event) : 'pending';
        const shown = visibleReason(status, 'reason') !== null;
        return [mono(result), meaning, mono(event), mono(status), yes(shown), certainty, source];
      }),
    ),
    '## Transitions',
    'Any other combination is rejected with 412 `wrong_status` and changes nothing.',
    table(
      ['From', 'Event', 'To', 'Certainty', 'Source'],
      TRANSITIONS.map(([from, event, to, certainty, source]) => [mono(from), mono(event), mono(to), certainty, source]),
    ),
  ];
}

export function reasons(): string[] {
  const groups: [ReasonGroup, string][] = [
    ['ABORTED', 'The customer or the page stopped. The same link works again.'],
    ['CANCELLED', 'What was shown could not be accepted. The same link works again.'],
    ['FRAUD_SUSPICION_CONFIRMED', 'A person confirmed a suspicion of fraud. The customer is not told.'],
    ['FAILED', 'Never shown: an identification that failed has no reason for the partner.'],
  ];
  return [
    'Sent with the statuses `canceled` and `aborted`, never with `failed`.',
    ...groups.flatMap(([group, words]) => [
      `## ${group}`,
      `Result \`${RESULT_BY_GROUP[group]}\`. ${words}`,
      table(
        ['Reason', 'Meaning', 'Raised by', 'About', 'Certainty', 'Source'],
        Object.entries(REASONS)
          .filter(([, row]) => row.group === group)
          .map(([code, row]) => [mono(code), meaningOf(code), row.raisedBy, row.about, row.certainty, row.source]),
      ),
    ]),
    '## What the customer is told',
    table(
      ['Reason', 'English', 'Deutsch'],
      (Object.keys(EN.reasons.customer) as (keyof typeof EN.reasons.customer)[]).map((code) => [
        mono(code),
        ...[EN, DE].map(({ reasons }) => [reasons.customer[code].what, ...reasons.customer[code].how].join(' ')),
      ]),
    ),
  ];
}

export function meaningOf(reason: string): string {
  return EN.reasons.meanings[reason as keyof typeof REASONS];
}

export function testCases(): string[] {
  const rows = (scenarios: Record<string, ScenarioRow>) =>
    Object.entries(scenarios).map(([name, { steps, certainty, source }]) => [
      mono(name),
      steps
        .map(({ result, reason, afterSeconds }) =>
          [afterSeconds > 0 ? `after ${duration(afterSeconds)}` : '', mono(result), reason ? mono(reason) : '']
            .filter(Boolean)
            .join(' '),
        )
        .join(', then '),
      certainty,
      source,
    ]);
  const head = ['Test case', 'Results', 'Certainty', 'Source'];
  return [
    'In a sandbox tenant, a person whose first or last name is `X-MANUALTEST-{test case}` meets an automatic specialist; with `X-AUTOTEST-{test case}` the ' +
      'customer is automatic too. Case does not matter; `CANCELLED` is `CANCELED`.',
    '## Of the guide (setting `robots: guide`, the default)',
    table(head, rows(GUIDE_SCENARIOS)),
    '## Of IDnow (setting `robots: idnow`)',
    table(head, rows(IDNOW_SCENARIOS)),
    '## Every reason (both settings)',
    'The name of a [reason](reasons.md) is a test case: `X-MANUALTEST-ID_GLARE` ends with the result of its group and that reason.',
  ];
}

export function requestValues(): string[] {
  return [
    '## `method`',
    table(
      ['Method', 'Carried out here', 'Certainty', 'Source'],
      METHODS.map(([method, carriedOut, certainty, source]) => [mono(method), yes(carriedOut), certainty, source]),
    ),
    '## `language`',
    table(
      ['Language', 'Name', 'Certainty', 'Source'],
      LANGUAGES.map(([, published, name, certainty, source]) => [mono(published), name, certainty, source]),
    ),
    '## `proof_of_address_type`',
    table(
      ['Type', 'Certainty', 'Source'],
      PROOF_OF_ADDRESS_TYPES.map(([type, certainty, source]) => [mono(type), certainty, source]),
    ),
    '## Ids',
    '32 lower-case hexadecimal digits and a suffix that says what is named.',
    table(
      ['Suffix', 'Resource', 'Certainty', 'Source'],
      ID_SUFFIXES.map(([suffix, resource, certainty, source]) => [
        suffix === '' ? 'none' : mono(suffix),
        resource,
        certainty,
        source,
      ]),
    ),
  ];
}

export function errors(): string[] {
  return [
    'Every error is `{ "errors": [{ "id", "status", "code", "title", "detail", "source" }] }`. `detail` is a sentence to act on; it names fields and rules, never values.',
    table(
      ['HTTP', 'Code', 'Title', 'When', 'Certainty', 'Source'],
      Object.entries(ERRORS).map(([code, row]) => [
        String(row.status),
        mono(code),
        row.title,
        row.when,
        row.certainty,
        row.source,
      ]),
    ),
  ];
}
