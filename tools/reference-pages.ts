import {
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
import { type SettingField, TENANT_SETTINGS } from '@reident/domain/tenant-settings';
import { CHECKS, THRESHOLDS } from '@reident/engine';
import { RATE_LIMITS } from '@reident/http';
import { messages } from '@reident/messages';
import { type CheckRow, type FieldRow, FORMATS, MRZ_FORMATS } from '@reident/mrz';
import { withConnection } from '../apps/cli/connection.ts';
import { EXIT_CODES } from '../apps/cli/exit-codes.ts';
import { createProgram } from '../apps/cli/program.ts';
import { SETTINGS } from '../apps/server/settings.ts';
import { FAILURE_MODES } from './failure-modes.ts';
import { outcomes } from './outcomes-page.ts';

const CERTAINTY =
  'Certainty: `published` by the sources, `seen` in clients of the API, `inferred` from several facts, `disputed` between sources, or `ours`. Where a ' +
  'row is disputed or ours, a [decision](../decisions/README.md) says why.';

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
    ['mrz-formats.md', 'Machine-readable zones (MRZ)', mrzFormats()],
    ['checks.md', 'Checks of the engine', checks()],
    ['cli.md', 'The command line', commandLine()],
    ['settings.md', 'Settings of a tenant', settings()],
    ['configuration.md', 'Configuration of an installation', configuration()],
    ['limits.md', 'Rate limits', limits()],
    ['failure-modes.md', 'Failure modes of the capture session', failureModes()],
  ];
  const written = pages.map(
    ([name, title, body]) =>
      [name, page(title, body.some((block) => block.includes('| Certainty |')) ? [...body, CERTAINTY] : body)] as const,
  );
  const list = pages.map(([name, title]) => `- [${title}](${name})`).join('\n');
  return new Map([
    ['README.md', page('Reference', ['What each value means, printed from the tables of the code.', list])],
    ...written,
  ]);
}

const [EN, DE] = [messages('en'), messages('de')];
const SETTING_NAMES = Object.keys(TENANT_SETTINGS) as (keyof typeof TENANT_SETTINGS)[];

function meaningOf(reason: string): string {
  return EN.reasons.meanings[reason as keyof typeof REASONS];
}

/** What may be set, as the console's form and the rule know it. */
function allowedIn(name: keyof typeof TENANT_SETTINGS): string {
  const field: SettingField = TENANT_SETTINGS[name].rule.field;
  switch (field.kind) {
    case 'choice':
      return field.options.map(mono).join(', ');
    case 'flag':
      return '`true` or `false`';
    case 'number':
      return `${field.least} to ${field.most}${field.mayBeNull ? ', or `null`' : ''}`;
    case 'exits':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is published
      return '`{"success": …, "failure": …}`: https addresses or `null`; `${transactionnumber}` stands for the id of the identification';
    case 'origins':
      return 'at most 20 exact origins such as `["https://www.partner.example"]`, see [embedding](../guides/embedding.md)';
    case 'page':
      return 'name, logo, two colours, texts in German and English; see [branding](../guides/branding.md)';
  }
}

function settings(): string[] {
  return [
    'Admins change them in the console, operators of the server with `npx reident admin settings set`. Two admins are needed in live tenants only: one proposes, the other confirms.',
    table(
      ['Setting', 'What it does', 'Allowed values', 'Sandbox default', 'Live default', 'Two admins'],
      SETTING_NAMES.map((name) => {
        const { sandbox, live, twoAdmins } = TENANT_SETTINGS[name];
        return [
          mono(name),
          EN.settings.meanings[name],
          allowedIn(name),
          mono(shownDefault(sandbox)),
          mono(shownDefault(live)),
          yes(twoAdmins),
        ];
      }),
    ),
  ];
}

function configuration(): string[] {
  return [
    'Variables of the environment, read once at start. One that is empty is like one that is not set; one that is wrong is one line on stderr and exit code 1.',
    table(
      ['Variable', 'Default', 'Meaning'],
      Object.entries(SETTINGS).map(([name, { shown, fallback, meaning }]) => {
        const written = fallback ? mono(fallback) : '–';
        return [mono(name), shown ?? written, meaning];
      }),
    ),
  ];
}

function limits(): string[] {
  return [
    "What is counted by the clock. All processes of an installation count together, in the database and without anybody's address; while the database does not answer, each counts for itself. " +
      'A window begins with the first that is counted. Whoever is over the limit gets status 429 and `Retry-After`.',
    table(
      ['Counted', 'For each', 'At most', 'In seconds'],
      Object.values(RATE_LIMITS).map(({ counts, per, most, seconds }) => [counts, per, String(most), String(seconds)]),
    ),
    'How many calls of the partner API may run at the same time is no matter of the clock: [0110](../decisions/0110-rejected-at-the-gate.md).',
  ];
}

