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
  meaning: string;
}

function setting<T>(sandbox: T, live: T, twoAdmins: boolean, rule: SettingRule, meaning: string): SettingRow<T> {
  return { sandbox, live, twoAdmins, rule, meaning };
}

// biome-ignore format: a table
export const TENANT_SETTINGS = {
  //                             sandbox                           live                              two admins  what it may be                            what it does
  reviewPolicy:          setting('always',                         'always',                         true,       oneOf('always', 'on_suspicion', 'never'), 'Which identifications a specialist decides'),
  robots:                setting('guide',                          'guide',                          false,      oneOf('guide', 'idnow'),                  'Which test cases the names of persons mean, in a sandbox'),
  formerIdentification:  setting('any',                            'required',                       true,       oneOf('any', 'required'),                 'Whether a person must have been identified before'),
  showPendingSuccessful: setting(false,                            false,                            false,      flag,                                     'Whether the partner sees pending_successful while a specialist looks'),
  linkLifetimeDays:      setting(14,                               14,                               false,      whole(1, 30),                             'Days until a link expires'),
  minimumAgeYears:       setting(18,                               18,                               true,       whole(0, 99),                             'Youngest age that is accepted'),
  allowFiles:            setting(true,                             false,                            true,       flag,                                     'Whether the customer may choose a file instead of the camera'),
  askSecurityVideo:      setting(true,                             true,                             true,       flag,                                     'Whether the customer tilts the document before a running camera'),
  askLiveness:           setting(true,                             true,                             true,       flag,                                     'Whether the customer turns the head as asked, after the selfie'),
  proofOfAddress:        setting('never',                          'never',                          false,      oneOf('never', 'when_not_shown'),         'Whether a letter or bill is asked for where the document shows no address'),
  proofOfAddressMonths:  setting(3,                                3,                                false,      whole(1, 12),                             'Months that this letter or bill may be old'),
  returnUrls:            setting({ success: null, failure: null }, { success: null, failure: null }, false,      returnAddresses,                          'Where the customer is led at the end, and after cancelling'),
  retentionYears:        setting(0,                                5,                                true,       whole(0, 10),                             'Years that the records of an identified person are kept after the relationship ended'),
  amlCycleYears:         setting(7,                                7,                                true,       whole(1, 10),                             'Years from a confirmation of the data to the next: `aml_follow_up_date` of persons'),
  returnDelaySeconds:    setting(8,                                8,                                false,      orNull(whole(3, 60)),                     'Seconds until the customer is led there; `null`: only by the button'),
  branding:              setting(DEFAULT_BRANDING,                 DEFAULT_BRANDING,                 true,       branding,                                 'How the customer’s pages look and whom they name'),
  embedOrigins:          setting([],                               [],                               true,       exactOrigins,                             'Origins of pages that may open the customer’s session in a frame or tab; none: it is off'),
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
