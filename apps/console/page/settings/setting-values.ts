import {
  type SettingField,
  TENANT_SETTINGS,
  type TenantSettings,
  type ValidationError,
} from '@reident/domain/tenant-settings';
import type { MeView } from '../../shared/view.ts';

/** What stands in the fields of a setting; most have one. */
export type Written = readonly string[];

export function fieldOf(name: keyof TenantSettings): SettingField {
  return TENANT_SETTINGS[name].rule.field;
}

/** A value as it is written into the fields. */
export function toWritten(field: SettingField, value: unknown): Written {
  switch (field.kind) {
    case 'exits': {
      const { success, failure } = value as Record<'success' | 'failure', string | null>;
      return [success ?? '', failure ?? ''];
    }
    case 'origins':
      return [(value as string[]).join('\n')];
    default:
      return [value === null ? '' : String(value)];
  }
}

/** The value that is meant; what makes none is handed on as it is, so that the rule can say what is wrong. */
export function toValue(field: SettingField, written: Written): unknown {
  const [first = '', second = ''] = written.map((text) => text.trim());
  switch (field.kind) {
    case 'flag':
      return first === 'true';
    case 'number':
      return first === '' ? (field.mayBeNull ? null : first) : Number(first);
    case 'exits':
      return { success: first === '' ? null : first, failure: second === '' ? null : second };
    case 'origins':
      return first === '' ? [] : first.split(/\s+/);
    default:
      return first;
  }
}

/** What is wrong with a value; null when nothing is. */
export function settingError(
  name: keyof TenantSettings,
  value: unknown,
  kind: MeView['tenant']['kind'],
): ValidationError | null {
  return TENANT_SETTINGS[name].rule.validationError(value, kind);
}
