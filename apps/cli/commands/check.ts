import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { resolveCredentials } from '../connection.ts';
import type { Expectation } from '../contract/expectation.ts';
import { ContractClient, EXPECTATIONS, type Finding, runContract } from '../contract/index.ts';
import { openContractReceiver } from '../contract/receiver.ts';
import { act } from '../define-command.ts';
import { positiveNumber } from '../option-values.ts';
import { table } from '../output.ts';

interface CheckOptions {
  only?: string[];
  webhookUrl?: string;
  webhookPort?: number;
  list?: boolean;
}

/** Holds any platform to the contract: ours, or a Solaris sandbox. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description('hold a platform to the published contract, and tell every difference with its source')
    .option('--only <names...>', 'areas (webhook) or expectations (webhook.signature)')
    .option(
      '--webhook-url <url>',
      'how the platform reaches this machine, if it is not on it (a tunnel to --webhook-port)',
    )
    .addOption(positiveNumber('--webhook-port <port>', 'local port for webhooks; any free one if not given'))
    .option('--list', 'print the expectations and check nothing');

  act<CheckOptions>(command, async ({ output, options: connection }, options) => {
    const chosen = choose(options.only);
    if (options.list) {
      if (output.json) for (const expectation of chosen) output.result('', describe(expectation));
      else console.log(table(chosen.map(({ id, certainty, expects, source }) => [id, certainty, expects, source])));
      return 'done';
    }
    const credentials = resolveCredentials(connection);
    const receiver = await openContractReceiver(options.webhookPort);
    const receiverUrl = options.webhookUrl ?? (isLoopback(credentials.api_url) ? receiver.url : null);
    const client = new ContractClient(credentials, receiver, receiverUrl);
    const count = { kept: 0, differs: 0, skipped: 0 };
    let counts = false;
    try {
      for await (const finding of runContract(client, chosen)) {
        count[finding.outcome] += 1;
        const { certainty } = finding.expectation;
        if (finding.outcome === 'differs' && (certainty !== 'ours' || (await client.isReident()))) counts = true;
        if (output.json) output.result('', { ...describe(finding.expectation), ...outcomeOf(finding) });
        else if (finding.outcome !== 'kept') console.log(`${sentence(finding)}\n`);
      }
    } finally {
      await receiver.close();
    }
    const summary = `${count.kept} kept, ${count.differs} different, ${count.skipped} could not be looked at`;
    output.result(summary, { ...count, api_url: credentials.api_url });
    return counts ? 'otherwise' : 'done';
  });
  return command;
}

function choose(only: readonly string[] | undefined): readonly Expectation[] {
  if (only === undefined) return EXPECTATIONS;
  for (const name of only) {
    if (EXPECTATIONS.some(({ id }) => fits(id, name))) continue;
    throw new CliError('misuse', `There is no expectation ${name}`, '"reident check --list" prints all of them.');
  }
  return EXPECTATIONS.filter(({ id }) => only.some((name) => fits(id, name)));
}

function fits(id: string, name: string): boolean {
  return id === name || id.startsWith(`${name}.`);
}

function describe({ id, expects, certainty, source }: Expectation) {
  return { id, expects, certainty, source };
}

function outcomeOf(finding: Finding) {
  return finding.outcome === 'kept' ? { outcome: 'kept' } : { outcome: finding.outcome, why: finding.why };
}

function sentence(finding: Finding): string {
  const { id, expects, certainty, source } = finding.expectation;
  if (finding.outcome === 'kept') return `kept       ${id}`;
  const lines = [`${finding.outcome.padEnd(9)}  ${id}`, `  expected   ${expects}`, `  but        ${finding.why}`];
  return [...lines, `  source     ${source} (${certainty})`].join('\n');
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
