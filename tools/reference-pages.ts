import {
  CUSTOMER_TEXTS,
  canHappen,
  DOCUMENT_KINDS,
  DOCUMENT_NUMBERS,
  DOCUMENT_TYPES,
  DOCUMENTS_WITH_ADDRESS,
  ERRORS,
  EVENT_BY_RESULT,
  EVENT_TYPES,
  GUIDE_SCENARIOS,
  ID_SUFFIXES,
  IDNOW_SCENARIOS,
  LANGUAGES,
  METHODS,
  type NumberShape,
  nextStatus,
  PALE_DOCUMENTS,
  PROOF_OF_ADDRESS_TYPES,
  REASONS,
  RESULT_BY_GROUP,
  RESULTS,
  RETRY_RULES,
  RETRY_SCHEDULE,
  type ReasonGroup,
  type ScenarioRow,
  STATUS_CODES,
  STATUSES,
  TRANSITIONS,
  visibleReason,
} from '@reident/domain';
import { TENANT_SETTINGS } from '@reident/domain/tenant-settings';
import { CHECKS, THRESHOLDS } from '@reident/engine';
import { type CheckRow, type FieldRow, FORMATS, MRZ_FORMATS } from '@reident/mrz';
import { TROUBLES } from '../tests/browser/troubles.ts';
import { outcomes } from './outcomes-page.ts';

const SURENESS =
  'How sure a row is: `published` by the sources, `seen` in clients of the API, `inferred` from several facts, `disputed` between sources, ' +
  '`ours`. Where a row is disputed or ours, [decisions](../decisions/) say why.';

/** The pages of `docs/reference/`, by file name. They say what the tables say and nothing else. */
export function referencePages(): Map<string, string> {
  const pages: [name: string, title: string, body: string[]][] = [
    ['statuses.md', 'Statuses and transitions', statuses()],
    ['reasons.md', 'Reasons', reasons()],
    ['test-cases.md', 'Test cases', testCases()],
    ['outcomes.md', 'Every outcome on demand', outcomes(table)],
    ['documents.md', 'Documents', documents()],
    ['request-values.md', 'Values of requests', requestValues()],
    ['errors.md', 'Errors', errors()],
    ['webhook-events.md', 'Webhook events', webhookEvents()],
    ['retry-schedule.md', 'Retry schedule', retrySchedule()],
    ['zones.md', 'Machine-readable zones', zones()],
    ['checks.md', 'Checks of the engine', checks()],
    ['settings.md', 'Settings of a tenant', settings()],
    ['troubles.md', 'Nobody gets stuck', troubles()],
  ];
  const written = pages.map(
    ([name, title, body]) =>
      [name, page(title, body.some((block) => block.includes('| Sure |')) ? [...body, SURENESS] : body)] as const,
  );
  const list = pages.map(([name, title]) => `- [${title}](${name})`).join('\n');
  return new Map([['README.md', page('Reference', ['Look up what a value means.', list])], ...written]);
}

function settings(): string[] {
  return [
    'Changed with `npx reident admin settings set` by whoever runs the server. Where two admins are needed, that is so in live tenants only: one proposes, another confirms.',
    table(
      ['Setting', 'What it does', 'May be', 'Sandbox', 'Live', 'Two admins'],
      Object.entries(TENANT_SETTINGS).map(([name, { sandbox, live, twoAdmins, rule, meaning }]) => [
        mono(name),
        meaning,
        rule.allows,
        mono(shownDefault(sandbox)),
        mono(shownDefault(live)),
        yes(twoAdmins),
      ]),
    ),
  ];
}

function troubles(): string[] {
  return [
    'What may go wrong in a sitting, what the customer then sees, and the test of `tests/browser/` that plays it in a real browser. No screen named: the customer stays on the one that was there.',
    table(
      ['Trouble', 'Screen', 'Way on', 'Test'],
      TROUBLES.map(({ trouble, screen, wayOn, file, test }) => [
        trouble,
        screen === null ? '' : mono(screen),
        wayOn,
        `${mono(file)}: ${test}`,
      ]),
    ),
  ];
}

