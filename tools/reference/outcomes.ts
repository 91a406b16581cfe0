import {
  type OutcomePath,
  type OutcomeStep,
  outcomePaths,
  REASON_CODES,
  REASONS,
  RESULT_BY_GROUP,
  SCENARIOS,
} from '@reident/domain';
import { mono, table } from './markdown.ts';

/** `docs/reference/outcomes.md`: every outcome on demand, one line to copy each. */
export function outcomes(): string[] {
  return [
    'Three ways to end an identification in the sandbox. **By name:** give a new person the name of a [test case](test-cases.md); with `X-MANUALTEST-` you play the customer, with `X-AUTOTEST-` nobody has to. ' +
      '**By call:** `POST /sandbox/identifications/{id}/outcome`, or from the shell. **By the clock:** `POST /sandbox/clock` moves your time. A name that begins like a test case but is none is rejected with 400.',
    '```sh\n# Used by the lines below; $TOKEN and $API come from the partner API guide\n' +
      'post() { curl -s "$API$1" -H "Authorization: Bearer $TOKEN" -H \'Content-Type: application/json\' -d "$2"; }\n' +
      'request() { curl -s -X PATCH "$API/v1/persons/$PERSON/identifications/$IDENT/request" -H "Authorization: Bearer $TOKEN"; }\n```',
    '## Test cases',
    table(
      ['Test case', 'By name', 'From the shell'],
      Object.keys(SCENARIOS.guide)
        .filter((name) => !REASON_CODES.some((code) => code === name))
        .map((name) => [mono(name), byName(name), mono(`npx reident trigger ${name}`)]),
    ),
    '## Every reason',
    table(
      ['Reason', 'Status, as the partner sees it', 'By name', 'By call', 'From the shell'],
      REASON_CODES.map((code) => {
        const result = RESULT_BY_GROUP[REASONS[code].group];
        const status = { ABORTED: 'aborted', FAILED: 'failed' }[REASONS[code].group as string] ?? 'canceled';
        const call = byCall(JSON.stringify({ result, reason: code }));
        return [mono(code), mono(status), byName(code), call, mono(`npx reident trigger ${code}`)];
      }),
    ),
    '## Every legal path',
    'Each transition of the [table](statuses.md#transitions), and the shortest path to it after `POST /v1/persons/{id}/identifications`. `$IDENT` is the identification, `$PERSON` its person.',
    table(['From', 'Event', 'To', 'How'], outcomePaths().map(pathRow)),
  ];
}

function pathRow(path: OutcomePath): string[] {
  const steps = path.steps.map((step) => mono(line(step))).join('<br>');
  const setting = path.showPendingSuccessful ? 'with the setting `showPendingSuccessful`:<br>' : '';
  return [mono(path.from), mono(path.event), mono(path.to), setting + steps];
}

function line(step: OutcomeStep): string {
  if (step.by === 'request') return 'request';
  if (step.by === 'clock') return `post /sandbox/clock '{"advance":"${step.advance}"}'`;
  return `post /sandbox/identifications/$IDENT/outcome '${JSON.stringify({ result: step.result })}'`;
}

function byName(name: string): string {
  return mono(`post /v1/persons '{"first_name":"X-AUTOTEST-${name}"}'`);
}

function byCall(body: string): string {
  return mono(`post /sandbox/identifications/$IDENT/outcome '${body}'`);
}
