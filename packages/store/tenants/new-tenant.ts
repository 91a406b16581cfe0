import type { Database } from '../transaction/database.ts';
import type { NewTenant } from './tenants.ts';

/** Writes the row of a tenant in a transaction of that tenant, which `inTenant` cannot begin before the row exists. */
export async function withNewTenant(database: Database, id: string, order: NewTenant): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; set local reident.tenant = ${client.escapeLiteral(id)}`);
    await client.query(
      'insert into tenants (id, company, name, kind, settings, wrapped_key) values ($1, $2, $3, $4, $5, $6)',
      [
        id,
        order.company,
        order.name,
        order.kind,
        JSON.stringify(order.settings ?? {}),
        database.keyRing.createTenantKey(id),
      ],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
