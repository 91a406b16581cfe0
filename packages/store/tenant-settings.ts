import type { TenantKind, TenantSettings } from './types.ts';

/** Default of every setting, by kind of tenant, and whether a live tenant needs two admins to change it. */
// biome-ignore format: a table
export const TENANT_SETTINGS = {
  //                     sandbox                            live                               two admins
  reviewPolicy:         ['always',                          'always',                          true],
  robots:               ['guide',                           'guide',                           false],
  formerIdentification: ['any',                             'required',                        true],
  showPendingSuccessful:[false,                             false,                             false],
  linkLifetimeDays:     [14,                                14,                                false],
  minimumAgeYears:      [18,                                18,                                true],
  allowFiles:           [true,                              false,                             true],
  returnUrls:           [{ success: null, failure: null },  { success: null, failure: null },  false],
  retentionYears:       [0,                                 5,                                 true],
} as const satisfies { [K in keyof TenantSettings]: readonly [sandbox: TenantSettings[K], live: TenantSettings[K], twoAdmins: boolean] };

/** The settings of a tenant: what is stored, over the defaults of its kind. */
export function settingsOf(kind: TenantKind, stored: Partial<TenantSettings>): TenantSettings {
  const column = kind === 'sandbox' ? 0 : 1;
  const defaults = Object.fromEntries(Object.entries(TENANT_SETTINGS).map(([name, row]) => [name, row[column]]));
  return { ...(defaults as unknown as TenantSettings), ...stored };
}
