import { type SettingField, TENANT_SETTINGS } from '@reident/domain/tenant-settings';
import { RATE_LIMITS } from '@reident/http';
import { messages } from '@reident/messages';
import { SETTINGS } from '../../apps/server/settings.ts';
import { FAILURE_MODES } from './failure-modes.ts';
import { mono, table, yes } from './markdown.ts';

const SETTING_NAMES = Object.keys(TENANT_SETTINGS) as (keyof typeof TENANT_SETTINGS)[];

export function settings(): string[] {
  return [
    'Admins change them in the console, operators of the server with `npx reident admin settings set`. Two admins are needed in live tenants only: one proposes, the other confirms.',
    table(
      ['Setting', 'What it does', 'Allowed values', 'Sandbox default', 'Live default', 'Two admins'],
      SETTING_NAMES.map((name) => {
        const { sandbox, live, twoAdmins } = TENANT_SETTINGS[name];
        return [
          mono(name),
          messages('en').settings.meanings[name],
          allowedIn(name),
          mono(shownDefault(sandbox)),
          mono(shownDefault(live)),
          yes(twoAdmins),
        ];
      }),
    ),
  ];
}

/** What may be set, as the console's form and the rule know it. */
function allowedIn(name: keyof typeof TENANT_SETTINGS): string {
  const field: SettingField = TENANT_SETTINGS[name].rule.field;
  switch (field.kind) {
    case 'choice':
      return field.options.map(mono).join(', ');
    case 'flag':
      return '`true` or `false`';
    case 'number':
      return `${field.least} to ${field.most}${field.mayBeNull ? ', or `null`' : ''}`;
    case 'exits':
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is published
      return '`{"success": …, "failure": …}`: https addresses or `null`; `${transactionnumber}` stands for the id of the identification';
    case 'origins':
      return 'at most 20 exact origins such as `["https://www.partner.example"]`, see [embedding](../guides/embedding.md)';
    case 'page':
      return 'name, logo, two colours, texts in German and English; see [branding](../guides/branding.md)';
  }
}

/** The colours of a branding stand for the whole: its texts are all null. */
function shownDefault(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('accent' in value)) return JSON.stringify(value);
  const { accent, bar } = value as { accent: string; bar: string };
  return JSON.stringify({ accent, bar });
}

export function configuration(): string[] {
  return [
    'Variables of the environment, read once at start. One that is empty is like one that is not set; one that is wrong is one line on stderr and exit code 1.',
    table(
      ['Variable', 'Default', 'Meaning'],
      Object.entries(SETTINGS).map(([name, { shown, fallback, meaning }]) => {
        const written = fallback ? mono(fallback) : '–';
        return [mono(name), shown ?? written, meaning];
      }),
    ),
  ];
}

export function limits(): string[] {
  return [
    "What is counted by the clock. All processes of an installation count together, in the database and without anybody's address; while the database does not answer, each counts for itself. " +
      'A window begins with the first that is counted. Whoever is over the limit gets status 429 and `Retry-After`.',
    table(
      ['Counted', 'For each', 'At most', 'In seconds'],
      Object.values(RATE_LIMITS).map(({ counts, per, most, seconds }) => [counts, per, String(most), String(seconds)]),
    ),
    'How many calls of the partner API may run at the same time is no matter of the clock: [0110](../decisions/0110-rejected-at-the-gate.md).',
  ];
}

export function failureModes(): string[] {
  return [
    'What can go wrong in a capture session, what the customer then sees, and the test in `tests/browser/` that plays it in a real browser. Where no screen is named, the customer stays on the current one.',
    table(
      ['Failure mode', 'Screen', 'What happens next', 'Test'],
      FAILURE_MODES.map(({ failure, screen, wayOn, file, test }) => [
        failure,
        screen === null ? '' : mono(screen),
        wayOn,
        `${mono(file)}: ${test}`,
      ]),
    ),
  ];
}
