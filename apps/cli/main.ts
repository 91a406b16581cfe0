import { CommanderError } from 'commander';
import { EXIT_CODES } from './exit-codes.ts';
import { createProgram } from './program.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.done.code : EXIT_CODES.misuse.code;
  } else {
    console.error(error);
    process.exitCode = EXIT_CODES.bug.code;
  }
}
