import { Answer } from '@reident/http';
import { dryRun, type PlannedPerson } from '@reident/platform';
import { findCampaign } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { CampaignId, DryRunResource, toDryRun } from '../../resources/campaign.ts';

const PARAMS = { tag: 'Reident', params: { id: CampaignId }, errors: [] } as const;

/** Whom the campaign would invite when, and the load of each day. Nothing is written and nobody hears of it. */
export const dryRunCampaign = defineOperation({
  ...PARAMS,
  method: 'GET',
  path: '/reident/v1/campaigns/{id}/dry_run',
  summary: 'Try a campaign out',
  description: 'Exactly what a start at this moment would plan. `dry_run/rows` has every person.',
  answer: DryRunResource,

  async handleUnlocked({ params }, { platform, caller, inTenant }) {
    const campaign = await inTenant((tx) => findCampaign(tx, params.id));
    return toDryRun(await dryRun(platform.database, caller.tenantId, campaign));
  },
});

/** The same, row by row, as CSV. */
export const dryRunRows = defineOperation({
  ...PARAMS,
  method: 'GET',
  path: '/reident/v1/campaigns/{id}/dry_run/rows',
  summary: 'Download whom a campaign would invite, as CSV',
  answer: 'file',

  async handleUnlocked({ params }, { platform, caller, inTenant }) {
    const campaign = await inTenant((tx) => findCampaign(tx, params.id));
    const lines = ['person_id,due_on,rule,risk_class,planned_at,channel,excluded'];
    await dryRun(platform.database, caller.tenantId, campaign, (slice) => void lines.push(...slice.map(lineOf)));
    return csvAnswer(lines, `campaign-${campaign.id}`);
  },
});

/** Ids, days and codes: nothing that a table program could take for a formula. */
function lineOf({ personId, dueOn, rule, riskClass, at, channel, why }: PlannedPerson): string {
  return [
    personId,
    dueOn,
    rule,
    riskClass,
    at?.toISOString() ?? '',
    at === null ? '' : (channel ?? ''),
    why ?? '',
  ].join(',');
}

export function csvAnswer(lines: readonly string[], name: string): Answer<Buffer> {
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`);
  return new Answer(bytes, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${name}.csv"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
