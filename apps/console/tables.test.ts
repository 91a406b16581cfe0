import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REASONS } from '@reident/identification';
import { projectRoot } from '@reident/store';
import { describe, expect, it } from 'vitest';
import { REASON_MEANINGS_DE } from './page/reason-meanings-de.ts';
import { DECISIONS } from './tables/decisions.ts';
import { type Right, ROLES, type Role } from './tables/roles.ts';

const page = readFileSync(path.join(projectRoot(), 'docs/specialists.md'), 'utf8');
const rows = page.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.slice(2, -2).split(' | ')] : []));

/** The names of the decisions as the page prints them. */
const NAMES: Record<(typeof DECISIONS)[number]['id'], string> = {
  approve: 'Approve',
  cancel: 'Cancel',
  suspect_fraud: 'Suspect fraud',
  confirm_fraud: 'Confirm fraud',
  clear_suspicion: 'Clear the suspicion',
  revoke: 'Revoke the success',
  reverse: 'Reverse the cancellation',
};

describe('the page for specialists', () => {
  it.each(Object.entries(ROLES))('says what a %s may do', (role, { rights }) => {
    const may = (right: Right) => (rights as readonly Right[]).includes(right);
    const row = rows.find(([first]) => first === (role as Role));
    const yes = row?.slice(1).map((cell) => cell !== 'no');
    expect(yes).toEqual([may('list'), may('open'), may('decide'), may('overturn')]);
    expect(row?.[2] === 'any').toBe(may('open_unclaimed'));
  });

  it.each(DECISIONS)('says what the decision $id needs', ({ id, checklist, note, secondPerson, reasons }) => {
    const needs = rows.find(([first]) => first === NAMES[id])?.[2] ?? '';
    expect(needs.includes('checklist'), 'checklist').toBe(checklist);
    expect(needs.includes('note'), 'note').toBe(note === 'required');
    expect(needs.includes('another person'), 'another person').toBe(secondPerson);
    for (const group of reasons) expect(needs).toContain(group);
  });
});

describe('the reasons in German', () => {
  it('are those that some decision offers, each with a meaning of its own', () => {
    const groups: readonly string[] = DECISIONS.flatMap(({ reasons }) => reasons);
    const offered = Object.entries(REASONS).flatMap(([code, row]) =>
      groups.includes(row.group) && row.raisedBy !== 'sandbox' ? [code] : [],
    );
    expect(Object.keys(REASON_MEANINGS_DE).sort()).toEqual(offered.sort());
    expect(new Set(Object.values(REASON_MEANINGS_DE)).size).toBe(offered.length);
  });
});
