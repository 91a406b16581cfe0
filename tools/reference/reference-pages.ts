import { checks } from './checks.ts';
import { commandLine } from './command-line.ts';
import { documents, mrzFormats } from './documents.ts';
import { errors, reasons, requestValues, statuses, testCases } from './identifications.ts';
import { page } from './markdown.ts';
import { configuration, failureModes, limits, settings } from './operations.ts';
import { outcomes } from './outcomes.ts';
import { reKyc } from './re-kyc.ts';
import { retrySchedule, webhookEvents } from './webhooks.ts';

const CERTAINTY =
  'Certainty: `published` by the sources, `seen` in clients of the API, `inferred` from several facts, `disputed` between sources, or `ours`. Where a ' +
  'row is disputed or ours, a [decision](../decisions/README.md) says why.';

/** The pages of `docs/reference/`, by file name. They say what the tables say and nothing else. */
export function referencePages(): Map<string, string> {
  const pages: [name: string, title: string, body: string[]][] = [
    ['statuses.md', 'Statuses and transitions', statuses()],
    ['reasons.md', 'Reasons', reasons()],
    ['test-cases.md', 'Test cases', testCases()],
    ['outcomes.md', 'Every outcome on demand', outcomes()],
    ['documents.md', 'Documents', documents()],
    ['request-values.md', 'Values of requests', requestValues()],
    ['errors.md', 'Errors', errors()],
    ['webhook-events.md', 'Webhook events', webhookEvents()],
    ['retry-schedule.md', 'Retry schedule', retrySchedule()],
    ['mrz-formats.md', 'Machine-readable zones (MRZ)', mrzFormats()],
    ['checks.md', 'Checks of the engine', checks()],
    ['re-kyc.md', 'Re-KYC', reKyc()],
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
