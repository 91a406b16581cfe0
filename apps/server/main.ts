import { StartError } from '@reident/store';
import { banner } from './banner.ts';
import { readConfig } from './config.ts';
import { type RunningReident, startReident } from './reident.ts';
import { watchNpm } from './watch-npm.ts';

/** Runs the server until SIGINT or SIGTERM. A reason not to start is one line on stderr and exit code 1. */
export async function main(): Promise<void> {
  const startedAt = Date.now();
  let running: RunningReident | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) process.exit(code || 130);
    stopping = true;
    await running?.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  watchNpm(() => void stop(0));

  try {
    running = await startReident(readConfig(process.env));
  } catch (error: unknown) {
    if (!(error instanceof StartError)) throw error;
    console.error(`Reident cannot start: ${error.message}`);
    process.exit(1);
  }
  console.log(banner({ ...running.facts, startedInMs: Date.now() - startedAt }));
}
