import { randomBytes } from 'node:crypto';
import { saveCaptureSession, type TenantTx } from '@reident/store';
import type { Platform } from '../platform.ts';
import { drawPrompts } from './prompts.ts';
import { Refusal } from './refusal.ts';
import { isDue } from './screen.ts';
import type { OpenSitting } from './sitting.ts';
import { dropPieces } from './upload.ts';

export interface IssuedNonce {
  nonce: string;
  /** What the customer is asked for while the camera records; null for a picture. */
  prompts: string[] | null;
}

/**
 * A single-use number for the picture or recording about to be made. It belongs to this sitting, this step and this attempt, and
 * replaces the one before [CAP-5].
 *
 * @throws Refusal `out_of_order` for a step whose turn has not come
 */
export async function issueNonce(
  tx: TenantTx,
  platform: Platform,
  sitting: OpenSitting,
  step: string,
): Promise<IssuedNonce> {
  const { session, now } = sitting;
  if (!isDue(sitting, step)) throw new Refusal('out_of_order');
  await dropPieces(platform, session);
  const value = randomBytes(24).toString('base64url');
  const prompts = drawPrompts(step);
  session.flow.nonce = { value, step, issuedAt: now.toISOString(), prompts, captureId: null, sha256: null };
  await saveCaptureSession(tx, session);
  return { nonce: value, prompts };
}
