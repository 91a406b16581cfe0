import type { Channel } from '@reident/domain/rekyc';
import type { TenantKind } from '@reident/domain/tenant-settings';
import type { Person } from '@reident/store';

/** Names that belong to nobody [RFC 2606]: a sandbox writes to no others, so that no stranger ever gets a message. */
const RESERVED = /@([a-z0-9-]+\.)*(example\.(com|net|org)|[a-z0-9-]+\.(example|test|invalid)|example|test|invalid)$/i;

/** Numbers that a sandbox takes: what begins with a single 0. */
const SANDBOX_NUMBER = /^0\d{3,14}$/;

/** Where a message to this person goes; null where there is no such address. */
export function addressOf(
  kind: TenantKind,
  { attributes }: Person,
  channel: Channel,
  verifiedNumber: string | null,
): string | null {
  if (channel === 'webhook') return '';
  if (channel === 'email') return emailOf(attributes.email, kind);
  if (channel === 'sms') return numberOf(verifiedNumber ?? attributes.mobile_number, kind);
  const { address } = attributes;
  const lines = [address?.line_1, address?.line_2, [address?.postal_code, address?.city].filter(Boolean).join(' ')];
  return address?.line_1 && address.city ? lines.filter(Boolean).join('\n') : null;
}

function emailOf(value: unknown, kind: TenantKind): string | null {
  if (typeof value !== 'string' || !/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(value))
    return null;
  return kind === 'sandbox' && !RESERVED.test(value) ? null : value;
}

function numberOf(value: unknown, kind: TenantKind): string | null {
  if (typeof value !== 'string') return null;
  const number = value.replace(/[\s()./-]/g, '');
  return (kind === 'sandbox' ? SANDBOX_NUMBER : /^\+\d{7,15}$/).test(number) ? number : null;
}
