import pg from 'pg';
import type { Database } from '../transaction/database.ts';

const RECONNECT_MS = 1_000;

/**
 * Calls the listener when somebody says that there is work, here or in another process.
 * Only a hint [REL-5]: it may come twice, late, or, while the database is away, not at all. Poll as well.
 */
export function listenForWork(database: Database, listener: () => void): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const reconnect = () => {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void listen();
    }, RECONNECT_MS);
  };

  const listen = async () => {
    const fresh = new pg.Client({ ...database.connection, connectionTimeoutMillis: 5_000, keepAlive: true });
    client = fresh;
    fresh.on('error', () => undefined);
    fresh.on('end', reconnect);
    fresh.on('notification', listener);
    try {
      await fresh.connect();
      await fresh.query('listen reident_work');
      if (stopped) await fresh.end();
      else listener();
    } catch {
      fresh.end().catch(() => undefined);
      reconnect();
    }
  };

  database.local.on('work', listener);
  void listen();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      database.local.off('work', listener);
      await client?.end().catch(() => undefined);
    },
  };
}
