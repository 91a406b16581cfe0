import { createHash } from 'node:crypto';
import { newId, PlatformError } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import { isSetting, needsTwoAdmins, TENANT_SETTINGS, validationSentence } from '@reident/domain/tenant-settings';
import { recordAudit } from '../access/record-audit.ts';
import { columns, insertInto, json, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, SettingProposal } from '../types.ts';
import { updateSettings } from './tenants.ts';

/**
 * Changes settings: at once, or as proposals where a live tenant needs a second admin [CON-5].
 *
 * @param actor  an operator of role admin, or `system` for the shell, which cannot propose: a proposal needs a person
 * @throws PlatformError `invalid_model` naming the setting and what it may be; nothing is changed then
 */
export async function changeSettings(
  tx: TenantTx,
  changes: Record<string, unknown>,
  actor: Actor,
): Promise<{ applied: string[]; proposed: SettingProposal[] }> {
  const names = Object.keys(changes).map((name) => checked(tx, name, changes[name]));
  await assertLogo(tx, changes.branding as TenantSettings['branding'] | undefined);
  const forTwo = names.filter((name) => needsTwoAdmins(tx.tenant.kind, name));
  const applied = names.filter((name) => !forTwo.includes(name));
  const proposer = actor.kind === 'operator' ? actor.id : null;
  if (forTwo.length > 0 && proposer === null)
    throw new PlatformError(
      'second_person_required',
      `${forTwo.join(', ')}: two admins of the live tenant decide this in the console, one proposes and another confirms`,
    );
  if (applied.length > 0)
    await updateSettings(tx, Object.fromEntries(applied.map((name) => [name, changes[name]])), actor);
  const proposed: SettingProposal[] = [];
  for (const name of forTwo) proposed.push(await propose(tx, name, changes[name], proposer as string));
  return { applied, proposed };
}

function checked(tx: TenantTx, name: string, value: unknown): keyof TenantSettings {
  if (!isSetting(name))
    throw new PlatformError(
      'invalid_model',
      `There is no such setting; known are ${Object.keys(TENANT_SETTINGS).join(', ')}`,
    );
  const validationError = TENANT_SETTINGS[name].rule.validationError(value, tx.tenant.kind);
  if (validationError === null) return name;
  const message = validationSentence(validationError);
  throw new PlatformError('invalid_model', `${name} ${message}`, { field: name, message });
}

async function propose(
  tx: TenantTx,
  setting: keyof TenantSettings,
  value: unknown,
  by: string,
): Promise<SettingProposal> {
  const id = newId('');
  const proposal = { tenant_id: tx.tenant.id, id, setting, value: json(value), proposed_by: by };
  const [row] = await tx.query(sql<Pick<ProposalRow, 'proposed_at'>>`
    ${insertInto('setting_proposals', proposal)}
    on conflict (tenant_id, setting) where state = 'open' do nothing returning proposed_at`);
  if (row === undefined)
    throw new PlatformError(
      'record_not_unique',
      `A change of ${setting} is proposed already; confirm or withdraw it first`,
      {
        field: setting,
        message: 'is proposed already',
      },
    );
  await recordAudit(tx, {
    actor: { kind: 'operator', id: by },
    action: 'tenant.setting_proposed',
    entity: tx.tenant.id,
    details: { proposal: id, setting },
  });
  return { id, setting, value, proposedBy: by, proposedAt: row.proposed_at };
}

/** What waits for a second admin, oldest first. */
export async function listProposals(tx: TenantTx): Promise<SettingProposal[]> {
  const rows = await tx.query(sql<ProposalRow>`
    select ${PROPOSAL} from setting_proposals
    where tenant_id = ${tx.tenant.id} and state = 'open' order by proposed_at, id`);
  return rows.map(toProposal);
}

/**
 * A second admin agrees, and the setting changes. Of many who confirm at the same time one does.
 *
 * @throws PlatformError `second_person_required` for the one who proposed, `model_not_found` when it waits no longer,
 *   `wrong_status` when the one who proposed is no admin any more
 */
