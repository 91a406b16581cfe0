import type { Reident } from '@reident/client';
import { Argument, Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';
import { OUTCOME_NAMES, plannedOutcome } from '../outcomes.ts';
import { table } from '../output.ts';

interface TriggerOptions {
  identification?: string;
  list?: boolean;
}

/** Any outcome at once: no customer, no waiting, and the same webhooks as in life. */
export function triggerCommand(): Command {
  const command = new Command('trigger')
    .description('make an identification end in any way, without a customer')
    .addArgument(
      new Argument('[outcome]', 'a test case (HAPPYPATH), a result (FRAUD_SUSPICION_PENDING) or a reason (ID_GLARE)'),
    )
    .addArgument(new Argument('[reason]', 'a reason to go with a result'))
    .option('--identification <id>', 'end this one, which must have been requested; otherwise a new one is made')
    .option('--list', 'print every outcome that there is');

  act<TriggerOptions>(command, async ({ connect, output }, options, name, reason) => {
    if (options.list) {
      if (output.json) for (const outcome of OUTCOME_NAMES) output.result('', { ...outcome });
      else console.log(table(OUTCOME_NAMES.map((outcome) => [outcome.name, outcome.kind])));
      return 'done';
    }
    if (name === undefined)
      throw new CliError(
        'misuse',
        'Say which outcome',
        'For example: reident trigger ID_GLARE. All: reident trigger --list',
      );
    const outcome = plannedOutcome(name, reason);
    const reident = connect();
    const id = options.identification ?? (await newIdentification(reident));
    let ended: { status: string; failure_reason?: string; person_id: string } | undefined;
    for (const { result, reason: why } of outcome.steps)
      ended = await reident.sandbox.setOutcome(id, { result, ...(why !== null && { reason: why }) });
    if (!ended) throw new Error(`${outcome.name} has no step`);
    const { status, failure_reason: failure = null, person_id } = ended;
    const facts = { id, person_id, status, failure_reason: failure };
    output.result(`${id} is ${status}${failure === null ? '' : ` (${failure})`}`, facts);
    return 'done';
  });
  return command;
}

async function newIdentification(reident: Reident): Promise<string> {
  const person = await reident.persons.create({ first_name: 'Trigger', last_name: 'Example' });
  const identification = await reident.identifications.create(person.id);
  return (await reident.identifications.request(identification)).id;
}
