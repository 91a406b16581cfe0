import { type Method, PlatformError } from '@reident/domain';
import type { Platform } from '../platform.ts';
import { openAutoident } from './autoident/open-session.ts';
import type { IdentProvider } from './provider.ts';

/** The provider behind a method. AutoIdent is ours; it reports through `recordReport`, so there is nothing to ask for. */
export function providerFor(method: Method, platform: Platform): IdentProvider {
  if (method !== 'idnow_autoident') {
    throw new PlatformError('not_implemented_error', `The method ${method} is not offered by this installation.`);
  }
  return { open: (order) => openAutoident(platform, order), report: async () => undefined };
}
