import { Command } from 'commander';
import { act } from '../define-command.ts';

/** The sandbox tenant's time. It moves forward only. */
export function clockCommand(): Command {
  const clock = new Command('clock').description('show or move the time of the sandbox');
  const show = new Command('show').description('print the time of the sandbox');
  const advance = new Command('advance')
    .description('move the time, so that reviews, expiry and days of retries take seconds')
    .argument('<duration>', 'ISO 8601, such as PT24H or P14D');

  act(show, async ({ connect, output }) => {
    const now = (await connect().sandbox.clock()).toISOString();
    output.result(now, { now });
    return 'done';
  });

  act(advance, async ({ connect, output }, _, duration = '') => {
    const now = (await connect().sandbox.advanceClock(duration.toUpperCase())).toISOString();
    output.result(`It is now ${now}`, { now });
    return 'done';
  });

  return clock.addCommand(show, { isDefault: true }).addCommand(advance);
}
