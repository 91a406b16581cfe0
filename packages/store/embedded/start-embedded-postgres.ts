import type { ClientConfig } from 'pg';
import type { StoreLog } from '../database.ts';

export interface EmbeddedPostgres {
  /** Superuser on the private socket: for migrations only. */
  connection: ClientConfig;
  stop(): Promise<void>;
}

export declare function startEmbeddedPostgres(dataDir: string, log: StoreLog): Promise<EmbeddedPostgres>;
