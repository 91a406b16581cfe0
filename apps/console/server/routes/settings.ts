import { type ErrorCode, PlatformError } from '@reident/domain';
import { needsTwoAdmins, TENANT_SETTINGS } from '@reident/domain/tenant-settings';
import { assertFaceCurveFor, type Platform } from '@reident/platform';
import {
  changeSettings,
  confirmProposal,
  listOperators,
  listProposals,
  type TenantTx,
  withdrawProposal,
} from '@reident/store';
import { z } from 'zod';
import type { SettingsView } from '../../shared/view.ts';
import { ConsoleError, type ConsoleErrorCode } from '../console-error.ts';
import { consoleRoute, Id } from '../route.ts';

/** The settings of the tenant, and what waits for a second admin. */
export const showSettings = consoleRoute({
  method: 'GET',
  path: '/settings',
  right: 'settings',
  handle: (_, { operator, inTenant }) => inTenant((tx) => viewOf(tx, operator.id)),
});

/** Changes settings at once, or proposes what two admins have to agree on [CON-5]. */
export const saveSettings = consoleRoute({
  method: 'POST',
  path: '/settings',
  right: 'settings',
  // Each setting has a rule of its own, and the rule says what is wrong with it.
  body: z.record(z.string(), z.unknown()),
  async handle({ body: changes }, { platform, operator, inTenant }) {
    await inConsoleWords(() =>
      inTenant(async (tx) => {
        await changeSettings(tx, changes, { kind: 'operator', id: operator.id });
        needFaceCurveFor(tx, changes.reviewPolicy, platform);
      }),
    );
    return inTenant((tx) => viewOf(tx, operator.id));
  },
});

export const confirmSetting = consoleRoute({
  method: 'POST',
  path: '/settings/proposals/:id/confirm',
  right: 'settings',
  params: { id: Id },
  async handle({ params: { id } }, { platform, operator, inTenant }) {
    await inConsoleWords(() =>
      inTenant(async (tx) => {
        const { setting, value } = await confirmProposal(tx, id, operator.id);
        if (setting === 'reviewPolicy') needFaceCurveFor(tx, value, platform);
      }),
    );
    return inTenant((tx) => viewOf(tx, operator.id));
  },
});

export const withdrawSetting = consoleRoute({
  method: 'POST',
  path: '/settings/proposals/:id/withdraw',
  right: 'settings',
  params: { id: Id },
  async handle({ params: { id } }, { operator, inTenant }) {
    await inConsoleWords(() => inTenant((tx) => withdrawProposal(tx, id, operator.id)));
    return inTenant((tx) => viewOf(tx, operator.id));
  },
});

/** What errors of the platform mean about settings; about cases the same codes mean something else. A field narrows it down. */
// biome-ignore format: a table
const MEANT: readonly (readonly [code: ErrorCode, field: string | null, meant: ConsoleErrorCode])[] = [
  // of the platform            field           of the console
  ['model_not_found',           null,           'proposal_gone'],
  ['second_person_required',    null,           'proposal_yours'],
  ['wrong_status',              null,           'proposer_gone'],
  ['record_not_unique',         null,           'proposal_waits'],
  ['invalid_model',             'branding.logo','logo_unknown'],
];

function needFaceCurveFor(tx: TenantTx, policy: unknown, { config }: Platform): void {
  try {
    assertFaceCurveFor(tx.tenant.kind, policy, config);
  } catch (error) {
    throw error instanceof PlatformError ? new ConsoleError('face_curve_needed') : error;
  }
}

async function inConsoleWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const row = MEANT.find(([code, field]) => code === error.code && (field === null || field === error.field));
    throw row === undefined ? error : new ConsoleError(row[2]);
  }
}

const SETTING_NAMES = Object.keys(TENANT_SETTINGS) as (keyof typeof TENANT_SETTINGS)[];

/** Read in a transaction of its own, because a transaction keeps the settings that it began with. */
async function viewOf(tx: TenantTx, operatorId: string): Promise<SettingsView> {
  const names = new Map((await listOperators(tx)).map(({ id, displayName }) => [id, displayName]));
  const proposals = await listProposals(tx);
  return {
    settings: SETTING_NAMES.map((name) => ({
      name,
      value: tx.tenant.settings[name],
      twoAdmins: needsTwoAdmins(tx.tenant.kind, name),
    })),
    proposals: proposals.map(({ id, setting, value, proposedBy, proposedAt }) => ({
      id,
      setting,
      value,
      by: names.get(proposedBy) ?? proposedBy,
      mine: proposedBy === operatorId,
      at: proposedAt.toISOString(),
    })),
  };
}
