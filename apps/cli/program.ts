import { CLIENT_VERSION } from '@reident/client';
import { Command } from 'commander';
import { adminCommand } from './commands/admin.ts';
import { batchCommand } from './commands/batch.ts';
import { campaignCommand } from './commands/campaign.ts';
import { checkCommand } from './commands/check.ts';
import { clockCommand } from './commands/clock.ts';
import { dueCommand } from './commands/due.ts';
import { eraseCommand } from './commands/erase.ts';
import { eventsCommand } from './commands/events.ts';
import { identifyCommand } from './commands/identify.ts';
import { listenCommand } from './commands/listen.ts';
import { rejudgeCommand } from './commands/rejudge.ts';
import { replayCommand } from './commands/replay.ts';
import { triggerCommand } from './commands/trigger.ts';
import { EXIT_CODES } from './exit-codes.ts';

const COMMANDS = [
  identifyCommand,
  triggerCommand,
  listenCommand,
  eventsCommand,
  replayCommand,
  checkCommand,
  dueCommand,
  campaignCommand,
  batchCommand,
  eraseCommand,
  clockCommand,
  adminCommand,
  rejudgeCommand,
] as const;

/** The command `reident`. */
export function createProgram(): Command {
  const program = new Command('reident')
    .description(
      'Re-identification from the shell: for engineers who integrate the partner API, and for whoever runs the server',
    )
    .version(CLIENT_VERSION)
    .showHelpAfterError('(--help tells more)')
    .addHelpText('after', `\nExit codes:\n${exitCodes()}`);
  for (const create of COMMANDS) program.addCommand(create());
  for (const command of allBelow(program)) command.exitOverride().showSuggestionAfterError();
  return program;
}

function exitCodes(): string {
  return Object.values(EXIT_CODES)
    .map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`)
    .join('\n');
}

function allBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allBelow)];
}
