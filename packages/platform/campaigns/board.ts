import { dayOf, daysAfter, type Mover } from '@reident/domain/rekyc';
import {
  type BoardRows,
  type BoardStage,
  type Conversion,
  findPerson,
  listDueHistory,
  listEvents,
  listIdentifications,
  listInvitations,
  listMessages,
  listPersonEvents,
  measureConversion,
  readBoard,
  type TenantTx,
} from '@reident/store';

const MONTHS = 60;
const WEEKS = 12;
const MEASURED_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Board {
  persons: number;
  /** Of whom nothing is known that a date could be counted from. */
  withoutDate: number;
  overdue: number;
  openTasks: number;
  /** Five years ahead; what is overdue is not among them. */
  months: { month: string; total: number; classes: Record<string, number> }[];
  stages: BoardRows['stages'];
  weeks: {
    week: string;
    due: number;
    planned: number;
    expectedSessions: number | null;
    expectedCases: number | null;
  }[];
  conversion: Conversion | null;
}

/** Who is due when, how far everybody has come, and what the next weeks bring. */
export async function boardOf(tx: TenantTx): Promise<Board> {
  const today = dayOf(tx.now);
  const monthNames = monthsFrom(today, MONTHS);
  const weekNames = weeksFrom(today, WEEKS);
  const rows = await readBoard(tx);
  const conversion = await measureConversion(tx, new Date(tx.now.getTime() - MEASURED_DAYS * DAY_MS));
  const months = monthNames.map((month) => ({ month, total: 0, classes: {} as Record<string, number> }));
  const byName = new Map(months.map((one) => [one.month, one]));
  let dated = 0;
  let overdue = 0;
  for (const { day, riskClass, n } of rows.dueDays) {
    dated += n;
    if (day < today) overdue += n;
    const month = day < today ? undefined : byName.get(day.slice(0, 7));
    if (month === undefined) continue;
    month.total += n;
    month.classes[riskClass] = (month.classes[riskClass] ?? 0) + n;
  }
  const planned = byWeek(rows.plannedDays);
  const due = byWeek(rows.dueDays.filter(({ day }) => day >= today));
  const weeks = weekNames.map((week) => {
    const count = planned.get(week) ?? 0;
    return {
      week,
      due: due.get(week) ?? 0,
      planned: count,
      expectedSessions: conversion === null ? null : rounded(count * conversion.opened),
      expectedCases: conversion === null ? null : rounded(count * conversion.submitted),
    };
  });
  const { persons, openTasks, stages } = rows;
  return { persons, withoutDate: Math.max(0, persons - dated), overdue, openTasks, months, stages, weeks, conversion };
}

function monthsFrom(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count + 1 }, (_, ahead) =>
    new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 7),
  );
}

function weeksFrom(today: string, count: number): string[] {
  const monday = mondayOf(today);
  return Array.from({ length: count }, (_, ahead) => daysAfter(monday, 7 * ahead));
}

function mondayOf(day: string): string {
  return daysAfter(day, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
}

function byWeek(days: readonly { day: string; n: number }[]): Map<string, number> {
  const weeks = new Map<string, number>();
  for (const { day, n } of days) weeks.set(mondayOf(day), (weeks.get(mondayOf(day)) ?? 0) + n);
  return weeks;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Something that happened to a person, for whoever wants to know how it came to this. Codes and days, no personal data. */
export type TimelineEntry = { at: Date } & (
  | { kind: 'due'; dueOn: string | null; rule: string | null; riskClass: string; change: string }
  | { kind: 'event'; event: string; dueOn: string }
  | { kind: 'settled'; event: string; by: Mover | null }
  | { kind: 'planned' | 'invited' | 'warned' | 'task' | 'ended'; campaignId: string; code: string | null }
  | { kind: 'message'; channel: string; state: string; reminder: boolean }
  | { kind: 'identification'; identificationId: string; event: string; status: string }
);

const ALL = { number: 1, size: 1000 };

/** Everything about a person's due dates, oldest first. */
export async function timelineOf(tx: TenantTx, personId: string): Promise<TimelineEntry[]> {
  const { id } = await findPerson(tx, personId);
  const entries: TimelineEntry[] = [];
  for (const { at, dueOn, rule, riskClass, change } of await listDueHistory(tx, id))
    entries.push({ kind: 'due', at, dueOn, rule, riskClass, change });
  for (const { kind: event, dueOn, reportedAt, settledAt, settledBy } of await listPersonEvents(tx, id)) {
    entries.push({ kind: 'event', at: reportedAt, event, dueOn });
    if (settledAt !== null) entries.push({ kind: 'settled', at: settledAt, event, by: settledBy });
  }
  for (const one of (await listInvitations(tx, { page: ALL, personId: id })).rows) {
    const { campaignId } = one;
    const add = (
      kind: 'planned' | 'invited' | 'warned' | 'task' | 'ended',
      at: Date | null,
      code: string | null = null,
    ) => {
      if (at !== null) entries.push({ kind, at, campaignId, code });
    };
    if (one.state === 'planned') add('planned', one.plannedAt);
    add('invited', one.invitedAt);
    add('warned', one.warnedAt);
    add('task', one.taskAt, one.taskWhy);
    add('ended', one.endedAt, one.why ?? one.state);
    for (const { channel, state, ordinal, sentAt, queuedAt } of await listMessages(tx, one.id))
      entries.push({ kind: 'message', at: sentAt ?? queuedAt, channel, state, reminder: ordinal > 0 });
  }
  for (const identification of (await listIdentifications(tx, { page: ALL, personId: id })).rows)
    for (const { event, to, at } of await listEvents(tx, identification.id))
      entries.push({ kind: 'identification', at, identificationId: identification.id, event, status: to });
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

export type { BoardStage };
