import {
  type Capture,
  findIdentification,
  getPersonBlob,
  listCaptures,
  recordAudit,
  type TenantTx,
} from '@reident/store';
import { requireOpenable } from './claims.ts';
import { ConsoleError } from './console-error.ts';
import type { ConsoleContext } from './route.ts';

/** Where the bytes of a capture, or of what was made of it, are kept. */
interface Stored {
  blobKey: string;
  sha256: string;
}

interface View<T> {
  action: 'picture.viewed' | 'clip.viewed';
  /** Which bytes are looked at. */
  choose(capture: Capture): Stored;
  /** What is shown of them. */
  show(bytes: Buffer, capture: Capture): T | Promise<T>;
}

/**
 * What an operator sees of a capture. The look is in the audit log, committed, before the first byte leaves; without the entry there is
 * nothing to see [CON-6].
 */
export async function viewCapture<T>(
  context: ConsoleContext,
  { id, captureId }: { id: string; captureId: string },
  { action, choose, show }: View<T>,
): Promise<T> {
  await context.countOpening();
  return context.inTenant(async (tx: TenantTx) => {
    await requireOpenable(tx, context, id);
    const { personId } = await findIdentification(tx, id);
    const capture = (await listCaptures(tx, id)).find((one) => one.id === captureId);
    if (!capture) throw new ConsoleError('model_not_found');
    const { blobKey, sha256 } = choose(capture);
    const shown = await show(await getPersonBlob(tx, context.platform.blobs, personId, blobKey, sha256), capture);
    await recordAudit(tx, {
      actor: { kind: 'operator', id: context.operator.id },
      action,
      entity: captureId,
      details: { identificationId: id, sha256 },
    });
    return shown;
  });
}
