import { RECORDING_TYPE } from '@reident/engine';
import { Answer } from '@reident/http';
import { findIdentification, getPersonBlob, listCaptures, recordAudit } from '@reident/store';
import { requireOpenable } from '../claims.ts';
import { ConsoleError } from '../console-error.ts';
import { PICTURE_HEADERS } from '../headers.ts';
import { consoleRoute, Id } from '../route.ts';

/**
 * A picture of the case for the screen: always the re-encoded one, never the bytes that the customer sent [UPL-3].
 *
 * The look is in the audit log, committed, before the first byte leaves; without the entry there is no picture [CON-6].
 */
export const picture = consoleRoute({
  method: 'GET',
  path: '/cases/:id/pictures/:captureId',
  right: 'open',
  params: { id: Id, captureId: Id },
  async handle({ params: { id, captureId } }, context) {
    const { platform, operator } = context;
    await context.countOpening();
    const bytes = await context.inTenant(async (tx) => {
      await requireOpenable(tx, context, id);
      const { personId } = await findIdentification(tx, id);
      const capture = (await listCaptures(tx, id)).find((one) => one.id === captureId);
      if (!capture) throw new ConsoleError('model_not_found');
      const blob = capture.derivative ?? capture;
      const stored = await getPersonBlob(tx, platform.blobs, personId, blob.blobKey, blob.sha256);
      const shown = capture.derivative
        ? stored
        : await derivePicture(context.platform.engine, capture.contentType, stored);
      await recordAudit(tx, {
        actor: { kind: 'operator', id: operator.id },
        action: 'picture.viewed',
        entity: captureId,
        details: { identificationId: id, sha256: blob.sha256 },
      });
      return shown;
    });
    return new Answer(bytes, { headers: PICTURE_HEADERS });
  },
});

async function derivePicture(
  engine: { derive(bytes: Uint8Array, contentType: string): Promise<Buffer> },
  contentType: string,
  original: Uint8Array,
): Promise<Buffer> {
  if (!contentType.startsWith('image/') && contentType !== RECORDING_TYPE) throw new ConsoleError('picture_unusable');
  return engine.derive(original, contentType);
}
