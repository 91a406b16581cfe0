import { randomBytes } from 'node:crypto';
import { saveCaptureSession, type TenantTx } from '@reident/store';
import type { Platform } from '../platform.ts';
import { CaptureError } from './capture-error.ts';
import { isDue } from './current-screen.ts';
import { drawPrompts } from './prompts.ts';
import type { OpenSession } from './session-state.ts';
import { dropChunks } from './upload.ts';

export interface IssuedNonce {
  nonce: string;
  /** What the customer is asked for while the camera records; null for a picture. */
  prompts: string[] | null;
}

/**
 * A nonce for the picture or recording about to be made. It belongs to this session, this step and this try, and
 * replaces the one before [CAP-5].
 *
 * @throws CaptureError `out_of_order` for a step whose turn has not come
 */
export async function issueNonce(
  tx: TenantTx,
  platform: Platform,
  openSession: OpenSession,
  step: string,
): Promise<IssuedNonce> {
  const { session, now } = openSession;
  if (!isDue(openSession, step)) throw new CaptureError('out_of_order');
  await dropChunks(platform, session);
  const value = randomBytes(24).toString('base64url');
  const prompts = drawPrompts(step);
  session.flow.nonce = { value, step, issuedAt: now.toISOString(), prompts, captureId: null, sha256: null };
  await saveCaptureSession(tx, session);
  return { nonce: value, prompts };
}
