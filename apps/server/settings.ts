import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFaceCurve } from '@reident/engine';
import { StartError } from '@reident/store';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** One variable of the environment. */
interface Setting<Value, Fallback extends string | null> {
  /** What its text means. What is wrong with it ends a sentence that begins with the variable's name, and never repeats the text. */
  schema: z.ZodType<Value, string>;
  /** The text that holds where there is none; null: nothing does. */
  fallback: Fallback;
  /** The default as the reference page has it, where the text itself would not say it. */
  shown?: string;
  meaning: string;
}

const ROLES = ['all', 'api', 'worker'] as const;
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that the environment can say, in the order of the reference page. A variable that is empty is like one that is not set. */
export const SETTINGS = {
  REIDENT_HOST: setting(z.string(), '127.0.0.1', {
    meaning:
      'address to listen on; for one that others can reach, such as `0.0.0.0`, set `REIDENT_PUBLIC_URL` too. Webhook receivers on this machine are then rejected',
  }),
  REIDENT_PORT: setting(wholeNumber(0, 65_535), '8080', { meaning: 'port' }),
  REIDENT_PUBLIC_URL: setting(z.string().transform(toOrigin), null, {
    shown: '`http://{host}:{port}`',
    meaning:
      'origin that partners and customers use; https outside this machine, because browsers grant the camera only to secure pages',
  }),
  REIDENT_DATA_DIR: setting(z.string().transform(toWritableFolder), 'data', {
    shown: '`./data`',
    meaning: 'embedded PostgreSQL, media, keys, sandbox credentials',
  }),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .refine(
        (text) => URL.canParse(text, 'postgres://base'),
        'is no address; special characters in a password must be percent-encoded',
      ),
    null,
    {
      meaning:
        'your own PostgreSQL (15 or newer); its user must own the database and be allowed to create roles. Migrations run at start',
    },
  ),
  REIDENT_BLOBS: setting(z.string(), null, {
    shown: 'file system',
    meaning: '`s3://bucket` puts media into S3; credentials come from the usual AWS chain',
  }),
  REIDENT_ROLE: setting(oneOf(ROLES), 'all', {
    meaning: '`api` or `worker` to run the two halves separately, any number of each on one database',
  }),
  REIDENT_ROOT_KEY: setting(base64(32, 'must be 32 bytes in base64'), null, {
    shown: '`<data>/keys/root.key`',
    meaning: '32 bytes in base64: the key that protects all other keys',
  }),
  REIDENT_WEBHOOK_ALLOW: setting(z.string().transform(toEntries), '', {
    meaning:
      'webhook receivers in private networks that may be called, as `CIDR:port`, separated by commas; printed at start',
  }),
  REIDENT_SMS_URL: setting(
    z.url({ protocol: /^https$/, error: 'must be an https address of your SMS gateway' }),
    null,
    { meaning: 'https address of your SMS gateway; without it no capture session of a live tenant can start' },
  ),
  REIDENT_SMS_SECRET: setting(z.string(), null, {
    meaning: 'at least 32 bytes in base64: signs what goes to the gateway',
  }),
  REIDENT_SMTP_URL: setting(
    z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@mail.example.com' }),
    null,
    { meaning: 'your mail server, as `smtps://user:password@host`; without it no campaign can send e-mails' },
  ),
  REIDENT_MAIL_FROM: setting(z.email({ error: 'must be an e-mail address' }), null, {
    meaning: 'address that invitations come from; the name beside it is that of the tenant',
  }),
  REIDENT_TRUST_PROXY: setting(
    z
      .string()
      .transform(toEntries)
      .refine(
        (entries) => entries.every(isAddressOrRange),
        'holds addresses or ranges, such as 10.0.0.7 or 10.0.0.0/24',
      ),
    '',
    {
      meaning:
        'addresses or ranges of your proxies, separated by commas: their `X-Forwarded-For` is trusted, so that limits count customers and not the proxy',
    },
  ),
  REIDENT_FACE_CURVE: setting(z.string().transform(toFaceCurve), null, {
    meaning:
      'file with the error rates of the face comparison, written by `npm run scoreboard -- faces <folder>`; without it no live tenant may let the engine decide',
  }),
  REIDENT_METRICS_TOKEN: setting(
    z.string().regex(/^[\x21-\x7e]{16,512}$/, 'must have 16 to 512 visible ASCII characters'),
    null,
    {
      meaning: 'lets Prometheus read `/metrics` from elsewhere, with this as its bearer token (16 characters or more)',
    },
  ),
  REIDENT_LOG_LEVEL: setting(oneOf(LOG_LEVELS), 'warn', {
    meaning: '`silent` to `trace`; `info` writes a line per request',
  }),
} as const;

type Settings = {
  [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] extends Setting<infer Value, infer Fallback>
    ? Fallback extends null
      ? Value | null
      : Value
    : never;
};

/** @throws StartError with one line that names the variable and what it may hold */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = Object.entries(SETTINGS).map(([name, { schema, fallback }]) => {
    const text = env[name] || fallback;
    if (text === null) return [name, null];
    const result = (schema as z.ZodType).safeParse(text);
    if (!result.success) throw new StartError(`${name} ${result.error.issues[0]?.message}.`);
    return [name, result.data];
  });
  return Object.fromEntries(read) as Settings;
}

function setting<Value, Fallback extends string | null>(
  schema: z.ZodType<Value, string>,
  fallback: Fallback,
  text: { shown?: string; meaning: string },
): Setting<Value, Fallback> {
  return { schema, fallback, ...text };
}

function oneOf<const Known extends readonly [string, ...string[]]>(known: Known) {
  return z.enum(known, `must be one of ${known.join(', ')}`);
}

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  const fault = `must be a whole number from ${least} to ${most}`;
  return z.string().transform(Number).pipe(z.int(fault).min(least, fault).max(most, fault));
}

function base64(bytes: number, fault: string) {
  return z.string().refine((text) => {
    const key = Buffer.from(text.trim(), 'base64');
    return key.length === bytes && key.toString('base64') === text.trim();
  }, fault);
}

/** Entries between commas. */
function toEntries(text: string): string[] {
  return text.split(',').flatMap((entry) => entry.trim() || []);
}

function isAddressOrRange(entry: string): boolean {
  return entry.includes('/')
    ? ipaddr.isValidCIDR(entry)
    : ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv6.isValid(entry);
}

function toOrigin(text: string, ctx: z.RefinementCtx): string {
  if (!URL.canParse(text)) return fault(ctx, 'must be an address such as https://ident.example.com');
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '')
    return fault(ctx, 'must be http or https, without a path');
  return url.origin;
}

function toWritableFolder(text: string, ctx: z.RefinementCtx): string {
  const folder = path.resolve(text);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fault(ctx, `must name a folder for data; ${folder} cannot be written (${code})`);
  }
}

function toFaceCurve(file: string, ctx: z.RefinementCtx) {
  try {
    return parseFaceCurve(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'it cannot be read';
    return fault(ctx, `must name a curve of the face comparison, and ${file} is none: ${why}`);
  }
}

function fault(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}
