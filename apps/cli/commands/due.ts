import { Command } from 'commander';
import { act } from '../define-command.ts';
import { positiveNumber } from '../option-values.ts';
import { table } from '../output.ts';

interface DueOptions {
  to?: string;
  class?: string;
  limit: number;
}

/** Who has to be identified again: one person with the reason, or the earliest of all. */
export function dueCommand(): Command {
  const command = new Command('due')
    .description('who has to be identified again, when and why')
    .argument('[person]', 'id of a person')
    .option('--to <day>', 'due on this day at the latest, YYYY-MM-DD')
    .option('--class <code>', 'of this risk class')
    .addOption(positiveNumber('--limit <count>', 'so many at most', 50));

  act<DueOptions>(command, async ({ connect, output }, options, id) => {
    const reident = connect();
    if (id !== undefined) {
      const due = await reident.due.of(id);
      const moves = due.moves.map(({ by, due_on, moves }) => `  ${by}: ${moves ? (due_on ?? 'unknown') : 'no change'}`);
      const when = due.due_on === null ? 'nothing is known to count from' : `due on ${due.due_on} (${due.rule})`;
      output.result([`${id}  ${due.risk_class}  ${when}`, 'if it happened today:', ...moves].join('\n'), { ...due });
      return 'done';
    }
    const found = await reident.due.list({ to: options.to, riskClass: options.class }).toArray(options.limit);
    if (output.json) for (const one of found) output.result('', { ...one });
    else if (found.length === 0) output.progress('Nobody is due.');
    else
      output.result(table(found.map((one) => [one.person_id, one.due_on ?? '', one.rule ?? '', one.risk_class])), {});
    return 'done';
  });
  return command;
}