/** The colours of a branding stand for the whole: its texts are all null. */
function shownDefault(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('accent' in value)) return JSON.stringify(value);
  const { accent, bar } = value as { accent: string; bar: string };
  return JSON.stringify({ accent, bar });
}

function statuses(): string[] {
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
      ['Status', 'Meaning', 'Final', 'Customer may use the link', 'Sure', 'Source'],
      STATUS_CODES.map((code) => {
        const { meaning, final, linkAlive, certainty, source } = STATUSES[code];
        return [mono(code), meaning, yes(final), yes(linkAlive), certainty, source];
      }),
    ),
    diagram,
    '## Results of a provider',
    table(
      ['Result', 'Meaning', 'Event', 'Status after `pending`', 'Reason shown', 'Sure', 'Source'],
      RESULTS.map(([result, , , certainty, source, meaning]) => {
        const event = EVENT_BY_RESULT[result];
        const status = canHappen('pending', event) ? nextStatus('pending', event) : 'pending';
        const shown = visibleReason(status, 'reason') !== null;
        return [mono(result), meaning, mono(event), mono(status), yes(shown), certainty, source];
      }),
    ),
    '## Transitions',
    'Everything else is refused with 412 `wrong_status` and changes nothing.',
    table(
      ['From', 'Event', 'To', 'Sure', 'Source'],
      TRANSITIONS.map(([from, event, to, certainty, source]) => [mono(from), mono(event), mono(to), certainty, source]),
    ),
  ];
}

function reasons(): string[] {
  const groups: [ReasonGroup, string][] = [
    ['ABORTED', 'The customer, or the page, stopped. The same link works again.'],
    ['CANCELLED', 'What was shown could not be accepted. The same link works again.'],
    ['FRAUD_SUSPICION_CONFIRMED', 'A person confirmed a suspicion of fraud. The customer is told nothing of it.'],
    ['FAILED', 'Never shown: an identification that failed has no reason for the partner.'],
  ];
  return [
    'Given with the statuses `canceled` and `aborted`, never with `failed`.',
    ...groups.flatMap(([group, words]) => [
      `## ${group}`,
      `Result \`${RESULT_BY_GROUP[group]}\`. ${words}`,
      table(
        ['Reason', 'Meaning', 'Raised by', 'About', 'Sure', 'Source'],
        Object.entries(REASONS)
          .filter(([, row]) => row.group === group)
          .map(([code, row]) => [mono(code), row.meaning, row.raisedBy, row.about, row.certainty, row.source]),
      ),
    ]),
    '## What the customer is told',
    table(
      ['Reason', 'English', 'Deutsch'],
      Object.entries(CUSTOMER_TEXTS).map(([code, { EN, DE }]) => [mono(code), EN.join(' '), DE.join(' ')]),
    ),
  ];
}

function testCases(): string[] {
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
  const head = ['Test case', 'Results', 'Sure', 'Source'];
  return [
    'In a sandbox tenant, a person whose first or last name is `X-MANUALTEST-{test case}` meets an automatic specialist; with `X-AUTOTEST-{test case}` the ' +
      'customer is automatic too. Case does not matter; `CANCELLED` is `CANCELED`.',
    '## The guide’s (setting `robots: guide`, the default)',
    table(head, rows(GUIDE_SCENARIOS)),
    '## IDnow’s own (setting `robots: idnow`)',
    table(head, rows(IDNOW_SCENARIOS)),
    '## Every reason, with both settings',
    'The name of a [reason](reasons.md) is a test case: `X-MANUALTEST-ID_GLARE` ends with the result of its group and that reason.',
  ];
}

