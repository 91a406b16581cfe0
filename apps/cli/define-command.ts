import type { Reident } from '@reident/client';
import type { Command } from 'commander';
import { toCliError } from './cli-error.ts';
import { type ConnectionOptions, connect, resolveCredentials, withConnection } from './connection.ts';
import { EXIT_CODES, type Exit } from './exit-codes.ts';
import { type Output, openOutput } from './output.ts';

export interface CommandContext {
  /** A client with the credentials that apply. Later than every check of the options. */
  connect(): Reident;
  output: Output;
  options: ConnectionOptions;
  /** Aborted when the person presses Ctrl-C: finish what must be finished, then return. */
  interrupted: AbortSignal;
}

/** What a command does; how it went is its answer. */
type Action<O> = (
  context: CommandContext,
  options: O & ConnectionOptions,
  ...words: (string | undefined)[]
) => Promise<Exit>;

/** Gives the command its connection, and the action a client, an output and an end that scripts understand. */
export function act<O>(command: Command, action: Action<O>): void {
  withConnection(command).action(async () => {
    const options = command.opts<O & ConnectionOptions & { json?: boolean }>();
    const output = openOutput(options.json === true);
    const interruption = new AbortController();
    const interrupt = () => interruption.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const exit = await settle(output, options, interruption.signal, () => {
      const context = { connect: () => connect(options), output, options, interrupted: interruption.signal };
      return action(context, options, ...(command.processedArgs as (string | undefined)[]));
    });
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    process.exitCode = EXIT_CODES[exit].code;
  });
}

/** Runs the work; a reason to stop is printed and becomes an exit code, a bug stays a bug. */
async function settle(
  output: Output,
  options: ConnectionOptions,
  interrupted: AbortSignal,
  work: () => Promise<Exit>,
): Promise<Exit> {
  try {
    return await work();
  } catch (error) {
    if (interrupted.aborted) return 'interrupted';
    const known = toCliError(error, addressIn(options));
    if (known === null) throw error;
    const { message, hint, exit } = known;
    if (output.json) console.error(JSON.stringify({ error: exit, message, ...(hint && { hint }) }));
    else console.error(`reident: ${message}${hint === undefined ? '' : `\n${hint}`}`);
    return exit;
  }
}

function addressIn(options: ConnectionOptions): string {
  try {
    return resolveCredentials(options).api_url;
  } catch {
    return options.url ?? 'the platform';
  }
}
