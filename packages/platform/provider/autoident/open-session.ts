import { createHmac } from 'node:crypto';
import type { ProviderSession } from '@reident/store';
import type { Platform } from '../../platform.ts';
import { linkToken } from '../link-token.ts';
import type { IdentOrder } from '../provider.ts';

/** Letters and digits that nobody mistakes for one another when reading them from a screen. */
const SYMBOLS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Prefix and number of symbols of a reference. Test references never look like live ones. */
// biome-ignore format: one row per line
export const REFERENCE_SHAPES = {
  //          prefix          symbols
  sandbox: { prefix: 'TS2', symbols: 5 },
  live:    { prefix: 'RID', symbols: 10 },
} as const;

/** Tries before giving up finding a free reference; five symbols are 33 million codes. */
const MOST_TRIES = 50;

/**
 * Opens an AutoIdent session: link and reference are computed from the identification's id with the installation's
 * key, so the same order always answers the same session. A reference that another identification of the company
 * already holds is passed over.
 */
export async function openAutoident(platform: Platform, order: IdentOrder): Promise<ProviderSession> {
  return {
    reference: await freeReference(platform, order),
    url: customerUrl(platform, order.company, order.identificationId),
  };
}

/** `{public}/{company}/identifications/{id}/{token}`: the documented shape plus an unguessable last part. */
export function customerUrl(platform: Platform, company: string, identificationId: string): string {
  const token = linkToken(platform.linkKey, company, identificationId);
  return `${platform.config.publicUrl}/${company}/identifications/${identificationId}/${token}`;
}

async function freeReference(platform: Platform, order: IdentOrder): Promise<string> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const reference = referenceFor(platform.linkKey, order, attempt);
    const holder = await order.holderOf(reference);
    if (holder === null || holder === order.identificationId) return reference;
  }
  throw new Error('no free reference was found');
}

function referenceFor(key: Buffer, order: IdentOrder, attempt: number): string {
  const shape = order.live ? REFERENCE_SHAPES.live : REFERENCE_SHAPES.sandbox;
  const digest = createHmac('sha256', key)
    .update(`reference\0${order.company}\0${order.identificationId}\0${attempt}`)
    .digest();
  const code = Array.from(digest.subarray(0, shape.symbols), (byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
  return `${shape.prefix}-${code}`;
}
