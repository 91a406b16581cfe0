import type { TenantKind, TenantSettings } from '@reident/domain/tenant-settings';
import { runBatch } from '../transaction/batch.ts';
import type { Database } from '../transaction/database.ts';
import { insertInto, json, sql } from '../transaction/sql.ts';

export interface NewTenant {
  company: string;
  name: string;
  kind: TenantKind;
  settings?: Partial<TenantSettings>;
}

/** Writes the row of a tenant in a transaction of that tenant, which `inTenant` cannot begin before the row exists. */
export async function withNewTenant(database: Database, id: string, order: NewTenant): Promise<void> {
  const { company, name, kind, settings = {} } = order;
  const wrapped = database.keyRing.createTenantKey(id);
  const client = await database.pool.connect();
  try {
    await runBatch(client, [
      sql`select set_config('reident.tenant', ${id}, true)`,
      insertInto('tenants', { id, company, name, kind, settings: json(settings), wrapped_key: wrapped }),
    ]);
  } finally {
    client.release();
  }
}
