import type { FeedEvent } from '@reident/client';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { act } from '../define-command.ts';
import { positiveNumber } from '../option-values.ts';
import type { Output } from '../output.ts';

interface EventsOptions {
  after?: string;
  follow?: boolean;
  count?: number;
}

/** The feed of everything that happened to identifications, as it happens or from a cursor. */
export function eventsCommand(): Command {
  const command = new Command('events')
    .description('print what happened to identifications, in order')
    .option('--after <cursor>', 'go on behind this event; from the beginning without')
    .option('-f, --follow', 'wait for what is still to happen, until Ctrl-C')
    .addOption(positiveNumber('--count <n>', 'stop after so many events'));

  act<EventsOptions>(command, async ({ connect, output, interrupted }, options) => {
    const { after, follow } = options;
    if (after !== undefined && !/^\d{1,15}$/.test(after))
      throw new CliError('misuse', '--after must be a cursor, as printed in front of each event');
    let left = options.count ?? Number.POSITIVE_INFINITY;
    try {
      for await (const event of connect().events.read({ after, follow, intervalSeconds: 0.5, signal: interrupted })) {
        print(output, event);
        left -= 1;
        if (left <= 0) break;
      }
    } catch (error) {
      // Following has no end of its own: Ctrl-C is the way out, not a failure.
      if (!(follow && interrupted.aborted)) throw error;
    }
    return 'done';
  });
  return command;
}

function print(output: Output, event: FeedEvent): void {
  const { cursor, at, identification_id: id, status_before: before, status, event: what } = event;
  const change = before === null || before === status ? status : `${before} → ${status}`;
  output.result(`${cursor.padStart(6)}  ${at.slice(0, 19)}Z  ${id}  ${what.padEnd(15)}  ${change}`, { ...event });
}
