/** What a tenant may set, for the server and for pages alike: nothing here reaches a database. */

export * from './branding.ts';
export * from './contrast.ts';
export * from './preview.ts';
export { ID_PLACEHOLDERS, type SettingField, type SettingRule } from './rules.ts';
export { isSetting, needsTwoAdmins, type SettingRow, settingsOf, TENANT_SETTINGS } from './tenant-settings.ts';
export type { ReviewPolicy, TenantKind, TenantSettings } from './types.ts';
export {
  type ValidationCode,
  type ValidationDetails,
  type ValidationError,
  validationSentence,
} from './validation-errors.ts';
