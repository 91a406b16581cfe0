import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { Command, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { table } from '../output.ts';

type Row = readonly [
  operation: string,
  words: readonly string[],
  options: readonly [flags: string, description: string, choices?: readonly string[]][],
  description: string,
];

const ROLES = ['specialist', 'senior', 'compliance', 'auditor', 'admin'];

/** What `npx reident admin` can do. A word in front becomes a field of the call, and so does an option. */
// biome-ignore format: a table
const COMMANDS: readonly Row[] = [
  // operation          words                    options                                                                                       what it does
  ['tenants.list',      [],                      [],                                                                                           'list every tenant'],
  ['tenants.create',    ['company'],             [['--name <name>', 'as customers read it'], ['--kind <kind>', 'for tests or for customers', ['sandbox', 'live']]], 'create a tenant; live ones stay live'],
  ['tenants.live',      ['company'],             [],                                                                                           'make an unused sandbox live, for good'],
  ['clients.list',      ['company'],             [],                                                                                           'list the API clients of a tenant'],
  ['clients.create',    ['company'],             [],                                                                                           'create an API client; its secret is shown once'],
  ['clients.rotate',    ['company', 'client'],   [],                                                                                           'add a second secret; of three the oldest ends'],
  ['clients.revoke',    ['company', 'client'],   [],                                                                                           'end a client and its tokens'],
  ['operators.list',    ['company'],             [],                                                                                           'list the people of the console'],
  ['operators.create',  ['company'],             [['--name <name>', 'as colleagues read it'], ['--role <role>', 'what they may do', ROLES]],    'add somebody to the console'],
  ['operators.role',    ['company', 'operator'], [['--role <role>', 'what they may do from now on', ROLES]],                                    'change what somebody may do'],
  ['operators.disable', ['company', 'operator'], [],                                                                                           'shut somebody out at once'],
  ['operators.login',   ['company', 'operator'], [],                                                                                           'print a link that signs in once'],
  ['settings.show',     ['company'],             [],                                                                                           'print the settings of a tenant'],
];

/** `reident admin`: runs an installation from a shell beside it, through a socket that only the server's own user can open. */
export function adminCommand(): Command {
  const admin = new Command('admin').description(
    'tenants, API clients, operators and settings, from a shell beside the server',
  );
  const groups = new Map<string, Command>();
  for (const [operation, words, options, description] of COMMANDS) {
    const [group = '', verb = ''] = operation.split('.');
    const command = withData(new Command(verb).description(description));
    for (const word of words) command.argument(`<${word}>`);
    for (const [flags, text, choices] of options) {
      const option = new Option(flags, text).makeOptionMandatory();
      command.addOption(choices === undefined ? option : option.choices([...choices]));
    }
    command.action(() => {
      const { dataDir, json, ...fields } = command.opts<{ dataDir: string; json?: boolean }>();
      const named = Object.fromEntries(words.map((word, at) => [word, command.processedArgs[at]]));
      return run(operation, dataDir, json === true, { ...fields, ...named });
    });
    groupOf(admin, groups, group).addCommand(command);
  }
  groupOf(admin, groups, 'settings').addCommand(setCommand());
  return admin;
}

function setCommand(): Command {
  const command = withData(new Command('set'))
    .description('change settings, as name=value; a value is JSON, or plain text')
    .argument('<company>')
    .argument('<changes...>');
  return command.action((company: string, changes: string[]) => {
    const { dataDir, json } = command.opts<{ dataDir: string; json?: boolean }>();
    return run('settings.set', dataDir, json === true, { company, changes: Object.fromEntries(changes.map(change)) });
  });
}

function change(text: string): [string, unknown] {
  const at = text.indexOf('=');
  const value = text.slice(at + 1);
  try {
    return [at < 0 ? text : text.slice(0, at), JSON.parse(value)];
  } catch {
    return [at < 0 ? text : text.slice(0, at), value];
  }
}

function groupOf(admin: Command, groups: Map<string, Command>, name: string): Command {
  const known = groups.get(name) ?? new Command(name).description(`see reident admin ${name} --help`);
  if (!groups.has(name)) admin.addCommand(known);
  groups.set(name, known);
  return known;
}

/** Where the running server is to be found. */
export function withData(command: Command): Command {
  return command
    .addOption(
      new Option('--data-dir <folder>', 'data folder of the running server').env('REIDENT_DATA_DIR').default('data'),
    )
    .option('--json', 'print JSON');
}

function run(operation: string, dataDir: string, json: boolean, input: object): Promise<void> {
  return runAdmin(operation, dataDir, json, () => input, shown);
}

/** Calls the server through its socket and prints the answer, or why there is none. */
export async function runAdmin(
  operation: string,
  dataDir: string,
  json: boolean,
  input: () => object,
  print: (result: unknown) => string,
): Promise<void> {
  try {
    const result = await call(socketOf(dataDir), operation, input());
    console.log(json ? JSON.stringify(result) : print(result));
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    console.error(json ? JSON.stringify({ error: error.exit, message: error.message }) : `reident: ${error.message}`);
    if (!json && error.hint !== undefined) console.error(error.hint);
    process.exitCode = EXIT_CODES[error.exit].code;
  }
}

function socketOf(dataDir: string): string {
  const file = path.resolve(dataDir, 'admin.json');
  const hint = 'Start it ("npm start"), run this as the same user, or give --data-dir.';
  if (!existsSync(file))
    throw new CliError('unreachable', `No server runs on the data folder ${path.dirname(file)}`, hint);
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { socket: string }).socket;
  } catch {
    throw new CliError('credentials', `${file} cannot be read`, hint);
  }
}

function call(socketPath: string, operation: string, input: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(
      { socketPath, method: 'POST', path: `/${operation}`, headers, timeout: 30_000 },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => {
          const answer = JSON.parse(body) as { result?: unknown; error?: { code: string; message: string } };
          if (answer.error === undefined) resolve(answer.result);
          else reject(new CliError('refused', answer.error.message));
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', () =>
      reject(
        new CliError(
          'unreachable',
          'The server does not answer on its admin socket',
          'Is it running, and as the same user?',
        ),
      ),
    );
    sent.end(JSON.stringify(input));
  });
}

/** Rows as columns, one object as lines. */
function shown(result: unknown): string {
  const rows = Array.isArray(result) ? (result as Record<string, unknown>[]) : null;
  if (rows === null)
    return Object.entries((result ?? {}) as object)
      .map(([key, value]) => `${key}: ${cell(value)}`)
      .join('\n');
  if (rows.length === 0) return 'None.';
  const columns = Object.keys(rows[0] ?? {});
  return table([columns, ...rows.map((row) => columns.map((column) => cell(row[column])))]);
}

function cell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
