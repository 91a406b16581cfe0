import { DEFAULT_BRANDING } from './branding.ts';
import { branding, exactOrigins, flag, oneOf, orNull, returnAddresses, type SettingRule, whole } from './rules.ts';
import type { TenantKind, TenantSettings } from './types.ts';

/** Default of every setting, by kind of tenant, whether a live tenant needs two admins to change it, and what it may be. */
// biome-ignore format: a table
export const TENANT_SETTINGS = {
  //                     sandbox                            live                               two admins  what it may be
  reviewPolicy:         ['always',                          'always',                          true,       oneOf('always', 'on_suspicion', 'never')],
  robots:               ['guide',                           'guide',                           false,      oneOf('guide', 'idnow')],
  formerIdentification: ['any',                             'required',                        true,       oneOf('any', 'required')],
  showPendingSuccessful:[false,                             false,                             false,      flag],
  linkLifetimeDays:     [14,                                14,                                false,      whole(1, 30)],
  minimumAgeYears:      [18,                                18,                                true,       whole(0, 99)],
  allowFiles:           [true,                              false,                             true,       flag],
  askSecurityVideo:     [true,                              true,                              true,       flag],
  askLiveness:          [true,                              true,                              true,       flag],
  proofOfAddress:       ['never',                           'never',                           false,      oneOf('never', 'when_not_shown')],
  proofOfAddressMonths: [3,                                 3,                                 false,      whole(1, 12)],
  returnUrls:           [{ success: null, failure: null },  { success: null, failure: null },  false,      returnAddresses],
  retentionYears:       [0,                                 5,                                 true,       whole(0, 10)],
  amlCycleYears:        [7,                                 7,                                 true,       whole(1, 10)],
  returnDelaySeconds:   [8,                                 8,                                 false,      orNull(whole(3, 60))],
  branding:             [DEFAULT_BRANDING,                  DEFAULT_BRANDING,                  true,       branding],
  embedOrigins:         [[],                                [],                                true,       exactOrigins],
} as const satisfies { [K in keyof TenantSettings]: readonly [sandbox: TenantSettings[K], live: TenantSettings[K], twoAdmins: boolean, rule: SettingRule] };

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
