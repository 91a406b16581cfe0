import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ErrorCode } from '@reident/domain';
import { TENANT_SETTINGS, type TenantSettings, validationSentence } from '@reident/domain/tenant-settings';
import { CONSOLE_MESSAGES } from '@reident/messages/console';
import { projectRoot } from '@reident/store';
import { describe, expect, it } from 'vitest';
import { fieldOf, settingError, toValue, toWritten } from '../page/settings/setting-values.ts';
import { CONSOLE_ERRORS } from '../server/console-error.ts';
import { DECISIONS } from './decisions.ts';
import { type Right, ROLES, type Role } from './roles.ts';

const page = readFileSync(path.join(projectRoot(), 'docs/guides/specialists.md'), 'utf8');
const rows = page.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.slice(2, -2).split(' | ')] : []));

/** The names of the decisions as the page prints them. */
const NAMES = CONSOLE_MESSAGES.en.console.decisions;

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

describe('the settings', () => {
  it.each((Object.keys(TENANT_SETTINGS) as (keyof TenantSettings)[]).filter((name) => name !== 'branding'))(
    '%s stands in its fields as it is, and comes back from them',
    (name) => {
      const { sandbox, live } = TENANT_SETTINGS[name];
      for (const value of [sandbox, live]) {
        const field = fieldOf(name);
        expect(toValue(field, toWritten(field, value))).toEqual(value);
        expect(settingError(name, value, 'live')).toBeNull();
      }
    },
  );

  it('are validated by their own rules, whatever is written', () => {
    const said = (name: keyof TenantSettings, ...written: string[]) => {
      const error = settingError(name, toValue(fieldOf(name), written), 'live');
      return error && validationSentence(error);
    };
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
  'media_too_small',
  'unreadable_media',
  'too_many_requests',
  'service_unavailable',
];

describe('an error', () => {
  it.each(Object.entries(CONSOLE_MESSAGES))(
    'has words of its own in %s, whatever its code',
    (_language, { errors }) => {
      for (const code of [...Object.keys(CONSOLE_ERRORS), ...OF_THE_PLATFORM])
        expect(errors[code as keyof typeof errors], code).toBeTruthy();
    },
  );

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
  ] as const)('of %s as %j has a sentence of the form in every language', (name, value) => {
    const error = settingError(name, value, 'live');
    expect(error).not.toBeNull();
    for (const { settings } of Object.values(CONSOLE_MESSAGES)) {
      const sentence = settings.validation[error!.code] as (details: typeof error) => string;
      expect(sentence(error)).toMatch(/^[A-ZÄÖÜ].*\.$/);
    }
  });
});
