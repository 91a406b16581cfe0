import { writeFile } from 'node:fs/promises';
import type { Identification, IdentStatus, Reident } from '@reident/client';
import { EVENT_BY_RESULT, nextStatus, PUBLISHED_LANGUAGES, scenarioFor } from '@reident/domain';
import { Command, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';
import { positiveNumber } from '../option-values.ts';
import { plannedOutcome } from '../outcomes.ts';

interface IdentifyOptions {
  case: string;
  auto?: boolean;
  language: 'DE' | 'EN';
  timeout: number;
  report?: string;
}

/** The guide's tutorial from the shell: person, identification, request, the customer's session, the end, the report. */
export function identifyCommand(): Command {
  const command = new Command('identify')
    .description('walk a whole identification; you are the customer, or the platform is')
    .option('--case <name>', 'the test case that decides how it ends', 'HAPPYPATH')
    .option('--auto', 'let the platform be the customer as well')
    .addOption(new Option('--language <code>', "the customer's language").choices(PUBLISHED_LANGUAGES).default('EN'))
    .addOption(positiveNumber('--timeout <seconds>', 'how long to wait for the end', 900))
    .option('--report <file>', 'save the KYC report of a success');

  act<IdentifyOptions>(command, async ({ connect, output, interrupted }, options) => {
    const name = `X-${options.auto ? 'AUTOTEST' : 'MANUALTEST'}-${options.case.toUpperCase()}`;
    const expected = expectedStatus(name, options.case);
    const reident = connect();
    const person = await reident.persons.create({ first_name: name, last_name: 'Example' });
    output.progress(`person          ${person.id}`);
    const created = await reident.identifications.create(person.id, {
      method: 'idnow_autoident',
      language: options.language,
    });
    output.progress(`identification  ${created.id}`);
    const requested = await reident.identifications.request(created);
    output.progress(
      options.auto
        ? 'customer        played by the platform'
        : `\nBe the customer, with the number +15550101:\n\n  ${requested.url}\n`,
    );
    const outcome = await reident.identifications.waitFor(requested, undefined, {
      timeoutSeconds: options.timeout,
      intervalSeconds: 0.5,
      signal: interrupted,
      onChange: ({ status }) => output.progress(`status          ${status}`),
    });
    const report = await saveReport(reident, outcome, options.report);
    const { id, person_id, status, failure_reason = null, completed_at, documents = [] } = outcome;
    const reason = failure_reason === null ? '' : ` (${failure_reason})`;
    const as = status === expected ? '' : `, but ${options.case} should end as ${expected}`;
    output.result(`${id} is ${status}${reason}${as}${report === null ? '' : `\nThe KYC report is in ${report}`}`, {
      id,
      person_id,
      url: requested.url,
      status,
      expected_status: expected,
      failure_reason,
      completed_at,
      documents: documents.map(({ id: document, document_type }) => ({ id: document, document_type })),
      report,
    });
    return status === expected ? 'done' : 'otherwise';
  });
  return command;
}

/** How a test case ends, from its steps and the table of transitions. */
function expectedStatus(name: string, typed: string): IdentStatus {
  const scenario = scenarioFor(name, null, 'guide');
  if (scenario === null) {
    plannedOutcome(typed);
    throw new CliError('misuse', `${typed} is a result, not a test case`, 'Use it with: reident trigger');
  }
  let status: IdentStatus = 'pending';
  for (const { result } of scenario.steps) status = nextStatus(status, EVENT_BY_RESULT[result]);
  return status;
}

async function saveReport(reident: Reident, outcome: Identification, file: string | undefined): Promise<string | null> {
  const report = outcome.documents?.find(({ document_type }) => document_type === 'KYC_REPORT');
  if (file === undefined || report === undefined) return null;
  await writeFile(file, await reident.documents.download(outcome.person_id, report.id), { mode: 0o600 });
  return file;
}
