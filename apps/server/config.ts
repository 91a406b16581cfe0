import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { BlockList, isIPv6 } from 'node:net';
import path from 'node:path';
import { type FaceCurve, parseFaceCurve } from '@reident/engine';
import type { Config } from '@reident/platform';
import { projectRoot, StartError } from '@reident/store';
import manifest from '../../package.json' with { type: 'json' };
import type { SmsSettings } from './sms-sender.ts';

export interface ServerConfig extends Config {
  /** A PostgreSQL of one's own; null means the embedded one. */
  databaseUrl: string | null;
  /** Proxies whose `X-Forwarded-For` is believed, as addresses or ranges; none by default. */
  trustProxy: string[];
  /** The least important line that is logged. */
  logLevel: LogLevel;
  /** What Prometheus sends as a bearer token; null lets only this machine read `/metrics`. */
  metricsToken: string | null;
  /** Where codes for phones go; null: live tenants cannot begin a session. */
  sms: SmsSettings | null;
  /** `s3://bucket` or null for the data folder. */
  blobs: string | null;
}

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '::1']);
const ROLES = ['all', 'api', 'worker'] as const;
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Reads the environment. Every mistake is one line that names the variable and what it may hold. */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const host = env.REIDENT_HOST ?? '127.0.0.1';
  const port = wholeNumber(env, 'REIDENT_PORT', 8080, 0, 65_535);
  return {
    version: manifest.version,
    host,
    port,
    publicUrl: publicUrl(env, host, port),
    dataDir: dataDir(env),
    projectRoot: projectRoot(),
    role: oneOf(env, 'REIDENT_ROLE', ROLES, 'all'),
    loopbackOnly: LOOPBACK_HOSTS.has(host),
    webhookAllow: list(env.REIDENT_WEBHOOK_ALLOW),
    databaseUrl: databaseUrl(env),
    trustProxy: proxies(env),
    logLevel: oneOf(env, 'REIDENT_LOG_LEVEL', LOG_LEVELS, 'warn'),
    metricsToken: metricsToken(env),
    sms: sms(env),
    blobs: env.REIDENT_BLOBS ?? null,
    faceCurve: faceCurve(env),
  };
}

function faceCurve(env: NodeJS.ProcessEnv): FaceCurve | null {
  const file = env.REIDENT_FACE_CURVE;
  if (!file) return null;
  try {
    return parseFaceCurve(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'it cannot be read';
    throw new StartError(`REIDENT_FACE_CURVE must name a curve of the face comparison, and ${file} is none: ${why}.`);
  }
}

function metricsToken(env: NodeJS.ProcessEnv): string | null {
  const token = env.REIDENT_METRICS_TOKEN;
  if (!token) return null;
  if (!/^[\x21-\x7e]{16,512}$/.test(token))
    throw new StartError('REIDENT_METRICS_TOKEN must have 16 to 512 visible ASCII characters.');
  return token;
}

function proxies(env: NodeJS.ProcessEnv): string[] {
  const known = new BlockList();
  return list(env.REIDENT_TRUST_PROXY).map((entry) => {
    const [address = '', bits] = entry.split('/');
    try {
      known.addSubnet(address, Number(bits ?? 32), isIPv6(address) ? 'ipv6' : 'ipv4');
    } catch {
      throw new StartError('REIDENT_TRUST_PROXY holds addresses or ranges, such as 10.0.0.7 or 10.0.0.0/24.');
    }
    return entry;
  });
}

function sms(env: NodeJS.ProcessEnv): SmsSettings | null {
  const { REIDENT_SMS_URL: url, REIDENT_SMS_SECRET: secret = '' } = env;
  if (!url) return null;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    throw new StartError('REIDENT_SMS_URL must be an https address of your SMS gateway.');
  if (Buffer.from(secret, 'base64').length < 32)
    throw new StartError(
      'REIDENT_SMS_SECRET must be at least 32 bytes in base64; it signs what goes to REIDENT_SMS_URL.',
    );
  return { url, secret };
}

/** Entries between commas. */
function list(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((entry) => entry.trim() || []);
}

function oneOf<Value extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  known: readonly Value[],
  fallback: Value,
): Value {
  const found = known.find((value) => value === (env[name] || fallback));
  if (found === undefined) throw new StartError(`${name} must be one of ${known.join(', ')}.`);
  return found;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new StartError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function publicUrl(env: NodeJS.ProcessEnv, host: string, port: number): string {
  const text = env.REIDENT_PUBLIC_URL;
  if (!text) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (!URL.canParse(text))
    throw new StartError('REIDENT_PUBLIC_URL must be an address such as https://ident.example.com.');
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new StartError('REIDENT_PUBLIC_URL must be http or https, without a path.');
  }
  return url.origin;
}

function databaseUrl(env: NodeJS.ProcessEnv): string | null {
  const text = env.DATABASE_URL;
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new StartError('DATABASE_URL must begin with postgres:// or postgresql://.');
  if (!URL.canParse(text, 'postgres://base'))
    throw new StartError('DATABASE_URL is no address; special characters in a password must be percent-encoded.');
  return text;
}

function dataDir(env: NodeJS.ProcessEnv): string {
  const folder = path.resolve(env.REIDENT_DATA_DIR ?? 'data');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}). Set REIDENT_DATA_DIR.`,
    );
  }
  return folder;
}
