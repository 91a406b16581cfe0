import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ErrorCode, REASONS } from '@reident/domain';
import { TENANT_SETTINGS, validationErrorInGerman } from '@reident/domain/tenant-settings';
import { projectRoot } from '@reident/store';
import { describe, expect, it } from 'vitest';
import { SETTING_MEANINGS_DE } from '../page/settings/setting-meanings-de.ts';
import { fieldOf, settingError, toValue, toWritten } from '../page/settings/setting-values.ts';
import { REASON_MEANINGS_DE } from '../page/state/reason-meanings-de.ts';
import { de } from '../page/words/de.ts';
import { en } from '../page/words/en.ts';
import { CONSOLE_ERRORS } from '../server/console-error.ts';
import { DECISIONS } from './decisions.ts';
import { type Right, ROLES, type Role } from './roles.ts';

const page = readFileSync(path.join(projectRoot(), 'docs/guides/specialists.md'), 'utf8');
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

describe('the settings', () => {
  it('have a meaning of their own in German, each of them', () => {
    expect(Object.keys(SETTING_MEANINGS_DE).sort()).toEqual(Object.keys(TENANT_SETTINGS).sort());
    expect(new Set(Object.values(SETTING_MEANINGS_DE)).size).toBe(Object.keys(TENANT_SETTINGS).length);
  });

  it.each(Object.entries(TENANT_SETTINGS).filter(([name]) => name !== 'branding'))(
    '%s stands in its fields as it is, and comes back from them',
    (name, [sandbox, live]) => {
      for (const value of [sandbox, live]) {
        const field = fieldOf(name);
        expect(toValue(field, toWritten(field, value))).toEqual(value);
        expect(settingError(name, value, 'live')).toBeNull();
      }
    },
  );

  it('are validated by their own rules, whatever is written', () => {
    const said = (name: string, ...written: string[]) => settingError(name, toValue(fieldOf(name), written), 'live');
    expect(said('linkLifetimeDays', '')).toMatch(/whole number from 1 to 30/);
    expect(said('linkLifetimeDays', 'soon')).toMatch(/whole number from 1 to 30/);
    expect(said('returnDelaySeconds', '')).toBeNull();
    expect(said('returnUrls', 'https://a.example/', 'http://b.example/')).toBe('failure must begin with https://');
    expect(said('embedOrigins', 'https://a.example\n https://b.example ')).toBeNull();
    expect(said('embedOrigins', 'https://a.example/page')).toMatch(/^must hold exact origins/);
  });
});

/** What the platform refuses in the console's own operations, beside the console's codes. */
const OF_THE_PLATFORM: readonly ErrorCode[] = [
  'model_not_found',
  'wrong_status',
  'stale_version',
  'checklist_incomplete',
  'second_person_required',
  'unsupported_media_type',
  'media_too_large',
  'unreadable_media',
  'too_many_requests',
  'service_unavailable',
];

describe('an error', () => {
  it.each([
    ['English', en.errors],
    ['German', de.errors],
  ])('has words of its own in %s, whatever its code', (_language, errors) => {
    for (const code of [...Object.keys(CONSOLE_ERRORS), ...OF_THE_PLATFORM]) expect(errors[code], code).toBeTruthy();
  });

  it('is said in German by every word that is said in English, and never in English', () => {
    expect(Object.keys(de.errors).sort()).toEqual(Object.keys(en.errors).sort());
    for (const [code, text] of Object.entries(de.errors)) {
      expect(text, code).not.toBe(en.errors[code]);
      expect(text, code).not.toMatch(/\b(the|you|your|and|please|again)\b/i);
    }
  });

  // biome-ignore format: a table
  it.each([
    ['askLiveness',   'yes'],
    ['returnUrls',    { success: 'nowhere', failure: null }],
    ['returnUrls',    { success: null, failure: `https://p.example/${'x'.repeat(2000)}` }],
    ['returnUrls',    { success: 'https://me:secret@p.example', failure: null }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is published
    ['returnUrls',    { success: 'https://${transactionnumber}.example', failure: null }],
    ['returnUrls',    { success: 'http://p.example', failure: null }],
    ['returnUrls',    null],
    ['returnUrls',    { success: null, failure: null, other: null }],
    ['embedOrigins',  Array.from({ length: 21 }, (_, n) => `https://p${n}.example`)],
    ['embedOrigins',  ['https://p.example/page']],
    ['embedOrigins',  ['http://p.example']],
  ] as const)('of %s as %j has a German sentence too', (name, value) => {
    const validationError = settingError(name, value, 'live')?.replace(/^(success|failure) /, '') ?? '';
    expect(validationErrorInGerman(validationError)).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });
});
