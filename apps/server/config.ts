import type { Config } from '@reident/platform';
import { projectRoot, StartError } from '@reident/store';
import manifest from '../../package.json' with { type: 'json' };
import type { MailSettings } from './mail-sender.ts';
import { type LogLevel, readSettings } from './settings.ts';
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
  /** Where invitations by e-mail go; null: there are none. */
  mail: MailSettings | null;
  /** `s3://bucket` or null for the data folder. */
  blobs: string | null;
}

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '::1']);

/** Reads the environment. Every mistake is one line that names the variable and what it may hold. */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const set = readSettings(env);
  const { REIDENT_HOST: host, REIDENT_PORT: port } = set;
  return {
    version: manifest.version,
    host,
    port,
    publicUrl: set.REIDENT_PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    dataDir: set.REIDENT_DATA_DIR,
    projectRoot: projectRoot(),
    role: set.REIDENT_ROLE,
    loopbackOnly: LOOPBACK_HOSTS.has(host),
    webhookAllow: set.REIDENT_WEBHOOK_ALLOW,
    databaseUrl: set.DATABASE_URL,
    trustProxy: set.REIDENT_TRUST_PROXY,
    logLevel: set.REIDENT_LOG_LEVEL,
    metricsToken: set.REIDENT_METRICS_TOKEN,
    mail: mailSettings(set.REIDENT_SMTP_URL, set.REIDENT_MAIL_FROM),
    sms: smsSettings(set.REIDENT_SMS_URL, set.REIDENT_SMS_SECRET ?? ''),
    blobs: set.REIDENT_BLOBS,
    faceCurve: set.REIDENT_FACE_CURVE,
  };
}

/** An address without a secret, or with one that signs nothing, is worth no more than none. */
function mailSettings(url: string | null, from: string | null): MailSettings | null {
  if ((url === null) !== (from === null))
    throw new StartError('REIDENT_SMTP_URL and REIDENT_MAIL_FROM belong together: set both, or neither.');
  return url === null || from === null ? null : { url, from };
}

function smsSettings(url: string | null, secret: string): SmsSettings | null {
  if (url === null) return null;
  if (Buffer.from(secret, 'base64').length < 32)
    throw new StartError(
      'REIDENT_SMS_SECRET must be at least 32 bytes in base64; it signs what goes to REIDENT_SMS_URL.',
    );
  return { url, secret };
}
