import { DEFAULT_BRANDING } from './branding.ts';
import { branding, exactOrigins, flag, oneOf, orNull, returnAddresses, type SettingRule, whole } from './rules.ts';
import type { TenantKind, TenantSettings } from './types.ts';

export interface SettingRow<T> {
  /** Default of a sandbox. */
  sandbox: T;
  /** Default of a live tenant. */
  live: T;
  /** Whether a live tenant needs two admins to change it [CON-5]. */
  twoAdmins: boolean;
  rule: SettingRule;
}

function setting<T>(sandbox: T, live: T, twoAdmins: boolean, rule: SettingRule): SettingRow<T> {
  return { sandbox, live, twoAdmins, rule };
}

// biome-ignore format: a table
export const TENANT_SETTINGS = {
  //                             sandbox                           live                              two admins  what it may be
  reviewPolicy:          setting('always',                         'always',                         true,       oneOf('always', 'on_suspicion', 'never')),
  robots:                setting('guide',                          'guide',                          false,      oneOf('guide', 'idnow')),
  formerIdentification:  setting('any',                            'required',                       true,       oneOf('any', 'required')),
  showPendingSuccessful: setting(false,                            false,                            false,      flag),
  linkLifetimeDays:      setting(14,                               14,                               false,      whole(1, 30)),
  minimumAgeYears:       setting(18,                               18,                               true,       whole(0, 99)),
  allowFiles:            setting(true,                             false,                            true,       flag),
  askSecurityVideo:      setting(true,                             true,                             true,       flag),
  askLiveness:           setting(true,                             true,                             true,       flag),
  proofOfAddress:        setting('never',                          'never',                          false,      oneOf('never', 'when_not_shown')),
  proofOfAddressMonths:  setting(3,                                3,                                false,      whole(1, 12)),
  returnUrls:            setting({ success: null, failure: null }, { success: null, failure: null }, false,      returnAddresses),
  retentionYears:        setting(0,                                5,                                true,       whole(0, 10)),
  amlCycleYears:         setting(5,                                5,                                true,       whole(1, 5)),
  dataConfirmation:      setting(false,                            false,                            true,       flag),
  returnDelaySeconds:    setting(8,                                8,                                false,      orNull(whole(3, 60))),
  branding:              setting(DEFAULT_BRANDING,                 DEFAULT_BRANDING,                 true,       branding),
  embedOrigins:          setting([],                               [],                               true,       exactOrigins),
} as const satisfies { [K in keyof TenantSettings]: SettingRow<TenantSettings[K]> };

/** The settings of a tenant: what is stored, over the defaults of its kind. */
export function settingsOf(kind: TenantKind, stored: Partial<TenantSettings>): TenantSettings {
  const defaults = Object.fromEntries(
    Object.entries(TENANT_SETTINGS).map(([name, row]) => [name, kind === 'sandbox' ? row.sandbox : row.live]),
  );
  return { ...(defaults as unknown as TenantSettings), ...stored };
}

export function isSetting(name: string): name is keyof TenantSettings {
  return Object.hasOwn(TENANT_SETTINGS, name);
}

/** Settings that take a second admin in a tenant of this kind. */
export function needsTwoAdmins(kind: TenantKind, name: keyof TenantSettings): boolean {
  return kind === 'live' && TENANT_SETTINGS[name].twoAdmins;
}
