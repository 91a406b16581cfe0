import { withConnection } from '../../apps/cli/connection.ts';
import { EXIT_CODES } from '../../apps/cli/exit-codes.ts';
import { createProgram } from '../../apps/cli/program.ts';
import { mono, table } from './markdown.ts';

export function commandLine(): string[] {
  const program = createProgram();
  const leaves = program.commands.flatMap((command) => leavesOf(command, command.name()));
  const connection = withConnection(program.createCommand()).options;
  const shared = new Set(connection.map(({ long }) => long));
  const row = ({ flags, envVar, description, defaultValue }: Option) => [
    mono(flags),
    envVar === undefined ? '' : mono(envVar),
    description + (typeof defaultValue === 'string' ? ` (default: ${mono(defaultValue)})` : ''),
  ];
  return [
    'What to do with it: [trying an integration](../guides/cli.md), [receiving webhooks locally](../guides/testing-a-receiver.md), ' +
      '[checking a platform](../guides/checking-a-platform.md), [administering tenants](../guides/administering-tenants.md). ' +
      'Results go to stdout, progress and errors to stderr. After a command, `--help` says the same.',
    '## Connection',
    'Options win over the environment, which wins over `sandbox-credentials.json` in the data folder, which `npm start` writes. ' +
      'The secret from that file is sent to the address in the file only. `admin` and `rejudge` use `--data-dir` and `--json` alone: ' +
      'they find the socket of the running server by its data folder.',
    table(['Option', 'Environment', 'Meaning'], connection.map(row)),
    '## Commands',
    table(
      ['Command', 'Word or option', 'Meaning'],
      leaves.flatMap(({ name, command }) => {
        const own = command.options.filter(({ long }) => !shared.has(long));
        const words = command.registeredArguments.map((argument) =>
          argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
        );
        return [
          [mono([name, ...words].join(' ')), '', command.description()],
          ...command.registeredArguments
            .filter(({ description }) => description !== '')
            .map((argument) => ['', mono(argument.name()), argument.description]),
          ...own.map((option) => ['', mono(option.flags), meaningOfOption(option)]),
        ];
      }),
    ),
    '## Exit codes',
    `<!-- table: exit codes -->\n${table(
      ['Code', 'Meaning'],
      Object.values(EXIT_CODES).map(({ code, meaning }) => [String(code), meaning]),
    )}\n<!-- end -->`,
  ];
}

type Command = ReturnType<typeof createProgram>;
type Option = Command['options'][number];

/** The commands that do something, by all their words: `admin tenants list`. */
function leavesOf(command: Command, name: string): { name: string; command: Command }[] {
  if (command.commands.length === 0) return [{ name, command }];
  return command.commands.flatMap((below) => leavesOf(below, `${name} ${below.name()}`));
}

function meaningOfOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices === undefined ? '' : `: ${argChoices.map(mono).join(', ')}`;
  const usual =
    defaultValue === undefined ? '' : ` (default: ${[defaultValue].flat().map(String).map(mono).join(', ')})`;
  return description + choices + usual;
}
