import { assertFaceCurveFor } from '@reident/providers';
import {
  changeSettings,
  confirmProposal,
  listOperators,
  listProposals,
  TENANT_SETTINGS,
  type TenantTx,
  withdrawProposal,
} from '@reident/store';
import type { SettingsView } from '../../view.ts';
import { bodyOf, type ConsoleRoute, pathPart } from '../route.ts';

/** The settings of the tenant, and what waits for a second admin. */
export const showSettings: ConsoleRoute = {
  method: 'GET',
  path: '/settings',
  right: 'settings',
  handle: ({ operator, inTenant }) => inTenant((tx) => viewOf(tx, operator.id)),
};

/** Changes settings at once, or proposes what two admins have to agree on [CON-5]. */
export const saveSettings: ConsoleRoute = {
  method: 'POST',
  path: '/settings',
  right: 'settings',
  async handle({ platform, operator, inTenant }, request) {
    const changes = bodyOf(request);
    return inTenant(async (tx) => {
      await changeSettings(tx, changes, { kind: 'operator', id: operator.id });
      assertFaceCurveFor(tx.tenant.kind, changes.reviewPolicy, platform.config);
    }).then(() => inTenant((tx) => viewOf(tx, operator.id)));
  },
};

export const confirmSetting: ConsoleRoute = {
  method: 'POST',
  path: '/settings/proposals/:id/confirm',
  right: 'settings',
  async handle({ platform, operator, inTenant }, request) {
    await inTenant(async (tx) => {
      const { setting, value } = await confirmProposal(tx, pathPart(request, 'id'), operator.id);
      if (setting === 'reviewPolicy') assertFaceCurveFor(tx.tenant.kind, value, platform.config);
    });
    return inTenant((tx) => viewOf(tx, operator.id));
  },
};

export const withdrawSetting: ConsoleRoute = {
  method: 'POST',
  path: '/settings/proposals/:id/withdraw',
  right: 'settings',
  async handle({ operator, inTenant }, request) {
    await inTenant((tx) => withdrawProposal(tx, pathPart(request, 'id'), operator.id));
    return inTenant((tx) => viewOf(tx, operator.id));
  },
};

/** Read in a transaction of its own, because a transaction keeps the settings that it began with. */
async function viewOf(tx: TenantTx, operatorId: string): Promise<SettingsView> {
  const names = new Map((await listOperators(tx)).map(({ id, displayName }) => [id, displayName]));
  const proposals = await listProposals(tx);
  return {
    settings: Object.entries(TENANT_SETTINGS).map(([name, [, , twoAdmins, { allows }, meaning]]) => ({
      name,
      meaning,
      allows: allows.replaceAll('`', ''),
      value: tx.tenant.settings[name as keyof typeof TENANT_SETTINGS],
      twoAdmins: twoAdmins && tx.tenant.kind === 'live',
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
