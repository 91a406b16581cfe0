import { brandingError } from './branding.ts';
import type { TenantKind } from './types.ts';
import { VALIDATION_ERRORS } from './validation-errors.ts';

/** What a value of a setting may be: the validation error of one that it may not be, as the end of a sentence; null when it is fine. */
export interface SettingRule {
  /** For people: what may be set. */
  allows: string;
  /** For a form: how somebody chooses a value. */
  field: SettingField;
  validationError(value: unknown, kind: TenantKind): string | null;
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
  allows: '`true` or `false`',
  validationError: (value) => (typeof value === 'boolean' ? null : VALIDATION_ERRORS.flag[0]),
};

export function oneOf(...known: readonly string[]): SettingRule {
  return {
    allows: known.map((value) => `\`${value}\``).join(', '),
    field: { kind: 'choice', options: known },
    validationError: (value) => (known.some((one) => one === value) ? null : `must be one of ${known.join(', ')}`),
  };
}

export function whole(least: number, most: number): SettingRule {
  return {
    allows: `${least} to ${most}`,
    field: { kind: 'number', least, most, mayBeNull: false },
    validationError: (value) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most
        ? null
        : `must be a whole number from ${least} to ${most}`,
  };
}

export function orNull(rule: SettingRule): SettingRule {
  return {
    allows: `${rule.allows}, or \`null\``,
    field: rule.field.kind === 'number' ? { ...rule.field, mayBeNull: true } : rule.field,
    validationError: (value, kind) => (value === null ? null : rule.validationError(value, kind)),
  };
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Spellings of the placeholder for the identification's id, as the published ones [reference, 2.6]. */
export const ID_PLACEHOLDERS = /\$\{transaction[nN]umber\}|<transactionnumber>/g;

/** https; in a sandbox http on this machine too. */
function addressError(value: unknown, kind: TenantKind): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || value.length > 2000) return VALIDATION_ERRORS.addressLong[0];
  const filled = value.replace(ID_PLACEHOLDERS, 'id');
  if (!URL.canParse(filled)) return VALIDATION_ERRORS.address[0];
  const { protocol, hostname, username, password } = new URL(filled);
  if (username !== '' || password !== '') return VALIDATION_ERRORS.password[0];
  if (new URL(value.replace(ID_PLACEHOLDERS, 'x')).origin !== new URL(filled).origin)
    return VALIDATION_ERRORS.placeholder[0];
  if (protocol === 'https:' || (kind === 'sandbox' && protocol === 'http:' && LOOPBACK.has(hostname))) return null;
  return VALIDATION_ERRORS.https[0];
}

export const returnAddresses: SettingRule = {
  field: { kind: 'exits' },
  allows:
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder as it is published
    '`{"success": …, "failure": …}`: https addresses or `null`; `${transactionnumber}` stands for the id of the identification',
  validationError(value, kind) {
    if (typeof value !== 'object' || value === null) return VALIDATION_ERRORS.exits[0];
    const { success, failure, ...others } = value as Record<string, unknown>;
    if (success === undefined || failure === undefined || Object.keys(others).length > 0)
      return VALIDATION_ERRORS.exitsOnly[0];
    for (const [exit, address] of Object.entries({ success, failure })) {
      const validationError = addressError(address, kind);
      if (validationError !== null) return `${exit} ${validationError}`;
    }
    return null;
  },
};

const MOST_ORIGINS = 20;
/** Spelled out, because the list becomes part of a header: no wildcard, no separator, no path. */
const ORIGIN = /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

export const exactOrigins: SettingRule = {
  field: { kind: 'origins' },
  allows: `at most ${MOST_ORIGINS} exact origins such as \`["https://www.partner.example"]\`, see [embedding](../guides/embedding.md)`,
  validationError(value, kind) {
    if (!Array.isArray(value) || value.length > MOST_ORIGINS) return VALIDATION_ERRORS.originsMany[0];
    for (const origin of value as unknown[]) {
      if (
        typeof origin !== 'string' ||
        !ORIGIN.test(origin) ||
        !URL.canParse(origin) ||
        new URL(origin).origin !== origin
      )
        return VALIDATION_ERRORS.originsExact[0];
      const { protocol, hostname } = new URL(origin);
      if (protocol !== 'https:' && !(kind === 'sandbox' && LOOPBACK.has(hostname)))
        return VALIDATION_ERRORS.originsHttps[0];
    }
    return null;
  },
};

export const branding: SettingRule = {
  field: { kind: 'page' },
  allows: 'name, logo, two colours, texts in German and English; see [branding](../guides/branding.md)',
  validationError: (value) => brandingError(value),
};
