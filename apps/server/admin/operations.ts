import { PlatformError } from '@reident/domain';
import { parseThresholdValues, type ThresholdValues } from '@reident/engine';
import { assertFaceCurveFor, type Platform, type RejudgedCase, rejudgeCase } from '@reident/platform';
import {
  addClientSecret,
  changeRole,
  changeSettings,
  createClient,
  createLoginLink,
  createOperator,
  createTenant,
  disableOperator,
  findTenantByCompany,
  goLive,
  listClients,
  listExamined,
  listOperators,
  listProposals,
  listTenants,
  type Operator,
  revokeClient,
  type Tenant,
  type TenantTx,
} from '@reident/store';

/** What the shell sends: one flat object. */
export type AdminInput = Readonly<Record<string, unknown>>;
type AdminOperation = (platform: Platform, input: AdminInput) => Promise<unknown>;

const ROLES: readonly string[] = [
  'specialist',
  'senior',
  'compliance',
  'auditor',
  'admin',
] satisfies Operator['role'][];
const KINDS: readonly string[] = ['sandbox', 'live'] satisfies Tenant['kind'][];
const SHELL = { kind: 'system', id: null } as const;

/** Everything that the shell beside the installation can do. Answers hold what is shown once, and no personal data of customers. */
// biome-ignore format: a table
export const ADMIN_OPERATIONS: Readonly<Record<string, AdminOperation>> = {
  'tenants.list':      async ({ database }) => (await listTenants(database)).map(tenantView),
  'tenants.create':    async ({ database }, input) => tenantView(await createTenant(database, { company: text(input, 'company'), name: text(input, 'name'), kind: oneOf(input, 'kind', KINDS) as Tenant['kind'] })),
  'tenants.live':      (platform, input) => within(platform, input, async (tx) => { await goLive(tx); assertFaceCurveFor('live', tx.tenant.settings.reviewPolicy, platform.config); return { company: tx.tenant.company, kind: 'live' }; }),
  'clients.list':      (platform, input) => within(platform, input, listClients),
  'clients.create':    async (platform, input) => clientView(await createClient(platform.database, (await tenantOf(platform, input)).id)),
  'clients.rotate':    rotateClient,
  'clients.revoke':    (platform, input) => within(platform, input, async (tx) => { await revokeClient(tx, text(input, 'client')); return { client_id: text(input, 'client'), revoked: true }; }),
  'operators.list':    (platform, input) => within(platform, input, async (tx) => (await listOperators(tx)).map(operatorView)),
  'operators.create':  async (platform, input) => operatorView(await createOperator(platform.database, (await tenantOf(platform, input)).id, { displayName: text(input, 'name'), role: roleIn(input) })),
  'operators.role':    (platform, input) => within(platform, input, async (tx) => { await changeRole(tx, text(input, 'operator'), roleIn(input)); return { id: text(input, 'operator'), role: roleIn(input) }; }),
  'operators.disable': (platform, input) => within(platform, input, async (tx) => { await disableOperator(tx, text(input, 'operator')); return { id: text(input, 'operator'), disabled: true }; }),
  'operators.login':   loginLink,
  'settings.show':     (platform, input) => within(platform, input, async (tx) => ({ ...tx.tenant.settings, waiting_for_a_second_admin: (await listProposals(tx)).map(({ setting }) => setting) })),
  'settings.set':      (platform, input) => within(platform, input, async (tx) => { const changes = changesIn(input); const changed = await changeSettings(tx, changes, SHELL); assertFaceCurveFor(tx.tenant.kind, changes.reviewPolicy, platform.config); return changed; }),
  'cases.rejudge':     rejudgeCases,
};

/** Each case in a transaction of its own, so that thousands hold nothing up. */
async function rejudgeCases(platform: Platform, input: AdminInput) {
  const asked = text(input, 'identification');
  const thresholds = thresholdsIn(input);
  const ids = asked === '*' ? await within(platform, input, listExamined) : [asked];
  const cases = [];
  for (const id of ids) cases.push(await within(platform, input, (tx) => rejudgeCase(tx, id, thresholds, SHELL)));
  return cases.map(rejudgedView);
}

function rejudgedView({ identificationId, examinedOn, engineVersion, before, after, changed }: RejudgedCase) {
  const verdict = ({ result, reason }: RejudgedCase['before']) => ({ result, reason });
  return {
    identification: identificationId,
    examined_on: examinedOn,
    engine_version: engineVersion,
    before: verdict(before),
    after: verdict(after),
    changed,
  };
}

function thresholdsIn({ thresholds = {} }: AdminInput): ThresholdValues {
  try {
    return parseThresholdValues(thresholds as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlatformError('invalid_model', error.message, { field: 'thresholds', message: error.message });
  }
}

/** The second secret lives beside the first until the next rotation ends the older one. */
async function rotateClient(platform: Platform, input: AdminInput) {
  const { id: tenantId } = await tenantOf(platform, input);
  const clientId = text(input, 'client');
  return clientView({ clientId, clientSecret: await addClientSecret(platform.database, { tenantId, clientId }) });
}

async function loginLink(platform: Platform, input: AdminInput) {
  const operatorId = text(input, 'operator');
  await within(platform, input, async (tx) => {
    const operator = (await listOperators(tx)).find(({ id }) => id === operatorId);
    if (operator === undefined || operator.disabledAt !== null)
      throw new PlatformError('model_not_found', 'This tenant has no such operator, or only one that is disabled');
  });
  const token = await createLoginLink(platform.database, operatorId);
  return { link: `${platform.config.publicUrl}/console/login?token=${token}`, works: 'once, for 15 minutes' };
}

async function within<T>(platform: Platform, input: AdminInput, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return platform.database.inTenant((await tenantOf(platform, input)).id, work);
}

async function tenantOf({ database }: Platform, input: AdminInput): Promise<Tenant> {
  const tenant = await findTenantByCompany(database, text(input, 'company'));
  if (tenant === null) throw new PlatformError('model_not_found', 'There is no tenant of this company');
  return tenant;
}

function tenantView({ company, name, kind, createdAt }: Tenant) {
  return { company, name, kind, created_at: createdAt.toISOString() };
}

function clientView({ clientId, clientSecret }: { clientId: string; clientSecret: string }) {
  return { client_id: clientId, client_secret: clientSecret };
}

function operatorView({ id, displayName, role, disabledAt = null }: Operator & { disabledAt?: Date | null }) {
  return { id, name: displayName, role, disabled: disabledAt !== null };
}

function text(input: AdminInput, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value;
  throw new PlatformError('invalid_model', `${name} must be text`, { field: name, message: 'must be text' });
}

function oneOf(input: AdminInput, name: string, known: readonly string[]): string {
  const value = text(input, name);
  if (known.includes(value)) return value;
  const message = `must be one of ${known.join(', ')}`;
  throw new PlatformError('invalid_model', `${name} ${message}`, { field: name, message });
}

function roleIn(input: AdminInput): Operator['role'] {
  return oneOf(input, 'role', ROLES) as Operator['role'];
}

function changesIn({ changes }: AdminInput): Record<string, unknown> {
  if (typeof changes === 'object' && changes !== null && !Array.isArray(changes))
    return changes as Record<string, unknown>;
  throw new PlatformError('invalid_model', 'changes must be an object', {
    field: 'changes',
    message: 'must be an object',
  });
}
