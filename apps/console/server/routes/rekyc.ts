import { PlatformError } from '@reident/domain';
import { CAMPAIGN_ACTIONS, type CampaignPlan, CHANNEL_CODES, dayOf, USUAL_SENDING_TIMES } from '@reident/domain/rekyc';
import { Answer } from '@reident/http';
import { actOnCampaign, boardOf, CarrierMissing, dryRun, timelineOf } from '@reident/platform';
import {
  type BoardPerson,
  findCampaign,
  insertCampaign,
  listBoardPersons,
  listCampaigns,
  type TenantTx,
} from '@reident/store';
import { z } from 'zod';
import type { CampaignView, DryRunView, RekycView, TimelineView } from '../../shared/view.ts';
import { ConsoleError } from '../console-error.ts';
import { consoleRoute, Id } from '../route.ts';

const CAMPAIGNS_SHOWN = 50;
const PERSONS_SHOWN = 50;

/** The board: figures, campaigns, and the first of the persons behind them. */
export const rekyc = consoleRoute({
  method: 'GET',
  path: '/rekyc',
  right: 'rekyc',
  handle: (_, { inTenant }): Promise<RekycView> => inTenant(viewOf),
});

async function viewOf(tx: TenantTx): Promise<RekycView> {
  const campaigns: CampaignView[] = [];
  for (const { id, name, state } of (await listCampaigns(tx, { number: 1, size: CAMPAIGNS_SHOWN })).rows)
    campaigns.push({ id, name, state });
  return { board: await boardOf(tx), campaigns, persons: await listBoardPersons(tx, {}, null, PERSONS_SHOWN) };
}

/** What happened to one person, by codes and days. */
export const rekycPerson = consoleRoute({
  method: 'GET',
  path: '/rekyc/persons/:id',
  right: 'rekyc',
  params: { id: Id },
  async handle({ params: { id } }, { inTenant }): Promise<TimelineView> {
    const entries = await inTenant((tx) => timelineOf(tx, id)).catch(inConsoleWords);
    return {
      entries: entries.map(({ at, kind, ...details }) => ({
        at: at.toISOString(),
        kind,
        // Codes and days, in the order in which they are named.
        words: Object.values(details).filter((value) => typeof value === 'string'),
      })),
    };
  },
});

const SLICE = 5000;

/** All persons behind the figures as CSV. */
export const rekycRows = consoleRoute({
  method: 'GET',
  path: '/rekyc/rows',
  right: 'rekyc',
  async handle(_, { inTenant }): Promise<Answer<Buffer>> {
    const lines = ['person_id,due_on,rule,risk_class,campaign_id,stage,step'];
    for (let after: { dueOn: string; personId: string } | null = null; ; ) {
      const from: { dueOn: string; personId: string } | null = after;
      const rows: BoardPerson[] = await inTenant((tx) => listBoardPersons(tx, {}, from, SLICE));
      for (const { personId, dueOn, rule, riskClass, campaignId, stage, step } of rows)
        lines.push([personId, dueOn, rule, riskClass, campaignId, stage, step].map((cell) => cell ?? '').join(','));
      const last = rows.at(-1);
      if (rows.length < SLICE || last === undefined) break;
      after = last;
    }
    return new Answer(Buffer.from(`${lines.join('\r\n')}\r\n`), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="re-kyc.csv"',
      },
    });
  },
});

const days = z.int().min(1).max(730);

/** A plan with the usual hours; whatever else can be said, the partner API takes. */
export const createCampaign = consoleRoute({
  method: 'POST',
  path: '/rekyc/campaigns',
  right: 'campaigns',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    dueTo: z.iso.date(),
    perDay: z.int().min(1).max(100_000),
    channels: z.array(z.enum(CHANNEL_CODES)).min(1),
    reminders: z.array(days).max(5),
    warnAfterDays: days.nullable(),
    taskAfterDays: days.nullable(),
    language: z.enum(['de', 'en']),
  }),
  handle: ({ body }, { operator, inTenant }): Promise<RekycView> =>
    inTenant(async (tx) => {
      const { name, dueTo, perDay, channels, reminders, warnAfterDays, taskAfterDays, language } = body;
      const plan: CampaignPlan = {
        who: { dueTo },
        startsOn: dayOf(tx.now),
        endsOn: null,
        perDay,
        times: USUAL_SENDING_TIMES,
        channels,
        language,
        text: null,
        reminders: reminders.map((afterDays) => ({ afterDays })),
        warnAfterDays,
        taskAfterDays,
      };
      await insertCampaign(tx, name, plan, { kind: 'operator', id: operator.id });
      return viewOf(tx);
    }),
});

export const tryCampaign = consoleRoute({
  method: 'POST',
  path: '/rekyc/campaigns/:id/dry-run',
  right: 'rekyc',
  params: { id: Id },
  async handle({ params: { id } }, { platform, operator, inTenant }): Promise<DryRunView> {
    const campaign = await inTenant((tx) => findCampaign(tx, id)).catch(inConsoleWords);
    return dryRun(platform.database, operator.tenantId, campaign);
  },
});

export const moveCampaign = consoleRoute({
  method: 'POST',
  path: '/rekyc/campaigns/:id/:action',
  right: 'campaigns',
  params: { id: Id, action: z.enum(CAMPAIGN_ACTIONS) },
  async handle({ params: { id, action } }, { platform, operator, inTenant }): Promise<RekycView> {
    return inTenant(async (tx) => {
      await actOnCampaign(tx, platform, id, action, { kind: 'operator', id: operator.id });
      return viewOf(tx);
    }).catch(inConsoleWords);
  },
});

/** What errors of the platform mean about campaigns. */
function inConsoleWords(error: unknown): never {
  if (error instanceof CarrierMissing) throw new ConsoleError('carrier_missing');
  if (error instanceof PlatformError && error.code === 'wrong_status') throw new ConsoleError('campaign_moved');
  throw error;
}
