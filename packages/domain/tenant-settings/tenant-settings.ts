import { DEFAULT_BRANDING } from './branding.ts';
import { branding, exactOrigins, flag, oneOf, orNull, returnAddresses, type SettingRule, whole } from './rules.ts';
import type { TenantKind, TenantSettings } from './types.ts';

/** Default of every setting, by kind of tenant, whether a live tenant needs two admins to change it, what it may be, and what it does. */
// biome-ignore format: a table
export const TENANT_SETTINGS = {
  //                     sandbox                            live                               two admins  what it may be                             what it does
  reviewPolicy:         ['always',                          'always',                          true,       oneOf('always', 'on_suspicion', 'never'),  'Which identifications a specialist decides'],
  robots:               ['guide',                           'guide',                           false,      oneOf('guide', 'idnow'),                   'Which test cases the names of persons mean, in a sandbox'],
  formerIdentification: ['any',                             'required',                        true,       oneOf('any', 'required'),                  'Whether a person must have been identified before'],
  showPendingSuccessful:[false,                             false,                             false,      flag,                                      'Whether the partner sees pending_successful while a specialist looks'],
  linkLifetimeDays:     [14,                                14,                                false,      whole(1, 30),                              'Days until a link expires'],
  minimumAgeYears:      [18,                                18,                                true,       whole(0, 99),                              'Youngest age that is accepted'],
  allowFiles:           [true,                              false,                             true,       flag,                                      'Whether the customer may choose a file instead of the camera'],
  askSecurityVideo:     [true,                              true,                              true,       flag,                                      'Whether the customer tilts the document before a running camera'],
  askLiveness:          [true,                              true,                              true,       flag,                                      'Whether the customer turns the head as asked, after the selfie'],
  proofOfAddress:       ['never',                           'never',                           false,      oneOf('never', 'when_not_shown'),          'Whether a letter or bill is asked for where the document shows no address'],
  proofOfAddressMonths: [3,                                 3,                                 false,      whole(1, 12),                              'Months that this letter or bill may be old'],
  returnUrls:           [{ success: null, failure: null },  { success: null, failure: null },  false,      returnAddresses,                           'Where the customer is led at the end, and after cancelling'],
  retentionYears:       [0,                                 5,                                 true,       whole(0, 10),                              'Years that the records of an identified person are kept after the relationship ended'],
  amlCycleYears:        [7,                                 7,                                 true,       whole(1, 10),                              'Years from a confirmation of the data to the next: `aml_follow_up_date` of persons'],
  returnDelaySeconds:   [8,                                 8,                                 false,      orNull(whole(3, 60)),                      'Seconds until the customer is led there; `null`: only by the button'],
  branding:             [DEFAULT_BRANDING,                  DEFAULT_BRANDING,                  true,       branding,                                  'How the customer’s pages look and whom they name'],
  embedOrigins:         [[],                                [],                                true,       exactOrigins,                              'Origins of pages that may open the customer’s session in a frame or tab; none: it is off'],
} as const satisfies { [K in keyof TenantSettings]: readonly [sandbox: TenantSettings[K], live: TenantSettings[K], twoAdmins: boolean, rule: SettingRule, meaning: string] };

/** The settings of a tenant: what is stored, over the defaults of its kind. */
export function settingsOf(kind: TenantKind, stored: Partial<TenantSettings>): TenantSettings {
  const column = kind === 'sandbox' ? 0 : 1;
  const defaults = Object.fromEntries(Object.entries(TENANT_SETTINGS).map(([name, row]) => [name, row[column]]));
  return { ...(defaults as unknown as TenantSettings), ...stored };
}

export function isSetting(name: string): name is keyof TenantSettings {
  return Object.hasOwn(TENANT_SETTINGS, name);
}

/** Settings that take a second admin in a tenant of this kind. */
export function needsTwoAdmins(kind: TenantKind, name: keyof TenantSettings): boolean {
  return kind === 'live' && TENANT_SETTINGS[name][2];
}
