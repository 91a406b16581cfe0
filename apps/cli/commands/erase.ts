import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';

interface EraseOptions {
  relationshipEndedOn?: string;
  yes?: boolean;
}

/** Erases a person, or orders it for the end of the retention time. */
export function eraseCommand(): Command {
  const command = new Command('erase')
    .description('erase a person for good, or at the end of the retention time')
    .argument('<person>', 'id of a person')
    .option('--relationship-ended-on <day>', 'when the customer left, YYYY-MM-DD; needed for identified persons')
    .option('--yes', 'you mean it: there is no way back');

  act<EraseOptions>(command, async ({ connect, output }, options, id = '') => {
    const day = options.relationshipEndedOn;
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw new CliError('misuse', '--relationship-ended-on must be a day such as 2021-01-31');
    if (!options.yes) throw new CliError('misuse', 'Nothing was erased', 'There is no way back: add --yes.');
    const erasure = await connect().persons.erase(id, day === undefined ? {} : { relationship_ended_on: day });
    const when = erasure.status === 'erased' ? 'is erased' : `will be erased on ${erasure.erase_at?.slice(0, 10)}`;
    output.result(`${id} ${when}`, { ...erasure });
    return 'done';
  });
  return command;
}
