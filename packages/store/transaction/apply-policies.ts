import type { ClientBase } from 'pg';

/** The role of the running program. It owns nothing and sees one tenant at a time. */
export const APP_ROLE = 'reident_app';
/** Owner of the few functions that must look over all tenants. Nobody can log in as it. */
export const LOOKUP_ROLE = 'reident_lookup';
export const SCHEMA = 'reident';

/** What the program may do with each table; a table that is missing here is out of its reach. */
// biome-ignore format: a table
export const APP_GRANTS: Record<string, string> = {
  // table                 rights
  tenants:                'select, insert, update',
  clients:                'select, insert, update',
  access_tokens:          'select, insert, update, delete',
  persons:                'select, insert, update',
  person_keys:            'select, insert, update, delete',
  identifications:        'select, insert, update',
  identification_counts:  'select, insert, update',
  list_counts:            'select, insert, update',
  identification_events:  'select, insert',
  subscriptions:          'select, insert, update',
  notifications:          'select, insert',
  deliveries:             'select, insert, update',
  delivery_attempts:      'select, insert',
  jobs:                   'select, insert, update, delete',
  documents:              'select, insert, update',
  capture_sessions:       'select, insert, update',
  funnel_steps:         'select, insert, update',
  captures:               'select, insert, update',
  examinations:           'select, insert',
  duplicate_fingerprints:           'select, insert, delete',
  decisions:              'select, insert',
  case_claims:            'select, insert, update, delete',
  operators:              'select, insert, update',
  operator_sessions:      'select, insert, update',
  login_links:            'select, insert, update',
  setting_proposals:      'select, insert, update',
  tenant_logos:           'select, insert, update, delete',
  audit_log:              'select, insert',
  idempotency_keys:       'select, insert, update, delete',
  mobile_numbers:         'select, insert, update, delete',
  change_requests:        'select, insert, update',
  devices:                'select, insert, update, delete',
  event_feed:             'select, insert',
  event_feed_horizons:    'select, insert, update',
  risk_classes:           'select, insert, update',
  due_states:             'select, insert, update, delete',
  due_history:            'select, insert, delete',
  person_events:          'select, insert, update, delete',
  campaigns:              'select, insert, update',
  invitations:            'select, insert, update',
  messages:               'select, insert, update',
  retention_extensions:   'select, insert, update, delete',
  deletion_proofs:        'select, insert',
  identification_batches: 'select, insert, update',
  identification_batch_lines: 'select, insert, update',
};

/** The same for tables of the whole installation: no row of theirs is any tenant's, or says anything of one. */
// biome-ignore format: a table
export const INSTALLATION_GRANTS: Record<string, string> = {
  // table                 rights
  rate_limits:            'select, insert, update, delete',
};

/** What the look-up functions may see or write across tenants: columns, never whole rows with personal data. */
// biome-ignore format: a table
export const LOOKUP_GRANTS: readonly (readonly [table: string, right: 'select' | 'update', columns: string])[] = [
  // table              right     columns
  ['tenants',           'select', 'id, company, clock_offset_ms, created_at'],
  ['clients',           'select', 'id, tenant_id, secret_hashes, disabled_at'],
  ['access_tokens',     'select', 'token_hash, tenant_id, client_id, expires_at, revoked_at'],
  ['capture_sessions',  'select', 'tenant_id, cookie_hash'],
  ['operators',         'select', 'tenant_id, id'],
  ['login_links',       'select', 'tenant_id, token_hash'],
  ['operator_sessions', 'select', 'tenant_id, token_hash'],
  ['subscriptions',     'select', 'tenant_id, id, disabled_at'],
  ['jobs',              'select', 'tenant_id, seq, id, kind, key, payload, state, attempts, revision, due_at, lease_id, leased_until'],
  ['jobs',              'update', 'attempts, lease_id, leased_until'],
  ['deliveries',        'select', 'tenant_id, seq, id, subscription_id, entity_id, state, attempts, due_at, lease_id, leased_until'],
  ['deliveries',        'update', 'lease_id, leased_until'],
];

/**
 * Applies the row-level security policies to every table of a tenant and hands out the rights of the two roles [API-2].
 *
 * Runs after the migrations at every start and is the same work each time. The tables come from the catalog: whatever
 * has a column `tenant_id` gets them, whether somebody thought of it or not.
 */
export async function applyPolicies(owner: ClientBase): Promise<void> {
  const statements = [
    `grant usage on schema ${SCHEMA} to ${APP_ROLE}, ${LOOKUP_ROLE}`,
    ...(await tenantTables(owner)).flatMap(({ name, tenantColumn, secured }) =>
      secured ? [] : policiesFor(name, tenantColumn),
    ),
    ...Object.entries({ ...APP_GRANTS, ...INSTALLATION_GRANTS }).map(
      ([table, rights]) => `grant ${rights} on ${SCHEMA}.${table} to ${APP_ROLE}`,
    ),
    ...LOOKUP_GRANTS.map(
      ([table, right, columns]) => `grant ${right} (${columns}) on ${SCHEMA}.${table} to ${LOOKUP_ROLE}`,
    ),
    ...(await giveFunctionsAway(owner)),
  ];
  await owner.query(statements.join(';\n'));
}

interface TenantTable {
  name: string;
  tenantColumn: string;
  secured: boolean;
}

async function tenantTables(owner: ClientBase): Promise<TenantTable[]> {
  const { rows } = await owner.query<TenantTable>(
    `select c.relname as name, a.attname as "tenantColumn",
            exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_tenant') as secured
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid
       and a.attname = case when c.relname = 'tenants' then 'id' else 'tenant_id' end and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')`,
    [SCHEMA],
  );
  return rows;
}

function policiesFor(table: string, tenantColumn: string): string[] {
  const name = `${SCHEMA}.${table}`;
  const own = `${tenantColumn} = current_setting('reident.tenant', true)`;
  const rights = new Set(LOOKUP_GRANTS.filter((row) => row[0] === table).map((row) => row[1]));
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy own_tenant on ${name} using (${own}) with check (${own})`,
    ...[...rights].map(
      (right) => `create policy lookup_${right} on ${name} for ${right} to ${LOOKUP_ROLE} using (true)`,
    ),
  ];
}

/** Moves new look-up functions to their role. It may create in the schema only while this happens. */
async function giveFunctionsAway(owner: ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ signature: string; moved: boolean }>(
    `select p.oid::regprocedure::text as signature, pg_get_userbyid(p.proowner) = $2 as moved
     from pg_proc p where p.pronamespace = $1::regnamespace and p.prosecdef`,
    [SCHEMA, LOOKUP_ROLE],
  );
  const news = rows.filter(({ moved }) => !moved).map(({ signature }) => signature);
  if (news.length === 0) return [];
  return [
    `grant create on schema ${SCHEMA} to ${LOOKUP_ROLE}`,
    ...news.flatMap((signature) => [
      `revoke execute on function ${signature} from public`,
      `grant execute on function ${signature} to ${APP_ROLE}`,
      `alter function ${signature} owner to ${LOOKUP_ROLE}`,
    ]),
    `revoke create on schema ${SCHEMA} from ${LOOKUP_ROLE}`,
  ];
}
