import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { runAdmin, withData } from './admin.ts';

interface Answer {
  outcome: string;
  reason: string | null;
}

interface RejudgedCase {
  identification: string;
  examined_on: string;
  engine_version: string;
  before: { result: string; reason: string | null };
  after: { result: string; reason: string | null };
  changed: { check: string; before: Answer | null; after: Answer | null }[];
}

/** `reident rejudge`: what today's rules, or other thresholds, would make of cases that were judged before. */
export function rejudgeCommand(): Command {
  const command = withData(new Command('rejudge'))
    .description('judge old cases again under today’s rules or other thresholds; the cases stay as they are')
    .argument('[identification]', 'id of an identification')
    .requiredOption('--company <company>', 'the tenant whose cases these are')
    .option('--all', 'every case of the tenant that was examined')
    .option(
      '--thresholds <file>',
      'JSON such as {"faceDistanceSame": 0.5}; the names stand in docs/reference/checks.md',
    );
  return command.action((identification: string | undefined) => {
    const { dataDir, json, company, all, thresholds } = command.opts<{
      dataDir: string;
      json?: boolean;
      company: string;
      all?: boolean;
      thresholds?: string;
    }>();
    const input = () => {
      if ((identification === undefined) === (all !== true))
        throw new CliError('misuse', 'Name one identification, or say --all');
      return { company, identification: identification ?? '*', thresholds: valuesIn(thresholds) };
    };
    return runAdmin('cases.rejudge', dataDir, json === true, input, (cases) => shown(cases as RejudgedCase[]));
  });
}

function valuesIn(file: string | undefined): unknown {
  if (file === undefined) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new CliError('misuse', `${file} cannot be read as JSON`);
  }
}

function shown(cases: readonly RejudgedCase[]): string {
  const changed = cases.filter(({ before, after }) => verdict(before) !== verdict(after));
  const lines = cases.flatMap((one) => [
    `${one.identification}  examined ${one.examined_on} by engine ${one.engine_version}`,
    `  verdict  ${verdict(one.before)}${verdict(one.before) === verdict(one.after) ? ', unchanged' : ` → ${verdict(one.after)}`}`,
    ...one.changed.map(({ check, before, after }) => `  ${check}  ${answer(before)} → ${answer(after)}`),
  ]);
  return [...lines, `${cases.length} judged again, ${changed.length} with another verdict. Nothing was changed.`].join(
    '\n',
  );
}

function verdict({ result, reason }: RejudgedCase['before']): string {
  return reason === null ? result : `${result} (${reason})`;
}

function answer(given: Answer | null): string {
  if (given === null) return 'not asked';
  return given.reason === null ? given.outcome : `${given.outcome} (${given.reason})`;
}