function documents(): string[] {
  return [
    '## Kinds of identity document',
    table(
      ['Kind', 'Machine-readable zone', 'Pictures', 'Sure', 'Source'],
      Object.entries(DOCUMENT_KINDS).map(([code, row]) => [
        mono(code),
        row.mrzFormats.length === 0 ? 'none' : row.mrzFormats.map(mono).join(', '),
        row.sides.map(mono).join(', '),
        row.certainty,
        row.source,
      ]),
    ),
    '## Documents that bear the holder’s address',
    'With one of these no proof of address is needed. A second number is the last of a range.',
    table(
      ['PRADO number', 'Issuer', 'Kind', 'Sure', 'Source'],
      DOCUMENTS_WITH_ADDRESS.map(([prado, , alpha2, kind, certainty, source]) => [
        mono(prado),
        alpha2,
        mono(kind),
        certainty,
        source,
      ]),
    ),
    '## How documents are numbered',
    'As the machine-readable zone holds it: so many characters of an alphabet, part by part; other shapes behind a semicolon. A number of another shape is a doubt. A State and kind that are not listed have no shape that we know.',
    table(
      ['Issuer', 'Kind', 'Shapes', 'Sure', 'Source'],
      DOCUMENT_NUMBERS.map(([issuer, kind, shapes, certainty, source]) => [
        issuer,
        mono(kind),
        (shapes as readonly NumberShape[])
          .map((shape) => shape.map(([alphabet, count]) => `${count} × ${alphabetName(alphabet)}`).join(', '))
          .join('; '),
        certainty,
        source,
      ]),
    ),
    '## Documents that are printed pale',
    'Of these the absence of colour tells nothing.',
    table(
      ['Issuer', 'Kind', 'Sure', 'Source'],
      PALE_DOCUMENTS.map(([kind, issuer, certainty, source]) => [issuer, mono(kind), certainty, source]),
    ),
    '## Values of `document_type`',
    'Those that may be uploaded are accepted by POST; all can occur in answers.',
    table(
      ['Document type', 'Meaning', 'In the guide', 'May be uploaded'],
      Object.entries(DOCUMENT_TYPES).map(([code, row]) => [
        mono(code),
        row.meaning,
        yes(row.inGuide),
        yes(row.uploadable),
      ]),
    ),
  ];
}

function requestValues(): string[] {
  return [
    '## `method`',
    table(
      ['Method', 'Carried out here', 'Sure', 'Source'],
      METHODS.map(([method, carriedOut, certainty, source]) => [mono(method), yes(carriedOut), certainty, source]),
    ),
    '## `language`',
    table(
      ['Language', 'Name', 'Sure', 'Source'],
      LANGUAGES.map(([code, name, certainty, source]) => [mono(code), name, certainty, source]),
    ),
    '## `proof_of_address_type`',
    table(
      ['Type', 'Sure', 'Source'],
      PROOF_OF_ADDRESS_TYPES.map(([type, certainty, source]) => [mono(type), certainty, source]),
    ),
    '## Ids',
    '32 hexadecimal digits in lower case, and a suffix that says what it names.',
    table(
      ['Suffix', 'Resource', 'Sure', 'Source'],
      ID_SUFFIXES.map(([suffix, resource, certainty, source]) => [
        suffix === '' ? 'none' : mono(suffix),
        resource,
        certainty,
        source,
      ]),
    ),
  ];
}

