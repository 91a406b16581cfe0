import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  createClient,
  createTenant,
  type Database,
  findTenantByCompany,
  type Tenant,
  verifyClient,
} from '@reident/store';

export interface SandboxCredentials {
  client_id: string;
  client_secret: string;
  token_url: string;
  api_url: string;
  company: string;
}

/** Not `sandbox`: below that path the API answers (`/sandbox/clock`, `/sandbox/identifications/…`). */
const COMPANY = 'sandbox-bank';

/**
 * The sandbox partner that every installation starts with, and its credentials file (mode 0600).
 *
 * A credentials file that still works is kept, with the addresses brought up to date; otherwise a new client is made.
 * Several processes may start at once on one database: the tenant is created once, whoever comes second finds it.
 */
export async function ensureSandbox(
  database: Database,
  dataDir: string,
  publicUrl: string,
): Promise<{ tenant: Tenant; credentials: SandboxCredentials; file: string }> {
  const file = path.join(dataDir, 'sandbox-credentials.json');
  const tenant = (await findTenantByCompany(database, COMPANY)) ?? (await createSandboxTenant(database));
  const kept = readCredentials(file);
  const stillGood =
    kept !== null && (await verifyClient(database, kept.client_id, kept.client_secret))?.tenantId === tenant.id;
  const client = stillGood
    ? { clientId: kept.client_id, clientSecret: kept.client_secret }
    : await createClient(database, tenant.id);
  const credentials = {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    token_url: `${publicUrl}/oauth2/token`,
    api_url: publicUrl,
    company: COMPANY,
  };
  writeCredentials(file, credentials);
  return { tenant, credentials, file };
}

async function createSandboxTenant(database: Database): Promise<Tenant> {
  try {
    return await createTenant(database, { company: COMPANY, name: 'Sandbox Bank', kind: 'sandbox' });
  } catch (error) {
    const made = await findTenantByCompany(database, COMPANY);
    if (made) return made;
    throw error;
  }
}

function readCredentials(file: string): SandboxCredentials | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as Partial<SandboxCredentials>;
    return typeof parsed.client_id === 'string' && typeof parsed.client_secret === 'string'
      ? (parsed as SandboxCredentials)
      : null;
  } catch {
    return null;
  }
}

function writeCredentials(file: string, credentials: SandboxCredentials): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}
