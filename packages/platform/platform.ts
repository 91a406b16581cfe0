import type { EngineHost, FaceCurve } from '@reident/engine';
import type { BlobStore, Database, StageTransition } from '@reident/store';
import type { Egress } from '@reident/webhooks';
import type { Logger } from 'pino';

/** Settings of one installation, read once at start from the environment by `apps/server`. */
export interface Config {
  version: string;
  host: string;
  port: number;
  /** Origin that customers and partners use, without a trailing slash. */
  publicUrl: string;
  dataDir: string;
  /** Folder with the root package.json: fonts, weights and built pages lie under it. */
  projectRoot: string;
  role: 'all' | 'api' | 'worker';
  /** True when only this machine can reach the server; sandbox tenants may then use http receivers on it (design: sandbox webhooks). */
  loopbackOnly: boolean;
  /** Receivers in private networks that the operator allows, as `CIDR:port`; empty by default [WH-10]. */
  webhookAllow: readonly string[];
  /** How often the face comparison errs, as the operator measured it; without one a person decides in live tenants. */
  faceCurve?: FaceCurve | null;
  /** Where pictures are read on a machine that is short of cores, everything may take longer; without it, as usual. */
  timeLimits?: TimeLimits;
  /** Likewise how long the database may take to answer, in milliseconds, before a caller is told to come back. */
  databaseAnswerMs?: number;
}

/** How long reading may take. */
export interface TimeLimits {
  /** One picture or recording, in seconds of the engine process. */
  readSeconds: number;
  /** Of that, decoding alone. */
  decodeSeconds: number;
  /** After that the customer goes on, and the picture is read later. */
  customerWaitsSeconds: number;
}

/** What every app is given: one installation's database, blobs, engine and log. */
export interface Platform {
  config: Config;
  database: Database;
  blobs: BlobStore;
  engine: EngineHost;
  /** The one way out to addresses that partners chose. */
  egress: Egress;
  /** Secret of the installation from which link tokens and similar are derived; 32 bytes. */
  linkKey: Buffer;
  log: Logger;
  /** Counts the funnel, where somebody reads the counts. */
  funnel?: FunnelMetrics;
  /** Carry invitations to customers; an installation without one has not this channel. */
  mail?: MailSender;
  sms?: TextSender;
}

/**
 * How the handing over of a message ended. `later`: certainly not taken, and worth another try; `refused`: certainly not taken
 * and never will be; `unknown`: it may have been taken.
 */
export type Carried = { outcome: 'sent' } | { outcome: 'later' | 'refused' | 'unknown'; fault: string };

export interface Mail {
  /** The same for every try. */
  id: string;
  fromName: string;
  to: string;
  subject: string;
  text: string;
}

export interface MailSender {
  send(mail: Mail): Promise<Carried>;
}

export interface TextSender {
  send(message: { number: string; text: string }): Promise<void>;
}

/** What is counted about funnel. Whoever serves `/metrics` decides how; places and published codes, never data. */
export interface FunnelMetrics {
  moved(move: StageTransition): void;
  /** @param why  a published reason, `timed_out` or `interrupted` */
  ended(place: string, why: string): void;
}
