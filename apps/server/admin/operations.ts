import { PlatformError } from '@reident/domain';
import { parseThresholdValues, type ThresholdValues } from '@reident/engine';
import { routesFor, type Shape } from '@reident/http';
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
import { z } from 'zod';

const SHELL = { kind: 'system', id: null } as const;

const adminRoute = routesFor<Platform>();

/** What the shell sends: one flat object. Whatever is wrong with a field is the end of a sentence that begins with its name. */
const MUST_BE_TEXT = 'must be text';
const Text = z
  .string(MUST_BE_TEXT)
  .max(200, MUST_BE_TEXT)
  .refine((text) => text.trim() !== '', MUST_BE_TEXT);

function oneOf<const V extends string>(known: readonly V[]) {
  return Text.pipe(z.enum(known as readonly [V, ...V[]], `must be one of ${known.join(', ')}`));
}

const Role = oneOf(['specialist', 'senior', 'compliance', 'auditor', 'admin'] satisfies Operator['role'][]);
const Kind = oneOf(['sandbox', 'live'] satisfies Tenant['kind'][]);
const Changes = z.record(z.string(), z.unknown(), 'must be an object');

/** Everything that the shell beside the installation can do. Answers hold what is shown once, and no personal data of customers. */
export const ADMIN_ROUTES = [
  operation('tenants.list', {}, async (_, { database }) => (await listTenants(database)).map(tenantView)),

  operation('tenants.create', { company: Text, name: Text, kind: Kind }, async (input, { database }) =>
    tenantView(await createTenant(database, input)),
  ),

  inTenant('tenants.live', {}, async (tx, _, { config }) => {
    await goLive(tx);
    assertFaceCurveFor('live', tx.tenant.settings.reviewPolicy, config);
    return { company: tx.tenant.company, kind: 'live' };
  }),

  inTenant('clients.list', {}, (tx) => listClients(tx)),

  operation('clients.create', { company: Text }, async ({ company }, platform) =>
    clientView(await createClient(platform.database, (await tenantOf(platform, company)).id)),
  ),

  // The second secret lives beside the first until the next rotation ends the older one.
  operation('clients.rotate', { company: Text, client: Text }, async ({ company, client: clientId }, platform) => {
    const { id: tenantId } = await tenantOf(platform, company);
    return clientView({ clientId, clientSecret: await addClientSecret(platform.database, { tenantId, clientId }) });
  }),

  inTenant('clients.revoke', { client: Text }, async (tx, { client }) => {
    await revokeClient(tx, client);
    return { client_id: client, revoked: true };
  }),

  inTenant('operators.list', {}, async (tx) => (await listOperators(tx)).map(operatorView)),

  operation(
    'operators.create',
    { company: Text, name: Text, role: Role },
    async ({ company, name, role }, platform) => {
      const { id } = await tenantOf(platform, company);
      return operatorView(await createOperator(platform.database, id, { displayName: name, role }));
    },
  ),

  inTenant('operators.role', { operator: Text, role: Role }, async (tx, { operator: id, role }) => {
    await changeRole(tx, id, role);
    return { id, role };
  }),

  inTenant('operators.disable', { operator: Text }, async (tx, { operator: id }) => {
    await disableOperator(tx, id);
    return { id, disabled: true };
  }),

  operation('operators.login', { company: Text, operator: Text }, loginLink),

  inTenant('settings.show', {}, async (tx) => ({
    ...tx.tenant.settings,
    waiting_for_a_second_admin: (await listProposals(tx)).map(({ setting }) => setting),
  })),

  inTenant('settings.set', { changes: Changes }, async (tx, { changes }, { config }) => {
    const changed = await changeSettings(tx, changes, SHELL);
    assertFaceCurveFor(tx.tenant.kind, changes.reviewPolicy, config);
    return changed;
  }),

  // Each case in a transaction of its own, so that thousands hold nothing up.
  operation(
    'cases.rejudge',
    { company: Text, identification: Text, thresholds: Changes.default({}) },
    async ({ company, identification, thresholds }, platform) => {
      const values = thresholdsIn(thresholds);
      const { database } = platform;
      const { id: tenantId } = await tenantOf(platform, company);
      const ids = identification === '*' ? await database.inTenant(tenantId, listExamined) : [identification];
      const cases = [];
      for (const id of ids) cases.push(await database.inTenant(tenantId, (tx) => rejudgeCase(tx, id, values, SHELL)));
      return cases.map(rejudgedView);
    },
  ),
];

/** One operation under its name: what the shell sends with it, and what it does. */
function operation<F extends Shape>(
  name: string,
  fields: F,
  run: (input: z.output<z.ZodObject<F>>, platform: Platform) => Promise<unknown>,
) {
  return define(name, z.object(fields), run);
}

/** The same in one transaction of the tenant whose company is named. */
function inTenant<F extends Shape>(
  name: string,
  fields: F,
  run: (tx: TenantTx, input: z.output<z.ZodObject<F>>, platform: Platform) => Promise<unknown>,
) {
  const named = z.object({ company: Text }).and(z.object(fields));
  return define(name, named, async (input, platform) => {
    const { id } = await tenantOf(platform, input.company);
    return platform.database.inTenant(id, (tx) => run(tx, input, platform));
  });
}

function define<B extends z.ZodType>(
  name: string,
  fields: B,
  run: (input: z.output<B>, platform: Platform) => Promise<unknown>,
) {
  return adminRoute({
    method: 'POST',
    path: `/${name}`,
    body: z.preprocess((sent) => sent ?? {}, fields),
    handle: async ({ body }, platform) => ({ result: (await run(body, platform)) ?? null }),
  });
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

function thresholdsIn(thresholds: Readonly<Record<string, unknown>>): ThresholdValues {
  try {
    return parseThresholdValues(thresholds);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlatformError('invalid_model', error.message, { field: 'thresholds', message: error.message });
  }
}

async function loginLink({ company, operator: operatorId }: { company: string; operator: string }, platform: Platform) {
  const { id } = await tenantOf(platform, company);
  const operators = await platform.database.inTenant(id, listOperators);
  if (!operators.some((operator) => operator.id === operatorId && operator.disabledAt === null))
    throw new PlatformError('model_not_found', 'This tenant has no such operator, or only one that is disabled');
  const token = await createLoginLink(platform.database, operatorId);
  return { link: `${platform.config.publicUrl}/console/login?token=${token}`, works: 'once, for 15 minutes' };
}

async function tenantOf({ database }: Platform, company: string): Promise<Tenant> {
  const tenant = await findTenantByCompany(database, company);
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
