import {
  type CampaignPlan,
  CHANNELS,
  type Channel,
  daysAfter,
  type Exclusion,
  localTime,
  momentOf,
  sendingSlots,
} from '@reident/domain/rekyc';
import {
  type Campaign,
  type Candidate,
  type CandidateCursor,
  type Conversion,
  campaignClock,
  countBetween,
  type Database,
  type DueFilter,
  findMobileNumber,
  findPersons,
  listCandidates,
  measureConversion,
  type Person,
  planInvitations,
  planTask,
  type TenantTx,
} from '@reident/store';
import { breachesOf } from '../provider/eligibility.ts';
import { addressOf } from './addresses.ts';

/** So many persons at once. */
const SLICE = 1000;
const MEASURED_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whom the plan is about on this day. */
export function filterFor({ who }: CampaignPlan, today: string): DueFilter {
  const { dueWithinDays, dueTo, ...others } = who;
  const horizon = dueWithinDays === undefined ? undefined : daysAfter(today, dueWithinDays);
  const ends = [dueTo, horizon].filter((day) => day !== undefined).sort();
  return { ...others, dueTo: ends[0] };
}

/** Moments for those who are to be planned next: after all who are planned already, and never more a day than allowed. */
export async function nextSlots(tx: TenantTx, { id, plan }: Pick<Campaign, 'id' | 'plan'>): Promise<Iterator<Date>> {
  const { times, startsOn, perDay } = plan;
  const { lastPlanned } = await campaignClock(tx, id);
  const start = momentOf(startsOn, times.fromHour, times.timeZone);
  const begin = [tx.now, start, lastPlanned ?? start].reduce((a, b) => (a > b ? a : b));
  const had = await countOfDay(tx, id, plan, begin);
  return sendingSlots(begin, perDay, times, had.sent + had.planned);
}

/** What the day on which the moment lies has had, and will have. */
export function countOfDay(tx: TenantTx, id: string, { times }: CampaignPlan, moment: Date) {
  const { day } = localTime(moment, times.timeZone);
  return countBetween(tx, id, momentOf(day, 0, times.timeZone), momentOf(day, 24, times.timeZone));
}

export interface PlannedPerson extends Omit<Candidate, 'why'> {
  /** When, or why not. */
  at: Date | null;
  why: Exclusion | null;
  channel: Channel | null;
}

export interface PlannedSlice {
  persons: PlannedPerson[];
  /** Null behind the last. */
  next: CandidateCursor | null;
}

/** Who of the next thousand would be invited when, and who not and why. Nothing is written. */
export async function planSlice(
  tx: TenantTx,
  campaign: Pick<Campaign, 'id' | 'plan'>,
  after: CandidateCursor | null,
  slots: Iterator<Date>,
): Promise<PlannedSlice> {
  const { plan } = campaign;
  const { day: today } = localTime(tx.now, plan.times.timeZone);
  const candidates = await listCandidates(tx, campaign.id, filterFor(plan, today), after, SLICE);
  const known = await findPersons(
    tx,
    candidates.flatMap(({ personId, why }) => (why === null ? personId : [])),
  );
  const persons: PlannedPerson[] = [];
  for (const candidate of candidates) {
    const person = known.get(candidate.personId);
    const channel = person === undefined ? null : await channelFor(tx, person, plan.channels);
    const why = candidate.why ?? reasonAgainst(tx, person, channel);
    persons.push({ ...candidate, ...(why === null ? nextMoment(plan, slots) : { at: null, why }), channel });
  }
  const last = candidates.at(-1);
  return { persons, next: candidates.length < SLICE || last === undefined ? null : last };
}

function reasonAgainst(tx: TenantTx, person: Person | undefined, channel: Channel | null): Exclusion | null {
  if (person === undefined) return 'erased';
  if (breachesOf(person, tx.tenant.settings).length > 0) return 'not_eligible';
  return channel === null ? 'no_channel' : null;
}

function nextMoment(
  { endsOn, times }: CampaignPlan,
  slots: Iterator<Date>,
): { at: Date | null; why: Exclusion | null } {
  const at = slots.next().value as Date;
  const isTooLate = endsOn !== null && localTime(at, times.timeZone).day > endsOn;
  return isTooLate ? { at: null, why: 'campaign_ended' } : { at, why: null };
}

/** The first channel by which the person can be reached. */
export async function channelFor(tx: TenantTx, person: Person, channels: readonly Channel[]): Promise<Channel | null> {
  for (const channel of channels) {
    if (CHANNELS[channel].needs === null) return channel;
    const number = channel === 'sms' ? await verifiedNumber(tx, person.id) : null;
    if (addressOf(tx.tenant.kind, person, channel, number) !== null) return channel;
  }
  return null;
}

/** Null for somebody without one. */
export async function verifiedNumber(tx: TenantTx, personId: string): Promise<string | null> {
  const mobile = await findMobileNumber(tx, personId).catch(() => null);
  return mobile?.verified ? mobile.number : null;
}

/** Plans the next thousand. Whoever cannot be invited without somebody looking becomes a task. */
export async function planNext(
  tx: TenantTx,
  campaign: Campaign,
  after: CandidateCursor | null,
): Promise<CandidateCursor | null> {
  const { persons, next } = await planSlice(tx, campaign, after, await nextSlots(tx, campaign));
  const planned = persons.flatMap((one) => (one.at === null ? [] : { ...one, at: one.at }));
  if (planned.length > 0) await planInvitations(tx, campaign.id, planned);
  for (const { why, ...person } of persons)
    if (why === 'not_eligible' || why === 'no_channel') await planTask(tx, campaign.id, person, why);
  return next;
}

export interface DryRun {
  invited: number;
  excluded: Partial<Record<Exclusion, number>>;
  days: { day: string; invitations: number }[];
  /** How customers have answered so far; null where too few were invited to tell. */
  conversion: Conversion | null;
}

/** Whether a person is told of each row while the plan is gone through. */
type Tell = (slice: readonly PlannedPerson[]) => void | Promise<void>;

/** Exactly what a start at this moment would plan, without planning it. */
export async function dryRun(
  database: Database,
  tenantId: string,
  campaign: Campaign,
  tell: Tell = () => undefined,
): Promise<DryRun> {
  const excluded: Partial<Record<Exclusion, number>> = {};
  const days = new Map<string, number>();
  const { slots, conversion } = await database.inTenant(tenantId, async (tx) => ({
    slots: await nextSlots(tx, campaign),
    conversion: await measureConversion(tx, new Date(tx.now.getTime() - MEASURED_DAYS * DAY_MS)),
  }));
  let invited = 0;
  for (let after: CandidateCursor | null = null; ; ) {
    const from: CandidateCursor | null = after;
    const slice: PlannedSlice = await database.inTenant(tenantId, (tx) => planSlice(tx, campaign, from, slots));
    await tell(slice.persons);
    for (const { at, why } of slice.persons) {
      if (why !== null) excluded[why] = (excluded[why] ?? 0) + 1;
      if (at === null) continue;
      invited += 1;
      const { day } = localTime(at, campaign.plan.times.timeZone);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    if (slice.next === null) break;
    after = slice.next;
  }
  return { invited, excluded, days: [...days].map(([day, invitations]) => ({ day, invitations })), conversion };
}
