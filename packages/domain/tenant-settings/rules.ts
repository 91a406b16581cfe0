import { brandingError } from './branding.ts';
import type { TenantKind } from './types.ts';
import type { ValidationError } from './validation-errors.ts';

/** What a value of a setting may be: what is wrong with one that it may not be; null when it is fine. */
export interface SettingRule {
  /** For a form: how somebody chooses a value. */
  field: SettingField;
  validationError(value: unknown, kind: TenantKind): ValidationError | null;
}

export type SettingField =
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'flag' }
  | { kind: 'number'; least: number; most: number; mayBeNull: boolean }
  | { kind: 'exits' }
  | { kind: 'origins' }
  /** A page of its own. */
  | { kind: 'page' };

export const flag: SettingRule = {
  field: { kind: 'flag' },
  validationError: (value) => (typeof value === 'boolean' ? null : { code: 'flag' }),
};

export function oneOf(...known: readonly string[]): SettingRule {
  return {
    field: { kind: 'choice', options: known },
    validationError: (value) => (known.some((one) => one === value) ? null : { code: 'choice', options: known }),
  };
}

export function whole(least: number, most: number): SettingRule {
  return {
    field: { kind: 'number', least, most, mayBeNull: false },
    validationError: (value) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most
        ? null
        : { code: 'whole', least, most },
  };
}

export function orNull(rule: SettingRule): SettingRule {
  return {
    field: rule.field.kind === 'number' ? { ...rule.field, mayBeNull: true } : rule.field,
    validationError: (value, kind) => (value === null ? null : rule.validationError(value, kind)),
  };
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Spellings of the placeholder for the identification's id, as the published ones [reference, 2.6]. */
export const ID_PLACEHOLDERS = /\$\{transaction[nN]umber\}|<transactionnumber>/g;

/** https; in a sandbox http on this machine too. */
function addressError(value: unknown, kind: TenantKind): ValidationError | null {
  if (value === null) return null;
  if (typeof value !== 'string' || value.length > 2000) return { code: 'addressLong' };
  const filled = value.replace(ID_PLACEHOLDERS, 'id');
  if (!URL.canParse(filled)) return { code: 'address' };
  const { protocol, hostname, username, password } = new URL(filled);
  if (username !== '' || password !== '') return { code: 'password' };
  if (new URL(value.replace(ID_PLACEHOLDERS, 'x')).origin !== new URL(filled).origin) return { code: 'placeholder' };
  if (protocol === 'https:' || (kind === 'sandbox' && protocol === 'http:' && LOOPBACK.has(hostname))) return null;
  return { code: 'https' };
}

export const returnAddresses: SettingRule = {
  field: { kind: 'exits' },
  validationError(value, kind) {
    if (typeof value !== 'object' || value === null) return { code: 'exits' };
    const { success, failure, ...others } = value as Record<string, unknown>;
    if (success === undefined || failure === undefined || Object.keys(others).length > 0) return { code: 'exitsOnly' };
    for (const [exit, address] of Object.entries({ success, failure })) {
      const validationError = addressError(address, kind);
      if (validationError !== null) return { ...validationError, part: exit };
    }
    return null;
  },
};

const MOST_ORIGINS = 20;
/** Spelled out, because the list becomes part of a header: no wildcard, no separator, no path. */
const ORIGIN = /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

export const exactOrigins: SettingRule = {
  field: { kind: 'origins' },
  validationError(value, kind) {
    if (!Array.isArray(value) || value.length > MOST_ORIGINS) return { code: 'originsMany' };
    for (const origin of value as unknown[]) {
      if (
        typeof origin !== 'string' ||
        !ORIGIN.test(origin) ||
        !URL.canParse(origin) ||
        new URL(origin).origin !== origin
      )
        return { code: 'originsExact' };
      const { protocol, hostname } = new URL(origin);
      if (protocol !== 'https:' && !(kind === 'sandbox' && LOOPBACK.has(hostname))) return { code: 'originsHttps' };
    }
    return null;
  },
};

export const branding: SettingRule = {
  field: { kind: 'page' },
  validationError: (value) => brandingError(value),
};
