import { ID_PLACEHOLDERS } from '@reident/domain/tenant-settings';
import type { Tenant } from '@reident/store';

/**
 * Where the customer goes from here: an address from the tenant's settings, never from a request [CAP-9]. It says which exit was
 * taken and, where the partner put the placeholder, which identification; never a result.
 */
export function returnUrl({ settings }: Tenant, exit: 'success' | 'failure', identificationId: string): string | null {
  return settings.returnUrls[exit]?.replace(ID_PLACEHOLDERS, encodeURIComponent(identificationId)) ?? null;
}
