import type { ClientConfig } from 'pg';
import { parse, toClientConfig } from 'pg-connection-string';

/** Where a PostgreSQL is: a URL, or its parts. */
export type Connection = { connectionString: string } | ClientConfig;

/** The connection as parts, so that user and password can be replaced by those of another role. */
export function clientConfig(connection: Connection): ClientConfig {
  if (connection.connectionString === undefined) return connection;
  return toClientConfig(parse(connection.connectionString));
}