function errors(): string[] {
  return [
    'Every refusal is `{ "errors": [{ "id", "status", "code", "title", "detail", "source" }] }`. `detail` is a sentence to act on; it names fields and rules, never values.',
    table(
      ['HTTP', 'Code', 'Title', 'When', 'Sure', 'Source'],
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

function webhookEvents(): string[] {
  const rows = (sent: boolean) =>
    EVENT_TYPES.filter(([, entity]) => (entity !== null) === sent).map(([type, entity, certainty, source]) => [
      mono(type),
      ...(sent ? [String(entity)] : []),
      certainty,
      source,
    ]);
  return [
    '## Sent by this platform',
    table(['Event', 'About', 'Sure', 'Source'], rows(true)),
    '## May be subscribed to, and belong to other products',
    table(['Event', 'Sure', 'Source'], rows(false)),
  ];
}

function retrySchedule(): string[] {
  const { attempts, rate, firstWaitSeconds, jitter } = RETRY_RULES;
  return [
    `A notification is sent up to ${attempts[0]} times. The wait before attempt *n* + 1 is ${firstWaitSeconds[0]} s × ${rate[0]}^(*n* − 1), give or take ` +
      `${jitter[0] * 100} %. A receiver's \`Retry-After\` is granted between one and two times the plain wait.`,
    'A 2xx is a delivery, 410 ends the subscription, 422 rejects the notification for good. Anything else, and 30 seconds of silence, is tried again.',
    table(
      ['Attempt', 'After a wait of', 'Time since the first attempt'],
      RETRY_SCHEDULE.map(({ attempt, waitSeconds, totalSeconds }) => [
        String(attempt),
        duration(waitSeconds),
        duration(totalSeconds),
      ]),
    ),
    table(
      ['Rule', 'Value', 'Sure', 'Source'],
      Object.entries(RETRY_RULES).map(([name, [value, certainty, source]]) => [name, String(value), certainty, source]),
    ),
  ];
}

function zones(): string[] {
  return [
    'Lines and positions count from 1, as in ICAO Doc 9303.',
    ...MRZ_FORMATS.flatMap((code) => {
      const { source, lineCount, lineLength, fields, checks } = FORMATS[code];
      return [
        `## ${code}: ${lineCount} lines of ${lineLength}`,
        `Source: ${source}.`,
        table(
          ['Field', 'Line', 'Positions', 'Characters'],
          (fields as readonly FieldRow[]).map(([field, line, from, to, content]) => [
            mono(field),
            String(line),
            from === to ? `${from}` : `${from}–${to}`,
            content,
          ]),
        ),
        table(
          ['Check digit', 'Covers'],
          (checks as readonly CheckRow[]).map(([check, covers]) => [
            mono(check),
            covers.map(([line, from, to]) => `line ${line}, ${from}–${to}`).join('; '),
          ]),
        ),
      ];
    }),
  ];
}

function checks(): string[] {
  const raisedBy = (reason: string) => CHECKS.filter(({ raises }) => (raises as readonly string[]).includes(reason));
  const leftToPeople = Object.entries(REASONS).filter(
    ([code, { group }]) =>
      (group === 'CANCELLED' || group === 'FRAUD_SUSPICION_CONFIRMED') && raisedBy(code).length === 0,
  );
  return [
    'In the order in which they are weighed: where several fail, the first gives the reason. What they rest on: [the engine](../engine.md).',
    table(
      ['Check', 'Question', 'Looks at', 'May raise'],
      CHECKS.map(({ id, question, needs, raises }) => [
        mono(id),
        question,
        needs.map(mono).join(', '),
        raises.map(mono).join(', '),
      ]),
    ),
    '## Thresholds',
    table(
      ['Threshold', 'Value', 'Unit', 'Trouble lies', 'Rests on'],
      Object.entries(THRESHOLDS).map(([name, { value, unit, bad, restsOn }]) => [
        mono(name),
        String(value),
        unit,
        bad,
        restsOn,
      ]),
    ),
    '## Reasons that only people give',
    'Of the reasons for a cancellation or a fraud suspicion no check raises these; a specialist, or another part of the platform, does.',
    table(
      ['Reason', 'About', 'Meaning'],
      leftToPeople.map(([code, { about, meaning }]) => [mono(code), about, meaning]),
    ),
  ];
}

function page(title: string, blocks: string[]): string {
  const head = '<!-- Written by tools/docs.mjs from the tables in packages/. Change the tables, not this page. -->';
  return `${[head, `# ${title}`, ...blocks].join('\n\n')}\n`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function mono(text: string): string {
  return `\`${text}\``;
}

/** Runs of neighbours in an alphabet, as `A–Z`. */
function alphabetName(alphabet: string): string {
  const runs: string[] = [];
  for (const character of [...new Set(alphabet)].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && last.charCodeAt(last.length - 1) + 1 === character.charCodeAt(0))
      runs[runs.length - 1] = last + character;
    else runs.push(character);
  }
  const names = runs.map((run) => (run.length > 3 ? `${run[0]}–${run.at(-1)}` : run));
  return mono(names.join(' '));
}

function yes(value: boolean): string {
  return value ? 'yes' : '';
}

/** Seconds as a reader says them, in at most two units. */
function duration(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const units: [name: string, seconds: number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => seconds >= size);
  const smallest = units[Math.min(first + 1, units.length - 1)]![1];
  let rest = Math.round(seconds / smallest) * smallest;
  return units
    .slice(first, first + 2)
    .map(([name, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count > 0 ? `${count} ${name}` : '';
    })
    .filter(Boolean)
    .join(' ');
}
