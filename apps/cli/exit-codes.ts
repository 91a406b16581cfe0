/** How a command ends, for scripts. `docs/reference/cli.md` prints this table. */
// biome-ignore format: a table
export const EXIT_CODES = {
  //                     code  meaning
  done:        exitCode(0,    'Done, and everything as wished'),
  otherwise:   exitCode(1,    'Done, but not as wished: another outcome, a difference found'),
  misuse:      exitCode(2,    'Called with options that make no sense; nothing was done'),
  unreachable: exitCode(3,    'Nobody answers at the address'),
  credentials: exitCode(4,    'No credentials, or they were refused'),
  refused:     exitCode(5,    'The platform refused; the code and the id of the error are printed'),
  timedOut:    exitCode(6,    'The time ran out'),
  interrupted: exitCode(130,  'Ended by Ctrl-C before it was done'),
  bug:         exitCode(70,   'A bug of this program'),
} as const satisfies Record<string, ExitCode>;

export type Exit = keyof typeof EXIT_CODES;

interface ExitCode {
  code: number;
  meaning: string;
}

function exitCode(code: number, meaning: string): ExitCode {
  return { code, meaning };
}