function failureModes(): string[] {
  return [
    'What can go wrong in a capture session, what the customer then sees, and the test in `tests/browser/` that plays it in a real browser. Where no screen is named, the customer stays on the current one.',
    table(
      ['Failure mode', 'Screen', 'What happens next', 'Test'],
      FAILURE_MODES.map(({ failure, screen, wayOn, file, test }) => [
        failure,
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

function reasons(): string[] {
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

function documents(): string[] {
  return [
    '## Types of identity document',
    table(
      ['Type', 'MRZ', 'Pictures', 'Certainty', 'Source'],
      Object.entries(DOCUMENT_KINDS).map(([code, row]) => [
        mono(code),
        row.mrzFormats.length === 0 ? 'none' : row.mrzFormats.map(mono).join(', '),
        row.sides.map(mono).join(', '),
        row.certainty,
        row.source,
      ]),
    ),
    '## Documents that show the holder’s address',
    'With one of these, no proof of address is needed. A second number is the last of a range.',
    table(
      ['PRADO number', 'Issuer', 'Type', 'Certainty', 'Source'],
      DOCUMENTS_WITH_ADDRESS.map(([prado, , alpha2, kind, certainty, source]) => [
        mono(prado),
        alpha2,
        mono(kind),
        certainty,
        source,
      ]),
    ),
    '## How documents are numbered',
    'As in the MRZ: how many characters of which alphabet, part by part; alternatives after a semicolon. A number of another shape is inconclusive. For States and types not listed no shape is known.',
    table(
      ['Issuer', 'Type', 'Shapes', 'Certainty', 'Source'],
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
    '## Documents with pale colours',
    'For these, missing colour says nothing about a grey copy.',
    table(
      ['Issuer', 'Type', 'Certainty', 'Source'],
      PALE_DOCUMENTS.map(([kind, issuer, certainty, source]) => [issuer, mono(kind), certainty, source]),
    ),
    '## Values of `document_type`',
    'POST accepts those that can be uploaded; any of them can occur in answers.',
    table(
      ['Document type', 'Meaning', 'In the guide', 'Can be uploaded'],
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

function errors(): string[] {
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
    table(['Event', 'About', 'Certainty', 'Source'], rows(true)),
    '## Accepted in subscriptions, but of other products',
    table(['Event', 'Certainty', 'Source'], rows(false)),
  ];
}

function retrySchedule(): string[] {
  const { attempts, rate, firstWaitSeconds, jitter } = RETRY_RULES;
  return [
    `A notification is sent up to ${attempts[0]} times. The wait before attempt *n* + 1 is ${firstWaitSeconds[0]} s × ${rate[0]}^(*n* − 1), give or take ` +
      `${jitter[0] * 100} %. A receiver's \`Retry-After\` is honoured between one and two times the planned wait.`,
    'A 2xx counts as delivered, 410 ends the subscription, 422 rejects the notification for good. Anything else, and 30 seconds of silence, is retried.',
    table(
      ['Attempt', 'Wait before it', 'Time since the first attempt'],
      RETRY_SCHEDULE.map(({ attempt, waitSeconds, totalSeconds }) => [
        String(attempt),
        duration(waitSeconds),
        duration(totalSeconds),
      ]),
    ),
    table(
      ['Rule', 'Value', 'Certainty', 'Source'],
      Object.entries(RETRY_RULES).map(([name, [value, certainty, source]]) => [name, String(value), certainty, source]),
    ),
  ];
}

function mrzFormats(): string[] {
  const formats = MRZ_FORMATS.map((code) => FORMATS[code]);
  const fieldsOf = ({ fields }: (typeof formats)[number]) => fields as readonly FieldRow[];
  const checksOf = ({ checks }: (typeof formats)[number]) => checks as readonly CheckRow[];
  const range = (line: number, from: number, to: number) => `${line}:${from === to ? from : `${from}–${to}`}`;
  const names = [...new Set(formats.flatMap((format) => fieldsOf(format).map(([field]) => field)))];
  const digits = [...new Set(formats.flatMap((format) => checksOf(format).map(([check]) => check)))];
  return [
    'Line and positions of every field, counted from 1 as in ICAO Doc 9303: `2:14–19` stands for line 2, positions 14 to 19.',
    table(
      ['Format', 'Size', 'Source'],
      MRZ_FORMATS.map((code) => {
        const { source, lineCount, lineLength } = FORMATS[code];
        return [mono(code), `${lineCount} × ${lineLength}`, source];
      }),
    ),
    '## Fields',
    table(
      ['Field', 'Characters', ...MRZ_FORMATS.map(mono)],
      names.map((name) => {
        const found = formats.map((format) => fieldsOf(format).find(([field]) => field === name));
        const contents = [...new Set(found.flatMap((row) => (row === undefined ? [] : [row[4]])))];
        return [
          mono(name),
          contents.join(' or '),
          ...found.map((row) => (row === undefined ? '–' : range(row[1], row[2], row[3]))),
        ];
      }),
    ),
    '## What the check digits cover',
    table(
      ['Check digit', ...MRZ_FORMATS.map(mono)],
      digits.map((digit) => [
        mono(digit),
        ...formats.map((format) => {
          const covers = checksOf(format).find(([check]) => check === digit)?.[1] ?? [];
          return covers.length === 0 ? '–' : covers.map(([line, from, to]) => range(line, from, to)).join(', ');
        }),
      ]),
    ),
  ];
}

function commandLine(): string[] {
  const program = createProgram();
  const leaves = program.commands.flatMap((command) => leavesOf(command, command.name()));
  const connection = withConnection(program.createCommand()).options;
  const shared = new Set(connection.map(({ long }) => long));
  const row = ({ flags, envVar, description, defaultValue }: Option) => [
    mono(flags),
    envVar === undefined ? '' : mono(envVar),
    description + (typeof defaultValue === 'string' ? ` (default: ${mono(defaultValue)})` : ''),
  ];
  return [
    'What to do with it: [trying an integration](../guides/cli.md), [receiving webhooks locally](../guides/testing-a-receiver.md), ' +
      '[checking a platform](../guides/checking-a-platform.md), [administering tenants](../guides/administering-tenants.md). ' +
      'Results go to stdout, progress and errors to stderr. After a command, `--help` says the same.',
    '## Connection',
    'Options win over the environment, which wins over `sandbox-credentials.json` in the data folder, which `npm start` writes. ' +
      'The secret from that file is sent to the address in the file only. `admin` and `rejudge` use `--data-dir` and `--json` alone: ' +
      'they find the socket of the running server by its data folder.',
    table(['Option', 'Environment', 'Meaning'], connection.map(row)),
    '## Commands',
    table(
      ['Command', 'Word or option', 'Meaning'],
      leaves.flatMap(({ name, command }) => {
        const own = command.options.filter(({ long }) => !shared.has(long));
        const words = command.registeredArguments.map((argument) =>
          argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
        );
        return [
          [mono([name, ...words].join(' ')), '', command.description()],
          ...command.registeredArguments
            .filter(({ description }) => description !== '')
            .map((argument) => ['', mono(argument.name()), argument.description]),
          ...own.map((option) => ['', mono(option.flags), meaningOfOption(option)]),
        ];
      }),
    ),
    '## Exit codes',
    `<!-- table: exit codes -->\n${table(
      ['Code', 'Meaning'],
      Object.values(EXIT_CODES).map(({ code, meaning }) => [String(code), meaning]),
    )}\n<!-- end -->`,
  ];
}

type Command = ReturnType<typeof createProgram>;
type Option = Command['options'][number];

/** The commands that do something, by all their words: `admin tenants list`. */
function leavesOf(command: Command, name: string): { name: string; command: Command }[] {
  if (command.commands.length === 0) return [{ name, command }];
  return command.commands.flatMap((below) => leavesOf(below, `${name} ${below.name()}`));
}

function meaningOfOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices === undefined ? '' : `: ${argChoices.map(mono).join(', ')}`;
  const usual =
    defaultValue === undefined ? '' : ` (default: ${[defaultValue].flat().map(String).map(mono).join(', ')})`;
  return description + choices + usual;
}

function checks(): string[] {
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
        EN.checks[id],
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

function page(title: string, blocks: string[]): string {
  const head = '<!-- Written by tools/docs.mjs from the tables in packages/. Change the tables, not this page. -->';
  const isProse = (block: string) => /^(?!```)[\w`]/.test(block);
  const shown = blocks.map((block) => (isProse(block) ? wrapped(block) : block));
  return `${[head, `# ${title}`, ...shown].join('\n\n')}\n`;
}

/** Prose in lines of at most 120 characters, so that a change of a sentence is a change of its lines. */
function wrapped(prose: string): string {
  const lines: string[] = [];
  for (const word of prose.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > 120) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
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
