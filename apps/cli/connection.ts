import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Reident, type SandboxCredentials } from '@reident/client';
import { type Command, Option } from 'commander';
import { CliError } from './cli-error.ts';

export interface ConnectionOptions {
  url?: string;
  tokenUrl?: string;
  clientId?: string;
  clientSecret?: string;
  dataDir: string;
}

/** Options that every command has, since every command talks to a platform. */
export function withConnection(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'address of the partner API').env('REIDENT_URL'))
    .addOption(
      new Option('--token-url <url>', 'where tokens come from; /oauth2/token of the address if not given').env(
        'REIDENT_TOKEN_URL',
      ),
    )
    .addOption(new Option('--client-id <id>', 'whose sandbox').env('REIDENT_CLIENT_ID'))
    .addOption(
      new Option('--client-secret <secret>', 'better in the environment: others can see your options').env(
        'REIDENT_CLIENT_SECRET',
      ),
    )
    .addOption(
      new Option('--data-dir <folder>', 'where sandbox-credentials.json lies').env('REIDENT_DATA_DIR').default('data'),
    )
    .option('--json', 'print JSON, one object per line');
}

/**
 * Who to talk to and as whom: options, then the environment, then the credentials file of the data folder.
 *
 * The file's credentials go to the file's own address only: a secret is not sent to whatever `--url` names, unless that is
 * the same platform under this name.
 *
 * @throws CliError `credentials` when nothing is found, saying where was looked
 */
export function resolveCredentials(options: ConnectionOptions): SandboxCredentials {
  const { url, clientId, clientSecret } = options;
  if (url !== undefined && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new CliError('misuse', '--url must be an address such as http://127.0.0.1:8080');
  if ((clientId === undefined) !== (clientSecret === undefined))
    throw new CliError('misuse', 'The client id and the client secret belong together', 'Give both, or neither.');
  if (clientId !== undefined && clientSecret !== undefined) {
    const base = (url ?? 'http://127.0.0.1:8080').replace(/\/+$/, '');
    const tokenUrl = options.tokenUrl ?? `${base}/oauth2/token`;
    return { client_id: clientId, client_secret: clientSecret, api_url: base, token_url: tokenUrl };
  }
  const found = readFile(options.dataDir);
  if (url === undefined || sameOrigin(url, found.api_url)) return found;
  throw new CliError(
    'credentials',
    `The credentials in ${options.dataDir} are for ${found.api_url}, not for ${url}`,
    'Set REIDENT_CLIENT_ID and REIDENT_CLIENT_SECRET for that address.',
  );
}

export function connect(options: ConnectionOptions): Reident {
  return Reident.fromCredentials(resolveCredentials(options));
}

function sameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}

function readFile(dataDir: string): SandboxCredentials {
  const file = path.resolve(dataDir, 'sandbox-credentials.json');
  if (!existsSync(file)) {
    const hint = 'Start Reident ("npm start"), give --data-dir, or set REIDENT_CLIENT_ID and REIDENT_CLIENT_SECRET.';
    throw new CliError('credentials', `No credentials: ${file} does not exist`, hint);
  }
  const read: Partial<SandboxCredentials> = parse(file);
  const { client_id, client_secret, token_url, api_url } = read;
  if (!client_id || !client_secret || !token_url || !api_url)
    throw new CliError(
      'credentials',
      `${file} is not a file of sandbox credentials`,
      'Delete it and start Reident again.',
    );
  return { client_id, client_secret, token_url, api_url };
}

function parse(file: string): Partial<SandboxCredentials> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<SandboxCredentials>;
  } catch {
    throw new CliError('credentials', `${file} cannot be read`, 'Delete it and start Reident again.');
  }
}