export async function confirmProposal(tx: TenantTx, id: string, by: string): Promise<SettingProposal> {
  const [row] = await tx.query(sql<ProposalRow & { still_admin: boolean }>`
    select ${PROPOSAL.of('p')}, o.role = 'admin' and o.disabled_at is null as still_admin
    from setting_proposals p join operators o on o.tenant_id = p.tenant_id and o.id = p.proposed_by
    where p.tenant_id = ${tx.tenant.id} and p.id = ${id} and p.state = 'open' for update of p`);
  if (row === undefined) throw new PlatformError('model_not_found', 'This proposal waits no longer');
  if (row.proposed_by === by)
    throw new PlatformError('second_person_required', 'Another admin than the one who proposed it has to confirm');
  if (!row.still_admin)
    throw new PlatformError('wrong_status', 'Whoever proposed it is no admin any more; withdraw it and propose anew');
  const proposal = toProposal(row);
  checked(tx, proposal.setting, proposal.value);
  if (proposal.setting === 'branding') await assertLogo(tx, proposal.value as TenantSettings['branding']);
  await settle(tx, id, 'confirmed', by);
  await updateSettings(tx, { [proposal.setting]: proposal.value }, { kind: 'operator', id: by });
  return proposal;
}

/** Any admin may take a proposal back. @throws PlatformError `model_not_found` when it waits no longer */
export async function withdrawProposal(tx: TenantTx, id: string, by: string): Promise<void> {
  await settle(tx, id, 'withdrawn', by);
}

async function settle(tx: TenantTx, id: string, state: 'confirmed' | 'withdrawn', by: string): Promise<void> {
  const rows = await tx.query(sql`
    ${update('setting_proposals', { state, decided_by: by, decided_at: sql`now()` })}
    where tenant_id = ${tx.tenant.id} and id = ${id} and state = 'open' returning id`);
  if (rows.length === 0) throw new PlatformError('model_not_found', 'This proposal waits no longer');
  await recordAudit(tx, {
    actor: { kind: 'operator', id: by },
    action: `tenant.setting_${state}`,
    entity: tx.tenant.id,
    details: { proposal: id },
  });
}

const PROPOSAL = columns('setting_proposals', 'id', 'setting', 'value', 'proposed_by', 'proposed_at');
type ProposalRow = RowOf<typeof PROPOSAL>;

function toProposal(row: ProposalRow): SettingProposal {
  return {
    id: row.id,
    setting: row.setting as keyof TenantSettings,
    value: row.value,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
  };
}

/** Logos that a tenant keeps beside the one that is shown and those that are proposed. */
const LOGOS_KEPT = 20;

/**
 * Keeps a logo that the engine host has drawn anew, and answers the name by which `branding.logo` refers to it. The oldest that
 * nobody refers to goes, so that trying out does not fill the database.
 */
export async function saveLogo(tx: TenantTx, png: Buffer, actor: Actor): Promise<string> {
  const sha256 = createHash('sha256').update(png).digest('hex');
  const tenant = tx.tenant.id;
  await tx.query(sql`
    ${insertInto('tenant_logos', { tenant_id: tenant, sha256, png })}
    on conflict (tenant_id, sha256) do update set created_at = clock_timestamp()`);
  await tx.query(sql`
    delete from tenant_logos l where tenant_id = ${tenant} and sha256 <> ${sha256}
      and not exists (select from tenants t where t.id = ${tenant} and t.settings->'branding'->>'logo' = l.sha256)
      and not exists (select from setting_proposals p where p.tenant_id = ${tenant} and p.state = 'open' and p.value->>'logo' = l.sha256)
      and sha256 not in (select sha256 from tenant_logos where tenant_id = ${tenant} order by created_at desc, sha256 limit ${LOGOS_KEPT})`);
  await recordAudit(tx, { actor, action: 'tenant.logo_uploaded', entity: tx.tenant.id, details: { sha256 } });
  return sha256;
}

export async function findLogo(tx: TenantTx, sha256: string): Promise<Buffer | null> {
  const [row] = await tx.query(sql<{ png: Buffer }>`
    select png from tenant_logos where tenant_id = ${tx.tenant.id} and sha256 = ${sha256}`);
  return row?.png ?? null;
}

async function assertLogo(tx: TenantTx, branding: TenantSettings['branding'] | undefined): Promise<void> {
  const logo = branding?.logo ?? null;
  if (logo !== null && (await findLogo(tx, logo)) === null)
    throw new PlatformError('invalid_model', 'branding.logo must be one that was uploaded', {
      field: 'branding.logo',
    });
}
